"""`plugins` tells what is installed and which keys each plugin offers."""

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.testing.command_line import ask


def test_core_and_face_hooks_of_a_plugin_are_told_together() -> None:
    plugins = {
        one["name"]: one for one in ask("plugins", "list", "--json").document["result"]["plugins"]
    }

    hooks = plugins["core"]["hooks"]
    assert {"register_selectors", "register_report_formats"} <= set(hooks)
    assert hooks == sorted(hooks)


def test_one_plugin_shows_its_version_and_keys() -> None:
    answer = ask("plugins", "show", "core")

    assert answer.code == Code.DONE
    assert "innokumppanuus 0." in answer.out
    assert "exact_sum" in answer.out


def test_a_plugin_that_is_not_installed_is_told_with_those_that_are() -> None:
    answer = ask("plugins", "show", "atlantis", "--lang", "en")

    assert answer.code == Code.USAGE
    assert "core" in answer.err
