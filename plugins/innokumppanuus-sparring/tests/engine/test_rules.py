"""A rule is agreed on when everyone has been recorded to accept it."""

from innokumppanuus.domain.labels import same
from innokumppanuus.domain.programme import Participant
from innokumppanuus_sparring.domain.sparring import Acceptance, Expert, SharedRule
from innokumppanuus_sparring.engine.rules import acceptance_standings, is_agreed

RULES = tuple(
    SharedRule(id=one, name=same(one)) for one in ("tavoitteellisuus", "luottamuksellisuus")
)
BOTH = ("luottamuksellisuus", "tavoitteellisuus")


def test_everyone_who_has_accepted_all_makes_the_rules_agreed(a_sparring) -> None:
    given = tuple(Acceptance(participant=one, rules=BOTH) for one in ("m1", "m2"))

    assert is_agreed(a_sparring(members=2, rules=RULES, acceptances=given))


def test_one_rule_that_one_lacks_is_asked_of_it(a_sparring) -> None:
    given = (
        Acceptance(participant="m1", rules=BOTH),
        Acceptance(participant="m2", rules=("tavoitteellisuus",)),
    )
    sparring = a_sparring(members=2, rules=RULES, acceptances=given)

    assert [one.lacking for one in acceptance_standings(sparring)] == [(), ("luottamuksellisuus",)]
    assert not is_agreed(sparring)


def test_experts_are_asked_too(a_sparring) -> None:
    expert = Participant(id="e1", name=same("myynti"))
    given = tuple(Acceptance(participant=one, rules=BOTH) for one in ("m1", "m2"))
    sparring = a_sparring(
        members=2,
        people=[expert],
        experts=(Expert(participant="e1"),),
        rules=RULES,
        acceptances=given,
    )

    assert [one.participant for one in acceptance_standings(sparring) if one.lacking] == ["e1"]


def test_programme_without_rules_has_agreed_on_nothing(a_sparring) -> None:
    assert not is_agreed(a_sparring(members=2))
