"""Comments by which an official says that a finding is known and meant: `# ok: <key> <reason>`."""

import re
from collections.abc import Iterable, Iterator, Mapping

import attrs

from innokumppanuus.errors import Place
from innokumppanuus.ruleset.document import Listing, Node, Scalar, Table, parse
from innokumppanuus.ruleset.linting.findings import KEYS, LintFinding

_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*ok:[ \t]*(?P<key>[^\s#]+)?[ \t]*(?P<reason>[^\n]*)", re.M)


@attrs.frozen(kw_only=True)
class Acknowledgement:
    """
    A comment of the file.

    Attributes:
        key: Of the finding that it is about.
        reason: Why it is meant so; never empty in one that counts.
        place: Where the comment stands.
        lines: The lines whose findings it is about: its own, or the next one below.
    """

    key: str
    reason: str
    place: Place
    lines: frozenset[int]


def acknowledgements(text: str, name: str) -> tuple[Acknowledgement, ...]:
    """Return the acknowledgements in the text of a rule set file."""
    document = parse(text, name)
    written = list(_spans(document.root))
    lines = document.text.split("\n")
    found = []
    for match in _COMMENT.finditer(document.text):
        start = match.start()
        if any(first <= start < last for first, last in written):
            continue
        before = document.text[:start]
        line, column = before.count("\n") + 1, start - before.rfind("\n")
        found.append(
            Acknowledgement(
                key=match["key"] or "",
                reason=match["reason"].strip(),
                place=Place(file=name, line=line, column=column),
                lines=frozenset(_meant(lines, line)),
            )
        )
    return tuple(found)


def settle(
    findings: Iterable[LintFinding], known: Iterable[Acknowledgement]
) -> tuple[LintFinding, ...]:
    """Return the findings with the reasons of those that are acknowledged, and comments amiss."""
    known = tuple(known)
    settled, used = [], set()
    for finding in findings:
        place = finding.place
        fitting = [
            one
            for one in known
            if one.key == finding.key and one.place.file == place.file and place.line in one.lines
        ]
        used.update(fitting)
        reason = next((one.reason for one in fitting if one.reason), "")
        settled.append(attrs.evolve(finding, reason=reason))
    amiss = (_amiss(one, one in used) for one in known if one not in used or not one.reason)
    return tuple(sorted((*settled, *amiss), key=LintFinding.sort_key))


def _amiss(one: Acknowledgement, is_used: bool) -> LintFinding:
    key = "ok-without-reason" if is_used else "ok-unused"
    values = {"got": one.key}
    return LintFinding(key=key, severity=KEYS[key], values=values, place=one.place)


def _meant(lines: list[str], line: int) -> Iterator[int]:
    """Yield the lines that a comment is about; a key that ends its line goes on in the next."""
    if lines[line - 1].lstrip().startswith("#"):
        line = _next(lines, line)
    yield line
    if lines[line - 1].split(" #")[0].rstrip().endswith(":"):
        yield _next(lines, line)


def _next(lines: list[str], line: int) -> int:
    """Return the next line with something but a comment; the same when there is none."""
    for number, words in enumerate(lines[line:], start=line + 1):
        if words.strip() and not words.lstrip().startswith("#"):
            return number
    return line


def _spans(node: Node) -> Iterator[tuple[int, int]]:
    """Yield where text that is no comment begins and ends."""
    if isinstance(node, Scalar) and (node.style or not node.is_nothing):
        yield node.start, node.end
    elif isinstance(node, Listing):
        for item in node.items:
            yield from _spans(item)
    elif isinstance(node, Table):
        for key, value in node.entries:
            yield from _spans(key)
            yield from _spans(value)


def by_file(files: Mapping[str, str]) -> tuple[Acknowledgement, ...]:
    """Return the acknowledgements of all files, each text by the name that places have."""
    return tuple(
        one for name, text in sorted(files.items()) for one in acknowledgements(text, name)
    )
