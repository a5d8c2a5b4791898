"""The network holds what was made by a day, and tells what a day leaves unsure."""

from fractions import Fraction

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.labels import same
from innokumppanuus.domain.parties import Party
from innokumppanuus.domain.sources import Fact, missing
from innokumppanuus_sparring.domain.agreements import Agreement
from innokumppanuus_sparring.engine.agreements import growth, network

ZONE = "Europe/Helsinki"
OTHER = Party(id="muu", name=same("Kuvitteellinen muu"), is_fictional=True)


def month(year: int, number: int) -> When:
    return When.month(year, number, ZONE)


def an_agreement(id_: str, *members: str, others=(), signed: When | None = None) -> Agreement:
    when: Fact[When] = Fact(value=signed) if signed else missing()
    return Agreement(id=id_, name=same(id_), members=members, others=tuple(others), signed=when)


def test_agreement_of_members_is_inside_and_one_with_others_outside(a_sparring) -> None:
    made = (an_agreement("a", "m1", "m2"), an_agreement("b", "m1", others=[OTHER]))

    found = network(a_sparring(members=3, agreements=made))

    assert (found.inside, found.outside) == (("a",), ("b",))


def test_network_of_a_day_holds_what_was_made_by_its_end(a_sparring) -> None:
    made = (an_agreement("a", "m1", "m2", signed=month(2018, 1)),)
    sparring = a_sparring(agreements=made)

    before, at, _ = growth(sparring, [month(2018, 1), month(2017, 12)])

    assert (before.inside, at.inside) == ((), ("a",))


def test_agreement_of_a_month_is_unsure_in_the_middle_of_it(a_sparring) -> None:
    made = (an_agreement("a", "m1", "m2", signed=month(2018, 1)),)
    middle = When.day(month(2018, 1).earliest.date().replace(day=15), ZONE)

    found = network(a_sparring(agreements=made), middle)

    assert (found.inside, found.unsure) == ((), ("a",))
    assert [(one.first, one.second, one.is_sure) for one in found.ties] == [("m1", "m2", False)]


def test_agreement_without_a_day_counts_in_the_whole_only(a_sparring) -> None:
    sparring = a_sparring(agreements=(an_agreement("a", "m1", "m2"),))

    then, whole = growth(sparring, [month(2018, 1)])

    assert (then.inside, then.unsure, whole.inside) == ((), ("a",), ("a",))


def test_reach_is_the_share_of_pairs_that_have_an_agreement(a_sparring) -> None:
    made = (
        an_agreement("a", "m1", "m2"),
        an_agreement("b", "m1", "m2"),
        an_agreement("c", "m1", "m3"),
    )

    assert network(a_sparring(members=4, agreements=made)).reach == Fraction(2, 6)


def test_agreement_of_three_ties_every_two_of_them(a_sparring) -> None:
    found = network(a_sparring(members=4, agreements=(an_agreement("a", "m1", "m2", "m4"),)))

    assert [(one.first, one.second) for one in found.ties] == [
        ("m1", "m2"),
        ("m1", "m4"),
        ("m2", "m4"),
    ]
    assert found.groups == 2


def test_others_are_not_tied_to_each_other(a_sparring) -> None:
    second = Party(id="toinen", name=same("Kuvitteellinen toinen"), is_fictional=True)
    made = (an_agreement("a", "m1", others=[OTHER, second]),)

    found = network(a_sparring(members=2, agreements=made))

    assert [(one.first, one.second) for one in found.ties] == [("m1", "muu"), ("m1", "toinen")]


def test_common_party_outside_joins_members_into_one_part(a_sparring) -> None:
    made = (an_agreement("a", "m1", others=[OTHER]), an_agreement("b", "m2", others=[OTHER]))

    found = network(a_sparring(members=3, agreements=made))

    assert found.groups == 2
    assert found.reach == 0


def test_unsure_agreement_joins_nobody(a_sparring) -> None:
    sparring = a_sparring(members=2, agreements=(an_agreement("a", "m1", "m2"),))

    then, _ = growth(sparring, [month(2018, 1)])

    assert (then.groups, then.node("m1").partners) == (2, 0)


def test_growth_never_loses_an_agreement(a_sparring) -> None:
    made = tuple(
        an_agreement(f"a{at}", "m1", f"m{at + 1}", signed=month(2018, at)) for at in (1, 2, 3)
    )

    sizes = [
        len(one.inside)
        for one in growth(a_sparring(agreements=made), [month(2018, at) for at in (1, 2, 3)])
    ]

    assert sizes == [1, 2, 3, 3]
