"""The switches that every command understands, wherever on the line they are typed."""

import os
from collections.abc import Iterable, Iterator, Mapping

import attrs

from innokumppanuus.domain.labels import LANGUAGES

LANGUAGE_VARIABLE = "INNOKUMPPANUUS_LANG"
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_DEFAULT = LANGUAGES[0]


class UsageProblem(Exception):
    """The command line cannot be understood: the text *key* with *values* says why."""

    def __init__(self, key: str, /, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(key)


@attrs.define(kw_only=True)
class Switches:
    """
    What holds for the whole run.

    Attributes:
        language: Of everything that is said and written.
        block: Names of plugins that are left out.
        as_json: Whether to print one JSON document and nothing else.
        debug: Whether to show the traceback of a fault.
    """

    language: str = _DEFAULT
    block: tuple[str, ...] = ()
    as_json: bool = False
    debug: bool = False


def language_of(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language that the environment asks for, else Finnish."""
    own = environment.get(LANGUAGE_VARIABLE, "")
    if own in LANGUAGES:
        return own
    locale = next((environment[name] for name in _LOCALE_VARIABLES if environment.get(name)), "")
    return locale[:2] if locale[:2] in LANGUAGES and not locale[2:3].isalpha() else _DEFAULT


def language_named(value: str) -> str:
    """Return the language that is named; raise UsageProblem when it is not one of ours."""
    if value not in LANGUAGES:
        raise UsageProblem("cli.usage.language", got=value, known=", ".join(LANGUAGES))
    return value


def take(switches: Switches, arguments: Iterable[str]) -> list[str]:
    """
    Put the switches among *arguments* into *switches* and return the other arguments.

    Raises:
        UsageProblem: When a switch lacks its value or names an unknown language.
    """
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        name, _, given = word.partition("=")
        if word == "--":
            rest.extend((word, *words))
        elif word == "--json":
            switches.as_json = True
        elif word == "--debug":
            switches.debug = True
        elif name == "--block":
            switches.block = (*switches.block, given or _value(name, words))
        elif name == "--lang":
            switches.language = language_named(given or _value(name, words))
        else:
            rest.append(word)
    return rest


def _value(name: str, words: Iterator[str]) -> str:
    value = next(words, "")
    if not value or value.startswith("-"):
        raise UsageProblem("cli.usage.needs_value", name=name)
    return value
