"""Overlaps and gaps before anybody applies, against sampling of the same inputs."""

from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from innokumppanuus.domain.labels import same
from innokumppanuus.domain.tables import (
    Aggregation,
    DecisionTable,
    HitPolicy,
    OutcomeType,
    TableInput,
    TableOutput,
    TableRow,
)
from innokumppanuus.ruleset.expressions import Environment, Type
from innokumppanuus.ruleset.tables.analysis import analyse, needs_cover
from innokumppanuus.ruleset.tables.compiling import CompiledTable, compile_table

ENVIRONMENT = Environment(
    variables={
        "x": Type.INT,
        "amount": Type.MONEY,
        "sector": Type.STRING,
        "town": Type.STRING,
        "themes": Type.LIST,
        "share": Type.DOUBLE,
        "day": Type.DATE,
        "is_new": Type.BOOL,
    },
    options={"sector": ("company", "association"), "themes": ("home", "food")},
)
NUMBERS = ["-", "<= 2", "> 2", "[0..3)", "(3..5]", "4", "not(1, 4)", "0, 5"]
SECTORS = ["-", "company", "association", "not(company)"]
THEMES = ["-", "home", "food, home", "not(food)"]
ALL_THEMES = [(), ("home",), ("food",), ("home", "food")]


def made(
    inputs: tuple[str, ...], *rows: tuple[str, ...], hit: HitPolicy = HitPolicy.UNIQUE
) -> CompiledTable:
    """Return a table whose rows end in their outcome."""
    table = DecisionTable(
        id="t",
        name=same("t"),
        hit=hit,
        inputs=tuple(TableInput(value=one) for one in inputs),
        output=TableOutput(type=OutcomeType.STRING),
        rows=tuple(TableRow(when=row[:-1], then=row[-1]) for row in rows),
    )
    compiled, misfits = compile_table(table, ENVIRONMENT, "Europe/Helsinki")
    assert misfits == ()
    assert compiled is not None
    return compiled


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(NUMBERS),
            st.sampled_from(SECTORS),
            st.sampled_from(THEMES),
            st.just("a"),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_the_overlaps_and_gaps_are_those_that_sampling_finds(
    rows: list[tuple[str, ...]],
) -> None:
    table = made(("x", "sector", "themes"), *rows)

    found = analyse(table)

    hits = [
        table.run({"x": x, "sector": sector, "themes": themes}).rows
        for x, sector, themes in product(range(-2, 8), ENVIRONMENT.options["sector"], ALL_THEMES)
    ]
    pairs = {pair for one in hits for pair in combinations(one, 2)}
    assert {(one.first, one.second) for one in found.overlaps} == pairs
    assert bool(found.gaps) == any(one == () for one in hits)


def test_an_overlap_has_a_witness_in_words() -> None:
    table = made(
        ("amount", "sector"),
        ("<= 10000 EUR", "-", "small"),
        ("[10000 EUR..20000 EUR]", "company", "middle"),
    )

    overlap = analyse(table).overlaps[0]

    assert overlap.witness == "amount = 10000.00 EUR, sector = company"


def test_a_gap_of_one_cent_is_found() -> None:
    table = made(("amount",), ("< 1 EUR", "a"), ("[1 EUR..2 EUR)", "b"), ("> 2 EUR", "c"))

    assert analyse(table).gaps == ("amount = 2.00 EUR",)


def test_there_is_no_gap_between_a_day_and_the_next() -> None:
    table = made(("day",), ("<= 2017-12-31", "old"), (">= 2018-01-01", "new"))

    assert analyse(table).gaps == ()


def test_there_is_a_gap_between_two_numbers() -> None:
    table = made(("share",), ("<= 0.5", "low"), (">= 0.51", "high"))

    assert analyse(table).gaps == ("share = 0.505",)


def test_a_word_that_no_row_names_is_a_gap() -> None:
    table = made(("town",), ("Pori", "a"), ("Rauma", "b"))

    assert analyse(table).gaps == ("town = …",)


def test_a_row_behind_others_that_match_all_of_it_is_idle() -> None:
    table = made(("x",), ("<= 5", "a"), ("> 3", "b"), ("[2..9]", "c"), hit=HitPolicy.FIRST)

    assert analyse(table).idle == (3,)


def test_a_value_known_only_with_applications_is_left_out_and_told() -> None:
    table = made(("x", "is_new"), ("<= size(town)", "true", "a"), ("-", "true", "b"))

    found = analyse(table)

    assert (found.open_rows, found.overlaps, found.gaps) == ((1,), (), ())


def test_two_columns_of_one_input_are_one_axis() -> None:
    table = made(("x", "x"), (">= 0", "<= 5", "a"), ("< 0", "-", "b"), ("-", "> 5", "c"))

    found = analyse(table)

    assert (found.overlaps, found.gaps) == ((), ())


def test_inputs_that_are_reckoned_are_not_sure() -> None:
    assert not analyse(made(("x + 1",), ("<= 5", "a"))).is_sure


def test_a_search_in_too_many_pieces_is_given_up_and_says_so() -> None:
    flags = tuple(f"x + {n}" for n in range(14))
    rows = [tuple("0" if k in (n, n + 1) else "-" for k in range(14)) + ("a",) for n in range(13)]
    rows += [tuple("5" if k in (n, (n + 5) % 14) else "-" for k in range(14)) + ("a",)
             for n in range(14)]  # fmt: skip

    assert not analyse(made(flags, *rows)).is_whole


def test_lists_of_outcomes_need_no_row_for_everything() -> None:
    table = made(("x",), ("1", "a"), hit=HitPolicy.RULE_ORDER)

    assert not needs_cover(table)
    assert table.table.aggregation is Aggregation.LIST
