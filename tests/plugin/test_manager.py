"""Plugins enter by one door, in the order of their keys, and the one at fault is named."""

from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType

import attrs
import pytest

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.principles import Principle
from innokumppanuus.errors import (
    HookArguments,
    HookMisspelt,
    HookRaised,
    KeyClash,
    PluginError,
    PluginNotLoaded,
    UnknownKey,
    UnknownPlugin,
)
from innokumppanuus.plugin import NAME, hookimpl
from innokumppanuus.plugin.manager import Plugins, pick
from innokumppanuus.testing.builders import label


@attrs.frozen
class Thing:
    """Anything with a key."""

    key: str
    name: Label = attrs.field(factory=label)


def offering(hook: str, *keys: str) -> object:
    """Return a plugin that offers things with *keys* through *hook*."""

    def offer() -> Iterator[Thing]:
        return (Thing(key) for key in keys)

    return a_plugin(hook, offer)


def a_plugin(hook: str, function: Callable[..., object]) -> object:
    function.__name__ = hook
    return a_module("plugin", **{hook: hookimpl(function)})


def plugins_of(**named: object) -> Plugins:
    plugins = Plugins()
    for name, plugin in named.items():
        plugins.seam.register(plugin, name)
    plugins.seam.check()
    return plugins


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Install modules under plugin names, as distributions do, beside what is there."""

    def install(**modules: ModuleType | str) -> None:
        found = []
        for name, module in modules.items():
            target = module if isinstance(module, str) else module.__name__
            if isinstance(module, ModuleType):
                monkeypatch.setitem(__import__("sys").modules, target, module)
            found.append(EntryPoint(name=name, value=target, group=NAME))
        real = tuple(entry_points(group=NAME))
        monkeypatch.setattr(
            "innokumppanuus.plugin.manager.entry_points", lambda group: (*found, *real)
        )

    return install


def a_module(name: str, **contents: object) -> ModuleType:
    module = ModuleType(name)
    vars(module).update(contents)
    return module


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_what_is_offered_is_sorted_by_key_whoever_came_first(names: tuple[str, ...]) -> None:
    offers = {"a": ("z", "c"), "b": ("m", "a")}
    plugins = plugins_of(**{one: offering("register_selectors", *offers[one]) for one in names})

    assert list(plugins.selectors()) == ["a", "c", "m", "z"]


def test_grounds_of_conflict_are_offered_by_key() -> None:
    plugins = plugins_of(city=offering("register_conflict_grounds", "city.council", "city.board"))

    assert list(plugins.conflict_grounds()) == ["city.board", "city.council"]


def test_methods_that_share_applications_out_are_offered_by_key() -> None:
    plugins = plugins_of(city=offering("register_assigners", "city.lot"))

    assert list(plugins.assigners()) == ["city.lot"]


def test_a_misspelt_hook_names_the_plugin_and_lists_the_hooks() -> None:
    def register_selektors() -> tuple[()]:
        return ()

    with pytest.raises(
        HookMisspelt, match=r"'mycity'.*register_selektors.*register_selectors"
    ) as e:
        plugins_of(mycity=a_plugin("register_selektors", register_selektors))

    assert e.value.plugin == "mycity"


def test_a_hook_that_asks_for_other_arguments_names_the_plugin() -> None:
    def register_rules(call: object) -> tuple[()]:
        return ()

    with pytest.raises(
        HookArguments, match="'mycity'.*other arg.*'register_rules' asks for 'call'"
    ) as caught:
        plugins_of(mycity=a_plugin("register_rules", register_rules))

    assert caught.value.plugin == "mycity"


def test_a_misspelt_hook_is_told_with_the_one_that_was_meant_and_nothing_else() -> None:
    with pytest.raises(HookMisspelt) as caught:
        plugins_of(mycity=a_plugin("register_selectorz", lambda: ()))

    assert str(caught.value) == (
        "Plugin 'mycity' marks 'register_selectorz' as a hook, and there is no such hook. Did you "
        "mean 'register_selectors'? Mend the name, or block the plugin (--block mycity)."
    )


def test_a_hook_that_is_like_no_other_is_told_with_those_there_are() -> None:
    with pytest.raises(HookMisspelt, match="The hooks are register_assigners, register_c") as e:
        plugins_of(mycity=a_plugin("zzz", lambda: ()))

    assert "zzz," not in str(e.value)


def test_a_key_that_is_no_text_is_told_without_an_address_of_memory() -> None:
    plugins = plugins_of(mycity=a_plugin("register_rules", lambda: [Thing(7)]))

    with pytest.raises(HookRaised, match="gave 'Thing' in 'register_rules'") as caught:
        plugins.rules()

    assert "0x" not in str(caught.value)


def test_a_key_that_raises_names_the_plugin() -> None:
    class Keyless:
        @property
        def key(self) -> str:
            raise RuntimeError("no key file")

    plugins = plugins_of(mycity=a_plugin("register_rules", lambda: [Keyless()]))

    with pytest.raises(HookRaised, match="'mycity'.*no key file"):
        plugins.rules()


def test_what_a_plugin_offers_is_named_when_it_fails_later() -> None:
    class Fails(Thing):
        def check(self, *given: object) -> None:
            raise KeyError("area")

    plugins = plugins_of(mycity=a_plugin("register_rules", lambda: [Fails("mycity.area")]))

    with pytest.raises(HookRaised, match="'mycity' failed in 'mycity.area.check'.*area"):
        plugins.rules()["mycity.area"].check()  # type: ignore[call-arg]


def test_a_hook_that_raises_names_the_plugin_and_what_it_said() -> None:
    def register_rules() -> object:
        raise ZeroDivisionError("no area file")

    plugins = plugins_of(mycity=a_plugin("register_rules", register_rules))

    with pytest.raises(HookRaised, match="'mycity' failed in 'register_rules'.*no area file") as e:
        plugins.rules()

    assert e.value.plugin == "mycity"


def test_a_hook_that_raises_halfway_names_the_plugin() -> None:
    def register_rules() -> Iterator[Thing]:
        yield Thing("first")
        raise KeyError("second")

    plugins = plugins_of(mycity=a_plugin("register_rules", register_rules))

    with pytest.raises(HookRaised, match="'mycity'.*second"):
        plugins.rules()


@pytest.mark.parametrize("returned", [None, 7])
def test_a_hook_that_returns_no_iterable_names_the_plugin(returned: object) -> None:
    plugins = plugins_of(mycity=a_plugin("register_rules", lambda: returned))

    with pytest.raises(HookRaised, match="'mycity'"):
        plugins.rules()


def test_a_thing_without_a_key_names_the_plugin() -> None:
    plugins = plugins_of(mycity=a_plugin("register_rules", lambda: ["a rule"]))

    with pytest.raises(HookRaised, match="'mycity' gave 'a rule'.*no key"):
        plugins.rules()


def test_a_key_offered_twice_names_both_plugins() -> None:
    plugins = plugins_of(
        north=offering("register_schemes", "voucher"), south=offering("register_schemes", "voucher")
    )

    with pytest.raises(KeyClash, match="'north' and 'south' both offer the scheme 'voucher'") as e:
        plugins.schemes()

    assert e.value.plugins == ("north", "south")


def test_one_plugin_that_offers_a_key_twice_is_named_twice() -> None:
    plugins = plugins_of(mycity=offering("register_schemes", "voucher", "voucher"))

    with pytest.raises(KeyClash) as caught:
        plugins.schemes()

    assert caught.value.plugins == ("mycity", "mycity")


def test_the_same_key_may_name_things_of_two_kinds() -> None:
    plugins = plugins_of(
        a=offering("register_schemes", "same"), b=offering("register_selectors", "same")
    )

    assert (list(plugins.schemes()), list(plugins.selectors())) == (["same"], ["same"])


def test_two_plugins_of_one_name_are_refused() -> None:
    with pytest.raises(KeyClash, match="plugin name 'mycity'"):
        plugins = plugins_of(mycity=offering("register_rules", "a"))
        plugins.seam.register(offering("register_rules", "b"), "mycity")


def test_a_plugin_that_cannot_be_imported_is_named_with_the_reason(
    installed: Callable[..., None],
) -> None:
    installed(broken="no_such_package_of_anyone")

    with pytest.raises(PluginNotLoaded, match="'broken'.*no_such_package_of_anyone.*Block it") as e:
        Plugins.load()

    assert e.value.plugin == "broken"


def test_a_plugin_that_ends_the_program_at_import_is_named(
    installed: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ends_the_program.py").write_text("raise SystemExit(3)\n")
    monkeypatch.syspath_prepend(tmp_path)
    installed(broken="ends_the_program")

    with pytest.raises(PluginNotLoaded, match="'broken'.*SystemExit: 3"):
        Plugins.load()


def test_blocking_what_is_not_installed_is_told_with_the_name_that_was_meant() -> None:
    with pytest.raises(UnknownPlugin, match="'coer' is not installed. Did you mean 'core'") as e:
        Plugins.load(block=["coer"])

    assert "core" in e.value.known


@pytest.mark.parametrize(
    "broken",
    [
        "no_such_package_of_anyone",
        a_module("misspelt", register_rulez=hookimpl(lambda: (), specname="register_rulez")),
        a_module("arguments", register_rules=hookimpl(lambda year: (), specname="register_rules")),
        a_module("raises", register_rules=hookimpl(lambda: 1 / 0, specname="register_rules")),
    ],
    ids=["import", "misspelt", "arguments", "raises"],
)
def test_blocking_the_plugin_at_fault_leaves_the_rest_working(
    installed: Callable[..., None], broken: ModuleType | str
) -> None:
    def register_rules() -> Iterator[Thing]:
        yield Thing("healthy.rule")

    healthy = a_module("healthy_plugin", register_rules=hookimpl(register_rules))
    installed(broken=broken, healthy=healthy)

    with pytest.raises(PluginError) as caught:
        Plugins.load().rules()
    plugins = Plugins.load(block=[caught.value.plugin])

    assert caught.value.plugin == "broken"
    assert "healthy.rule" in plugins.rules()
    assert "broken" not in plugins.seam.names()


def test_built_ins_enter_by_the_same_door() -> None:
    assert "core" in Plugins.load().seam.names()
    assert "core" not in Plugins.load(block=["core"]).seam.names()


def test_two_workspaces_know_nothing_of_each_other() -> None:
    here, there = plugins_of(mycity=offering("register_rules", "a")), plugins_of()

    assert list(here.rules()) == ["a"]
    assert list(there.rules()) == []


def test_a_plugin_registered_later_is_heard() -> None:
    plugins = plugins_of(first=offering("register_rules", "a"))
    before = list(plugins.rules())

    plugins.seam.register(offering("register_rules", "b"), "second")

    assert (before, list(plugins.rules())) == (["a"], ["a", "b"])


def test_indicators_are_asked_for_by_principle() -> None:
    def register_indicators(principle: Principle) -> Iterator[Thing]:
        yield Thing(f"mycity.{principle}")

    plugins = plugins_of(mycity=a_plugin("register_indicators", register_indicators))

    assert list(plugins.indicators(Principle.PARTNERSHIP)) == ["mycity.partnership"]
    assert list(plugins.indicators(Principle.PROCUREMENT)) == ["mycity.procurement"]


def test_a_hook_may_leave_its_arguments_out() -> None:
    plugins = plugins_of(mycity=offering("register_indicators", "a"))

    assert list(plugins.indicators(Principle.PARTNERSHIP)) == ["a"]


def test_what_is_offered_cannot_be_changed_by_who_looks() -> None:
    plugins = plugins_of(mycity=offering("register_functions", "a"))

    with pytest.raises(TypeError):
        plugins.functions()["b"] = Thing("b")  # type: ignore[index]


def test_description_tells_hooks_keys_and_version() -> None:
    described = {info.name: info for info in Plugins.load().describe()}

    assert described["core"].distribution == "innokumppanuus"
    assert described["core"].version
    assert set(described["core"].offers) <= set(described["core"].hooks)


def test_description_lists_what_is_offered_for_every_principle() -> None:
    def register_indicators(principle: Principle) -> Iterator[Thing]:
        yield Thing(f"{principle}")

    plugins = plugins_of(mycity=a_plugin("register_indicators", register_indicators))

    (info,) = plugins.describe()

    assert info.offers == {
        "register_indicators": ("partnership", "procurement", "user_centredness")
    }


def test_a_rule_set_file_is_offered_under_its_key() -> None:
    plugins = plugins_of(mycity=offering("register_rulesets", "mycity-2026"))

    assert list(plugins.rulesets()) == ["mycity-2026"]


def test_an_unknown_key_lists_what_is_offered() -> None:
    offered = plugins_of(mycity=offering("register_selectors", "b", "a")).selectors()

    with pytest.raises(
        UnknownKey, match="selector 'c' is not offered by any plugin.*'a', 'b'"
    ) as e:
        pick("selector", "c", offered)

    assert e.value.known == ("a", "b")


def test_dated_values_are_offered_by_their_keys() -> None:
    plugins = plugins_of(mycity=offering("register_parameters", "mycity.limit"))

    assert list(plugins.parameters()) == ["mycity.limit"]


def test_rule_packs_are_offered_by_their_keys() -> None:
    plugins = plugins_of(mycity=offering("register_packs", "mycity", "a.nation"))

    assert list(plugins.packs()) == ["a.nation", "mycity"]
