"""Places, invitations and calendars of a series of events from the command line."""

from pathlib import Path

import openpyxl
import pytest

import innokumppanuus_sparring
from innokumppanuus.testing.command_line import ask

DATA = Path(innokumppanuus_sparring.__file__).parent / "data"
KEY = "tapahtumat-harjoitus"
REGISTRATIONS = DATA / "ilmoittautumiset-harjoitus.csv"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_places_are_told_in_every_language(language: str) -> None:
    line = ("--lang", language, "events", "places", KEY, "--registrations", REGISTRATIONS)

    assert ask(*line).code == 0


def test_promotion_names_the_cancelling_that_gave_the_place() -> None:
    line = ("--json", "events", "places", KEY, "--registrations", REGISTRATIONS)

    (first, second) = ask(*line).document["result"]["places"]

    promoted = [one for one in first["steps"] if one["change"] == "promoted"]
    assert [(one["registration"], one["because_of"]) for one in promoted] == [("I07", "I02")]
    assert second["seated"] == ["J04", "J01", "J03", "J05"]


def test_what_is_wrong_in_the_list_stops_the_command(tmp_path: Path) -> None:
    text = REGISTRATIONS.read_text(encoding="utf-8").replace("1.9.2026 klo 8.02", "aamulla")
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")

    answer = ask("--json", "events", "places", KEY, "--registrations", path)

    assert answer.code == 1
    assert [one["key"] for one in answer.document["problems"]] == ["cell-moment"]


def test_empty_form_can_be_filled_in_and_read(tmp_path: Path) -> None:
    path = tmp_path / "lomake.xlsx"
    ask("events", "form", KEY, "--out", path)
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    page.append(["I1", "aamu-1", None, "Asukas", "1.9.2026 klo 9.00", None])
    book.save(path)

    answer = ask("--json", "events", "places", KEY, "--registrations", path)

    assert answer.document["result"]["places"][0]["seated"] == ["I1"]


@pytest.mark.parametrize(
    ("language", "word"), [("fi", "Tervetuloa"), ("sv", "Välkommen"), ("en", "Welcome")]
)
def test_invitation_is_in_the_language_asked_for(language: str, word: str) -> None:
    assert word in ask("--lang", language, "events", "invitation", KEY).out


def test_unknown_event_is_a_usage_problem() -> None:
    assert ask("events", "invitation", KEY, "--event", "x").code == 2


def test_calendar_is_written_the_same_every_time(tmp_path: Path) -> None:
    first, second = tmp_path / "a.ics", tmp_path / "b.ics"

    codes = [ask("events", "calendar", KEY, "--out", one).code for one in (first, second)]

    assert codes == [0, 0]
    assert first.read_bytes() == second.read_bytes()


def test_calendar_tells_what_it_cannot_hold(tmp_path: Path) -> None:
    line = ("--json", "events", "calendar", "sparraus-harjoitus", "--out", tmp_path / "a.ics")

    result = ask(*line).document["result"]

    assert (result["sessions"], result["undated"]) == (5, [])


def test_programme_of_another_kind_is_told_of() -> None:
    line = ("events", "places", "sparraus-harjoitus", "--registrations", REGISTRATIONS)

    assert [one["key"] for one in ask("--json", *line).document["problems"]] == [
        "sparring.registration-series"
    ]


def test_calendar_without_any_day_is_not_written(tmp_path: Path) -> None:
    text = (DATA / "tapahtumat-harjoitus.yaml").read_text(encoding="utf-8")
    for day in ("2026-09-15 09:00", "2026-11-17 09:00"):
        text = text.replace(f"starts: {day}, ", "")
    path, out = tmp_path / "sarja.yaml", tmp_path / "a.ics"
    path.write_text(text, encoding="utf-8")

    answer = ask("--json", "events", "calendar", path, "--out", out)

    assert (answer.code, [one["key"] for one in answer.document["problems"]]) == (
        1,
        ["sparring.calendar-empty"],
    )
    assert not out.exists()
