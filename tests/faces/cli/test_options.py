"""What commands take in the same way is said in the reader's language."""

import pytest
import typer

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.faces.cli import options
from innokumppanuus.faces.texts import Texts

SHARED = {name: one for name, one in vars(options).items() if name.endswith(("Option", "Argument"))}


@pytest.mark.parametrize("name", sorted(SHARED))
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_has_its_help_in_every_language(name: str, language: str) -> None:
    (given,) = SHARED[name].__metadata__

    assert isinstance(given, (typer.models.OptionInfo, typer.models.ArgumentInfo))
    assert Texts.load(language).has(str(given.help))
