"""A finding is acknowledged where it stands, by name and with a reason; else the comment tells."""

import pytest

from innokumppanuus.ruleset.linting import LintFinding
from innokumppanuus.testing.linting import linted

TOTAL = "  total: {value: 50000 EUR, sources: [ilmoitus]}"
KEY = "budget-never-binds"


def about_total(*changes: tuple[str, str]) -> LintFinding:
    return next(one for one in linted(*changes) if one.key == KEY)


def amiss(*changes: tuple[str, str]) -> list[tuple[str, int]]:
    found = linted(*changes)
    return [(one.key, one.place.line) for one in found if one.key.startswith("ok-")]


@pytest.mark.parametrize(
    "text",
    [
        f"{TOTAL}  # ok: {KEY} Näin on tarkoitettu.",
        f"  # ok: {KEY} Näin on tarkoitettu.\n{TOTAL}",
        f"  # ok: {KEY} Näin on tarkoitettu.\n  # Toinen selitys.\n{TOTAL}",
    ],
)
def test_a_reason_on_the_line_or_above_it_acknowledges(text: str) -> None:
    assert about_total((TOTAL, text)).reason == "Näin on tarkoitettu."
    assert amiss((TOTAL, text)) == []


def test_a_key_whose_value_begins_on_the_next_line_is_acknowledged_above_it() -> None:
    decided = (
        "  decided:\n",
        "  # ok: decided-may-precede-close Ilmoitus sanoo näin.\n  decided:\n",
    )

    found = next(one for one in linted(decided) if one.path == "timetable.decided")

    assert found.is_acknowledged


@pytest.mark.parametrize(
    "text",
    [
        f"  # ok: {KEY} Liian ylhäällä.\n  # maali\n\n  cap_per_pilot",
        "  # ok: cap-never-binds Väärä nimi.\n  cap_per_pilot",
    ],
)
def test_an_acknowledgement_of_nothing_is_a_finding(text: str) -> None:
    assert [key for key, _ in amiss(("  cap_per_pilot", text))] == ["ok-unused"]


def test_an_acknowledgement_without_a_reason_is_a_finding_and_does_not_count() -> None:
    change = (TOTAL, f"{TOTAL}  # ok: {KEY}")

    assert not about_total(change).is_acknowledged
    assert [key for key, _ in amiss(change)] == ["ok-without-reason"]


def test_what_looks_like_one_inside_a_text_is_none() -> None:
    inside = ("    note: Ilmoitus ei kerro.\n", f"    note: 'Kirjoita # ok: {KEY} syy'\n")

    assert amiss(inside) == []
