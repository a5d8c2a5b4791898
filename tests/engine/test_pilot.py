from datetime import date

from innokumppanuus.engine.pilot import pilot_of
from innokumppanuus.testing.builders import a_call, an_application


def test_a_pilot_of_twelve_months_from_february_ends_in_january() -> None:
    application = an_application(starts=date(2018, 2, 1), duration_months=12)

    assert pilot_of(application, a_call()).ends == date(2019, 1, 31)


def test_without_a_start_the_end_cannot_be_told() -> None:
    assert pilot_of(an_application(), a_call()).ends is None
