"""The words of an expression: cuts text into tokens. Knows nothing of grammar."""

import math
import re
from collections.abc import Iterator
from enum import StrEnum

import attrs

from innokumppanuus.ruleset.expressions.complaints import Complaints
from innokumppanuus.ruleset.expressions.value_types import MOST_INT, normal

MOST_DIGITS = 30
"""How many characters a number may have; it keeps the reading of numbers cheap."""


class Kind(StrEnum):
    """What a token is."""

    NUMBER = "number"
    STRING = "string"
    NAME = "name"
    SYMBOL = "symbol"
    END = "end"


@attrs.frozen
class Token:
    """One word: *text* as it stands, *value* of a literal, offsets from *start* up to *end*."""

    kind: Kind
    text: str
    start: int
    end: int
    value: object = None

    @property
    def is_end(self) -> bool:
        return self.kind is Kind.END

    def has(self, *symbols: str) -> bool:
        """Return whether it is one of the symbols."""
        return self.kind is Kind.SYMBOL and self.text in symbols


_INSTEAD = {
    "===": "==",
    "!==": "!=",
    "<>": "!=",
    "=<": "<=",
    "=>": ">=",
    "=": "==",
    "&": "&&",
    "|": "||",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "×": "*",
    "÷": "/",
    "−": "-",
    "–": "-",
}
_TOKEN = re.compile(
    r"""
    (?P<space>[ \t\n\r\f]+ | //[^\n]*)
  | (?P<number>(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?(?P<tail>\w*))
  | (?P<name>[^\W\d]\w*)
  | (?P<string>"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
  | (?P<quoted>[“”„«»][^“”„«»\n]*[“”„«»]? | [‘’‚][^‘’‚\n]*[‘’‚]?)
  | (?P<wrong>===|!==|<>|=<|=>|=(?!=)|&(?!&)|\|(?!\|)|[≤≥≠×÷−–])
  | (?P<symbol>&&|\|\||==|!=|<=|>=|[-+*/%!<>?:.,()\[\]])
  | (?P<open>["'][^\n]*)
  | (?P<other>(?P<odd>.)(?P=odd)*)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(
    r"\\(?:(?P<code>x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})|(?P<octal>[0-3][0-7]{2})"
    r"|(?P<one>.))"
)
_ONE = {
    "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v",
    "\\": "\\", '"': '"', "'": "'", "`": "`", "?": "?",
}  # fmt: skip


def tokens(complaints: Complaints) -> tuple[Token, ...]:
    """
    Return the tokens of the text and an end token.

    What is wrong is noted; a mended token stands in its place, so that the rest can be read.
    """
    return (*_tokens(complaints), Token(Kind.END, "", *(2 * (len(complaints.text),))))


def _tokens(complaints: Complaints) -> Iterator[Token]:
    for match in _TOKEN.finditer(complaints.text):
        text, start, end = match[0], match.start(), match.end()
        match match.lastgroup:
            case "number" | "tail":
                value = _number(text, match["tail"], start, complaints)
                yield Token(Kind.NUMBER, text, start, end, value)
            case "name":
                if not text.isascii():
                    complaints.add("expression-letters", start, got=text)
                yield Token(Kind.SYMBOL if text == "in" else Kind.NAME, text, start, end)
            case "string":
                yield Token(Kind.STRING, text, start, end, _string(text, start, complaints))
            case "quoted":
                inner = text[1:].rstrip("“”„«»‘’‚")
                complaints.add("expression-write", start, got=text, write=f'"{inner}"')
                yield Token(Kind.STRING, text, start, end, normal(inner))
            case "wrong":
                complaints.add("expression-write", start, got=text, write=_INSTEAD[text])
                yield Token(Kind.SYMBOL, _INSTEAD[text], start, end)
            case "symbol":
                yield Token(Kind.SYMBOL, text, start, end)
            case "open":
                complaints.add("expression-text-open", start, quote=text[0])
                yield Token(Kind.STRING, text, start, end, normal(text[1:]))
            case "other":
                complaints.add("expression-character", start, got=_shown(text[0]))


def _number(text: str, tail: str, start: int, complaints: Complaints) -> int | float | None:
    """Return the number, or None when it is noted as wrong."""
    is_whole = text.isdecimal()
    if tail:
        complaints.add("expression-number", start, got=text)
    elif len(text) > MOST_DIGITS:
        complaints.add("expression-number-long", start, most=MOST_DIGITS, got=len(text))
    elif is_whole and int(text) <= MOST_INT + 1:  # the one more is for -9223372036854775808
        return int(text)
    elif not is_whole and math.isfinite(float(text)):
        return float(text)
    else:
        complaints.add("expression-number-range", start, got=text)
    return None


def _string(text: str, start: int, complaints: Complaints) -> str:
    def character(match: re.Match[str]) -> str:
        number = int(match["octal"], 8) if match["octal"] else -1
        if match["code"]:
            number = int(match["code"][1:], 16)
        is_character = 0 <= number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF
        if match["one"] in _ONE or is_character:
            return _ONE[match["one"]] if match["one"] else chr(number)
        complaints.add("expression-escape", start + 1 + match.start(), got=match[0])
        return ""

    return normal(_ESCAPE.sub(character, text[1:-1]))


def _shown(character: str) -> str:
    return character if character.isprintable() else f"U+{ord(character):04X}"
