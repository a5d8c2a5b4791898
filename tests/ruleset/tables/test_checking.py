"""Decision tables in a rule set file: problems in their place, warnings with a witness."""

from innokumppanuus.errors import Problem
from innokumppanuus.ruleset.checked import Checked
from innokumppanuus.ruleset.document import parse
from innokumppanuus.ruleset.expressions import Environment, Type
from innokumppanuus.ruleset.reading import Reader
from innokumppanuus.ruleset.tables.checking import CheckedTables, check_tables, table_notices
from innokumppanuus.testing.rulesets import FILE, core_plugins

HEAD = """innokumppanuus: 1
id: koe
name: Koe
form: []
tables:
"""
GRADE = """  - id: grade
    name: Luokka
    inputs: [{value: amount}, {value: sector}]
    output: {type: string}
    rows:
      - when: ["<= 10000 EUR", "-"]
        then: small
      - when: [">10000 EUR", company]
        then: large
      - when: ["> 10000 EUR", association]
        then: large
"""
ENVIRONMENT = Environment(
    variables={"amount": Type.MONEY, "sector": Type.STRING, "months": Type.INT},
    options={"sector": ("company", "association")},
)


def read(text: str) -> tuple[Checked, CheckedTables]:
    document = parse(HEAD + text, FILE)
    draft = Reader(document, "Europe/Helsinki").call()
    checked = Checked(call=draft, document=document, plugins=core_plugins())
    return checked, check_tables(checked, ENVIRONMENT)


def told(text: str) -> list[str]:
    return [str(problem) for problem in read(text)[1].problems]


def noted(text: str) -> list[Problem]:
    checked, tables = read(text)
    assert tables.problems == ()
    return list(table_notices(checked, tables.compiled))


def test_a_sound_table_has_nothing_to_be_told() -> None:
    assert (told(GRADE), noted(GRADE)) == ([], [])


def test_a_broken_cell_is_told_at_its_character_in_the_file() -> None:
    assert told(GRADE.replace("company]", "compny]")) == [
        "haku.yaml:13:30: tables[0].rows[1].when[1]: compares sector with 'compny', which it can "
        "never be. Did you mean 'company'?"
    ]


def test_a_place_in_a_quoted_cell_counts_the_quote() -> None:
    assert told(GRADE.replace('"> 10000 EUR"', '"> 10000"')) == [
        "haku.yaml:15:19: tables[0].rows[2].when[0]: must be a sum with its currency, as "
        "50000 EUR or 10000.50 EUR, got '10000'."
    ]


def test_an_overlap_in_a_unique_table_stops_the_work_with_a_witness() -> None:
    text = GRADE.replace("<= 10000 EUR", "<= 10001 EUR")

    assert told(text)[0] == (
        "haku.yaml:13:9: tables[0].rows[1]: matches the same as row 1: amount = 10000.01 EUR, "
        "sector = company hits rows 1 and 2. Change one of them."
    )


def test_overlaps_beyond_the_first_few_are_counted() -> None:
    rows = '      - {when: ["-", "-"], then: a}\n' * 5
    head = GRADE[: GRADE.index("      - when")]

    keys = [problem.key for problem in read(head + rows)[1].problems]

    assert keys == ["table-overlap"] * 5 + ["table-more-overlaps"]


def test_an_overlap_of_reckoned_inputs_only_warns() -> None:
    text = GRADE.replace("{value: amount}", "{value: amount * 2}").replace(
        "<= 10000 EUR", "<= 20002 EUR"
    )

    assert [one.key for one in noted(text)] == ["table-overlap-perhaps"] * 2


def test_a_gap_is_told_with_an_example() -> None:
    text = GRADE.replace("association]", "company]").replace('"> 10000 EUR", comp', '"-", comp')
    text = text.replace("inputs:", "hit: first\n    inputs:")

    gap = next(one for one in noted(text) if one.key == "table-gap")

    assert gap.values == {"witness": "amount = 10000.01 EUR, sector = association"}


def test_a_table_may_use_an_earlier_one() -> None:
    later = """  - id: level
    name: Taso
    inputs: [{value: table.grade}]
    output: {type: int}
    rows:
      - {when: [small], then: 1}
      - {when: [large], then: 2}
"""

    assert (told(GRADE + later), noted(GRADE + later)) == ([], [])


def test_a_table_may_not_use_itself_or_a_later_one() -> None:
    text = GRADE.replace("{value: sector}", "{value: table.grade}")

    assert told(text) == [
        "haku.yaml:8:39: tables[0].inputs[1].value: names table.grade, which comes later or is "
        "this table itself. Move that table before this one."
    ]


def test_two_tables_of_one_id_are_told_once() -> None:
    assert [one.key for one in read(GRADE + GRADE)[1].problems] == ["id-twice"]


def test_a_table_that_cannot_be_read_makes_its_name_unsure() -> None:
    _, tables = read(GRADE.replace("type: string", "type: strng"))

    assert (tables.unsure, tables.compiled) == ({"table.grade"}, ())
