"""The grammar: tokens become syntax. The precedence is CEL's; types are left to the checker."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from innokumppanuus.ruleset.expressions.complaints import Complaints
from innokumppanuus.ruleset.expressions.syntax import (
    Binary,
    Broken,
    Call,
    Conditional,
    Listing,
    Literal,
    Logic,
    Name,
    Syntax,
    Unary,
    parts,
)
from innokumppanuus.ruleset.expressions.tokens import Kind, Token, tokens
from innokumppanuus.ruleset.expressions.value_types import MOST_INT

MOST_CHARACTERS, MOST_NODES, MOST_DEPTH = 4000, 500, 64
RELATIONS = ("==", "!=", "<", "<=", ">", ">=", "in")
RESERVED = frozenset(
    ("as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
     "package", "namespace", "return", "var", "void", "while")
)  # fmt: skip
_POWER = {**dict.fromkeys(RELATIONS, 1), **dict.fromkeys("+-", 2), **dict.fromkeys("*/%", 3)}
_FOLLOW = ("&&", "||", "?", ":", ",", ")", "]")
_CLOSING = {"(": ")", "[": "]"}
_WORDS = {"and": "&&", "or": "||", "not": "!"}


class _Unreadable(Exception):
    """The term cannot be read on; its problem is noted."""


class _BeyondLimits(Exception):
    """The expression is too large to read on; its problem is noted."""


def parse(complaints: Complaints) -> Syntax:
    """Return the syntax of the text; what cannot be read is noted and stands as Broken."""
    text = complaints.text
    if len(text) > MOST_CHARACTERS:
        complaints.add("expression-long", 0, most=MOST_CHARACTERS, got=len(text))
        return Broken(0, len(text))
    try:
        return _Parser(complaints).whole()
    except _BeyondLimits:
        return Broken(0, len(text))


class _Parser:
    def __init__(self, complaints: Complaints) -> None:
        self.complaints = complaints
        self.tokens = tokens(complaints)
        self.at = 0
        self.nodes = 0
        self.depth = 0
        self.has_commas = False

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    @property
    def end(self) -> int:
        return self.tokens[self.at - 1].end if self.at else 0

    def whole(self) -> Syntax:
        if self.token.is_end:
            if not self.complaints.problems:
                self.complaints.add("expression-empty", 0)
            return Broken(0, 0)
        result = self.expression()
        if not self.token.is_end and not self.complaints.problems:
            self.complaints.add("expression-operator", self.token.start, got=self.token.text)
        return self.shallow(result)

    def shallow(self, root: Syntax) -> Syntax:
        """Return *root*, or give up when it is deeper than the checker may go."""
        level: list[Syntax] = [root]
        for _ in range(MOST_DEPTH):
            level = [part for node in level for part in parts(node)]
        if level:
            self.complaints.add("expression-deep", level[0].start, most=MOST_DEPTH)
            raise _BeyondLimits
        return root

    def expression(self) -> Syntax:
        start = self.token.start
        with self.nested():
            condition = self.logic()
            if not self.token.has("?"):
                return condition
            self.advance()
            yes = self.logic()
            if not self.token.has(":"):
                self.note("expression-colon")
                return self.skipped(start)
            self.advance()
            no = self.expression()
            return self.made(Conditional(start, self.end, condition, yes, no))

    def logic(self) -> Syntax:
        """Return terms joined by `&&` and `||`; `&&` binds tighter."""
        first = start = self.token.start
        choices: list[Syntax] = []
        terms = [self.term()]
        while self.token.has("&&", "||"):
            is_and = self.token.has("&&")
            if not is_and:
                choices.append(self.joined("&&", start, terms))
                terms = []
            self.advance()
            start = start if is_and else self.token.start
            terms.append(self.term())
        choices.append(self.joined("&&", start, terms))
        return self.joined("||", first, choices)

    def joined(self, operator: str, start: int, terms: list[Syntax]) -> Syntax:
        if len(terms) == 1:
            return terms[0]
        return self.made(Logic(start, self.end, operator, tuple(terms)))

    def term(self) -> Syntax:
        """Return what stands between `&&` and `||`: reading goes on after it, whatever it is."""
        start = self.token.start
        try:
            result = self.binary(1)
        except _Unreadable:
            return self.skipped(start)
        token = self.token
        if token.is_end or token.has(*_FOLLOW):
            return result
        joining = _WORDS.get(token.text.lower()) if token.kind is Kind.NAME else None
        if joining in ("&&", "||"):
            self.complaints.add("expression-write", token.start, got=token.text, write=joining)
            mended = Token(Kind.SYMBOL, joining, token.start, token.end)
            self.tokens = (*self.tokens[: self.at], mended, *self.tokens[self.at + 1 :])
            return result
        self.complaints.add("expression-operator", token.start, got=token.text)
        return self.skipped(start)

    def binary(self, least: int) -> Syntax:
        start = self.token.start
        left = self.unary()
        while self.token.kind is Kind.SYMBOL and _POWER.get(self.token.text, 0) >= least:
            operator = self.token
            self.advance()
            with self.nested():
                right = self.binary(_POWER[operator.text] + 1)
            at = operator.start
            left = self.made(Binary(start, self.end, at, operator.text, left, right))
        return left

    def unary(self, is_signed: bool = False) -> Syntax:
        """Return a value with its signs; *is_signed* when a minus of the value is read already."""
        token = self.token
        if self.is_worded_not():
            self.complaints.add("expression-write", token.start, got=token.text, write="!")
            token = Token(Kind.SYMBOL, "!", token.start, token.end)
        if not token.has("!", "-"):
            return self.member()
        with self.nested():
            self.advance()
            number = self.token
            if token.has("-") and isinstance(number.value, int | float) and not is_signed:
                self.advance()
                text = f"-{number.text}"
                return self.made(Literal(token.start, number.end, -number.value, text))
            is_other = self.token.has("!", "-") and not self.token.has(token.text)
            if is_other:
                self.complain("expression-value")
            operand = self.unary(is_signed=True)
            return self.made(Unary(token.start, self.end, token.text, operand))

    def is_worded_not(self) -> bool:
        is_word = self.token.kind is Kind.NAME and self.token.text.lower() == "not"
        if not is_word:
            return False
        following = self.tokens[self.at + 1]
        return following.kind is Kind.NAME or following.has("(")

    def member(self) -> Syntax:
        start = self.token.start
        result = self.primary()
        while self.token.has(".", "["):
            if self.token.has("["):
                self.complain("expression-index")
            self.advance()
            name = self.token
            if name.kind is not Kind.NAME:
                self.complain("expression-name")
            self.advance()
            if self.token.has("("):
                arguments = self.listed()
                call = Call(start, self.end, name.start, name.text, result, arguments)
                result = self.made(call)
            elif isinstance(result, Name):
                result = Name(start, name.end, f"{result.name}.{name.text}")
            else:
                self.complaints.add("expression-member", name.start, got=name.text)
                raise _Unreadable
        return result

    def primary(self) -> Syntax:
        token = self.token
        if isinstance(token.value, int | float | str):
            if isinstance(token.value, int) and token.value > MOST_INT:
                self.complaints.add("expression-number-range", token.start, got=token.text)
            self.advance()
            if self.is_decimal_comma():
                self.complaints.add("expression-comma", self.token.start)
                self.at += 2
                return self.made(Broken(token.start, self.end))
            return self.made(Literal(token.start, token.end, token.value, token.text))
        if token.kind is Kind.NUMBER:  # noted as wrong when it was cut
            self.advance()
            return self.made(Broken(token.start, token.end))
        if token.kind is Kind.NAME:
            return self.named()
        if token.has("("):
            self.advance()
            with self.commas(False):
                inner = self.expression()
            self.close(token)
            return inner
        if token.has("["):
            items = self.listed()
            return self.made(Listing(token.start, self.end, items))
        self.complain("expression-value")

    def is_decimal_comma(self) -> bool:
        """Return whether a number goes on with a comma and digits where no comma can stand."""
        if self.has_commas or not self.token.has(","):
            return False
        before, following = self.tokens[self.at - 1], self.tokens[self.at + 1]
        is_number = before.kind is following.kind is Kind.NUMBER
        return is_number and before.end + 1 == following.start

    def named(self) -> Syntax:
        token = self.token
        self.advance()
        if token.text in ("true", "false"):
            literal = Literal(token.start, token.end, token.text == "true", token.text)
            return self.made(literal)
        if token.text == "null":
            self.complaints.add("expression-null", token.start)
            raise _Unreadable
        if token.text in RESERVED:
            self.complaints.add("expression-reserved", token.start, got=token.text)
            raise _Unreadable
        if self.token.has("("):
            arguments = self.listed()
            call = Call(token.start, self.end, token.start, token.text, None, arguments)
            return self.made(call)
        return self.made(Name(token.start, token.end, token.text))

    def listed(self) -> tuple[Syntax, ...]:
        """Return what stands in ( ) or [ ], parted by commas; a list may end in a comma."""
        opening, items = self.token, []
        closing = _CLOSING[opening.text]
        self.advance()
        while not (self.token.has(closing) or self.token.is_end):
            with self.commas(True):
                items.append(self.expression())
            if not self.token.has(","):
                break
            self.advance()
            if opening.has("(") and self.token.has(closing):
                self.complain("expression-value")
        self.close(opening)
        return tuple(items)

    def close(self, opening: Token) -> None:
        closing = _CLOSING[opening.text]
        if not self.token.has(closing):
            line, column = self.complaints.place(opening.start)
            self.complain("expression-close", opening=opening.text, closing=closing,
                          line=line, column=column)  # fmt: skip
        self.advance()

    def advance(self) -> None:
        self.at += 1

    def made(self, node: Syntax) -> Syntax:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self.complaints.add("expression-large", node.start, most=MOST_NODES)
            raise _BeyondLimits
        return node

    @contextmanager
    def commas(self, has_commas: bool) -> Iterator[None]:
        """Read what stands in a list, whose parts commas part, or in brackets of its own."""
        before, self.has_commas = self.has_commas, has_commas
        try:
            yield
        finally:
            self.has_commas = before

    @contextmanager
    def nested(self) -> Iterator[None]:
        if self.depth == MOST_DEPTH:
            self.complaints.add("expression-deep", self.token.start, most=MOST_DEPTH)
            raise _BeyondLimits
        self.depth += 1
        try:
            yield
        finally:
            self.depth -= 1

    def complain(self, key: str, **values: object) -> NoReturn:
        """Note that something else must stand here, and stop reading the term."""
        self.note(key, **values)
        raise _Unreadable

    def note(self, key: str, **values: object) -> None:
        token = self.token
        if token.is_end:
            self.complaints.add(f"{key}-end", token.start, **values)
        else:
            self.complaints.add(key, token.start, got=token.text, **values)

    def skipped(self, start: int) -> Broken:
        """Pass over the rest of the term: up to what may follow it, brackets as wholes."""
        inside = 0
        while not self.token.is_end:
            if inside == 0 and self.token.has(*_FOLLOW):
                break
            inside += self.token.has("(", "[") - self.token.has(")", "]")
            self.advance()
        return Broken(start, self.end)
