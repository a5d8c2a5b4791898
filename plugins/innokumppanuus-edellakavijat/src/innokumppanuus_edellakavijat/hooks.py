"""What the plugin offers to the core: programmes and the rule set of the invitation."""

from collections.abc import Iterator
from pathlib import Path

from innokumppanuus.domain.labels import Label
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.interfaces import RuleSetFile
from innokumppanuus.plugin.programmes import ProgrammeFile
from innokumppanuus_edellakavijat.domain import Forerunners
from innokumppanuus_edellakavijat.engine.checks import check

_DATA = Path(__file__).parent / "data"


@hookimpl
def register_programmes() -> Iterator[ProgrammeFile]:
    yield ProgrammeFile(
        key="edellakavijakaupungit",
        name=Label(
            "Innovatiiviset edelläkävijäkaupungit 2010–2013",
            "Innovativa föregångarstäder 2010–2013",
            "Innovative forerunner cities 2010–2013",
        ),
        path=_DATA / "edellakavijakaupungit.yaml",
        noun=Forerunners,
        check=check,
        is_fictional=False,
    )
    yield ProgrammeFile(
        key="edellakavijat-harjoitus",
        name=Label(
            "Edelläkävijäverkoston harjoitus, kuvitteelliset kunnat",
            "Övning i föregångarnätverk, påhittade kommuner",
            "Exercise of a forerunner network, fictional municipalities",
        ),
        path=_DATA / "edellakavijat-harjoitus.yaml",
        noun=Forerunners,
        check=check,
        is_fictional=True,
    )


@hookimpl
def register_rulesets() -> Iterator[RuleSetFile]:
    yield RuleSetFile(
        key="edellakavijat-kutsu",
        name=Label(
            "Kutsu edelläkävijäverkostoon, kuvitteelliset kunnat",
            "Inbjudan till föregångarnätverket, påhittade kommuner",
            "Invitation to the forerunner network, fictional municipalities",
        ),
        path=_DATA / "kutsu.yaml",
        applications=_DATA / "kuvitteellinen" / "kunnat.csv",
        is_fictional=True,
    )
