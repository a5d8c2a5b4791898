"""A pilot that is not there is told with what is meant, and every form and level has a name."""

import pytest

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.errors import InvalidValue
from innokumppanuus_parasta_itaa.domain.consortium import (
    FORM_NAMES,
    LEVEL_NAMES,
    Consortium,
    LegalForm,
    Level,
)


def test_pilot_that_is_not_there_is_told_with_what_is_meant(exercise: Consortium) -> None:
    with pytest.raises(InvalidValue) as raised:
        exercise.pilot("pilotti-kymenlakso")

    assert raised.value.values["meant"] == "pilotti-kymenlaakso"


def test_every_form_and_level_has_a_name_in_three_languages() -> None:
    names = {**FORM_NAMES, **LEVEL_NAMES}

    assert set(names) == {*LegalForm, *Level}
    assert all(getattr(name, language) for name in names.values() for language in LANGUAGES)
