"""A table has one caption where it stands alone, and a longer one among many."""

from innokumppanuus.faces.texts import Texts
from innokumppanuus_parasta_itaa.faces.grid import Grid, columns_of


def test_table_among_many_has_a_caption_of_its_own(finnish: Texts) -> None:
    alone = Grid(title="consortium.attendance.title", columns=("a",), rows=(("1",),))
    among = Grid(
        title="consortium.attendance.title", columns=("a",), rows=(("1",),), values={"pilot": "X"}
    )

    assert "<caption>Osallistujat rooleittain</caption>" in alone.html(finnish)
    assert "<caption>Osallistujat rooleittain: X</caption>" in among.html(finnish)


def test_headings_are_in_the_language(finnish: Texts) -> None:
    assert columns_of(finnish, "region", "pilot") == ("maakunta", "aluepilotti")
