"""Loading: everything that is wrong in a file is told at once, and nothing else."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.ruleset import load
from innokumppanuus.testing.rulesets import FILE, core_plugins, the_ruleset, the_text, told

FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

TEN_MISTAKES = (
    ("purpose:", "purpos:"),
    ("join: any", "join: anny"),
    ("cap_per_pilot: 10000.00 EUR", "cap_per_pilot: 10 000 euroa"),
    ("&& duration_months <= call", "&& duraton_months <= call"),
    ('"amount <= call.budget.cap_per_pilot"', '"amount <= 10000"'),
    ("[K1, [K2, K3], L1]", "[K1, [K2, K4], L1]"),
    ("id: south", "id: north"),
    ("2026-09-07 23:59", "2026-09-31 23:59"),
    ("50000 EUR, sources: [ilmoitus]", "50000 EUR, sources: [ilmoitu]"),
    ("least_evaluators: 2", "least_evaluators: -2"),
)
TEN_MESSAGES = [
    "haku.yaml:5:1: purpos: is not a key here. Did you mean 'purpose'?",
    "haku.yaml:51:19: timetable.closes.value: must be a time that there is, "
    "got '2026-09-31 23:59'. Check the day and the hour.",
    "haku.yaml:60:39: budget.total.sources[0]: names 'ilmoitu', which is not there. "
    "Did you mean 'ilmoitus'?",
    "haku.yaml:61:18: budget.cap_per_pilot: must be a sum with its currency, as 50000 EUR or "
    "10000.50 EUR, got '10 000 euroa'.",
    "haku.yaml:103:14: form[8].options[1].id: must be an id of its own, got 'north', "
    "which line 102 has already.",
    "haku.yaml:116:22: eligibility[1].when: must have values that '<=' takes on both sides, "
    "got money and int. Write eur(10000), not 10000.",
    "haku.yaml:121:10: eligibility[2].when: names 'duraton_months', which is no field of the "
    "form and no value of the call. Did you mean 'duration_months'?",
    "haku.yaml:134:11: criteria[0].join: must be one of all, any, got 'anny'. Did you mean 'any'?",
    "haku.yaml:158:21: assessment.least_evaluators: must be 1 or more, got -2.",
    "haku.yaml:168:22: assessment.weighting.order[1][1]: names 'K4', which is not there. "
    "Did you mean 'K3'?",
]


def test_a_valid_file_has_neither_problems_nor_warnings() -> None:
    assert the_ruleset().warnings == ()


def test_ten_mistakes_at_once_give_ten_located_messages() -> None:
    assert told(the_text(*TEN_MISTAKES)) == TEN_MESSAGES


@pytest.mark.parametrize("mistake", TEN_MISTAKES, ids=lambda mistake: mistake[1])
def test_one_mistake_gives_one_message(mistake: tuple[str, str]) -> None:
    assert len(told(the_text(mistake))) == 1


FORM = the_text()[the_text().index("form:") : the_text().index("eligibility:")]
CRITERIA = the_text()[the_text().index("criteria:\n") : the_text().index("factors:")]
SOURCES = the_text()[the_text().index("sources:\n") : the_text().index("roles:")]


@pytest.mark.parametrize(
    "mistake",
    [
        (FORM, ""),
        (FORM, "form: {a: b}\n"),
        (CRITERIA, ""),
        (CRITERIA, "criteria: {}\n"),
        (CRITERIA, "criteria:\n"),
        (SOURCES, ""),
        (SOURCES, "sources: [ilmoitus]\n"),
        ("id: K2", "id: K1"),
        ("    kind: scored", "    kind: scord"),
        ("id: duration_months", "id: amount"),
        ("id: duration_months", "id: duration-months"),
        ("- id: id\n", "- idd: id\n"),
        ("id: local", "id: in"),
        ("type: integer", "type: intger"),
        ("type: moment", "type: date"),
        ("kind: order", "kind: ordr"),
        ("order: [K1, [K2, K3], L1]", "ordre: [K1, [K2, K3], L1]"),
        ("[K1, [K2, K3], L1]", "[K1, [K2, K3], L2]"),
        ("[K1, [K2, K3], L1]", "[K1, [K2, K2], L1]"),
        ("weighting:", "weightng:"),
        ("Europe/Helsinki", "Europe/Helsinky"),
        ("2026-09-07 23:59", "2025-09-07 23:59"),
        ("50000 EUR", "50000 SEK"),
        ("maximum: 5", "maximum: 0"),
        ("status: inferred", "status: infered"),
        ("title: Kuvitteellinen", "titel: Kuvitteellinen"),
        ("  ilmoitus:\n", "  ilmotus:\n"),
        ("id: submitted", "id: submtted"),
        ("target: 3–5", "target: {a: b}"),
        ("[K1, [K2, K3], L1]", "[[], [K2, K3], L1]"),
    ],
    ids=lambda mistake: f"{mistake[0][:12]!r}->{mistake[1][:24]!r}",
)
def test_what_follows_from_a_mistake_is_not_told(mistake: tuple[str, str]) -> None:
    assert len(told(the_text(mistake))) == 1


def test_an_expression_over_a_broken_field_still_tells_its_own_mistakes() -> None:
    spoilt = the_text(
        ("type: integer", "type: intger"),
        ("&& duration_months <= call", "&& duraton_months <= call"),
    )

    assert [line.split(":")[1] for line in told(spoilt)] == ["88", "121"]


def test_every_place_lies_in_the_file() -> None:
    text = the_text(*TEN_MISTAKES)
    lines = text.split("\n")

    for line in told(text):
        _, row, column, _ = line.split(":", 3)
        assert 1 <= int(column) <= len(lines[int(row) - 1]) + 1


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuleSetProblems, match=r"nowhere\.yaml: There is no such file"):
        load(tmp_path / "nowhere.yaml", core_plugins())


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuleSetProblems, match="cannot be opened"):
        load(tmp_path, core_plugins())


def test_messages_name_the_file_without_its_folder(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_text("id: 1\n", encoding="utf-8")

    with pytest.raises(RuleSetProblems) as caught:
        load(path, core_plugins())

    assert {problem.place.file for problem in caught.value.problems} == {FILE}


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(b"\xef\xbb\xbf" + the_text().encode())

    assert load(path, core_plugins()).hash == the_ruleset().hash


def test_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(the_text().replace("\n", "\r\n").encode())

    assert load(path, core_plugins()).hash == the_ruleset().hash


@given(st.text(max_size=300))
@FUZZ
def test_no_text_gives_anything_but_problems(text: str) -> None:
    told(text)


@given(st.binary(max_size=300))
@FUZZ
def test_no_bytes_give_anything_but_problems(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    path = tmp_path_factory.mktemp("fuzz") / FILE
    path.write_bytes(raw)

    with pytest.raises(RuleSetProblems):
        load(path, core_plugins())


ODD = (
    "",
    "-1",
    "[]",
    "{}",
    "~",
    "''",
    "x: y",
    "- a",
    "1e9",
    "2026",
    "é😀",
    '"',
    "|",
    ">\n",
    "\t",
    "!!int",
)


@given(st.data())
@FUZZ
def test_no_spoilt_file_gives_anything_but_problems(data: st.DataObject) -> None:
    lines = the_text().split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        key, colon, value = lines[at].partition(":")
        odd = data.draw(st.sampled_from(ODD) | st.text(max_size=8))
        spoilt = (f"{key}: {odd}", f"{odd}{colon}{value}", f"{key}{odd}{value}", "", lines[at] * 2)
        lines[at] = data.draw(st.sampled_from(spoilt))

    told("\n".join(lines))
