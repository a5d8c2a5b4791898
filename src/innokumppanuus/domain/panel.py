"""Who evaluates, what they are tied to, and what they agreed on. No sums and no choice."""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

import attrs

from innokumppanuus.domain.assessment import Mark
from innokumppanuus.domain.conflicts import Interest, InterestKind, Ruling
from innokumppanuus.domain.parties import BusinessId

_TEXT: Any = attrs.validators.min_len(1)
_NOT_NEGATIVE = attrs.validators.ge(0)
_GROUNDS = tuple(str(one) for one in InterestKind if one is not InterestKind.RIVAL)


class DecidingScores(StrEnum):
    """
    Which scores decide (ratkaisevat pisteet).

    `own` are the evaluators' own scores put together. `consensus` is the score that the panel has
    recorded, and the own ones where it has recorded none. With `consensus_only` an application
    waits until every score has been recorded.
    """

    OWN = "own"
    CONSENSUS = "consensus"
    CONSENSUS_ONLY = "consensus_only"


@attrs.frozen(kw_only=True)
class PanelPolicy:
    """
    How the evaluators' panel works (arviointipaneelin säännöt).

    Attributes:
        grounds: Keys of the grounds of conflict that are looked at. All that the core has but
            `rival`, since `conflict_removes` already says how far a conflict reaches.
        scores: Which scores decide.
        readers: How many evaluators are to read each application, at least.
        most_readers: How many at most; as many as there are when not given.
        least_load: How many applications each evaluator reads, at least.
        most_load: How many at most; all of them when not given.
        topic_field: Field whose answer tells what an application is about; empty for none.
        language_field: Field whose answer tells its language; empty for none.
        assigner: Key of the method that shares the applications out.
        lot_seed: Published word from which the lots between equally good shares are drawn.
        discuss_from: Difference between own scores from which the panel is to talk; None for none.
        needs_reasons: Whether every score needs a written reason.
        calibration_gap: Mean distance from the reference, as a share of the scale, from which an
            evaluator is told of it.
    """

    grounds: tuple[str, ...] = _GROUNDS
    scores: DecidingScores = DecidingScores.OWN
    readers: int = attrs.field(default=1, validator=attrs.validators.ge(1))
    most_readers: int | None = attrs.field(
        default=None, validator=attrs.validators.optional(attrs.validators.ge(1))
    )
    least_load: int = attrs.field(default=0, validator=_NOT_NEGATIVE)
    most_load: int | None = attrs.field(
        default=None, validator=attrs.validators.optional(_NOT_NEGATIVE)
    )
    topic_field: str = ""
    language_field: str = ""
    assigner: str = "exact_flow"
    lot_seed: str = ""
    discuss_from: Fraction | None = None
    needs_reasons: bool = True
    calibration_gap: Fraction = Fraction(1, 10)


@attrs.frozen(kw_only=True)
class Evaluator:
    """
    Somebody who evaluates (arvioija), by a name or a code.

    Attributes:
        id: As on the score sheets.
        organisation: Where the evaluator works.
        business_id: Of that organisation.
        languages: What the evaluator reads, as the answers of the form name it; none when nobody
            has said, and then no language bars.
        expertise: What the evaluator knows, as the answers of the form name it.
        least: How many applications to read at least; None for what the rule set says.
        most: How many at most; None for what the rule set says.
        interests: What the evaluator has declared.
        has_declared: Whether the declaration has been given; without ties it still has to be.
    """

    id: str = attrs.field(validator=_TEXT)
    organisation: str = ""
    business_id: BusinessId | None = None
    languages: tuple[str, ...] = ()
    expertise: tuple[str, ...] = ()
    least: int | None = attrs.field(
        default=None, validator=attrs.validators.optional(_NOT_NEGATIVE)
    )
    most: int | None = attrs.field(default=None, validator=attrs.validators.optional(_NOT_NEGATIVE))
    interests: tuple[Interest, ...] = ()
    has_declared: bool = False


@attrs.frozen(kw_only=True)
class BusinessGroup:
    """Companies of one group (konserni): a tie to one of them is a tie to all."""

    name: str = attrs.field(validator=_TEXT)
    members: tuple[BusinessId, ...] = ()


@attrs.frozen(kw_only=True)
class Replacement:
    """
    One evaluator in the place of another (arvioijan vaihto), for the log.

    Attributes:
        evaluator: Who steps aside.
        substitute: Who reads instead.
        application: Which application; empty for all of them.
        by: Who decided.
        on: When.
        reason: Why.
    """

    evaluator: str = attrs.field(validator=_TEXT)
    substitute: str = attrs.field(validator=_TEXT)
    application: str = ""
    by: str = attrs.field(validator=_TEXT)
    on: date
    reason: str = attrs.field(validator=_TEXT)


@attrs.frozen(kw_only=True)
class Consensus:
    """
    What the panel agreed on of one application (konsensus). It is recorded, never reckoned.

    Attributes:
        application: Id of the application.
        present: Evaluators who took part in the talk about it.
        marks: Agreed scores, each with its reason.
        by: Who wrote it down.
        on: When.
    """

    application: str = attrs.field(validator=_TEXT)
    present: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    by: str = ""
    on: date | None = None


@attrs.frozen(kw_only=True)
class EvaluationPanel:
    """
    The evaluators and their log (arviointipaneeli).

    Attributes:
        evaluators: Sorted by id, each once.
        groups: Groups of companies that are known, by name.
        rulings: What was decided of conflicts, in the order of the file.
        replacements: Who was replaced, in the order of the file.
        consensus: What was agreed on, by application, each once.
    """

    evaluators: tuple[Evaluator, ...] = ()
    groups: tuple[BusinessGroup, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    replacements: tuple[Replacement, ...] = ()
    consensus: tuple[Consensus, ...] = ()
