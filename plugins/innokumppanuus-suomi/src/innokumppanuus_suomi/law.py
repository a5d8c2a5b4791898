"""The dated values that the plugin ships, read from its data files. No value stands in code."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.ruleset.parameter_files import read_parameters

_DATA = Path(__file__).parent / "data"


def files() -> Iterator[Path]:
    """Return the files of dated values, by name."""
    yield from sorted(_DATA.glob("*.yaml"))


@cache
def parameters() -> Mapping[str, Parameter]:
    """
    Return all dated values of the plugin, by key.

    Raises:
        RuleSetProblems: When a data file has been edited into something that cannot be read.
    """
    read = (one for path in files() for one in read_parameters(path))
    return MappingProxyType({one.key: one for one in read})
