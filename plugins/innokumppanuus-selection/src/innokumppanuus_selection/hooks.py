"""What the plugin offers to the core."""

from collections.abc import Iterable

from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.interfaces import Selector
from innokumppanuus_selection.portfolio import ExactPortfolio


@hookimpl
def register_selectors() -> Iterable[Selector]:
    yield ExactPortfolio()
