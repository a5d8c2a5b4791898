"""What came of making an old decision again. It makes nothing."""

import attrs

from innokumppanuus.domain.comparison import Change, ParameterChange
from innokumppanuus.domain.decision import Decision, Outcome


@attrs.frozen(kw_only=True)
class OutcomeChange:
    """
    An application that fares otherwise (muuttunut lopputulos).

    Attributes:
        application: Id of the application.
        before: How it fared; None when it was not there.
        after: How it fares; None when it is not there.
    """

    application: str
    before: Outcome | None
    after: Outcome | None


@attrs.frozen(kw_only=True)
class TodaysValue:
    """
    A dated value that had to be taken as it is today (nykyinen arvo).

    Attributes:
        key: Key of the parameter.
        user: Function, rule or funding scheme that looks it up in its own code, where the value
            that was kept cannot be put; empty when none was kept.
    """

    key: str
    user: str = ""


@attrs.frozen(kw_only=True)
class Replay:
    """
    An old decision beside the same one made again (uusinta).

    Attributes:
        before: As it was kept.
        after: As it comes out today, by the dated values that were kept.
        outcomes: Applications that fare otherwise, by id.
        values: Every other value of the decision that differs.
        plugins: Plugins that are not what they were; they alone make no difference.
        parameters: Dated values of the package that plugins give otherwise today; the decision
            was made again by those of the package, so that they make no difference.
        todays: Dated values that were taken as they are today all the same.
    """

    before: Decision
    after: Decision
    outcomes: tuple[OutcomeChange, ...] = ()
    values: tuple[Change, ...] = ()
    plugins: tuple[Change, ...] = ()
    parameters: tuple[ParameterChange, ...] = ()
    todays: tuple[TodaysValue, ...] = ()

    @property
    def is_equal(self) -> bool:
        """Whether everything that was decided, and every value behind it, is the same."""
        return not (self.outcomes or self.values)
