"""An agreement has two parties at least."""

import pytest

from innokumppanuus.domain.labels import same
from innokumppanuus.errors import InvalidValue
from innokumppanuus_sparring.domain.agreements import Agreement


def test_agreement_of_one_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        Agreement(id="a", name=same("a"), members=("m1",))

    assert caught.value.key == "sparring.agreement-alone"
