"""Every fact of a programme is told with how it is known."""

from collections.abc import Callable

import pytest

from innokumppanuus.domain.programme import Programme
from innokumppanuus.faces.reports import programme_facts as facts
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.programmes import a_plain_programme

EN = Texts.load("en")


def told(write: Callable[[Programme, Texts], str], *changes: tuple[str, str]) -> str:
    return write(a_plain_programme(*changes).programme, EN)


def test_inferred_end_tells_why_and_by_which_source() -> None:
    html = told(facts.basics_html)

    assert "<td>December 2013</td><td>inferred: viimeinen kuukausi</td><td>1</td>" in html


def test_ending_that_nobody_tells_is_not_stated() -> None:
    html = told(facts.basics_html, ("  ending: superseded\n", ""))

    assert '<th scope="row">How it ended</th><td>not stated</td>' in html


def test_superseded_programme_says_so() -> None:
    assert "<td>superseded</td>" in told(facts.basics_html)


def test_role_that_the_source_does_not_tell_stays_not_known() -> None:
    assert "Role not known (lähde ei kerro)" in told(facts.people_html)


def test_disputed_funder_keeps_its_note_and_share() -> None:
    html = told(facts.people_html)

    assert "Funder (disputed: lähteet eri mieltä); share of the funding 50%" in html


def test_participant_that_was_followed_by_another_tells_by_whom_and_when() -> None:
    html = told(facts.people_html)

    assert "until 31 December 2022. Followed by Uusi hyvinvointialue. not verified" in html


def test_role_without_a_party_is_told_by_its_name_and_sector() -> None:
    assert '<th scope="row">Entrepreneurs</th><td>company</td>' in told(facts.people_html)


def test_option_tells_what_it_depends_on() -> None:
    html = told(facts.phases_html)

    assert "Goes on from Kehitys. Begins only after a decision to go on" in html
    assert "To be decided by 30 November 2011" in html


def test_phases_without_days_have_a_table_and_no_picture() -> None:
    programme = a_plain_programme().programme
    bare = Programme(
        id=programme.id,
        name=programme.name,
        kind=programme.kind,
        phases=tuple(type(one)(id=one.id, name=one.name) for one in programme.phases),
    )

    html = facts.phases_html(bare, EN)

    assert "<table>" in html and "<svg" not in html


def test_event_without_sessions_is_not_left_out() -> None:
    assert '<th scope="row">Työpajat</th><td>–</td><td>not stated</td>' in told(facts.events_html)


def test_session_tells_its_hours_place_and_method() -> None:
    html = told(facts.events_html)

    assert "22 December 2010, 12:00–16:00" in html
    assert "<td>Kuviteltu sali</td><td>experience sharing</td>" in html


def test_count_is_told_in_the_words_of_the_source_with_its_bounds() -> None:
    assert '<th scope="row">Applicants</th><td>melkein 20 (0–19)</td>' in told(facts.facts_html)


def test_gap_is_told_as_not_stated() -> None:
    assert '<th scope="row">Time between meetings</th><td>not stated</td>' in told(facts.facts_html)


def test_who_answers_for_something_is_told_by_name() -> None:
    assert "Leads (Uusi hyvinvointialue)" in told(facts.profile_html)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  starts: 2010-12\n", "", "…–December 2013"),
        (
            "  ends: {value: 2013-12, status: inferred, note: viimeinen kuukausi, "
            "sources: [kalvot]}\n",
            "",
            "December 2010",
        ),
    ],
)
def test_open_end_of_a_span_is_not_filled_in(old: str, new: str, expected: str) -> None:
    programme = a_plain_programme((old, new)).programme

    assert facts.span_text(programme.starts, programme.ends, EN) == expected
