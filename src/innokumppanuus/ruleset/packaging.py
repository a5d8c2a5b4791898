"""The package that a rule set is kept in: what it uses, sealed, and what was broken open."""

import json
from collections.abc import Iterator
from typing import Any

import attrs

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.package import Package, Supplier
from innokumppanuus.errors import Place, Problem, RecordProblems
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.records import from_record, to_record
from innokumppanuus.ruleset.dated_values import dated_values
from innokumppanuus.ruleset.expressions.complaints import Complaints
from innokumppanuus.ruleset.expressions.parser import parse
from innokumppanuus.ruleset.expressions.syntax import Call, Name, Syntax, parts
from innokumppanuus.ruleset.freezing import fingerprint, freeze
from innokumppanuus.ruleset.model import RuleSet
from innokumppanuus.ruleset.reading import VERSION, VERSION_KEY

PACKAGE_KEY, SEAL_KEY = "package", "seal"
CORE = "core"


def packaged(ruleset: RuleSet, plugins: Plugins, decision: Decision | None = None) -> Package:
    """Return what has to be kept of the rule set, and of the decision that was made by it."""
    return Package(
        call=ruleset.call,
        ruleset_hash=ruleset.hash,
        suppliers=_suppliers(ruleset, plugins),
        parameters=tuple(dated_values(ruleset, plugins).values()),
        packs=ruleset.packs,
        overrides=ruleset.overrides,
        stated=ruleset.stated,
        decision_hash="" if decision is None else digest(decision),
    )


def seal(package: Package) -> bytes:
    """Return the package as canonical JSON with the hash of all of it; same content, same bytes."""
    return _canonical({**_open(package), SEAL_KEY: fingerprint(_canonical(_open(package)))})


def unseal(raw: bytes, name: str = "") -> Package:
    """
    Return the package; *name* is the file that messages name.

    Raises:
        RecordProblems: When it is no package, or something in it was changed after it was sealed.
    """
    try:
        record = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise _refused("record-json", name, got=str(error)) from error
    if not isinstance(record, dict) or PACKAGE_KEY not in record:
        raise _refused("package-none", name)
    if record.get(VERSION_KEY) != VERSION:
        raise _refused("version", name, must=VERSION, got=str(record.get(VERSION_KEY, "–")))
    told = record.pop(SEAL_KEY, "")
    try:
        found = fingerprint(_canonical(record))
    except ValueError as error:  # a number without end, which JSON cannot say
        raise _refused("record-json", name, got=str(error)) from error
    if told != found:
        raise _refused("package-seal", name, must=str(told)[:64], got=found)
    try:
        package = from_record(Package, record[PACKAGE_KEY])
    except RecordProblems as problems:
        place = Place(file=name)
        raise RecordProblems(
            [attrs.evolve(one, place=place) for one in problems.problems]
        ) from problems
    try:
        got = fingerprint(freeze(package.call))
    except ValueError as error:  # half a character, which is no text
        raise _refused("record-json", name, got=str(error)) from error
    if got != package.ruleset_hash:
        raise _refused("package-hash", name, must=package.ruleset_hash, got=got)
    return package


def mismatches(
    decision: Decision, name: str, package: Package | None = None
) -> tuple[Problem, ...]:
    """Return how a decision that was kept in file *name* belies its own hash or its package."""
    found = [("package-hash", decision.ruleset_hash, fingerprint(freeze(decision.call)))]
    if package is not None and package.ruleset_hash != decision.ruleset_hash:
        found.append(("package-other", decision.ruleset_hash, package.ruleset_hash))
    elif package is not None and package.decision_hash:
        found.append(("decision-hash", package.decision_hash, digest(decision)))
    return tuple(
        Problem(key=key, values={"must": must, "got": got}, place=Place(file=name))
        for key, must, got in found
        if must != got
    )


def digest(noun: object) -> str:
    """Return the SHA-256 of the canonical record of a noun, in hexadecimal."""
    return fingerprint(_canonical(to_record(noun)))


def _open(package: Package) -> dict[str, Any]:
    return {VERSION_KEY: VERSION, PACKAGE_KEY: to_record(package)}


def _canonical(record: object) -> bytes:
    words = json.dumps(
        record, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )
    return words.encode("utf-8", errors="surrogatepass")


def _refused(key: str, name: str, **values: object) -> RecordProblems:
    return RecordProblems([Problem(key=key, values=values, place=Place(file=name))])


def _suppliers(ruleset: RuleSet, plugins: Plugins) -> tuple[Supplier, ...]:
    """Return the core and every plugin that offers what is used, by name."""
    keys: dict[str, set[str]] = {CORE: set()}
    for hook, key in _used(ruleset):
        owners = {thing.key: plugin for plugin, thing in plugins.seam.offered(hook)}
        if key in owners:
            keys.setdefault(owners[key], set()).add(f"{hook}: {key}")
    versions = {one.name: one.version for one in plugins.describe()}
    return tuple(
        Supplier(name=name, version=versions.get(name, ""), keys=tuple(sorted(keys[name])))
        for name in sorted(keys)
    )


def _used(ruleset: RuleSet) -> Iterator[tuple[str, str]]:
    """Yield hook and key of everything that plugins offer and the rule set names."""
    call = ruleset.call
    for rule in call.eligibility:
        yield "register_rules", rule.rule
    if call.selection is not None:
        yield "register_selectors", call.selection.selector
    if call.assessment is not None and call.assessment.panel is not None:
        yield "register_assigners", call.assessment.panel.assigner
        for ground in call.assessment.panel.grounds:
            yield "register_conflict_grounds", ground
    yield "register_schemes", call.funding.scheme
    for pack in ruleset.packs:
        yield "register_packs", pack.key
    for parameter in ruleset.parameters.values():
        yield "register_parameters", parameter.key
    for text in _expressions(ruleset):
        for name in _called(parse(Complaints(text))):
            yield "register_functions", name


def _expressions(ruleset: RuleSet) -> Iterator[str]:
    """Yield every text that may call a function; a cell that is no expression calls none."""
    yield from (one.text for one in (*ruleset.rules.values(), *ruleset.exceptions.values()))
    for table in ruleset.call.tables:
        yield from (one.value for one in table.inputs)
        for row in table.rows:
            yield from (*row.when, row.then)


def _called(syntax: Syntax) -> Iterator[str]:
    if isinstance(syntax, Call):
        yield syntax.name
        if isinstance(syntax.receiver, Name):  # a dot in the name of a function, or a method
            yield f"{syntax.receiver.name}.{syntax.name}"
    for part in parts(syntax):
        yield from _called(part)
