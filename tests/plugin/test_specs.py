"""Every hook says when it is called, what it returns and how it is written."""

from innokumppanuus.plugin import specs
from innokumppanuus.plugin.manager import Plugins


def test_every_hook_of_the_specs_has_a_method_of_its_own() -> None:
    plugins = Plugins()

    methods = [getattr(plugins, hook.removeprefix("register_")) for hook in plugins.seam.hooks()]

    assert len(methods) == len([name for name in vars(specs) if name.startswith("register_")])


def test_hooks_only_register() -> None:
    assert all(hook.startswith("register_") for hook in Plugins().seam.hooks())
