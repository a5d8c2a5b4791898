"""What decision tables said, put into the findings of the rules that look at them."""

from collections.abc import Iterator, Mapping

import attrs

from innokumppanuus.domain.findings import Finding, Step, TableHit
from innokumppanuus.domain.parameters import UsedParameter
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.expressions.nodes import may_look_up
from innokumppanuus.ruleset.tables.compiling import CompiledTable, Result
from innokumppanuus.ruleset.tables.outcomes import beneath


@attrs.frozen(kw_only=True)
class Said:
    """A table with what it said, and the dated values that functions in its cells looked up."""

    table: CompiledTable
    result: Result
    parameters: tuple[UsedParameter, ...] = ()


def tables_said(ruleset: RuleSet, values: Mapping[str, object]) -> Mapping[str, Said]:
    """Return what each table says with *values*, by its name in expressions."""
    results = ruleset.results(values)
    return {
        one.name: Said(
            table=one,
            result=results[one.name],
            parameters=tuple(dict.fromkeys(_looked_up(one, results[one.name], values))),
        )
        for one in ruleset.tables
    }


def with_tables(
    finding: Finding, said: Mapping[str, Said], values: Mapping[str, object]
) -> Finding:
    """
    Return the finding with the rows that hit and with what the tables looked at.

    An outcome of a table is never asked for: what it lacks is.
    """
    looked_at = tuple(_beneath(finding.values, said))
    if not looked_at:
        return finding
    missing, note = beneath(finding.missing, {name: one.result for name, one in said.items()})
    seen = {name: values.get(name) for one in looked_at for name in said[one].table.uses}
    return attrs.evolve(
        finding,
        values={**finding.values, **seen},
        missing=missing,
        note=finding.note or note,
        steps=tuple(_steps(finding.steps, said)),
        parameters=tuple(
            dict.fromkeys(
                (*finding.parameters, *(used for one in looked_at for used in said[one].parameters))
            )
        ),
        tables=tuple(
            TableHit(
                table=said[one].table.table.id,
                rows=said[one].result.rows,
                cells=said[one].result.cells,
            )
            for one in looked_at
        ),
    )


def _looked_up(
    table: CompiledTable, result: Result, values: Mapping[str, object]
) -> Iterator[UsedParameter]:
    """Yield what the conditions of all rows and the outcomes of those that match look up."""
    hit = (table.thens[number - 1] for number in result.rows)
    for one in (*table.rows, *hit):
        if any(True for _ in may_look_up(one.node)):
            yield from one.trace(values).parameters


def _beneath(names: Mapping[str, object], said: Mapping[str, Said]) -> Iterator[str]:
    """Yield the tables among *names* and those that they use, in the order of the rule set."""
    wanted = {*names}
    for name in reversed(tuple(said)):
        if name in wanted:
            wanted.update(said[name].table.uses)
    return (name for name in said if name in wanted)


def _steps(steps: tuple[Step, ...], said: Mapping[str, Said]) -> Iterator[Step]:
    """Yield the steps, and after each outcome of a table the cells that gave it."""
    for step in steps:
        yield step
        if step.text in said:
            for cell in said[step.text].result.cells:
                yield attrs.evolve(cell, depth=step.depth + 1)
