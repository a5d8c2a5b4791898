"""What the plugin offers to the core: the dated values of its data files."""

from collections.abc import Iterable

from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.plugin import hookimpl
from innokumppanuus_suomi.law import parameters


@hookimpl
def register_parameters() -> Iterable[Parameter]:
    return tuple(parameters().values())
