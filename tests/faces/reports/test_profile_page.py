"""The page of a profile has what was asked for, fetches nothing, and shows no silent city."""

import json

from innokumppanuus.domain.labels import same
from innokumppanuus.engine.city_comparison import compare
from innokumppanuus.engine.coverage import coverage
from innokumppanuus.engine.profile import call_profile, city_profile
from innokumppanuus.engine.profile_change import changes
from innokumppanuus.faces.reports.profile_page import ProfileSheet, parts, profile_report
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.builders import a_call
from innokumppanuus.testing.profiles import (
    DAY,
    GOALS,
    a_city,
    a_consent,
    some_evidence,
    some_indicators,
)

INDICATORS = some_indicators()
TEXTS = Texts.load("en")
SECRET = "Salmenkylän salaisuus"


def whole(*others: object) -> ProfileSheet:
    own = a_city("harjula", {GOALS: 3})
    before = city_profile(a_city("harjula", {GOALS: 1}), DAY, INDICATORS)
    profile = city_profile(own, DAY, INDICATORS)
    return ProfileSheet(
        profile=profile,
        before=before,
        changes=changes(before, profile),
        compared=compare(own, others, DAY, INDICATORS, 5),  # type: ignore[arg-type]
        coverage=coverage(a_call(), INDICATORS),
    )


def page(sheet: ProfileSheet) -> str:
    return profile_report(sheet, TEXTS)["profile.html"].decode()


def test_what_is_not_asked_for_is_not_there() -> None:
    sheet = ProfileSheet(profile=call_profile(a_call(), INDICATORS))

    assert [one.id for one in parts(sheet, TEXTS)] == ["part-profile"]
    assert set(json.loads(profile_report(sheet, TEXTS)["profile.json"])) == {"profile", "needs"}


def test_everything_that_is_asked_for_is_there_in_order() -> None:
    assert [one.id for one in parts(whole(), TEXTS)] == [
        "part-profile",
        "part-change",
        "part-comparison",
        "part-coverage",
    ]


def test_every_picture_has_a_table_beside_it() -> None:
    for one in parts(whole(), TEXTS):
        assert one.html.count("<caption>") >= max(1, one.html.count("<svg"))


def test_the_page_says_that_it_is_made_up() -> None:
    assert "made up for teaching" in page(whole())


def test_the_page_fetches_nothing() -> None:
    html = page(whole())

    assert "default-src 'none'" in html
    assert "<script" not in html and "<img" not in html and "<link" not in html


def test_no_byte_of_page_or_data_comes_from_a_city_that_agreed_to_nothing() -> None:
    def made(level: int, words: str) -> dict[str, bytes]:
        silent = a_city("salmenkyla", {GOALS: level}, name=same(words))
        return dict(profile_report(whole(silent), TEXTS))

    first, second = made(0, SECRET), made(5, "muu")

    assert first == second
    assert all(SECRET.encode() not in content for content in first.values())


def test_what_a_city_agreed_to_is_in_page_and_data() -> None:
    city = a_city("salmenkyla", {GOALS: 5}, name=same(SECRET), consents=(a_consent("harjula"),))

    made = profile_report(whole(city), TEXTS)

    assert all(SECRET.encode() in content for content in made.values())
    assert some_evidence(f"Näyttö {GOALS}")[0].words.fi.encode() in made["profile.html"]


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert profile_report(whole(), TEXTS) == profile_report(whole(), TEXTS)
