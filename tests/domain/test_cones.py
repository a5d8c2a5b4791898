from fractions import Fraction

from innokumppanuus.domain.cones import Cone, dot, halves, whole


def test_a_row_becomes_the_smallest_whole_numbers_of_its_ratios() -> None:
    assert whole([Fraction(1, 2), Fraction(-1, 3), Fraction(0)]) == (3, -2, 0)


def test_a_cut_leaves_the_rays_of_the_part() -> None:
    cone = Cone.orthant(3).where((1, -1, 0))

    assert set(cone.rays) == {(1, 0, 0), (0, 0, 1), (1, 1, 0)}


def test_every_ray_keeps_every_condition() -> None:
    cone = Cone.orthant(4)
    for row in ((1, -1, 0, 0), (0, 2, -1, -1), (-3, 1, 5, 0)):
        cone = cone.where(row)

    assert cone.rays
    assert all(dot(facet, ray) >= 0 for facet in cone.facets for ray in cone.rays)


def test_conditions_that_contradict_leave_no_ray() -> None:
    cone = Cone.orthant(2).where((1, -2)).where((-1, 1))

    assert cone.rays == ()


def test_a_ray_is_marked_with_the_facets_that_it_lies_on() -> None:
    assert Cone.orthant(2).marked() == [((1, 0), 0b10), ((0, 1), 0b01)]


def test_halves_share_the_new_rays_of_the_plane_between_them() -> None:
    inside, outside, between = halves(Cone.orthant(2).marked(), (1, -1), 2)

    assert [ray for ray, _ in inside] == [(1, 0)]
    assert [ray for ray, _ in outside] == [(0, 1)]
    assert between == [((1, 1), 0b100)]


def test_a_ray_in_the_plane_is_in_both_halves_and_marked() -> None:
    inside, outside, between = halves(Cone.orthant(2).marked(), (0, 1), 2)

    assert inside == [((1, 0), 0b110), ((0, 1), 0b001)]
    assert outside == [((1, 0), 0b110)]
    assert between == []
