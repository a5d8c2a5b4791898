"""Pathways of procurement as data: what each needs and what it leads to. It judges no purchase."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.principles import ProcurementRoute
from innokumppanuus.errors import Problem, RuleSetProblems
from innokumppanuus.ruleset.document import Scalar, parse, read_text, show
from innokumppanuus.ruleset.drafts import Draft
from innokumppanuus.ruleset.expressions.complaints import closest
from innokumppanuus.ruleset.reading import Reader
from innokumppanuus_suomi.law import parameters

FILE: Final = Path(__file__).parent / "data" / "pathways" / "pathways.yaml"
ZONE: Final = "Europe/Helsinki"


class Outlet(StrEnum):
    """What a pathway is in law (polun laji): aid, a purchase, or a purchase outside the act."""

    AID = "aid"
    PURCHASE = "purchase"
    OUTSIDE = "outside"


@attrs.frozen(kw_only=True)
class Pathway:
    """
    A way in which a city may get something done by others for money (hankintapolku).

    Attributes:
        key: Its name.
        name: What it is called.
        about: What it is, in a sentence.
        leads_to: What it is in law.
        law: Key of the dated value that tells whether the act of the day knows it; empty when
            none does.
        conditions: Rules of the rule set that must all be met.
        routes: Ways of innovative procurement that it serves.
        caution: What to look out for; None when there is nothing to add.
    """

    key: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    about: Label
    leads_to: Outlet
    law: str = ""
    conditions: tuple[str, ...] = attrs.field(validator=attrs.validators.min_len(1))
    routes: tuple[ProcurementRoute, ...] = ()
    caution: Label | None = None


@attrs.frozen(kw_only=True)
class PathwayFile:
    """
    A file of pathways.

    Attributes:
        rules: Key of the rule set whose rules are the conditions.
        pathways: In the order in which they are told.
    """

    rules: str
    pathways: tuple[Pathway, ...]


@cache
def pathways() -> tuple[Pathway, ...]:
    """
    Return the pathways that the plugin ships, in their order.

    Raises:
        RuleSetProblems: When the data file has been edited into something that cannot be read.
    """
    return read_pathways(FILE).pathways


def read_pathways(path: Path) -> PathwayFile:
    """
    Return the pathways in the file.

    Raises:
        RuleSetProblems: With everything that is wrong, each in its place.
    """
    reader = Reader(parse(read_text(path), path.name), ZONE)
    draft = reader.whole(PathwayFile)
    problems = [*reader.problems, *_across(reader, draft)]
    if problems:
        raise RuleSetProblems(problems)
    assert isinstance(draft.value, PathwayFile)
    return draft.value


def _across(reader: Reader, draft: Draft) -> Iterator[Problem]:
    """Yield the keys that stand twice, and the dated values that nobody has."""
    drafts = draft.each("pathways")
    yield from twice(reader, drafts, "key")
    for law in (one.at("law") for one in drafts):
        if law is not None and isinstance(law.node, Scalar) and law.node.text not in parameters():
            yield unknown(reader, law.node, law.path, tuple(parameters()))


def twice(reader: Reader, drafts: Iterable[Draft], name: str) -> Iterator[Problem]:
    """Yield that a word under *name* stands twice, with the line of the first."""
    lines: dict[str, int] = {}
    for one in drafts:
        at, word = one.at(name), one.known(str, name)
        if at is None or word is None:
            continue
        if word in lines:
            values = {"got": show(at.node), "line": lines[word]}
            place = reader.document.place(at.node)
            yield Problem(key="id-twice", values=values, place=place, path=at.path)
        lines.setdefault(word, at.node.line)


def unknown(reader: Reader, node: Scalar, path: str, known: Iterable[str]) -> Problem:
    """Return that the word in *node* is none of the *known* names."""
    meant = closest(node.text, known)
    key = "unknown-name-none" if meant is None else "unknown-name"
    values = {"got": node.text, **({} if meant is None else {"meant": meant})}
    return Problem(key=key, values=values, place=reader.document.place(node), path=path)
