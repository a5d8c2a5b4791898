"""The invitation says what is stated, and nothing of what is not."""

import attrs
import pytest

from innokumppanuus.domain.labels import same
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus_sparring.domain.events import EventSeries, Invitation, PlaceOrder
from innokumppanuus_sparring.faces.invitation import invitation_text


@pytest.fixture
def texts() -> Texts:
    return Texts.load("fi", FacePlugins.load().texts().values())


def text_of(series: EventSeries, texts: Texts) -> str:
    return invitation_text(series, series.programme.events[0], texts)


def test_time_and_place_of_each_session_are_told(a_series, texts: Texts) -> None:
    assert "- 24.8.2017 klo 12.00–16.00, Kuvitteellinen sali" in text_of(a_series(), texts)


def test_fictional_invitation_says_that_it_is(a_series, texts: Texts) -> None:
    series = a_series()
    real = attrs.evolve(series, programme=attrs.evolve(series.programme, is_fictional=False))

    assert "kuvitteellinen ja tehty" in text_of(series, texts)
    assert "kuvitteellinen ja tehty" not in text_of(real, texts)


def test_places_that_nobody_has_stated_are_not_told(a_series, texts: Texts) -> None:
    assert "Paikkoja on 2." in text_of(a_series(capacity=2), texts)
    assert "Paikkoja" not in text_of(a_series(capacity=None), texts)


def test_lottery_is_told_with_its_published_seed(a_series, texts: Texts) -> None:
    series = a_series(order=PlaceOrder.LOTTERY, seed="lumi", closes="2017-08-20 16:00")

    text = text_of(series, texts)

    assert "siemen on lumi" in text
    assert "päättyy 20.8.2017 klo 16.00" in text


def test_contact_is_told_when_it_is_stated(a_series, texts: Texts) -> None:
    stated = Invitation(event="tilaisuus", contact=same("kirjaamo"))

    assert "Lisätietoja" not in text_of(a_series(), texts)
    assert "Lisätietoja antaa kirjaamo." in text_of(
        attrs.evolve(a_series(), invitations=(stated,)), texts
    )
