"""What plugins offer to read citizens' votes from files. It reads and counts nothing itself."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

import attrs

from innokumppanuus.domain.votes import BallotKind, Votes
from innokumppanuus.errors import Problem
from innokumppanuus.plugin.interfaces import Keyed


@attrs.frozen(kw_only=True)
class VotesRead:
    """Votes as they were read, and warnings of how."""

    votes: Votes
    warnings: tuple[Problem, ...] = ()


@runtime_checkable
class VoteReader(Keyed, Protocol):
    """A way to read citizens' votes from files (äänten lukija), chosen by the end of their name."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Return the ends of the names of files that it reads, as `.csv`, in lower case."""
        ...

    def read(self, path: Path, kind: BallotKind, applications: Sequence[str]) -> VotesRead:
        """
        Return the votes in the file.

        Args:
            path: The file, which is there.
            kind: What a voter could say, where the file does not say it itself.
            applications: Ids of all that there are; a vote for another is a problem.

        Raises:
            IntakeProblems: With everything that is wrong in the file.
            HostileFile: When the file is refused.
        """
        ...
