"""A run needs every plugin, but the list of plugins goes on without the one at fault."""

from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType

import attrs
import pytest

from innokumppanuus.errors import KeyClash, PluginError
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.cli.loading import at_fault, load
from innokumppanuus.plugin import NAME, hookimpl
from innokumppanuus.testing.command_line import ask

Install = Callable[[Callable[..., object]], None]


@attrs.frozen
class Keyless:
    """Something that a plugin offers by mistake."""


def fails() -> object:
    raise LookupError("no area file")


def clashes() -> object:
    return [attrs.make_class("Same", {"key": attrs.field(default="exact_sum")})()]


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Install:
    """Install a plugin `broken` that offers selectors, beside what is there."""

    def install(selectors: Callable[..., object]) -> None:
        module = ModuleType("broken_plugin")
        vars(module)["register_selectors"] = hookimpl(selectors, specname="register_selectors")
        monkeypatch.setitem(__import__("sys").modules, "broken_plugin", module)
        entry = EntryPoint(name="broken", value="broken_plugin", group=NAME)

        def found(group: str) -> tuple[EntryPoint, ...]:
            return (*((entry,) if group == NAME else ()), *entry_points(group=group))

        monkeypatch.setattr("innokumppanuus.plugin.manager.entry_points", found)

    return install


def test_a_plugin_at_fault_is_left_out_and_kept_with_its_fault(broken: Install) -> None:
    broken(fails)

    loaded = load((), goes_on=True)

    assert [fault.plugin for fault in loaded.faults] == ["broken"]
    assert "exact_sum" in loaded.workspace.plugins.selectors()


def test_a_run_does_not_go_on_without_a_plugin(broken: Install) -> None:
    broken(fails)

    with pytest.raises(PluginError):
        load((), goes_on=False).workspace.plugins.selectors()


def test_of_two_that_clash_the_core_is_never_left_out() -> None:
    assert at_fault(KeyClash("rule", "a", ("core", "mycity"))) == "mycity"
    assert at_fault(KeyClash("rule", "a", ("afar", "core"))) == "afar"
    assert at_fault(KeyClash("rule", "a", ("north", "south"))) == "south"


def test_other_plugins_are_listed_beside_the_one_at_fault(broken: Install) -> None:
    broken(fails)

    answer = ask("plugins", "list", "--lang", "en")

    assert answer.code == Code.PLUGIN
    assert "core" in answer.out
    assert "Plugin 'broken' failed in 'register_selectors': LookupError: no area" in answer.err


def test_scripts_get_the_fault_of_each_plugin(broken: Install) -> None:
    broken(clashes)

    document = ask("plugins", "list", "--json", "--lang", "en").document

    faults = {one["name"]: one["fault"] for one in document["result"]["plugins"]}
    assert document["code"] == Code.PLUGIN
    assert faults["core"] is None
    assert "'exact_sum'" in faults["broken"]


def test_the_plugin_at_fault_is_shown_with_its_fault(broken: Install) -> None:
    broken(lambda: [Keyless()])

    answer = ask("plugins", "show", "broken", "--lang", "en")

    assert answer.code == Code.PLUGIN
    assert "gave 'Keyless'" in answer.err


def test_a_sound_plugin_is_shown_whatever_is_wrong_with_others(broken: Install) -> None:
    broken(fails)

    assert ask("plugins", "show", "core").code == Code.DONE


@pytest.mark.parametrize("command", [("plugins", "list"), ("schema",)])
def test_blocking_a_plugin_that_is_not_installed_is_told(command: tuple[str, ...]) -> None:
    answer = ask(*command, "--block", "coer", "--lang", "en")

    assert (answer.code, "Did you mean “core”?" in answer.err) == (Code.USAGE, True)
