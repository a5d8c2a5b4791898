"""The columns of a score sheet: what evaluators score, and under which headings it stands."""

from collections.abc import Iterator
from fractions import Fraction

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import APPLICANT_FIELD, Call
from innokumppanuus.domain.criteria import Criterion, Scale
from innokumppanuus.domain.labels import LANGUAGES, Label
from innokumppanuus.intake import words
from innokumppanuus.intake.cells import Cell
from innokumppanuus.intake.headings import Wanted
from innokumppanuus.intake.numerals import read_number

_NEARLY = Fraction(1, 10**9)

APPLICATION, CONFLICT, GROUND = "application", "conflict", "ground"


@attrs.frozen(kw_only=True)
class Item:
    """
    One thing that an evaluator scores.

    Attributes:
        id: `K1`, or `K1.a` for an aspect.
        name: What is scored.
        scale: What a score may be.
        description: What to look at.
    """

    id: str
    name: Label
    scale: Scale
    description: Label | None = None

    @property
    def reason_id(self) -> str:
        return f"{self.id} reason"

    def score_heading(self) -> Label:
        return _joined(self.id, self.name, words.SCORE)

    def reason_heading(self) -> Label:
        return _joined(self.id, self.name, words.REASON)


def items_of(call: Call) -> Iterator[Item]:
    """Yield what evaluators score: criteria or their aspects, then factors no rule decides."""
    for one in call.scored():
        scale = call.scale_of(one)
        if isinstance(one, Criterion):
            for id, name in one.columns():
                yield Item(id=id, name=name, scale=scale, description=one.description)
        elif not one.when:
            yield Item(id=one.id, name=one.name, scale=scale)


def conflict_columns() -> tuple[Wanted, ...]:
    """Return the columns of the declaration of conflicts."""
    return (
        Wanted(id=APPLICATION, name=words.APPLICATION, is_needed=True),
        Wanted(id=APPLICANT_FIELD, name=words.APPLICANT),
        Wanted(id=CONFLICT, name=words.CONFLICT, is_needed=True),
        Wanted(id=GROUND, name=words.GROUND),
    )


def score_columns(items: tuple[Item, ...]) -> tuple[Wanted, ...]:
    """Return the columns of the scores."""
    columns = [
        Wanted(id=APPLICATION, name=words.APPLICATION, is_needed=True),
        Wanted(id=APPLICANT_FIELD, name=words.APPLICANT),
    ]
    for item in items:
        columns.append(Wanted(id=item.id, name=item.score_heading(), is_needed=True))
        columns.append(Wanted(id=item.reason_id, name=item.reason_heading()))
    return tuple(columns)


def whole_columns(items: tuple[Item, ...]) -> tuple[Wanted, ...]:
    """Return the columns of a score sheet that is one table: first the declaration, then scores."""
    conflicts = conflict_columns()
    shared = {APPLICATION, APPLICANT_FIELD}
    return (*conflicts, *(one for one in score_columns(items) if one.id not in shared))


def shown_applicant(call: Call, application: Application) -> str:
    """Return what evaluators may see of the applicant; nothing when the call keeps it back."""
    field = call.field(APPLICANT_FIELD)
    return application.applicant if field is not None and field.is_public else ""


def on_scale(cell: Cell, scale: Scale) -> Fraction:
    """Return the score; one third typed as 0.333333333333 is the step that it stands for."""
    number = Fraction(read_number(cell))
    step = scale.bottom + round((number - scale.bottom) / scale.step) * scale.step
    return scale.check(step if abs(step - number) < _NEARLY else number)


def _joined(id: str, name: Label, word: Label) -> Label:
    return Label(*(f"{id} {name.say(one)}: {word.say(one)}" for one in LANGUAGES))
