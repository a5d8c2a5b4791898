"""From a rule set file to a rule set, or to everything that is wrong with the file."""

from pathlib import Path

import attrs

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.dates import zone
from innokumppanuus.errors import InvalidValue, Place, Problem, RuleSetProblems
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset.checked import Checked
from innokumppanuus.ruleset.checks import check
from innokumppanuus.ruleset.conditions import check_conditions, compiled
from innokumppanuus.ruleset.document import MOST_BYTES, Document, Scalar, decode, parse, show
from innokumppanuus.ruleset.freezing import fingerprint, freeze
from innokumppanuus.ruleset.model import RuleSet
from innokumppanuus.ruleset.notices import warn
from innokumppanuus.ruleset.reading import Reader
from innokumppanuus.ruleset.settings import plugin_options

ZONE_KEY, _ANY_ZONE = "zone", "UTC"


def load(path: str | Path, plugins: Plugins) -> RuleSet:
    """
    Return the rule set in the file.

    Raises:
        RuleSetProblems: With everything that is wrong, each in its place.
    """
    path = Path(path)
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        key = "file-missing" if isinstance(error, FileNotFoundError) else "file-unreadable"
        raise RuleSetProblems([Problem(key=key, place=Place(file=path.name))]) from error
    return loads(decode(raw, path.name), path.name, plugins)


def loads(text: str, name: str, plugins: Plugins) -> RuleSet:
    """
    Return the rule set in the text; *name* is the file that messages name.

    Raises:
        RuleSetProblems: With everything that is wrong, each in its place.
    """
    document = parse(text, name)
    problems: list[Problem] = []
    reader = Reader(document, _zone(document, problems))
    draft = reader.call()
    checked = Checked(call=draft, document=document, plugins=plugins)
    problems += reader.problems
    problems += [*check(checked), *check_conditions(checked), *plugin_options(checked)]
    if problems:
        raise RuleSetProblems(problems)
    assert isinstance(draft.value, Call)
    return RuleSet(
        call=draft.value,
        rules=compiled(draft, plugins.functions()),
        hash=fingerprint(freeze(draft.value)),
        warnings=warn(checked),
    )


def _zone(document: Document, problems: list[Problem]) -> str:
    """Return the zone that times are read in; any will do where the file's own is broken."""
    for key, node in document.root.entries:
        if key.text == ZONE_KEY and isinstance(node, Scalar) and not node.is_nothing:
            try:
                zone(node.text)
            except InvalidValue as problem:
                values = {**problem.values, "got": show(node)}
                place = document.place(node)
                problems.append(Problem(key=problem.key, values=values, place=place, path=ZONE_KEY))
                return _ANY_ZONE
            return node.text
    return str(attrs.fields(Call).zone.default)
