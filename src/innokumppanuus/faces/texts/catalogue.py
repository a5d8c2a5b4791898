"""Sentences of one language by key, from gettext catalogues; it decides nothing."""

import gettext
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Protocol, Self

from innokumppanuus.domain.dates import Count, Precision, When
from innokumppanuus.domain.labels import LANGUAGES, Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import Fact
from innokumppanuus.errors import MissingText, Problem, UnknownKey
from innokumppanuus.faces.texts import formats
from innokumppanuus.problem_texts import PROBLEM_TEXTS

DOMAIN = "innokumppanuus"
FOLDER = Path(__file__).parent / "locale"
_PROBLEM = "problem."


class Source(Protocol):
    """Catalogues of a plugin: its gettext domain and the folder they are in."""

    @property
    def key(self) -> str: ...

    @property
    def path(self) -> Path: ...


class Texts:
    """
    Sentences of one language.

    Every value is shown in the reader's form: `say("letter.grant", amount=Money.of(10))`.
    """

    def __init__(self, language: str, catalogues: Iterable[gettext.NullTranslations]) -> None:
        self.language = language
        self._catalogues = tuple(catalogues)

    @classmethod
    def load(cls, language: str, sources: Iterable[Source] = ()) -> Self:
        """
        Return the texts of *language*, those of the plugins in *sources* included.

        Raises:
            UnknownKey: When the product has no such language.
            MissingText: When the catalogues have not been built.
        """
        if language not in LANGUAGES:
            raise UnknownKey("language", language, LANGUAGES)
        folders = [(DOMAIN, FOLDER), *((source.key, source.path) for source in sources)]
        return cls(language, [_open(domain, path, language) for domain, path in folders])

    def say(self, key: str, /, **values: object) -> str:
        """
        Return the sentence of *key* filled in with *values*.

        Raises:
            MissingText: When no catalogue has the key.
        """
        return self._fill(self._find(key, lambda catalogue: catalogue.gettext(key)), values)

    def plural(self, key: str, n: int, /, **values: object) -> str:
        """Return the sentence of *key* in the form that the number *n* asks for; `{n}` shows it."""
        template = self._find(key, lambda catalogue: catalogue.ngettext(key, key, n))
        return self._fill(template, {"n": n, **values})

    def has(self, key: str) -> bool:
        """Return whether there is a text for *key*."""
        try:
            self._find(key, lambda catalogue: catalogue.gettext(key))
        except MissingText:
            return False
        return True

    def show(self, value: object) -> str:
        """Return one value as a reader of the language writes it; None is "not known"."""
        match value:
            case None:
                return self.say("value.unknown")
            case bool():
                return self.say("value.yes" if value else "value.no")
            case str():
                return str(value)
            case Label():
                return value.say(self.language)
            case int():
                return formats.whole(value, self.language)
            case Fraction():
                return formats.fraction(value, self.language)
            case float():
                return formats.fraction(Fraction(repr(value)), self.language)
            case Money():
                return formats.money(value, self.language)
            case datetime():
                return formats.moment(value, self.language)
            case date():
                return formats.day(value, self.language)
            case When():
                return self._when(value)
            case Count():
                return self._count(value)
            case Fact():
                return self.show(value.value)
            case tuple() | list() | frozenset() | set():
                shown = [self.show(one) for one in value]
                ordered = sorted(shown) if isinstance(value, (frozenset, set)) else shown
                return formats.listing(ordered, self.language)
            case _:
                return str(value)

    def show_column(self, numbers: Iterable[Fraction]) -> tuple[str, ...]:
        """Return numbers with the same count of decimals, enough to tell different ones apart."""
        return formats.column(tuple(numbers), self.language)

    def problem(self, problem: Problem) -> str:
        """Return the whole line of a problem: where it is, what it is about, what to do."""
        sentence = self.say(f"{_PROBLEM}{problem.key}", **problem.values)
        return ": ".join(part for part in (str(problem.place), problem.path, sentence) if part)

    def _find(self, key: str, ask: Callable[[gettext.NullTranslations], str]) -> str:
        for catalogue in self._catalogues:
            template = ask(catalogue)
            if template != key:
                return template
        english = PROBLEM_TEXTS.get(key.removeprefix(_PROBLEM))
        if self.language == "en" and key.startswith(_PROBLEM) and english is not None:
            return english
        raise MissingText(key, self.language)

    def _fill(self, template: str, values: Mapping[str, object]) -> str:
        return template.format_map({name: self.show(value) for name, value in values.items()})

    def _when(self, when: When) -> str:
        first, last = when.earliest.date(), when.latest.date()
        match when.precision:
            case Precision.INSTANT:
                return self.show(when.latest)
            case Precision.DAY:
                return self.show(first)
            case Precision.MONTH:
                return formats.month(first, self.language)
            case Precision.YEAR:
                return str(first.year)
        span = self.show(first) if first == last else f"{self.show(first)}–{self.show(last)}"
        return self.say("value.phrase", text=when.text, span=span) if when.text else span

    def _count(self, count: Count) -> str:
        span = self._counted(count)
        return self.say("value.phrase", text=count.text, span=span) if count.text else span

    def _counted(self, count: Count) -> str:
        if count.exact is not None:
            return self.show(count.exact)
        if count.most is None:
            return self.say("value.at_least", least=count.least)
        return f"{self.show(count.least)}–{self.show(count.most)}"


def _open(domain: str, folder: Path, language: str) -> gettext.NullTranslations:
    try:
        return gettext.translation(domain, folder, [language])
    except FileNotFoundError as error:
        raise MissingText(f"{domain}.mo", language) from error
