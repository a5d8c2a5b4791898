"""Pictures tell by shape and not by colour alone, and have a title and a description."""

from fractions import Fraction

from innokumppanuus.faces.texts import Texts
from innokumppanuus_parasta_itaa.domain.canvas import ParticipantRole
from innokumppanuus_parasta_itaa.domain.consortium import Consortium
from innokumppanuus_parasta_itaa.faces.pictures import RoleRow, balance_svg, levels_svg, roles_svg


def test_covered_missing_and_untold_roles_differ_in_shape(finnish: Texts) -> None:
    some = RoleRow(name="A", covered=(ParticipantRole.CLIENTS,))
    unknown = RoleRow(name="B", covered=None)

    picture = roles_svg([some, unknown], finnish, "p")

    assert picture.count("<circle") == 4
    assert picture.count("<path") == 3
    assert picture.count(">?</text>") == 4


def test_known_balance_is_a_dot_and_bounds_are_a_bar(finnish: Texts) -> None:
    rows = [
        ("A", (Fraction(3), Fraction(3))),
        ("B", (Fraction(2), Fraction(3))),
        ("C", None),
    ]

    picture = balance_svg(rows, finnish, "p")

    assert picture.count("<circle") == 1
    assert picture.count('fill="url(#p-hatch)"') == 1


def test_line_goes_to_each_deed_that_is_carried(exercise: Consortium, finnish: Texts) -> None:
    assert levels_svg(exercise, finnish, "p").count("<line") == 3


def test_long_names_are_cut_and_escaped(finnish: Texts) -> None:
    picture = roles_svg([RoleRow(name="<" + "a" * 60, covered=())], finnish, "p")

    assert "&lt;aaa" in picture and "…" in picture
