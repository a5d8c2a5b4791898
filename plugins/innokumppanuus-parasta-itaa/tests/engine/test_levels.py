"""Practice and structure stand side by side, and what nothing carries on is told."""

from innokumppanuus_parasta_itaa.domain.consortium import Consortium, Level
from innokumppanuus_parasta_itaa.engine.levels import levels


def test_each_region_has_a_row_and_what_is_above_them_the_last(exercise: Consortium) -> None:
    rows = levels(exercise).rows

    assert [row.region for row in rows] == [*(one.id for one in exercise.regions), ""]


def test_region_without_structure_lacks_it(exercise: Consortium) -> None:
    lacking = {row.region: row.lacks for row in levels(exercise).rows if row.lacks}

    assert lacking == {"kymenlaakso": (Level.STRUCTURE,)}


def test_practice_that_nothing_carries_on_is_loose(exercise: Consortium) -> None:
    found = levels(exercise)

    assert [one.id for one in found.loose] == ["ky-kierros"]
    assert ("ps-paja", ["ps-sopimus"]) in [
        (deed.id, [one.id for one in others]) for deed, others in found.carried
    ]


def test_real_regions_work_on_both_levels(real: Consortium) -> None:
    assert not [row.region for row in levels(real).rows if row.lacks]
