"""What a missing score counts as, way by way behind one interface. It puts no scores together."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Final, Protocol

import attrs

from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.domain.call import MissingScores
from innokumppanuus.domain.criteria import Scale
from innokumppanuus.engine.sums import exact_mean


@attrs.frozen(kw_only=True)
class Given:
    """
    What was given to all applications of a call, for the ways that look beyond one of them.

    Attributes:
        of_evaluator: Mean of what each evaluator gave, by column and evaluator.
        of_application: Mean of what each application got, by column and application.
        of_all: Mean by column.
        panel: The most evaluators that any application has.
    """

    of_evaluator: Mapping[tuple[str, str], Fraction] = attrs.field(factory=dict)
    of_application: Mapping[tuple[str, str], Fraction] = attrs.field(factory=dict)
    of_all: Mapping[str, Fraction] = attrs.field(factory=dict)
    panel: int = 0

    @classmethod
    def of(cls, sheets: Iterable[ScoreSheet]) -> "Given":
        """Return what the sheets give; an application without a declaration is left out."""
        by_evaluator: dict[tuple[str, str], list[Fraction]] = {}
        by_application: dict[tuple[str, str], list[Fraction]] = {}
        by_column: dict[str, list[Fraction]] = {}
        panels: dict[str, int] = {}
        for sheet in sorted(sheets, key=lambda sheet: sheet.evaluator):
            declared = {
                one.application for one in sheet.declarations if one.has_conflict is not None
            }
            for one in declared:
                panels[one] = panels.get(one, 0) + 1
            for mark in sheet.marks:
                if mark.score is None or mark.application not in declared:
                    continue
                by_evaluator.setdefault((mark.item, sheet.evaluator), []).append(mark.score)
                by_application.setdefault((mark.item, mark.application), []).append(mark.score)
                by_column.setdefault(mark.item, []).append(mark.score)
        return cls(
            of_evaluator={key: exact_mean(scores) for key, scores in by_evaluator.items()},
            of_application={key: exact_mean(scores) for key, scores in by_application.items()},
            of_all={key: exact_mean(scores) for key, scores in by_column.items()},
            panel=max(panels.values(), default=0),
        )


@attrs.frozen
class Blank:
    """A score that was not given: of what application, by whom, in which column."""

    application: str
    evaluator: str = ""
    column: str = ""
    everything: Given = attrs.field(factory=Given, kw_only=True)


class Way(Protocol):
    """A way to handle missing scores (puuttuvien pisteiden käsittely)."""

    @property
    def may_lack(self) -> bool:
        """Whether a score can be made although some are missing."""
        ...

    @property
    def looks_beyond(self) -> bool:
        """Whether what was given to other applications makes a difference."""
        ...

    def least(self, scale: Scale) -> Fraction:
        """Return the least that a score can count as, missing ones included."""
        ...

    def fill(self, blank: Blank, scale: Scale) -> Fraction | None:
        """Return what the missing score counts as; None leaves it out."""
        ...

    def summed(self, scores: Sequence[Fraction], everything: Given) -> Fraction | None:
        """Return what the sum of the scores comes to; None when it takes the mean or median."""
        ...


@attrs.frozen
class Incomplete:
    """The application waits until the score is given."""

    may_lack: bool = False
    looks_beyond: bool = False

    def least(self, scale: Scale) -> Fraction:
        return scale.bottom

    def fill(self, blank: Blank, scale: Scale) -> Fraction | None:
        return None

    def summed(self, scores: Sequence[Fraction], everything: Given) -> Fraction | None:
        return None


@attrs.frozen
class Excluded(Incomplete):
    """The scores that are there make the score."""

    may_lack: bool = True


@attrs.frozen
class Lowest(Excluded):
    """A missing score is the bottom of the scale."""

    def fill(self, blank: Blank, scale: Scale) -> Fraction | None:
        return scale.bottom


@attrs.frozen
class Zero(Excluded):
    """A missing score is 0, also where the scale begins higher."""

    def least(self, scale: Scale) -> Fraction:
        return min(scale.bottom, Fraction(0))

    def fill(self, blank: Blank, scale: Scale) -> Fraction | None:
        return Fraction(0)


@attrs.frozen
class Imputed(Excluded):
    """
    A missing score is the application's mean plus the evaluator's mean less the mean of all.

    The means are of the same column; the sum is kept on the scale and not rounded to its steps.
    Without other scores of the evaluator it is the application's mean. Without other scores of the
    application it is left out, since nobody has said anything of the application.

    Source:
        Bernaards, Sijtsma (2000), Influence of imputation and EM methods on factor analysis when
        item nonresponse in questionnaire data is nonignorable, Multivariate Behavioral Research 35:
        two-way imputation, here without a random part.
    """

    looks_beyond: bool = True

    def fill(self, blank: Blank, scale: Scale) -> Fraction | None:
        given = blank.everything
        application = given.of_application.get((blank.column, blank.application))
        evaluator = given.of_evaluator.get((blank.column, blank.evaluator))
        if application is None or evaluator is None:
            return application
        likely = application + evaluator - given.of_all[blank.column]
        return min(max(likely, scale.bottom), scale.top)


@attrs.frozen
class RawSum(Excluded):
    """
    The scores are summed, and nobody asks how many there are.

    The sum is divided by the most evaluators that any application has, the same number for all:
    the order is that of the sums, and the score stays on the scale.
    """

    looks_beyond: bool = True

    def summed(self, scores: Sequence[Fraction], everything: Given) -> Fraction | None:
        return sum(scores, Fraction(0)) / max(everything.panel, len(scores)) if scores else None


POLICIES: Final[Mapping[MissingScores, Way]] = MappingProxyType(
    {
        MissingScores.EXCLUDED: Excluded(),
        MissingScores.IMPUTED: Imputed(),
        MissingScores.LOWEST: Lowest(),
        MissingScores.ZERO: Zero(),
        MissingScores.RAW_SUM: RawSum(),
        MissingScores.INCOMPLETE: Incomplete(),
    }
)
"""Every way by its name in rule sets, in the order in which they are compared."""
