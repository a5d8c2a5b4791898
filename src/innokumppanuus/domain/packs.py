"""Shared rules that rule sets are built on, and what a rule set changes in them."""

import attrs

from innokumppanuus.errors import Place


@attrs.frozen(kw_only=True)
class Pack:
    """
    A rule pack that a rule set extends (sääntöpohja).

    Attributes:
        key: Under which a plugin ships it.
        file: Name of its file, as places have it.
        hash: SHA-256 of its text, in hexadecimal.
    """

    key: str
    file: str
    hash: str


@attrs.frozen(kw_only=True)
class Override:
    """
    Something of a rule pack that a later file changes or takes out (muutettu kohta).

    Attributes:
        path: What it is, as `eligibility[cap].when`: members with an id by it, others by number.
        now: Where it stands now.
        before: Where the pack has it.
        was: As the pack writes it.
        becomes: As it is written now; empty when it is taken out.
    """

    path: str
    now: Place
    before: Place
    was: str
    becomes: str
