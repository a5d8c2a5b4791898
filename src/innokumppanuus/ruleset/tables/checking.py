"""The decision tables of a rule set file: what is wrong in them, in its place, and what to know."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.dates import zone
from innokumppanuus.domain.tables import DecisionTable, HitPolicy
from innokumppanuus.errors import InvalidValue, Problem
from innokumppanuus.ruleset.checked import Checked, Found, once
from innokumppanuus.ruleset.document import Scalar
from innokumppanuus.ruleset.drafts import Draft
from innokumppanuus.ruleset.expressions import Environment, Type
from innokumppanuus.ruleset.places import place_in
from innokumppanuus.ruleset.tables.analysis import Analysis, analyse, needs_cover
from innokumppanuus.ruleset.tables.compiling import (
    PREFIX,
    CompiledTable,
    Misfit,
    Path,
    compile_table,
    given_type,
    with_table,
)

KEY, ZONE = "tables", "zone"
MOST_SHOWN = 5
"""How many overlaps and gaps of one table are told; the rest are counted."""

_UNKNOWN = ("expression-variable", "expression-variable-none")


@attrs.frozen(kw_only=True)
class CheckedTables:
    """
    The tables of a file as far as they can be used.

    Attributes:
        compiled: Those without problems, in the order of the file.
        problems: Everything that is wrong with the others.
        types: Type of each by its name in expressions, of broken ones too where it is known.
        options: The words that they can give, by name.
        unsure: Names of those whose type is not known.
    """

    compiled: tuple[CompiledTable, ...] = ()
    problems: tuple[Problem, ...] = ()
    types: Mapping[str, Type] = attrs.field(factory=dict)
    options: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    unsure: frozenset[str] = frozenset()

    def added_to(self, environment: Environment) -> Environment:
        """Return the environment with what the tables give as variables."""
        return Environment(
            variables={**self.types, **environment.variables},
            functions=environment.functions,
            options={**self.options, **environment.options},
        )


def check_tables(
    checked: Checked, environment: Environment, unsure: Iterable[str] = ()
) -> CheckedTables:
    """
    Return the tables, each with the ones before it as variables.

    Args:
        checked: The draft.
        environment: Fields, values of the call, parameters and functions.
        unsure: Names whose type has had a problem told; a table that uses one is not looked at.
    """
    drafts, place = checked.call.each(KEY), _zone(checked)
    compiled: list[CompiledTable] = []
    problems = list(once(checked, drafts))
    types: dict[str, Type] = {}
    options: dict[str, tuple[str, ...]] = {}
    doubtful = set(unsure)
    lost: set[str] = set()
    for draft in drafts:
        name = f"{PREFIX}{draft.known(str, 'id') or ''}"
        if not isinstance(draft.value, DecisionTable):
            lost.add(name)
            doubtful.add(name)
            continue
        table = draft.value
        if name in types or name in lost:
            continue
        types[name] = given_type(table)
        if any(one in text for one in doubtful for text in _texts(table)):
            continue
        made, misfits = compile_table(table, environment, place)
        problems += _placed(checked, draft, misfits, drafts)
        if made is None:
            environment = _with_type(environment, name, types[name])
            continue
        compiled.append(made)
        environment = with_table(environment, made)
        if made.words:
            options[name] = made.words
        problems += _conflicts(checked, draft, made)
    return CheckedTables(
        compiled=tuple(compiled),
        problems=tuple(problems),
        types=types,
        options=options,
        unsure=frozenset(lost),
    )


def _zone(checked: Checked) -> str:
    """Return the zone of the file; any will do where it is broken, which has been told."""
    named = checked.call.known(str, ZONE) or str(attrs.fields(Call).zone.default)
    try:
        zone(named)
    except InvalidValue:
        return "UTC"
    return named


def table_notices(checked: Checked, tables: Iterable[CompiledTable]) -> Found:
    """Yield what should be looked at in tables that can be used: overlaps, gaps, idle rows."""
    drafts = {draft.known(str, "id"): draft for draft in checked.call.each(KEY)}
    for made in tables:
        draft, found = drafts[made.table.id], analyse(made)
        if not _stops(made, found):
            yield from _told_overlaps(checked, draft, made, found)
        yield from _told_gaps(checked, draft, made, found)
        for number in found.idle:
            yield checked.problem("table-row-idle", _row(draft, number), row=number)
        if found.open_rows:
            numbers = ", ".join(str(number) for number in found.open_rows)
            yield checked.problem("table-open", draft, rows=numbers)
        if not found.is_whole:
            yield checked.problem("table-too-many", draft)


def _conflicts(checked: Checked, draft: Draft, made: CompiledTable) -> Found:
    """Yield the overlaps that leave an application without an outcome, where they are certain."""
    found = analyse(made)
    if _stops(made, found):
        yield from _told_overlaps(checked, draft, made, found)


def _stops(made: CompiledTable, found: Analysis) -> bool:
    return found.is_sure and any(_is_wrong(made, one.is_same) for one in found.overlaps)


def _is_wrong(made: CompiledTable, is_same: bool) -> bool:
    hit = made.table.hit
    return hit is HitPolicy.UNIQUE or (hit is HitPolicy.ANY and not is_same)


def _told_overlaps(
    checked: Checked, draft: Draft, made: CompiledTable, found: Analysis
) -> Iterator[Problem]:
    wrong = [one for one in found.overlaps if _is_wrong(made, one.is_same)]
    key = "table-overlap" if found.is_sure else "table-overlap-perhaps"
    for one in wrong[:MOST_SHOWN]:
        values = {"first": one.first, "second": one.second, "witness": one.witness}
        yield checked.problem(key, _row(draft, one.second), **values)
    if len(wrong) > MOST_SHOWN:
        yield checked.problem("table-more-overlaps", draft, count=len(wrong) - MOST_SHOWN)


def _told_gaps(
    checked: Checked, draft: Draft, made: CompiledTable, found: Analysis
) -> Iterator[Problem]:
    if not needs_cover(made):
        return
    key = "table-gap" if found.is_sure else "table-gap-perhaps"
    for witness in found.gaps[:MOST_SHOWN]:
        yield checked.problem(key, draft.at("rows") or draft, witness=witness)
    if len(found.gaps) > MOST_SHOWN:
        at = draft.at("rows") or draft
        yield checked.problem("table-more-gaps", at, count=len(found.gaps) - MOST_SHOWN)


def _placed(
    checked: Checked, draft: Draft, misfits: Iterable[Misfit], drafts: Iterable[Draft]
) -> Iterator[Problem]:
    """Yield the problems of a table where they stand in the file."""
    later = {f"{PREFIX}{one.known(str, 'id')}" for one in drafts}
    for misfit in misfits:
        at, problem = _part(draft, misfit.path), misfit.problem
        place = checked.document.place(at.node)
        if problem.place.line and isinstance(at.node, Scalar):
            place = place_in(
                checked.document, at.node, problem.place.line, problem.place.column or 1
            )
        if problem.key in _UNKNOWN and problem.values.get("got") in later:
            problem = Problem(key="table-order", values={"got": problem.values["got"]})
        yield attrs.evolve(problem, place=place, path=at.path)


def _part(draft: Draft, path: Path) -> Draft:
    """Return the part of the table under the path, or the nearest that the file gives."""
    for step in path:
        inner = (
            draft.items[step]
            if isinstance(step, int) and step < len(draft.items)
            else draft.parts.get(str(step))
        )
        if inner is None:
            return draft
        draft = inner
    return draft


def _row(draft: Draft, number: int) -> Draft:
    return _part(draft, ("rows", number - 1))


def _texts(table: DecisionTable) -> Iterator[str]:
    yield from (one.value for one in table.inputs)
    for row in table.rows:
        yield from row.when
        yield row.then


def _with_type(environment: Environment, name: str, kind: Type) -> Environment:
    return Environment(
        variables={**environment.variables, name: kind},
        functions=environment.functions,
        options=environment.options,
    )
