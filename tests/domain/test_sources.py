"""A fact keeps how it is known, and missing is not zero."""

import pytest

from innokumppanuus.domain.sources import Fact, Source, Status, missing, stated
from innokumppanuus.errors import InvalidValue


def test_a_stated_fact_has_its_value_and_its_sources() -> None:
    fact = stated(5, "page")

    assert (fact.value, fact.status, fact.sources) == (5, Status.STATED, ("page",))


def test_zero_is_known_and_missing_is_not() -> None:
    assert stated(0).is_known
    assert not missing().is_known


@pytest.mark.parametrize(("value", "status"), [(None, Status.STATED), (5, Status.MISSING)])
def test_a_value_and_the_status_missing_exclude_each_other(
    value: int | None, status: Status
) -> None:
    with pytest.raises(InvalidValue) as caught:
        Fact(value=value, status=status)

    assert caught.value.key == "fact-missing"


@pytest.mark.parametrize("status", [Status.INFERRED, Status.DISPUTED])
def test_an_inferred_or_disputed_fact_says_why(status: Status) -> None:
    with pytest.raises(InvalidValue) as caught:
        Fact(value=5, status=status)

    assert caught.value.key == "fact-note"


def test_a_source_has_a_title() -> None:
    with pytest.raises(ValueError, match="title"):
        Source(title="")


def test_a_source_that_nobody_has_read_is_not_verified() -> None:
    assert not Source(title="Hakuilmoitus").verified
