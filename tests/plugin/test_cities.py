from pathlib import Path
from types import ModuleType

from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.cities import CityFile
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.testing.builders import label


def test_cities_enter_by_the_hook_register_cities() -> None:
    file = CityFile(key="harjula", name=label(), path=Path("harjula.yaml"))

    @hookimpl
    def register_cities() -> list[CityFile]:
        return [file]

    plugin = ModuleType("mycity")
    plugin.register_cities = register_cities  # type: ignore[attr-defined]
    plugins = Plugins()
    plugins.seam.register(plugin, "mycity")

    assert plugins.cities() == {"harjula": file}


def test_a_city_is_fictional_unless_it_says_otherwise() -> None:
    assert CityFile(key="harjula", name=label(), path=Path("harjula.yaml")).is_fictional
