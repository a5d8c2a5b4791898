"""The game of disqualification: role cards, judged by the core's engine of conflicts."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import APPLICANT_FIELD, Call, Field, FieldType
from innokumppanuus.domain.conflicts import Interest
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.panel import BusinessGroup, EvaluationPanel, Evaluator
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.engine.conflicts import conflicts_of
from innokumppanuus.errors import Problem, RuleSetProblems
from innokumppanuus.ruleset.document import Listing, Scalar, Table, parse, read_text
from innokumppanuus.ruleset.drafts import Draft
from innokumppanuus.ruleset.reading import Reader
from innokumppanuus_suomi.conflicts import conflict_grounds, grounds
from innokumppanuus_suomi.pathways import ZONE, unknown

FILE: Final = Path(__file__).parent / "data" / "cards" / "role_cards.yaml"
_ID_FIELD: Final = "business_id"
_CALL: Final = Call(
    id="conflict-game",
    name=Label("Jäävipeli", "Jävsspelet", "Game of disqualification"),
    form=(
        Field(id=APPLICANT_FIELD, name=Label("Hakija", "Sökande", "Applicant")),
        Field(
            id=_ID_FIELD,
            name=Label("Y-tunnus", "FO-nummer", "Business id"),
            type=FieldType.BUSINESS_ID,
        ),
    ),
    is_fictional=True,
)
"""The form by which the engine finds ties; the game itself has no call."""


@attrs.frozen(kw_only=True)
class Applicant:
    """Who applies in the game (hakija)."""

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: str = attrs.field(validator=attrs.validators.min_len(1))
    business_id: BusinessId


@attrs.frozen(kw_only=True)
class RoleCard:
    """
    Somebody who is to handle the applications (roolikortti).

    Attributes:
        id: Its name.
        name: Who it is.
        story: What is told of the person.
        organisation: Where the person works.
        business_id: Of that organisation.
        interests: Ties that the engine sees.
        stated: Grounds that only people can state, by key.
        teaches: What the card teaches.
        mistakes: What to say of a usual mistake, by the ground that was named or left out.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    story: Label
    organisation: str = ""
    business_id: BusinessId | None = None
    interests: tuple[Interest, ...] = ()
    stated: tuple[str, ...] = ()
    teaches: Label
    mistakes: Mapping[str, Label] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class CardFile:
    """
    A file of role cards.

    Attributes:
        is_fictional: Whether people and applicants are made up.
        applicants: Who apply.
        groups: Companies that belong together.
        cards: In the order in which they are dealt.
    """

    is_fictional: bool = False
    applicants: tuple[Applicant, ...]
    groups: tuple[BusinessGroup, ...] = ()
    cards: tuple[RoleCard, ...]


@attrs.frozen(kw_only=True)
class CardResult:
    """
    Grounds that somebody named, beside those that there are (jäävipelin tulos).

    Attributes:
        card: Which card.
        named: Keys of the grounds that were named.
        true: Keys of the grounds that there are, in the order of the act.
        applications: Those with which the person has a tie.
    """

    card: RoleCard
    named: frozenset[str]
    true: tuple[str, ...]
    applications: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        return self.named == set(self.true)

    @property
    def missed(self) -> tuple[str, ...]:
        """Grounds that there are and that were not named."""
        return tuple(one for one in self.true if one not in self.named)

    @property
    def extra(self) -> tuple[str, ...]:
        """Grounds that were named and are not there, in the order of the act."""
        return tuple(
            one.key for one in grounds() if one.key in self.named and one.key not in self.true
        )


def read_cards(path: Path = FILE) -> CardFile:
    """
    Return the cards in the file.

    Raises:
        RuleSetProblems: With everything that is wrong, each in its place.
    """
    reader = Reader(parse(read_text(path), path.name), ZONE)
    draft = reader.whole(CardFile)
    problems = [*reader.problems, *_across(reader, draft)]
    if problems:
        raise RuleSetProblems(problems)
    assert isinstance(draft.value, CardFile)
    return draft.value


def judge(card: RoleCard, file: CardFile, named: Iterable[str]) -> CardResult:
    """Return the grounds that were named beside those that the engine and people find."""
    own = {one.key.removeprefix("suomi."): one for one in conflict_grounds()}
    evaluator = Evaluator(
        id=card.id,
        organisation=card.organisation,
        business_id=card.business_id,
        interests=card.interests,
        has_declared=True,
    )
    applications = tuple(
        Application(id=one.id, answers={APPLICANT_FIELD: one.name, _ID_FIELD: one.business_id})
        for one in file.applicants
    )
    panel = EvaluationPanel(evaluators=(evaluator,), groups=file.groups)
    offered = {one.key: one for one in own.values()}
    found = [one for one in conflicts_of(_CALL, applications, panel, (), offered) if one.ground]
    keys = {one.ground.removeprefix("suomi.") for one in found} | set(card.stated)
    return CardResult(
        card=card,
        named=frozenset(named),
        true=tuple(key for key in own if key in keys),
        applications=tuple(sorted({one.application for one in found})),
    )


def _across(reader: Reader, draft: Draft) -> Iterator[Problem]:
    """Yield the grounds that the act does not have."""
    known = tuple(one.key for one in grounds())
    for one in draft.each("cards"):
        stated, mistakes = one.at("stated"), one.at("mistakes")
        listed = stated.node.items if stated and isinstance(stated.node, Listing) else ()
        words = [(node, f"{one.path}.stated") for node in listed]
        entries = mistakes.node.entries if mistakes and isinstance(mistakes.node, Table) else ()
        words += [(key, f"{one.path}.mistakes") for key, _ in entries]
        for node, path in words:
            if isinstance(node, Scalar) and node.text not in known:
                yield unknown(reader, node, path, known)
