"""What all tables of a rule set say of one application, each after those that it uses."""

from collections.abc import Iterable, Mapping

import attrs

from innokumppanuus.ruleset.expressions import UNKNOWN
from innokumppanuus.ruleset.expressions.evaluation import Values
from innokumppanuus.ruleset.tables.compiling import CompiledTable, Result


def results(tables: Iterable[CompiledTable], values: Values) -> dict[str, Result]:
    """
    Return what each table says, by its name in expressions.

    What is missing is told by the names of answers, never by those of other tables.
    """
    found: dict[str, Result] = {}
    known = dict(values)
    for one in tables:
        result = one.run(known)
        if result.value is not UNKNOWN:
            known[one.name] = result.value
        missing, note = beneath(result.missing, found)
        found[one.name] = attrs.evolve(result, missing=missing, note=result.note or note)
    return found


def beneath(missing: Iterable[str], results: Mapping[str, Result]) -> tuple[tuple[str, ...], str]:
    """Return what is missing beneath tables that give nothing, and why else they do not."""
    names, notes = set[str](), [""]
    for name in missing:
        if name in results:
            names.update(results[name].missing)
            notes.append(results[name].note)
        else:
            names.add(name)
    return tuple(sorted(names)), max(notes)
