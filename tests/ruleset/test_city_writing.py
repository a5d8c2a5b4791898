"""What is written of a city reads back the same."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innokumppanuus.domain.labels import Label, same
from innokumppanuus.domain.profile import Evidence, Rating
from innokumppanuus.domain.sources import Status
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset.cities import loads
from innokumppanuus.ruleset.city_writing import write_record

PLUGINS = Plugins.load()
HEAD = "innokumppanuus: 1\nid: harjula\nname: Harjula\nsources: {s: {title: Lähde}}\n"
DAY = date(2026, 3, 1)


def again(*ratings: Rating) -> tuple[Rating, ...]:
    (record,) = loads(HEAD + write_record(DAY, ratings), "harjula.yaml", PLUGINS).records
    assert record.on.latest.date() == DAY
    return record.ratings


@pytest.mark.parametrize(
    "rating",
    [
        Rating(indicator="partnership.goals"),
        Rating(indicator="partnership.goals", level=0, note="sovittu"),
        Rating(
            indicator="partnership.goals",
            level=5,
            evidence=(
                Evidence(words=same("kyllä: 1 # ei"), said_by=Label("fi", "sv", ""), source="s"),
                Evidence(words=Label(en="no"), status=Status.DISPUTED),
            ),
        ),
    ],
)
def test_a_rating_comes_back_the_same(rating: Rating) -> None:
    assert again(rating) == (rating,)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1).map(str.strip))
@settings(max_examples=60, deadline=None)
def test_any_words_come_back_the_same(words: str) -> None:
    if not words:
        return
    rating = Rating(indicator="partnership.goals", level=1, evidence=(Evidence(words=same(words)),))

    assert again(rating) == (rating,)
