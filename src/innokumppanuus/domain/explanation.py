"""Why an application fared as it did: keys and values that any language can say."""

from collections.abc import Mapping

import attrs


@attrs.frozen(kw_only=True)
class Reason:
    """
    One reason (perustelu), said by the texts as `reason.<key>`.

    Attributes:
        key: Which sentence.
        values: What fills it in: labels, money, fractions, days, moments, numbers, text.
    """

    key: str
    values: Mapping[str, object] = attrs.field(factory=dict)
