"""Applications shared out to evaluators: 1 000 applications, 100 evaluators, three readers each."""

import random
from collections.abc import Callable
from typing import Any

TITLE = "Sharing applications out to evaluators"
NEEDS: dict[str, list[str]] = {"ours": []}
CONTENDERS = {"fits": "ours", "full": "ours"}
SIZES = {"applications": 1000, "evaluators": 100, "readers": 3}
QUICK = {"applications": 200, "evaluators": 20, "readers": 3}


def contender(name: str, quick: bool) -> Callable[[], str]:
    """Return what shares out; `full` leaves too little room, so that what is lacking is told."""
    from innokumppanuus.domain.assignment import AssignmentTask, Reading, Span
    from innokumppanuus.engine.assignment import disbelief, lot
    from innokumppanuus_selection.assignment.linear import LinearAssignment

    sizes, drawn = QUICK if quick else SIZES, random.Random(2026)
    count, people, readers = (sizes[one] for one in ("applications", "evaluators", "readers"))
    room = count * readers // people + (5 if name == "fits" else -1)
    field = [f"H{n:04}" for n in range(count)]
    panel = [f"A{n:03}" for n in range(people)]
    possible = tuple(
        Reading(
            application=one,
            evaluator=who,
            fit=drawn.randint(0, 3),
            lot=lot("benchmark", one, who),
        )
        for one in field
        for who in panel
        if drawn.random() < 0.97
    )
    task = AssignmentTask(
        readers=tuple(Span(id=one, least=readers, most=people) for one in field),
        loads=tuple(Span(id=one, least=5, most=room) for one in panel),
        possible=possible,
    )

    def share_out() -> str:
        made = LinearAssignment().assign(task)
        wrong = disbelief(task, made)
        if wrong:
            raise AssertionError(wrong)
        lacking = [(one.lacking, one.lower_to, one.raise_to) for one in made.shortages]
        return f"{len(made.readings)} readings, fit {made.fit}, lots {made.lots}, {lacking}"

    return share_out


def section(runs: Any, quick: bool) -> list[str]:
    """Return the table: seconds of sharing out, and of telling what is lacking."""
    sizes = QUICK if quick else SIZES
    timed = runs.timed(list(CONTENDERS), 3)
    words = {"fits": "shared out, proven and settled", "full": "no room: what is lacking told"}
    lines = [
        f"{sizes['applications']} applications × {sizes['evaluators']} evaluators, "
        f"{sizes['readers']} readers each, 97 % of the pairs possible.",
        "",
        "| case | median seconds | found |",
        "|---|---|---|",
    ]
    for name, told in words.items():
        lines.append(f"| {told} | {timed[name].middle():.2f} | {timed[name].digest} |")
    return lines
