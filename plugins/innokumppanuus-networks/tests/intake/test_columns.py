"""The columns of the lists: one name each in three languages, and words for every choice."""

from typing import Any

import pytest

from innokumppanuus.domain.call import FieldType
from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus_networks.intake.columns import service_fields, tie_fields


@pytest.mark.parametrize("fields", [service_fields, tie_fields])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_columns_have_the_same_heading(network: Any, fields: Any, language: str) -> None:
    headings = [one.name.say(language) for one in fields(network())]

    assert len(set(headings)) == len(headings)


@pytest.mark.parametrize("fields", [service_fields, tie_fields])
def test_every_choice_has_options_in_three_languages(network: Any, fields: Any) -> None:
    choices = [
        one for one in fields(network()) if one.type in (FieldType.CHOICE, FieldType.CHOICES)
    ]

    assert all(one.options for one in choices)
    assert not [o for one in choices for o in one.options if list(o.name.missing())]
