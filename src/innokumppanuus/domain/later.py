"""How nouns grow: what came later is left out of records while it says nothing. No values."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

KEY: Final = "innokumppanuus.later"
LATER: Final[Mapping[str, bool]] = MappingProxyType({KEY: True})
"""
Metadata of an attribute that was added to a noun after rule sets or decisions were kept with it.

A record leaves it out while it has its default, so that what was kept before has the same canonical
form and the same hash as ever. Its default must mean what its absence meant.
"""
