"""The two ways to read citizens' votes, for the hook: Pabulib files, and tables."""

from collections.abc import Sequence
from pathlib import Path

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.votes import BallotKind
from innokumppanuus.errors import IntakeProblems, Place, Problem, unknown_name
from innokumppanuus.plugin.vote_reading import VotesRead
from innokumppanuus_selection.votes.pabulib import read_pabulib
from innokumppanuus_selection.votes.tables import read_votes


@attrs.frozen
class PabulibReader:
    """Reads a Pabulib file, which says itself how people voted; its projects are applications."""

    key: str = "pabulib"
    name: Label = Label("Pabulib-tiedosto", "Pabulib-fil", "Pabulib file")
    suffixes: tuple[str, ...] = (".pb",)

    def read(self, path: Path, kind: BallotKind, applications: Sequence[str]) -> VotesRead:
        """See `plugin.vote_reading.VoteReader`."""
        read = read_pabulib(path)
        voted = {one for ballot in read.election.votes.ballots for one in ballot.applications}
        strangers = [
            Problem(
                key=error.key, values=error.values, place=Place(file=path.name), path="PROJECTS"
            )
            for one in sorted(voted - set(applications))
            for error in (unknown_name(one, applications),)
        ]
        if strangers:
            raise IntakeProblems((*read.warnings, *strangers))
        return VotesRead(votes=read.election.votes, warnings=read.warnings)


@attrs.frozen
class VotesTableReader:
    """Reads a workbook or csv file with one row for each ballot."""

    key: str = "votes_table"
    name: Label = Label(
        "Äänet työkirjassa tai csv-tiedostossa",
        "Röster i en arbetsbok eller csv-fil",
        "Votes in a workbook or csv file",
    )
    suffixes: tuple[str, ...] = (".xlsx", ".csv")

    def read(self, path: Path, kind: BallotKind, applications: Sequence[str]) -> VotesRead:
        """See `plugin.vote_reading.VoteReader`."""
        table = read_votes(path, kind, applications)
        return VotesRead(votes=table.votes, warnings=table.warnings)
