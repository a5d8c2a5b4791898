"""What the plugin offers to the core: exercises of both kinds of programme, and an admission."""

from collections.abc import Iterator
from pathlib import Path

from innokumppanuus.domain.labels import Label
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.interfaces import RuleSetFile
from innokumppanuus.plugin.programmes import ProgrammeFile
from innokumppanuus_sparring.domain.events import EventSeries
from innokumppanuus_sparring.domain.sparring import Sparring
from innokumppanuus_sparring.engine.checks import check_series, check_sparring

_DATA = Path(__file__).parent / "data"


@hookimpl
def register_programmes() -> Iterator[ProgrammeFile]:
    yield ProgrammeFile(
        key="sparraus-harjoitus",
        name=Label(
            "Sparrausohjelma (kuvitteellinen harjoitus)",
            "Sparringprogram (påhittad övning)",
            "Sparring programme (fictional exercise)",
        ),
        path=_DATA / "sparraus-harjoitus.yaml",
        noun=Sparring,
        check=check_sparring,
    )
    yield ProgrammeFile(
        key="tapahtumat-harjoitus",
        name=Label(
            "Tapahtumasarja (kuvitteellinen harjoitus)",
            "Evenemangsserie (påhittad övning)",
            "Series of events (fictional exercise)",
        ),
        path=_DATA / "tapahtumat-harjoitus.yaml",
        noun=EventSeries,
        check=check_series,
    )


@hookimpl
def register_rulesets() -> Iterator[RuleSetFile]:
    yield RuleSetFile(
        key="sparraukseen-harjoitus",
        name=Label(
            "Pääsy sparrausryhmään (kuvitteellinen harjoitus)",
            "Antagning till sparringgruppen (påhittad övning)",
            "Admission to the sparring group (fictional exercise)",
        ),
        path=_DATA / "sparraukseen-harjoitus.yaml",
    )
