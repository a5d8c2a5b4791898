"""What the plugin offers to the core: programmes, the rule set of pilots and its dated value."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.interfaces import RuleSetFile
from innokumppanuus.plugin.programmes import ProgrammeFile
from innokumppanuus.ruleset.parameter_files import read_parameters
from innokumppanuus_parasta_itaa.domain.consortium import Consortium
from innokumppanuus_parasta_itaa.engine.checks import check

_DATA = Path(__file__).parent / "data"


@hookimpl
def register_parameters() -> Iterable[Parameter]:
    return read_parameters(_DATA / "parameters" / "tietosuoja.yaml")


@hookimpl
def register_programmes() -> Iterator[ProgrammeFile]:
    yield ProgrammeFile(
        key="parasta-itaa",
        name=Label("PARASTA ITÄÄ!", "PARASTA ITÄÄ!", "PARASTA ITÄÄ!"),
        path=_DATA / "parasta-itaa.yaml",
        noun=Consortium,
        check=check,
        is_fictional=False,
    )
    yield ProgrammeFile(
        key="parasta-itaa-harjoitus",
        name=Label(
            "Nuoret mukaan, kuvitteellinen konsortio",
            "Unga med, ett påhittat konsortium",
            "Young people along, a fictional consortium",
        ),
        path=_DATA / "parasta-itaa-harjoitus.yaml",
        noun=Consortium,
        check=check,
        is_fictional=True,
    )


@hookimpl
def register_rulesets() -> Iterator[RuleSetFile]:
    yield RuleSetFile(
        key="parasta-itaa-aluepilotit",
        name=Label(
            "Aluepilottien mukaantulo, kuvitteelliset pilotit",
            "Regionala piloters inträde, påhittade piloter",
            "Entry of regional pilots, fictional pilots",
        ),
        path=_DATA / "aluepilotit.yaml",
        applications=_DATA / "kuvitteellinen" / "aluepilotit.csv",
        is_fictional=True,
    )
