"""How wide the columns of a table are, so that words stay whole. It prints nothing."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len

GAP = 3
"""Between two columns there are so many places: a space on each side of the border."""

EDGES = 2
"""Places that the left and the right border take."""

_SHORT = 18
"""A cell of at most so many places, such as a sum of money, is not broken where there is room."""


def column_widths(
    columns: Sequence[str], rows: Sequence[Sequence[str]], most: int
) -> tuple[int, ...] | None:
    """
    Return the width of each column, or None when the longest words do not fit side by side.

    Columns of short cells are as wide as they need; the others share what is left evenly.

    Args:
        columns: Headings, which are broken like cells.
        rows: Cells of each row.
        most: Places of a line.
    """
    room = most - EDGES - GAP * (len(columns) - 1)
    every = [[heading, *(row[at] for row in rows)] for at, heading in enumerate(columns)]
    widest = [_measured(cells, _lines) for cells in every]
    longest = [_measured(cells, _words) for cells in every]
    bodies = [_measured(cells[1:], _lines) for cells in every]
    short = [
        max(word, body) if body <= _SHORT else word
        for word, body in zip(longest, bodies, strict=True)
    ]
    if sum(widest) <= room:
        return tuple(widest)
    for least in (short, longest):
        if sum(least) <= room:
            return _shared(least, widest, room)
    return None


def broken(words: str, width: int) -> str:
    """Return words with a line break in the place of the last space that fits on each line."""
    lines = []
    for line in words.split("\n"):
        kept = ""
        for word in line.split(" "):
            longer = f"{kept} {word}" if kept else word
            if kept and cell_len(longer) > width:
                lines.append(kept)
                kept = word
            else:
                kept = longer
        lines.append(kept)
    return "\n".join(lines)


def _shared(least: Sequence[int], widest: Sequence[int], room: int) -> tuple[int, ...]:
    """Return *least* with the room that is left given to the narrowest that want more."""
    widths = list(least)
    for _ in range(room - sum(widths)):
        wanting = [at for at, width in enumerate(widths) if width < widest[at]]
        if not wanting:
            break
        widths[min(wanting, key=lambda at: widths[at])] += 1
    return tuple(widths)


def _measured(cells: Sequence[str], parts: Callable[[str], list[str]]) -> int:
    return max((cell_len(part) for cell in cells for part in parts(cell)), default=0)


def _lines(cell: str) -> list[str]:
    return cell.split("\n")


def _words(cell: str) -> list[str]:
    return [word for line in _lines(cell) for word in line.split(" ")]
