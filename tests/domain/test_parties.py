"""Business ids are checked to the last digit."""

import pytest

from innokumppanuus.domain.labels import same
from innokumppanuus.domain.parties import BusinessId, Party, Sector
from innokumppanuus.errors import InvalidValue

HELSINKI, ESPOO = "0201256-6", "0101263-6"


@pytest.mark.parametrize("number", [HELSINKI, ESPOO, "0124610-9", "0211675-2"])
def test_a_right_check_digit_passes(number: str) -> None:
    assert str(BusinessId(number)) == number


def test_a_misprint_shows_in_the_check_digit() -> None:
    with pytest.raises(InvalidValue) as caught:
        BusinessId("0201265-6")

    assert caught.value.key == "business-id-check"


def test_no_id_has_the_remainder_one() -> None:
    tried = []
    for digit in range(10):
        with pytest.raises(InvalidValue) as caught:
            BusinessId(f"0000006-{digit}")
        tried.append(caught.value.key)

    assert set(tried) == {"business-id-check"}


@pytest.mark.parametrize("text", ["201256-6", "02012566", "2012566", " 0201256-6 ", "FI02012566"])
def test_a_leading_zero_that_a_spreadsheet_ate_comes_back(text: str) -> None:
    assert BusinessId.read(text) == BusinessId(HELSINKI)


@pytest.mark.parametrize("text", ["", "12345", "123456789", "abcdefg-h", "٠٢٠١٢٥٦٦"])
def test_what_is_no_business_id_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        BusinessId.read(text)

    assert caught.value.key == "business-id"


@pytest.mark.parametrize("text", ["201256-6", "02012566", "٠٢٠١٢٥٦-٦"])
def test_an_id_has_one_form_only(text: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        BusinessId(text)

    assert caught.value.key == "business-id"


def test_a_party_of_an_untold_kind_is_unknown() -> None:
    assert Party(id="x", name=same("X")).sector is Sector.UNKNOWN
