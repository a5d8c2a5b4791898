"""Files of dated values: amounts are read by their unit, and everything wrong is told at once."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import Source
from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.ruleset import read_parameters
from innokumppanuus.ruleset.parameter_files import parameters_in

TEXT = """\
innokumppanuus: 1
sources:
  uusi: {title: Uusi laki, section: 2 §, verified: true}
parameters:
  - key: koe.raja
    name: {fi: raja, sv: gräns, en: limit}
    unit: money
    values:
      - valid_from: 2010-01-01
        valid_to: 2016-12-31
        value: 30000 EUR
        source: {title: Vanha laki, section: 1 §}
      - {valid_from: 2017-01-01, value: 60000.50 EUR, source: uusi, note: ilman veroa}
  - key: koe.osuus
    name: osuus
    unit: share
    values:
      - {valid_from: 2017-01-01, value: 0.75, source: uusi}
"""


def one_of(unit: str, value: str) -> object:
    text = TEXT.replace("unit: share", f"unit: {unit}").replace("0.75", value)
    return parameters_in(text, "koe.yaml")[1].values[0].value


def told(*changes: tuple[str, str]) -> list[str]:
    text = TEXT
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    with pytest.raises(RuleSetProblems) as caught:
        parameters_in(text, "koe.yaml")
    return [str(problem) for problem in caught.value.problems]


def test_a_file_gives_its_dated_values_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "koe.yaml"
    path.write_text(TEXT, encoding="utf-8")

    read = read_parameters(path)

    assert [one.key for one in read] == ["koe.raja", "koe.osuus"]


def test_a_value_may_name_its_source_or_say_it_in_full() -> None:
    first, second = parameters_in(TEXT, "koe.yaml")[0].values

    assert first.source == Source(title="Vanha laki", section="1 §")
    assert second.source == Source(title="Uusi laki", section="2 §", verified=True)


def test_a_value_has_its_days_and_its_note() -> None:
    first, second = parameters_in(TEXT, "koe.yaml")[0].values

    assert (first.valid_from, first.valid_to) == (date(2010, 1, 1), date(2016, 12, 31))
    assert (second.valid_to, second.note) == (None, "ilman veroa")


@pytest.mark.parametrize(
    ("unit", "written", "read"),
    [
        ("money", "60000.50 EUR", Money.of("60000.50")),
        ("share", "1/3", Fraction(1, 3)),
        ("points", "3.5", Fraction(7, 2)),
        ("days", "14", 14),
        ("months", "12", 12),
        ("years", "3", 3),
        ("count", "8", 8),
        ("word", "fiscal_years", "fiscal_years"),
        ("word", "2017", "2017"),
    ],
)
def test_a_value_is_read_by_the_unit_of_its_parameter(
    unit: str, written: str, read: object
) -> None:
    value = one_of(unit, written)

    assert (value, type(value)) == (read, type(read))


def test_the_unit_may_stand_after_the_values() -> None:
    text = TEXT.replace("    unit: share\n", "") + "    unit: share\n"

    assert parameters_in(text, "koe.yaml")[1].values[0].value == Fraction(3, 4)


def test_an_overlap_is_told_at_the_later_value() -> None:
    assert told(("2016-12-31", "2017-01-01")) == [
        "koe.yaml:13:9: parameters[0].values[1]: must be values by rising validity whose times do "
        "not overlap, but the one before holds on 2017-01-01 too."
    ]


def test_a_share_above_one_is_told_at_its_value() -> None:
    assert told(("0.75", "75")) == [
        "koe.yaml:18:9: parameters[1].values[0]: must be a value counted in share, got '75'."
    ]


def test_a_unit_that_is_not_there_is_told_once() -> None:
    (line,) = told(("unit: money", "unit: mony"))

    assert line.startswith("koe.yaml:7:11: parameters[0].unit:") and "'money'" in line


def test_a_source_that_is_not_there_is_told_with_what_was_meant() -> None:
    (line,) = told(("0.75, source: uusi", "0.75, source: usi"))

    assert line == (
        "koe.yaml:18:55: parameters[1].values[0].source: names 'usi', which is not there. "
        "Did you mean 'uusi'?"
    )


def test_a_source_without_a_list_of_sources_is_told() -> None:
    lines = told(("sources:\n  uusi: {title: Uusi laki, section: 2 §, verified: true}\n", ""))

    assert [line.endswith("names 'uusi', which is not there.") for line in lines] == [True, True]


def test_a_broken_source_is_told_once_where_it_stands() -> None:
    (line,) = told(("title: Uusi laki, section", "titel: Uusi laki, section"))

    assert line.startswith("koe.yaml:3:10: sources.uusi.titel:")


@pytest.mark.parametrize("written", ["2010", "2010-01", "2010-02-30", "1.1.2010"])
def test_a_validity_begins_on_a_day(written: str) -> None:
    (line,) = told(("valid_from: 2010-01-01", f"valid_from: {written}"))

    assert line.startswith("koe.yaml:9:21: parameters[0].values[0].valid_from:")


def test_a_value_without_a_source_is_refused() -> None:
    (line,) = told((", source: uusi, note: ilman veroa", ""))

    assert "values[1]" in line and "'source'" in line


def test_a_key_given_twice_is_told_with_the_line_of_the_first() -> None:
    (line,) = told(("key: koe.osuus", "key: koe.raja"))

    assert line.startswith("koe.yaml:14:10: parameters[1].key:") and "5" in line


def test_everything_wrong_is_told_at_once() -> None:
    lines = told(
        ("30000 EUR", "30000"), ("0.75", "paljon"), ("unit: share", "unit: share\n    x: 1")
    )

    assert len(lines) == 3


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuleSetProblems, match=r"koe\.yaml"):
        read_parameters(tmp_path / "koe.yaml")


WORDS = TEXT.replace("unit: share", "unit: word\n    words: {own: {fi: oma, sv: egen, en: own}}")


def test_words_are_named_in_three_languages() -> None:
    read = parameters_in(WORDS.replace("0.75", "own"), "koe.yaml")[1]

    assert read.words["own"].say("sv") == "egen"


def test_a_word_without_a_name_is_told_where_it_stands() -> None:
    with pytest.raises(RuleSetProblems) as caught:
        parameters_in(WORDS.replace("0.75", "other"), "koe.yaml")

    (problem,) = caught.value.problems
    assert (problem.key, problem.values["got"]) == ("parameter-word", "other")
