"""Where a character of a value stands in the file, also in quoted, folded and block text."""

from collections.abc import Iterator

from innokumppanuus.errors import Place
from innokumppanuus.ruleset.document import Document, Scalar

_SPACE = " \t\n\r\x85\u2028\u2029"
_HEX_DIGITS = {"x": 2, "u": 4, "U": 8}


def place_in(document: Document, node: Scalar, line: int, column: int) -> Place:
    """
    Return the place in the file of a place in the text of *node*.

    Args:
        line: From 1, in the text of the node.
        column: From 1, in that line; just after its end is allowed.
    """
    lines = node.text.split("\n")
    offset = sum(len(one) + 1 for one in lines[: line - 1]) + column - 1
    text = document.text_of(node)
    indices = list(_indices(text, node))
    index = indices[offset] if offset < len(indices) else (indices or [node.start])[-1] + 1
    before = text[:index]
    start_of_line = before.rfind("\n") + 1
    file, line = document.place(node).file, before.count("\n") + 1
    return Place(file=file, line=line, column=index - start_of_line + 1)


def _indices(text: str, node: Scalar) -> Iterator[int]:
    """
    Yield for each character of the value its index in *text*.

    Folding, indenting and chomping change white space only, so the other characters are found one
    by one; white space stands just after the character before it.
    """
    here = _content_start(text, node)
    for character in node.text:
        if character in _SPACE and not _is_escape(text, here, node):
            yield here
            here += text[here : here + 1] == character != "\n"
            continue
        while here < node.end and (text[here] in _SPACE or _is_joint(text, here, node)):
            here += 1 + _is_joint(text, here, node)
        yield here
        here += _width(text, here, node)


def _content_start(text: str, node: Scalar) -> int:
    if not node.style:
        return node.start
    if node.style in "'\"":
        return node.start + 1
    return text.find("\n", node.start) + 1


def _is_escape(text: str, here: int, node: Scalar) -> bool:
    return node.style == '"' and text[here] == "\\" and not _is_joint(text, here, node)


def _is_joint(text: str, here: int, node: Scalar) -> bool:
    """Return whether a backslash at the end of a line joins it to the next."""
    return node.style == '"' and text[here : here + 2] == "\\\n"


def _width(text: str, here: int, node: Scalar) -> int:
    if node.style == "'" and text[here : here + 2] == "''":
        return 2
    if not _is_escape(text, here, node):
        return 1
    return 2 + _HEX_DIGITS.get(text[here + 1], 0)
