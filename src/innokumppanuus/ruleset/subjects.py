"""Tells by its keys what a file is of: a city, a programme or a call. It checks nothing in it."""

from pathlib import Path

from innokumppanuus.domain.profile import SubjectKind
from innokumppanuus.ruleset.document import Table, parse, read_text
from innokumppanuus.ruleset.programmes import PROGRAMME_KEY

_OF_CITY = frozenset({"records", "consents"})


def subject_of(path: str | Path) -> SubjectKind:
    """
    Return what the file is of; of a call when nothing says otherwise.

    Raises:
        RuleSetProblems: When it cannot be read at all.
    """
    path = Path(path)
    entries = {key.text: node for key, node in parse(read_text(path), path.name).root.entries}
    if _OF_CITY & entries.keys():
        return SubjectKind.CITY
    # a call names its programme in a word; the file of a programme describes it
    is_programme = isinstance(entries.get(PROGRAMME_KEY), Table)
    return SubjectKind.PROGRAMME if is_programme else SubjectKind.CALL
