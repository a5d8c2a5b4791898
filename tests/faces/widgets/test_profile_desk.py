"""The desk of a city opens by key or file, beside others as far as they agreed."""

from datetime import date

import pytest

from innokumppanuus.errors import UnknownKey
from innokumppanuus.faces.widgets.profile_desk import ProfileDesk

SPRING, AUTUMN = date(2026, 4, 1), date(2026, 11, 20)
GOALS = "partnership.goals"


def a_city_file(folder, id, level, consents=""):
    file = folder / f"{id}.yaml"
    file.write_text(
        f"innokumppanuus: 1\nid: {id}\nname: Kunta {id}\nis_fictional: true\nrecords:\n"
        f"  - {{on: 2026-03-01, ratings: [{{indicator: {GOALS}, level: {level}}}]}}\n{consents}",
        encoding="utf-8",
    )
    return str(file)


@pytest.fixture
def desk(tmp_path):
    own = a_city_file(tmp_path, "harjula", 2)
    consent = "consents: [{to: [harjula], what: [levels], starts: 2026-01-01}]\n"
    others = [a_city_file(tmp_path, "avoin", 4, consent), a_city_file(tmp_path, "hiljainen", 5)]
    return ProfileDesk.open(own, "en", AUTUMN, others)


def test_profile_of_a_day_is_a_picture_with_its_table(desk):
    html = desk.profile(SPRING)._repr_html_()

    assert "<svg" in html and "<caption>" in html


def test_answer_is_hidden_and_shows_no_silent_city(desk):
    state = desk.state()
    state.look(GOALS)
    state.rate(3)

    html = desk.answer(state).html

    assert '<details class="inno-answer">' in html
    assert "Kunta avoin" in html
    assert "hiljainen" not in html


def test_states_share_nothing(desk):
    first, second = desk.state(), desk.state()
    first.rate(3)

    assert second.done == 0


def test_panel_is_a_widget_over_the_city(desk):
    assert desk.panel().children


def test_a_summary_needs_as_many_cities_as_the_dated_value_says(desk):
    assert desk.group.least == 5


def test_coverage_of_a_call_is_told(desk):
    pytest.importorskip("innokumppanuus_jyvaskyla")

    assert "<caption>" in desk.coverage("kumppanuuskiihdyttamo-2017").html


def test_a_city_that_is_nowhere_is_refused():
    with pytest.raises(UnknownKey):
        ProfileDesk.open("ei-ole", "en", AUTUMN)
