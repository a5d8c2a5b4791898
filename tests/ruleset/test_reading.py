"""Reading: the file's short forms become nouns, and each broken value is told by itself."""

from datetime import datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from innokumppanuus.domain.call import Rest, TieRule
from innokumppanuus.domain.dates import Count, Precision
from innokumppanuus.domain.labels import Label, same
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.principles import UserRole
from innokumppanuus.domain.sources import Status
from innokumppanuus.testing.rulesets import the_ruleset, the_text, told


def message(old: str, new: str) -> str:
    """Return the only message, without its place."""
    (line,) = told(the_text((old, new)))
    return line.split(":", 3)[3].strip()


def test_a_bare_value_is_a_stated_fact() -> None:
    cap = the_ruleset().call.budget.cap_per_pilot

    assert (cap.value, cap.status) == (Money.of(10_000), Status.STATED)


def test_a_missing_fact_is_kept_missing() -> None:
    starts = the_ruleset().call.timetable.starts

    assert (starts.value, starts.status, starts.note) == (
        None,
        Status.MISSING,
        "Ilmoitus ei kerro.",
    )


def test_a_phrase_spans_from_the_first_day_to_the_end_of_the_last() -> None:
    when = the_ruleset().call.timetable.decided.value

    assert when is not None and when.precision is Precision.PHRASE
    assert (when.text, when.latest) == (
        "syyskuun alussa",
        datetime(2026, 9, 10, 23, 59, 59, 999_999, tzinfo=ZoneInfo("Europe/Helsinki")),
    )


def test_the_zone_of_the_file_is_that_of_its_times() -> None:
    opens = the_ruleset(("Europe/Helsinki", "Europe/Stockholm")).call.timetable.opens.value

    assert opens is not None and str(opens.earliest.tzinfo) == "Europe/Stockholm"


def test_a_zone_that_stands_last_is_used_all_the_same() -> None:
    moved = the_text(("zone: Europe/Helsinki\n", "")) + "\nzone: Europe/Stockholm\n"

    assert told(moved) == []


def test_a_lone_word_in_an_order_is_a_group_of_one() -> None:
    assessment = the_ruleset().call.assessment

    assert assessment is not None
    assert assessment.weighting.order == (("K1",), ("K2", "K3"), ("L1",))


def test_one_name_for_all_languages_is_said_in_each() -> None:
    party = the_ruleset().call.roles[0].party

    assert party is not None and party.name == same("Kuvitteellinen kaupunki")


def test_words_that_yaml_readers_take_for_something_else_stay_words() -> None:
    field = the_ruleset().call.field("applicant")

    assert field is not None and field.aliases == ("Hakijan nimi", "NO")


def test_numbers_in_settings_are_exact() -> None:
    assert the_ruleset().call.funding.options == {
        "shares": (Fraction(1, 2), "1/2"),
        "until": "23:59",
    }


def test_words_become_enumerations() -> None:
    call = the_ruleset().call

    assert call.selection is not None and call.selection.rest is Rest.NOT_STATED
    assert call.selection.tie_rules[0] is TieRule.CRITERIA_ORDER
    assert call.principles.user_centredness.groups[0].roles[0] is UserRole.CO_DEVELOPER


@pytest.mark.parametrize("written", ["3–5", "{least: 3, most: 5}", "{value: {least: 3, most: 5}}"])
def test_a_count_has_a_short_and_a_long_form(written: str) -> None:
    target = the_ruleset(("target: 3–5", f"target: {written}")).call.budget.target

    assert target.value == Count(least=3, most=5)


def test_a_quoted_number_is_read_where_a_number_is_due() -> None:
    assert the_ruleset(("maximum: 5", "maximum: '5'")).call.budget.maximum.value == 5


def test_a_label_may_lack_a_language() -> None:
    ruleset = the_ruleset(("{fi: omarahoitus, sv: egenfinansiering, en: own funding}", "{fi: oma}"))

    assert ruleset.call.gaps[0].topic == Label("oma")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "purpose:",
            "purpos:",
            "purpos: is not a key here. Did you mean 'purpose'?",
        ),
        (
            "rest: not_stated",
            "tapa: x",
            "selection.tapa: is not a key here. The keys are selector, tie_rules, lottery_seed, "
            "rest, options, limits, tie_steps.",
        ),
        (
            "    step: 1\n",
            "    step:\n",
            "assessment.scale.step: must have a value. Leave the key out when there is none.",
        ),
        (
            "aliases: [Hakijan nimi, NO]",
            "aliases: NO",
            "form[1].aliases: must be a list, got 'NO'.",
        ),
        (
            "    title: Kuvitteellinen hakuilmoitus\n",
            "",
            "sources.ilmoitus: must have the key 'title'.",
        ),
        (
            "is_public: false",
            "is_public: ei",
            "form[7].is_public: must be true or false, got 'ei'.",
        ),
        ("id: north", "id: ''", "form[8].options[0].id: must not be empty."),
        (
            "id: duration_months",
            "id: 1kk",
            "form[5].id: must begin with a letter a–z and go on with letters a–z, digits or '_', "
            "got '1kk'.",
        ),
        (
            "status: inferred",
            "status: disputed\n    note_: x",
            "timetable.decided.note_: is not a key here. Did you mean 'note'?",
        ),
        (
            "    note: Alku tarkoittaa kymmentä ensimmäistä päivää.\n",
            "",
            "timetable.decided.status: must have a note that says why it is inferred.",
        ),
        (
            "business_id: 1234567-1",
            "business_id: 1234567",
            "roles[0].party.business_id: must be a business id such as 1234567-1, got '1234567'.",
        ),
        (
            "earliest: 2026-09-01, latest: 2026-09-10",
            "earliest: 2026-09-11, latest: 2026-09-10",
            "timetable.decided.value.latest: must not end before it begins, got 2026-09-11 "
            "00:00:00+03:00 to 2026-09-10 23:59:59.999999+03:00.",
        ),
        (
            "innokumppanuus: 1",
            "innokumppanuus: 2",
            "innokumppanuus: must be 1, the version of the format, got 2.",
        ),
    ],
)
def test_a_broken_value_is_told_with_what_it_must_be(old: str, new: str, said: str) -> None:
    assert message(old, new) == said


def test_a_long_value_is_shortened_in_its_message() -> None:
    assert message("maximum: 5", f"maximum: {'9' * 900}").endswith(f"got '{'9' * 39}…'.")


def test_a_misspelt_key_is_read_as_what_it_means() -> None:
    lines = told(the_text(("target: 3–5", "taget: paljon")))

    assert [line.split(": ")[1] for line in lines] == ["budget.taget", "budget.target"]
