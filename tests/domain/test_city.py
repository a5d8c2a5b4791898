"""Consent is data: who may see what of which principle, from which day to which."""

from datetime import date

import pytest

from innokumppanuus.domain.city import City, Consent, SharedPart
from innokumppanuus.domain.principles import Principle
from innokumppanuus.errors import InvalidValue
from innokumppanuus.testing.builders import label

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
CONSENT = Consent(
    to=("harjula",),
    what=(SharedPart.LEVELS,),
    principles=(Principle.PARTNERSHIP,),
    starts=FIRST,
    until=LAST,
)


def lets(
    viewer: str = "harjula",
    part: SharedPart = SharedPart.LEVELS,
    principle: Principle = Principle.PARTNERSHIP,
    on: date = FIRST,
) -> bool:
    return CONSENT.lets(viewer, part, principle, on)


@pytest.mark.parametrize("on", [FIRST, date(2026, 6, 1), LAST])
def test_consent_holds_from_its_first_day_to_its_last(on: date) -> None:
    assert lets(on=on)


@pytest.mark.parametrize("on", [date(2025, 12, 31), date(2027, 1, 1)])
def test_consent_does_not_hold_outside_its_days(on: date) -> None:
    assert not lets(on=on)


def test_a_consent_that_has_ended_was_one() -> None:
    after = date(2027, 1, 1)

    assert CONSENT.has_let("harjula", SharedPart.LEVELS, Principle.PARTNERSHIP, after)
    assert not CONSENT.has_let("niemenkunta", SharedPart.LEVELS, Principle.PARTNERSHIP, after)


def test_a_consent_that_has_not_begun_was_none() -> None:
    before = date(2025, 12, 31)

    assert not CONSENT.has_let("harjula", SharedPart.LEVELS, Principle.PARTNERSHIP, before)


def test_consent_is_for_those_it_names() -> None:
    assert not lets(viewer="niemenkunta")


def test_consent_to_levels_is_none_to_evidence() -> None:
    assert not lets(part=SharedPart.EVIDENCE)


def test_consent_to_one_principle_is_none_to_another() -> None:
    assert not lets(principle=Principle.PROCUREMENT)


def test_consent_that_names_no_principle_is_to_all() -> None:
    consent = Consent(to=("harjula",), what=(SharedPart.LEVELS,), starts=FIRST)

    assert all(consent.lets("harjula", SharedPart.LEVELS, one, FIRST) for one in Principle)


def test_consent_without_a_last_day_holds_on() -> None:
    consent = Consent(to=("harjula",), what=(SharedPart.LEVELS,), starts=FIRST)

    assert consent.lets("harjula", SharedPart.LEVELS, Principle.PARTNERSHIP, date(2099, 1, 1))


def test_consent_cannot_end_before_it_starts() -> None:
    with pytest.raises(InvalidValue, match="before it begins"):
        Consent(to=("harjula",), what=(SharedPart.LEVELS,), starts=LAST, until=FIRST)


@pytest.mark.parametrize("given", [{"to": ()}, {"what": ()}])
def test_consent_names_to_whom_and_what(given: dict[str, tuple[str, ...]]) -> None:
    whole = {"to": ("harjula",), "what": (SharedPart.LEVELS,), "starts": FIRST}

    with pytest.raises(ValueError, match="must be >= 1"):
        Consent(**{**whole, **given})  # type: ignore[arg-type]


def test_a_city_without_consents_lets_nobody_see_anything() -> None:
    city = City(id="niemenkunta", name=label())

    assert not any(
        city.lets("harjula", part, principle, FIRST)
        for part in SharedPart
        for principle in Principle
    )


def test_one_of_several_consents_is_enough() -> None:
    other = Consent(to=("toinen",), what=(SharedPart.EVIDENCE,), starts=FIRST)
    city = City(id="niemenkunta", name=label(), consents=(other, CONSENT))

    assert city.lets("harjula", SharedPart.LEVELS, Principle.PARTNERSHIP, FIRST)
