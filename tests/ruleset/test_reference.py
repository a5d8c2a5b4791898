"""The reference page says every key, and is the one in the documentation."""

from pathlib import Path

import attrs
import pytest

from innokumppanuus.domain.call import Call
from innokumppanuus.ruleset.reference import page

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "ruleset.md"


def test_the_page_in_the_documentation_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("key", [one.name for one in attrs.fields(Call)])
def test_every_key_of_a_call_is_on_the_page(key: str) -> None:
    assert f"`{key}`" in page()


def test_every_link_has_its_heading() -> None:
    headings = {line[3:].lower() for line in page().splitlines() if line.startswith("## ")}
    links = {part.partition(")")[0] for part in page().split("](#")[1:]}

    assert links <= headings
