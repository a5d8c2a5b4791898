"""The texts of the plugin: the same keys and places in every language, and none left unused."""

import re
from pathlib import Path

import pytest

from innokumppanuus.domain.labels import LANGUAGES

PACKAGE = Path(__file__).parents[1] / "src" / "innokumppanuus_networks"
BY_VALUE = (
    "network.gap.",
    "network.bridge.",
    "network.coverage.",
    "network.mark.",
    "network.tie.",
    "network.question.",
    "network.column.",
    "network.panel.",
)
"""Keys whose last part is a value of an enumeration, a column or a part of the panel."""


def entries(language: str) -> dict[str, set[str]]:
    path = PACKAGE / "locale" / language / "LC_MESSAGES" / "innokumppanuus_networks.po"
    found = {}
    for entry in path.read_text(encoding="utf-8").split("\n\n"):
        key = re.search(r'^msgid "(.+)"$', entry, re.MULTILINE)
        if key:
            found[key[1]] = set(re.findall(r"\{(\w+)\}", entry))
    return found


def code() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_and_places(language: str) -> None:
    assert entries(language) == entries("fi")


def test_no_text_is_left_unused() -> None:
    source = code()

    def is_used(key: str) -> bool:
        bare = key.removeprefix("problem.")
        if bare in source:
            return True
        last = bare.rsplit(".", 1)[1]
        if key.startswith(BY_VALUE):
            return bool(re.search(rf"[\"'.]{last}[\"']", source))
        return (
            bool(re.fullmatch(r"network\.\w+\.help", key)) and f'("{key.split(".")[1]}",' in source
        )

    assert [key for key in entries("fi") if not is_used(key)] == []


def test_every_problem_of_the_code_has_a_text() -> None:
    keys = set(
        re.findall(r'"(network\.[a-z]+(?:-[a-z]+)+|network\.(?:gone|goal|nameless))"', code())
    )

    assert keys
    assert keys <= {key.removeprefix("problem.") for key in entries("fi")}
