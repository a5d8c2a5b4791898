"""Switches are understood wherever on the line they are typed."""

import pytest

from innokumppanuus.faces.cli.switches import Switches, UsageProblem, language_of, take


@pytest.mark.parametrize(
    "line",
    [
        ["--json", "check", "haku.yaml", "--lang", "sv", "--block", "mycity"],
        ["check", "--lang=sv", "--block=mycity", "haku.yaml", "--json"],
    ],
)
def test_switches_may_stand_anywhere(line: list[str]) -> None:
    switches = Switches()

    rest = take(switches, line)

    assert rest == ["check", "haku.yaml"]
    assert switches == Switches(language="sv", block=("mycity",), as_json=True)


def test_several_plugins_may_be_blocked() -> None:
    switches = Switches()

    take(switches, ["--block", "north", "--block", "south"])

    assert switches.block == ("north", "south")


def test_what_follows_two_hyphens_is_no_switch() -> None:
    switches = Switches()

    assert take(switches, ["check", "--", "--json"]) == ["check", "--", "--json"]
    assert not switches.as_json


@pytest.mark.parametrize("line", [["--block"], ["--lang", "--json"], ["--lang="]])
def test_a_switch_without_its_value_is_named(line: list[str]) -> None:
    with pytest.raises(UsageProblem) as caught:
        take(Switches(), line)

    assert caught.value.key == "cli.usage.needs_value"


def test_an_unknown_language_is_named_with_the_known_ones() -> None:
    with pytest.raises(UsageProblem) as caught:
        take(Switches(), ["--lang", "de"])

    assert caught.value.values == {"got": "de", "known": "fi, sv, en"}


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "fi"),
        ({"LANG": "C.UTF-8"}, "fi"),
        ({"LANG": "de_DE.UTF-8"}, "fi"),
        ({"LANG": "sv_FI.UTF-8"}, "sv"),
        ({"LANG": "fil_PH.UTF-8"}, "fi"),
        ({"LANG": "enm"}, "fi"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "sv_SE"}, "en"),
        ({"INNOKUMPPANUUS_LANG": "sv", "LC_ALL": "en_GB"}, "sv"),
        ({"INNOKUMPPANUUS_LANG": "xx", "LANG": "en"}, "en"),
    ],
)
def test_the_environment_chooses_the_language(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language
