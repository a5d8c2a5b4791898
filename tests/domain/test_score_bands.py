from fractions import Fraction

import pytest

from innokumppanuus.domain.score_bands import ScoreBand
from innokumppanuus.errors import InvalidValue


def test_a_band_of_known_scores_is_exact() -> None:
    assert ScoreBand.exact("H1", {"K1": Fraction(3)}).is_exact


def test_a_band_with_two_different_bounds_is_not_exact() -> None:
    band = ScoreBand(application="H1", least={"K1": Fraction(2)}, most={"K1": Fraction(3)})

    assert not band.is_exact


@pytest.mark.parametrize("most", [{"K1": Fraction(1)}, {}, {"K2": Fraction(5)}])
def test_a_band_whose_bounds_do_not_fit_is_refused(most: dict[str, Fraction]) -> None:
    with pytest.raises(InvalidValue):
        ScoreBand(application="H1", least={"K1": Fraction(2)}, most=most)
