"""One participant goes on in the place of another from a day, verified or told as not."""

from datetime import date

from innokumppanuus_parasta_itaa.domain.consortium import Consortium
from innokumppanuus_parasta_itaa.engine.succession import answers_on, line, successions

OLD, NEW = "etela-savon-kuntayhtyma", "etela-savon-hyvinvointialue"


def test_joint_authority_answers_on_its_last_day(real: Consortium) -> None:
    found = answers_on(real.programme, OLD, date(2022, 12, 31))

    assert found is not None and found.id == OLD


def test_county_answers_from_its_first_day(real: Consortium) -> None:
    found = answers_on(real.programme, OLD, date(2023, 1, 1))

    assert found is not None and found.id == NEW


def test_partner_without_a_follower_answers_all_the_time(real: Consortium) -> None:
    found = answers_on(real.programme, "lab", date(2023, 6, 1))

    assert found is not None and found.id == "lab"


def test_day_from_memory_is_told_as_not_verified(real: Consortium) -> None:
    (only,) = successions(real.programme)

    assert (only.first.id, only.second.id, only.is_verified) == (OLD, NEW, False)


def test_made_up_succession_rests_on_no_source(exercise: Consortium) -> None:
    (only,) = successions(exercise.programme)

    assert only.is_verified is None


def test_line_goes_from_one_to_the_next(real: Consortium) -> None:
    assert [one.id for one in line(real.programme, OLD)] == [OLD, NEW]
    assert line(real.programme, "ei-ole") == ()
