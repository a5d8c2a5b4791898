"""
The state of the calibration: everybody scores one application alone, then the group agrees.

It measures nothing itself; the engine compares scores, and a reference stays hidden until asked.
"""

from collections.abc import Mapping
from fractions import Fraction

import attrs

from innokumppanuus.domain.assessment import Mark, ScoreSheet
from innokumppanuus.domain.criteria import Criterion, Factor, Scale
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.panel_health import Agreement, Measure, Ratings
from innokumppanuus.domain.rounds import Calibration
from innokumppanuus.engine.agreement import alphas, intraclass
from innokumppanuus.engine.calibration import calibrate
from innokumppanuus.engine.rounds import scored_columns
from innokumppanuus.errors import InvalidValue, unknown_name
from innokumppanuus.plugin.manager import Plugins

MOST_MEMBERS = 8
REFERENCE = "reference"
_MEASURES = (Measure.ALPHA_INTERVAL, Measure.ICC_TWO_WAY)


@attrs.frozen(kw_only=True)
class Spread:
    """
    What the members gave to one column (hajonta).

    Attributes:
        column: Id of a criterion, factor or aspect.
        name: What is scored.
        given: Score by member.
        consensus: What the group agreed on; None before it has.
        reason: Why, in the words of the group.
    """

    column: str
    name: Label
    given: Mapping[str, Fraction]
    consensus: Fraction | None = None
    reason: str = ""

    @property
    def width(self) -> Fraction | None:
        """The distance between the highest and the lowest score; None without any."""
        return max(self.given.values()) - min(self.given.values()) if self.given else None

    @property
    def mean(self) -> Fraction | None:
        """The mean of the scores; None without any."""
        return sum(self.given.values(), Fraction(0)) / len(self.given) if self.given else None


class CalibrationState:
    """
    One application that a group scores alone and then together (arvioijien kalibrointi).

    Members are numbered and never named.

    Attributes:
        decision: Where the application and the criteria come from.
        application: Id of the application that is scored.
        members: Numbers of the members, as text.
    """

    def __init__(self, decision: Decision, plugins: Plugins) -> None:
        ids = [one.application for one in decision.ranking]
        if not ids:
            raise InvalidValue("calibration-nothing")
        self.decision = decision
        self.application = ids[0]
        self.members: tuple[str, ...] = ("1", "2", "3")
        self._scores: dict[str, dict[str, Fraction]] = {}
        self._agreed: dict[str, tuple[Fraction, str]] = {}

    @property
    def applications(self) -> Mapping[str, str]:
        """Applicants of the ranked applications by id, in their order."""
        names = {one.id: one.applicant for one in self.decision.applications}
        return {one.application: names[one.application] for one in self.decision.ranking}

    @property
    def is_fictional(self) -> bool:
        return self.decision.call.is_fictional or self.decision.has_fictional_field

    @property
    def columns(self) -> Mapping[str, Label]:
        """Name by id of what is scored, in the order of the rule set."""
        named: dict[str, Label] = {}
        for column, item in scored_columns(self.decision.call):
            names = dict(item.columns())
            named[column] = names.get(column) or item.name
        return named

    def scale_of(self, column: str) -> Scale:
        """Return the scale that the column is scored on."""
        return self.decision.call.scale_of(self._item(column))

    def choose(self, application: str) -> None:
        """Score another application; what was scored is taken away."""
        if application not in self.applications:
            raise unknown_name(application, self.applications)
        self.application = application
        self.reset()

    def set_members(self, count: int) -> None:
        """Let so many members score; scores of those who leave are taken away."""
        if not 2 <= count <= MOST_MEMBERS:
            raise InvalidValue("members-count", least=2, most=MOST_MEMBERS, got=count)
        self.members = tuple(str(number) for number in range(1, count + 1))
        for gone in set(self._scores) - set(self.members):
            del self._scores[gone]

    def score(self, member: str, column: str, value: Fraction | None) -> None:
        """Keep the member's own score; None leaves the column open again."""
        if member not in self.members:
            raise unknown_name(member, self.members)
        scale = self.scale_of(column)
        given = self._scores.setdefault(member, {})
        if value is None:
            given.pop(column, None)
        else:
            given[column] = scale.check(value)

    def score_of(self, member: str, column: str) -> Fraction | None:
        """Return the member's own score of the column; None when it is open."""
        return self._scores.get(member, {}).get(column)

    def agree(self, column: str, value: Fraction, reason: str) -> None:
        """
        Write down what the group agreed on, with its reason.

        Raises:
            InvalidValue: When there is no such score or no reason.
        """
        if not reason.strip():
            raise InvalidValue("consensus-reason")
        self._agreed[column] = (self.scale_of(column).check(value), reason.strip())

    def reset(self) -> None:
        """Begin again with nothing scored."""
        self._scores.clear()
        self._agreed.clear()

    @property
    def spreads(self) -> tuple[Spread, ...]:
        """What was given to each column, and what was agreed on."""
        return tuple(
            Spread(
                column=column,
                name=name,
                given={
                    member: score
                    for member in self.members
                    if (score := self.score_of(member, column)) is not None
                },
                consensus=self._agreed[column][0] if column in self._agreed else None,
                reason=self._agreed[column][1] if column in self._agreed else "",
            )
            for column, name in self.columns.items()
        )

    @property
    def talk_about(self) -> tuple[Spread, ...]:
        """The columns with the widest spread, when there is any."""
        widest = max((one.width or Fraction(0) for one in self.spreads), default=Fraction(0))
        return tuple(one for one in self.spreads if widest and one.width == widest)

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """Krippendorff's alpha and the intraclass correlations of the scores given alone."""
        ratings = Ratings(
            item=self.application,
            scores={one.column: dict(one.given) for one in self.spreads if one.given},
        )
        found = (*alphas(ratings), *intraclass(ratings))
        return tuple(one for one in found if one.measure in _MEASURES)

    @property
    def beside_reference(self) -> tuple[Calibration, ...]:
        """Each member beside the scores that the application got in the decision."""
        reference = ScoreSheet(evaluator=REFERENCE, marks=tuple(self._reference()))
        sheets = [
            ScoreSheet(
                evaluator=member,
                marks=tuple(
                    Mark(application=self.application, item=column, score=score)
                    for column, score in sorted(given.items())
                ),
            )
            for member, given in sorted(self._scores.items())
        ]
        return calibrate(self.decision.call, sheets, reference)

    def _reference(self) -> tuple[Mark, ...]:
        """Return the mean of the marks that evaluators gave, by column."""
        given: dict[str, list[Fraction]] = {}
        for sheet in self.decision.sheets:
            for mark in sheet.marks:
                if mark.application == self.application and mark.score is not None:
                    given.setdefault(mark.item, []).append(mark.score)
        return tuple(
            Mark(
                application=self.application,
                item=column,
                score=sum(scores, Fraction(0)) / len(scores),
            )
            for column, scores in sorted(given.items())
        )

    def _item(self, column: str) -> Criterion | Factor:
        known = dict(scored_columns(self.decision.call))
        if column not in known:
            raise unknown_name(column, known)
        return known[column]
