"""The host: finds plugins by entry point, calls hooks, sorts by key, names who is at fault."""

import inspect
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from importlib.metadata import EntryPoint, entry_points
from types import MappingProxyType, ModuleType
from typing import Any, Self, TypeVar, cast

import attrs
import pluggy

from innokumppanuus.domain.conflicts import ConflictGround
from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.domain.principles import Principle
from innokumppanuus.errors import (
    HookArguments,
    HookMisspelt,
    HookRaised,
    KeyClash,
    PluginNotLoaded,
    UnknownKey,
    UnknownPlugin,
)
from innokumppanuus.plugin import NAME, guard, specs
from innokumppanuus.plugin.cities import CityFile
from innokumppanuus.plugin.guard import Promises, guarded, what_happened
from innokumppanuus.plugin.interfaces import (
    Assigner,
    Function,
    FundingScheme,
    Indicator,
    PackFile,
    PanelMeter,
    Rule,
    RuleSetFile,
    Selector,
)
from innokumppanuus.plugin.overlaying import overlaid
from innokumppanuus.plugin.programmes import ProgrammeFile
from innokumppanuus.plugin.vote_reading import VoteReader

T = TypeVar("T")

GROUPS = (NAME, f"{NAME}.faces")
"""Every entry-point group by which plugins are found."""


@attrs.frozen(kw_only=True)
class PluginInfo:
    """
    One installed plugin.

    Attributes:
        name: Name of its entry point.
        distribution: What was installed; empty when registered by hand.
        version: Of the distribution.
        hooks: Names of the hooks it implements, sorted.
        offers: Keys by hook, sorted.
    """

    name: str
    distribution: str = ""
    version: str = ""
    hooks: tuple[str, ...] = ()
    offers: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)


class Seam:
    """
    One group of hooks with the plugins that implement them.

    Every plugin is called by itself, so that an error can name it. Results are sorted by key.
    """

    def __init__(self, group: str, hook_specs: ModuleType) -> None:
        self.group = group
        self._manager = pluggy.PluginManager(NAME)
        self._manager.add_hookspecs(hook_specs)
        self._distributions: dict[str, tuple[str, str]] = {}
        self._kept: dict[
            tuple[str, tuple[tuple[str, object], ...]], tuple[tuple[str, Any], ...]
        ] = {}

    def load_installed(self, block: Iterable[str] = ()) -> None:
        """
        Register every installed plugin of the group but those in *block*.

        Raises:
            UnknownPlugin: When *block* names a plugin that is not installed.
            PluginNotLoaded: When a plugin cannot be imported.
        """
        blocked, known = set(block), installed()
        for name in sorted(blocked.difference(known)):
            raise UnknownPlugin(name, known)
        found = sorted(entry_points(group=self.group), key=lambda entry: entry.name)
        for entry in found:
            if entry.name not in blocked:
                self._load(entry)
        self.check()

    def register(self, plugin: object, name: str) -> None:
        """Register *plugin* under *name*, as entry points do."""
        try:
            self._manager.register(plugin, name)
        except pluggy.PluginValidationError as error:
            hook, asked = self._strange_arguments(plugin)
            got = ", ".join(f"'{one}'" for one in asked)
            raise HookArguments(name, "hook-arguments", hook=hook, got=got) from error
        except ValueError as error:
            raise KeyClash("plugin name", name, (name, name)) from error
        self._kept.clear()

    def check(self) -> None:
        """Raise HookMisspelt when a plugin marks a function that is no hook."""
        try:
            self._manager.check_pending()
        except pluggy.PluginValidationError as error:
            name = self._manager.get_name(error.plugin) or "?"
            callers = self._manager.get_hookcallers(error.plugin) or []
            got = min(one.name for one in callers if not one.has_spec())
            for meant in get_close_matches(got, self.hooks(), n=1):
                raise HookMisspelt(name, "hook-misspelt", got=got, meant=meant) from error
            known = ", ".join(self.hooks())
            raise HookMisspelt(name, "hook-misspelt-none", got=got, known=known) from error

    def hooks(self) -> tuple[str, ...]:
        """Return the names of the hooks of the group, sorted."""
        named = {
            name: one for name, one in vars(self._manager.hook).items() if not name.startswith("_")
        }
        return tuple(sorted(name for name, one in named.items() if one.has_spec()))

    def names(self) -> tuple[str, ...]:
        """Return the names of the registered plugins, sorted."""
        return tuple(sorted(name for name, _ in self._manager.list_name_plugin()))

    def offered(self, hook: str, **arguments: object) -> tuple[tuple[str, Any], ...]:
        """
        Return what every plugin offers through *hook*, as (plugin, thing), sorted by key.

        Raises:
            HookRaised: When a plugin raises or gives something without a key.
            KeyClash: When two plugins offer the same key.
        """
        kept = (hook, tuple(sorted(arguments.items(), key=lambda item: item[0])))
        if kept not in self._kept:
            self._kept[kept] = self._gather(hook, arguments)
        return self._kept[kept]

    def describe(self, ask: Mapping[str, Mapping[str, Iterable[object]]]) -> tuple[PluginInfo, ...]:
        """
        Return what is installed.

        Args:
            ask: For each hook with arguments, every value to ask with, as
                `{"register_indicators": {"principle": tuple(Principle)}}`.
        """
        keys: dict[str, dict[str, tuple[str, ...]]] = {name: {} for name in self.names()}
        for hook in self.hooks():
            for arguments in _every(ask.get(hook, {})):
                for plugin, thing in self.offered(hook, **arguments):
                    mine = keys[plugin].get(hook, ())
                    keys[plugin][hook] = tuple(sorted((*mine, thing.key)))
        return tuple(self._info(name, keys[name]) for name in self.names())

    def _load(self, entry: EntryPoint) -> None:
        try:
            plugin = entry.load()
        except (Exception, SystemExit) as error:
            detail = what_happened(error)
            raise PluginNotLoaded(
                entry.name, "plugin-not-loaded", target=entry.value, detail=detail
            ) from error
        if entry.dist is not None:
            self._distributions[entry.name] = (entry.dist.name, entry.dist.version)
        self.register(plugin, entry.name)

    def _gather(self, hook: str, arguments: Mapping[str, object]) -> tuple[tuple[str, Any], ...]:
        owners: dict[str, tuple[str, Any]] = {}
        for name in self.names():
            for thing in self._ask(name, hook, arguments):
                key = self._key(name, hook, thing)
                if key in owners:
                    kind = hook.removeprefix("register_").removesuffix("s")
                    raise KeyClash(kind, key, (owners[key][0], name))
                owners[key] = (name, thing)
        return tuple(owners[key] for key in sorted(owners))

    def _ask(self, name: str, hook: str, arguments: Mapping[str, object]) -> list[Any]:
        plugin = self._manager.get_plugin(name)
        others = [other for _, other in self._manager.list_name_plugin() if other is not plugin]
        caller = self._manager.subset_hook_caller(hook, others)
        try:
            offers = caller(**arguments)
            if len(offers) < len(caller.get_hookimpls()):
                raise TypeError("it must return an iterable, got None")
            return [thing for offered in offers for thing in offered]
        except (Exception, SystemExit) as error:
            detail = what_happened(error)
            raise HookRaised(name, "hook-raised", hook=hook, detail=detail) from error

    def _key(self, name: str, hook: str, thing: object) -> str:
        try:
            key = getattr(thing, "key", None)
        except (Exception, SystemExit) as error:
            detail = what_happened(error)
            raise HookRaised(name, "hook-raised", hook=hook, detail=detail) from error
        if not isinstance(key, str):
            got = thing if isinstance(thing, str) else type(thing).__name__
            raise HookRaised(name, "hook-thing", hook=hook, got=got)
        return key

    def _strange_arguments(self, plugin: object) -> tuple[str, tuple[str, ...]]:
        """Return the first hook of *plugin* that asks for what is not offered, and for what."""
        for name in dir(plugin):
            marked = self._manager.parse_hookimpl_opts(plugin, name)
            hook = (marked.get("specname") or name) if marked else ""
            spec = getattr(self._manager.hook, hook, None)
            if spec is None or not spec.has_spec():
                continue
            wanted = inspect.signature(getattr(plugin, name)).parameters
            asked = tuple(one for one in wanted if one not in spec.spec.argnames)
            if asked:
                return hook, asked
        return "?", ()

    def _info(self, name: str, offers: Mapping[str, tuple[str, ...]]) -> PluginInfo:
        distribution, version = self._distributions.get(name, ("", ""))
        callers = self._manager.get_hookcallers(self._manager.get_plugin(name)) or []
        hooks = tuple(sorted(caller.name for caller in callers))
        return PluginInfo(
            name=name, distribution=distribution, version=version, hooks=hooks, offers=offers
        )


def installed() -> Mapping[str, PluginInfo]:
    """Return the plugins that are installed in any group, by name, without importing them."""
    found: dict[str, PluginInfo] = {}
    for group in GROUPS:
        for entry in entry_points(group=group):
            name, version = (entry.dist.name, entry.dist.version) if entry.dist else ("", "")
            found[entry.name] = PluginInfo(name=entry.name, distribution=name, version=version)
    return {name: found[name] for name in sorted(found)}


class Plugins:
    """
    The core hooks of one workspace: one typed method per hook.

    Attributes:
        kept: Dated values in the place of today's, by key; see `with_parameters`.
    """

    def __init__(self, seam: Seam | None = None, kept: Iterable[Parameter] = ()) -> None:
        self.seam = seam or Seam(NAME, specs)
        self.kept = MappingProxyType({one.key: one for one in kept})

    @classmethod
    def load(cls, block: Iterable[str] = ()) -> Self:
        """Return all installed plugins but those in *block*."""
        plugins = cls()
        plugins.seam.load_installed(block)
        return plugins

    def with_parameters(self, kept: Iterable[Parameter]) -> "Plugins":
        """
        Return the same plugins over dated values that were kept, in the place of today's.

        They are what `parameters` gives, and what functions, rules and funding schemes look up
        that let themselves be given values; the others look up their own.
        """
        return Plugins(self.seam, (*self.kept.values(), *kept))

    def describe(self) -> tuple[PluginInfo, ...]:
        """Return what is installed, by name."""
        return self.seam.describe({"register_indicators": {"principle": tuple(Principle)}})

    def rules(self) -> Mapping[str, Rule]:
        return self._over_kept("register_rules", guard.RULE)

    def functions(self) -> Mapping[str, Function]:
        return self._over_kept("register_functions", guard.FUNCTION)

    def indicators(self, principle: Principle) -> Mapping[str, Indicator]:
        return self._by_key("register_indicators", guard.INDICATOR, principle=principle)

    def selectors(self) -> Mapping[str, Selector]:
        return self._by_key("register_selectors", guard.SELECTOR)

    def panel_meters(self) -> Mapping[str, PanelMeter]:
        return self._by_key("register_panel_meters", guard.PANEL_METER)

    def schemes(self) -> Mapping[str, FundingScheme]:
        return self._over_kept("register_schemes", guard.SCHEME)

    def parameters(self) -> Mapping[str, Parameter]:
        today = self._by_key("register_parameters")
        if not self.kept:
            return today
        return MappingProxyType(dict(sorted({**today, **self.kept}.items())))

    def conflict_grounds(self) -> Mapping[str, ConflictGround]:
        return self._by_key("register_conflict_grounds")

    def assigners(self) -> Mapping[str, Assigner]:
        return self._by_key("register_assigners", guard.ASSIGNER)

    def vote_readers(self) -> Mapping[str, VoteReader]:
        return self._by_key("register_vote_readers", guard.VOTE_READER)

    def rulesets(self) -> Mapping[str, RuleSetFile]:
        return self._by_key("register_rulesets")

    def programmes(self) -> Mapping[str, ProgrammeFile]:
        return self._by_key("register_programmes", guard.PROGRAMME_FILE)

    def cities(self) -> Mapping[str, CityFile]:
        return self._by_key("register_cities")

    def packs(self) -> Mapping[str, PackFile]:
        return self._by_key("register_packs")

    def _over_kept(self, hook: str, promises: Promises) -> Mapping[str, Any]:
        offered = self._by_key(hook, promises)
        if not self.kept:
            return offered
        return MappingProxyType(
            {key: overlaid(one, self.kept, promises) for key, one in offered.items()}
        )

    def _by_key(
        self, hook: str, promises: Promises | None = None, **arguments: object
    ) -> Mapping[str, Any]:
        return by_key(self.seam.offered(hook, **arguments), promises)


def by_key(offered: Iterable[tuple[str, T]], promises: Promises | None = None) -> Mapping[str, T]:
    """
    Return the things of `Seam.offered` by their key, read-only.

    Args:
        offered: With the names of the plugins.
        promises: What the routines of the things give; with it, each thing is handed out so that
            a routine that fails names the plugin. Without it the things are plain data.
    """
    return MappingProxyType(
        {
            cast(Any, thing).key: thing if promises is None else guarded(plugin, thing, promises)
            for plugin, thing in offered
        }
    )


def pick(kind: str, key: str, offered: Mapping[str, T]) -> T:
    """Return the thing with the key; raise UnknownKey with what is offered."""
    try:
        return offered[key]
    except KeyError:
        raise UnknownKey(kind, key, offered) from None


def _every(choices: Mapping[str, Iterable[object]]) -> list[dict[str, object]]:
    combinations: list[dict[str, object]] = [{}]
    for name, values in choices.items():
        combinations = [{**one, name: value} for one in combinations for value in values]
    return combinations
