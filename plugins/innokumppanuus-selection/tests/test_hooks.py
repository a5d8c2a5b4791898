"""What the plugin offers: its methods, by the door that everyone uses."""

from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_selection import hooks

METHODS = [
    "consensus_list",
    "equal_shares",
    "exact_portfolio",
    "promethee_ii",
    "topsis",
    "vikor",
    "votes_greedy",
    "votes_welfare",
]


def test_each_method_is_offered_with_a_name_in_three_languages() -> None:
    plugins = Plugins()

    plugins.seam.register(hooks, "selection")

    offered = plugins.selectors()
    assert list(offered) == METHODS
    assert [one for one in METHODS if list(offered[one].name.missing())] == []
