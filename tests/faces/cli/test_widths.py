"""Columns are wide enough for their words, and no table is wider than its line."""

from random import Random

from innokumppanuus.faces.cli.widths import EDGES, GAP, broken, column_widths


def test_what_fits_is_as_wide_as_it_needs() -> None:
    assert column_widths(["Tunnus", "Nimi"], [["H01", "Kuvitteellinen Oy"]], 60) == (6, 17)


def test_short_cells_stay_whole_while_long_ones_give_way() -> None:
    rows = [["10\u00a0000,00\u00a0€", "pitkä selitys, joka ei mahdu yhdelle riville millään"]]

    widths = column_widths(["Summa", "Miksi"], rows, 40)

    assert widths is not None
    assert widths[0] == 11 and sum(widths) == 40 - EDGES - GAP


def test_words_that_do_not_fit_side_by_side_have_no_widths() -> None:
    assert column_widths(["a", "b"], [["x" * 30, "y" * 30]], 50) is None


def test_no_word_is_broken_and_no_table_is_too_wide() -> None:
    random = Random(4)
    fitted = 0
    for _ in range(500):
        cells = [
            [" ".join("x" * random.randint(1, 14) for _ in range(random.randint(1, 6)))]
            for _ in range(random.randint(1, 6))
        ]
        rows = list(zip(*cells, strict=True))
        most = random.randint(20, 100)
        widths = column_widths([""] * len(cells), rows, most)
        if widths is None:
            continue
        fitted += 1
        assert sum(widths) + EDGES + GAP * (len(widths) - 1) <= most
        for (cell,), width in zip(cells, widths, strict=True):
            lines = broken(cell, width).split("\n")
            assert max(map(len, lines)) <= width
            assert " ".join(lines) == cell
    assert fitted > 100


def test_a_sum_is_not_broken_at_its_own_spaces() -> None:
    assert broken("yhteensä 10\u00a0000,00\u00a0€", 12) == "yhteensä\n10\u00a0000,00\u00a0€"
