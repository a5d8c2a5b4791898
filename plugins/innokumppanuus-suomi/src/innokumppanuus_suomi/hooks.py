"""What the plugin offers to the core: the dated values of its data files and a rule."""

from collections.abc import Iterable

from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.interfaces import Rule
from innokumppanuus_suomi.law import parameters
from innokumppanuus_suomi.rules import DeMinimis


@hookimpl
def register_parameters() -> Iterable[Parameter]:
    return tuple(parameters().values())


@hookimpl
def register_rules() -> Iterable[Rule]:
    return (DeMinimis(),)
