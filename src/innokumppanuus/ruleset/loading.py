"""From a rule set file to a rule set, or to everything that is wrong with the file."""

from pathlib import Path

import attrs

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.dates import zone
from innokumppanuus.domain.parameters import StatedValue
from innokumppanuus.errors import InvalidValue, Problem, RuleSetProblems
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset.checked import Checked
from innokumppanuus.ruleset.checks import check
from innokumppanuus.ruleset.conditions import check_conditions, compiled
from innokumppanuus.ruleset.document import Document, Scalar, parse, read_text, show
from innokumppanuus.ruleset.freezing import fingerprint, freeze
from innokumppanuus.ruleset.merging import is_leaf, origins, words_of
from innokumppanuus.ruleset.model import RuleSet
from innokumppanuus.ruleset.notices import warn
from innokumppanuus.ruleset.packs import resolve
from innokumppanuus.ruleset.parameter_checks import parameters_of, stated_values
from innokumppanuus.ruleset.reading import Reader
from innokumppanuus.ruleset.settings import plugin_options
from innokumppanuus.ruleset.unstated import unstated_facts

ZONE_KEY, _ANY_ZONE = "zone", "UTC"


def load(path: str | Path, plugins: Plugins) -> RuleSet:
    """
    Return the rule set in the file.

    Raises:
        RuleSetProblems: With everything that is wrong, each in its place.
    """
    path = Path(path)
    return loads(read_text(path), path.name, plugins)


def loads(text: str, name: str, plugins: Plugins) -> RuleSet:
    """
    Return the rule set in the text; *name* is the file that messages name.

    Raises:
        RuleSetProblems: With everything that is wrong, each in its place.
    """
    resolved = resolve(parse(text, name), plugins)
    document = resolved.document
    problems: list[Problem] = []
    reader, checked = _read(document, _zone(document, problems), plugins, problems)
    problems += problems_of(checked)
    if problems:
        raise RuleSetProblems(problems)
    ruleset = finished(checked)
    problems += unstated_facts(checked, ruleset)
    if problems:
        raise RuleSetProblems(problems)
    found = tuple(origins(document.root))
    stated = {id(one.node): reader.stated[one.name] for one in reader.asked}
    return attrs.evolve(
        ruleset,
        stated=tuple(
            StatedValue(path=path, used=stated[id(node)])
            for path, node, _ in found
            if id(node) in stated
        ),
        packs=resolved.packs,
        overrides=resolved.overrides,
        origins={path: place for path, _, place in found},
        written={path: words_of(node) for path, node, _ in found if is_leaf(node)},
        warnings=warn(checked),
    )


def _read(
    document: Document, zone: str, plugins: Plugins, problems: list[Problem]
) -> tuple[Reader, Checked]:
    """
    Return what could be read, with what read it; *problems* grow.

    Which day counts for a dated value stands in the document itself, so that one whose numbers or
    sums name such values is read a second time with them.
    """
    reader = Reader(document, zone)
    checked = Checked(call=reader.call(), document=document, plugins=plugins)
    if reader.asked:
        stated = stated_values(checked, reader.asked)
        problems += stated.problems
        reader = Reader(document, zone, stated.values)
        checked = attrs.evolve(checked, call=reader.call())
    problems += reader.problems
    return reader, checked


def problems_of(checked: Checked) -> tuple[Problem, ...]:
    """Return what is wrong in what could be read."""
    return (*check(checked), *check_conditions(checked), *plugin_options(checked))


def finished(checked: Checked) -> RuleSet:
    """Return the rule set of a draft that has no problems."""
    draft = checked.call
    assert isinstance(draft.value, Call)
    expressions = compiled(checked)
    return RuleSet(
        call=draft.value,
        rules=expressions.rules,
        regular=expressions.regular,
        exceptions=expressions.exceptions,
        parameters=parameters_of(checked),
        tables=expressions.tables,
        hash=fingerprint(freeze(draft.value)),
    )


def _zone(document: Document, problems: list[Problem]) -> str:
    """Return the zone that times are read in; any will do where the file's own is broken."""
    for key, node in document.root.entries:
        if key.text == ZONE_KEY and isinstance(node, Scalar) and not node.is_nothing:
            try:
                zone(node.text)
            except InvalidValue as problem:
                values = {**problem.values, "got": show(node)}
                place = document.place(node)
                problems.append(Problem(key=problem.key, values=values, place=place, path=ZONE_KEY))
                return _ANY_ZONE
            return node.text
    return str(attrs.fields(Call).zone.default)
