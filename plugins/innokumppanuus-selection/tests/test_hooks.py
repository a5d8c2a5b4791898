"""What the plugin offers: the method, by the door that everyone uses."""

from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_selection import hooks


def test_the_method_is_offered_with_a_name_in_three_languages() -> None:
    plugins = Plugins()

    plugins.seam.register(hooks, "selection")

    assert list(plugins.selectors()) == ["exact_portfolio"]
    assert not list(plugins.selectors()["exact_portfolio"].name.missing())
