"""What a call changes in its rule packs, by the rule that it bears on. It says no words."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from innokumppanuus.domain.findings import Finding
from innokumppanuus.domain.packs import Override
from innokumppanuus.domain.parameters import StatedValue

T = TypeVar("T", Override, StatedValue)
_RULES = ("eligibility", "factors")
_STANDS_ON: Mapping[str, tuple[str, ...]] = {
    "call.timetable.last_moment": ("timetable.closes", "timetable.closing_minute"),
    "call.lifecycle.least_months": ("lifecycle.duration_months",),
    "call.lifecycle.most_months": ("lifecycle.duration_months",),
}
"""What a value of the call in expressions is made of, where the file has it under another key."""
_CHOICE = (
    "assessment",
    "budget",
    "criteria",
    "factors",
    "funding",
    "selection.selector",
    "selection.tie_rules",
    "selection.tie_steps",
)
"""What everybody who is compared is compared by; nothing in it can name an application."""


def bearing_on(finding: Finding, overrides: Iterable[Override]) -> tuple[Override, ...]:
    """
    Return the overrides of the rule of *finding*, and of the values of the call that it looked at.

    Answers of the applicant are no part of the rule set, and are left out.
    """
    parts = [f"{group}[{finding.rule}]" for group in _RULES]
    parts += [part for name in finding.values for part in _parts(name)]
    return tuple(one for one in overrides if any(_within(one.path, part) for part in parts))


def bearing_on_choice(told: Iterable[T]) -> tuple[T, ...]:
    """Return the overrides or stated values of what all are compared, chosen and paid by."""
    return tuple(one for one in told if any(_within(one.path, part) for part in _CHOICE))


def _parts(name: str) -> tuple[str, ...]:
    """Return the paths in the file of a variable of expressions."""
    if name in _STANDS_ON:
        return _STANDS_ON[name]
    group, _, rest = name.partition(".")
    match group:
        case "call":
            return (rest,)
        case "parameter":
            return (f"parameters.{rest}",)
        case "table":
            return (f"tables[{rest}]",)
        case _:
            return ()


def _within(path: str, part: str) -> bool:
    return path == part or path.startswith((f"{part}.", f"{part}["))
