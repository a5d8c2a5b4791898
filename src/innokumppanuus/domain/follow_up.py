"""What a call asks of its pilots afterwards: what they are looked at by, and what they report."""

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.principles import Principle


@attrs.frozen(kw_only=True)
class ReportField:
    """
    One question of the final report (loppuraportin kohta).

    Attributes:
        id: Stable; letters, digits or `_`.
        name: The question.
        principle: Which of the 3P it serves.
        indicators: Keys of the indicators that it gives evidence for.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    principle: Principle | None = None
    indicators: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class FollowUp:
    """
    How pilots are followed (pilottien seuranta).

    Attributes:
        indicators: Keys of the indicators that pilots are looked at by.
        report: Questions of the final report.
    """

    indicators: tuple[str, ...] = ()
    report: tuple[ReportField, ...] = ()
