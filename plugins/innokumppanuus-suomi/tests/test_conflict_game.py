"""Role cards judged by the engine of conflicts: each ground, none, and what people state."""

from pathlib import Path

import attrs
import pytest

from innokumppanuus.errors import RuleSetProblems
from innokumppanuus_suomi.conflict_game import FILE, CardFile, RoleCard, judge, read_cards
from innokumppanuus_suomi.conflicts import grounds

CARDS = read_cards()


def card(id: str) -> RoleCard:
    return next(one for one in CARDS.cards if one.id == id)


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("owner", ("party", "benefit")),
        ("spouse", ("party", "benefit")),
        ("part-time", ("employment",)),
        ("chair", ("board",)),
        ("consultant", ("assists", "employment")),
        ("sister-company", ("other",)),
        ("feud", ("other",)),
        ("watchdog", ("supervision",)),
        ("old-job", ()),
        ("colleague", ()),
    ],
)
def test_each_card_has_the_grounds_that_it_teaches(id: str, expected: tuple[str, ...]) -> None:
    assert judge(card(id), CARDS, ()).true == expected


def test_every_card_is_judged() -> None:
    assert len(CARDS.cards) == 10


def test_every_ground_of_the_act_is_on_some_card() -> None:
    found = {key for one in CARDS.cards for key in judge(one, CARDS, ()).true}

    assert found == {one.key for one in grounds()}


def test_cards_say_that_they_are_made_up() -> None:
    assert CARDS.is_fictional
    assert all(one.name.startswith("Kuvitteellinen") for one in CARDS.applicants)


@pytest.mark.parametrize("one", CARDS.cards, ids=lambda one: one.id)
def test_every_card_is_told_in_three_languages(one: RoleCard) -> None:
    told = [one.name, one.story, one.teaches, *one.mistakes.values()]

    assert [list(label.missing()) for label in told] == [[] for _ in told]


def test_the_tie_is_with_the_applicant_of_the_card() -> None:
    assert judge(card("chair"), CARDS, ()).applications == ("H2",)


def test_a_group_of_companies_is_found_by_the_business_id() -> None:
    ungrouped = attrs.evolve(CARDS, groups=())

    assert judge(card("sister-company"), CARDS, ()).true == ("other",)
    assert judge(card("sister-company"), ungrouped, ()).true == ()


def test_without_its_tie_a_card_has_no_ground() -> None:
    free = attrs.evolve(card("owner"), interests=())

    assert judge(free, CARDS, ()).true == ()


def test_missed_and_extra_grounds_are_told_apart() -> None:
    result = judge(card("owner"), CARDS, ("party", "employment"))

    assert (result.is_right, result.missed, result.extra) == (False, ("benefit",), ("employment",))


def test_naming_exactly_the_grounds_is_right() -> None:
    assert judge(card("owner"), CARDS, ("benefit", "party")).is_right
    assert judge(card("colleague"), CARDS, ()).is_right


def problems(tmp_path: Path, was: str, becomes: str) -> list[str]:
    text = FILE.read_text(encoding="utf-8")
    assert was in text
    path = tmp_path / "kortit.yaml"
    path.write_text(text.replace(was, becomes), encoding="utf-8")
    with pytest.raises(RuleSetProblems) as caught:
        read_cards(path)
    return [str(one) for one in caught.value.problems]


def test_a_ground_that_the_act_does_not_have_is_told(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, "stated: [supervision]", "stated: [supervison]")

    assert "cards[7].stated: names 'supervison', which is not there. Did you mean" in found


def test_a_mistake_on_a_ground_that_is_not_there_is_told(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, "      supervision: {fi", "      supervisor: {fi")

    assert "cards[7].mistakes" in found


def test_a_wrong_business_id_is_told(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, "business_id: 9000001-1", "business_id: 9000001-2")

    assert found.startswith("kortit.yaml:6:")


def test_reading_twice_gives_the_same_cards() -> None:
    again: CardFile = read_cards()

    assert again == CARDS
