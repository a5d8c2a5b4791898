"""Who is chosen by which method, as an accessible SVG text; the table beside it says the same."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from innokumppanuus.faces.texts import Texts
from innokumppanuus_selection.methods.domain import MethodChoice, MethodComparison

_ROW, _COLUMN, _LEFT, _TOP, _SIDE = 26, 54, 150, 40, 16


def comparison_svg(comparison: MethodComparison, texts: Texts, prefix: str = "methods") -> str:
    """
    Return the picture: a row for each application, a column for each method.

    A filled square is chosen, a half one is in some of the tied sets, an empty one is not chosen;
    a dash is of a method that could not choose. Columns have numbers, which the legend explains.

    Args:
        comparison: What each method would choose.
        texts: The language of title, description and legend.
        prefix: Start of the ids in the picture; unique in the page.
    """
    rows, methods = comparison.applications, comparison.methods
    below = _TOP + _ROW * len(rows) + 20
    names = [f"{at}. {texts.show(one.name)}" for at, one in enumerate(methods, start=1)]
    width = max(_LEFT + _COLUMN * len(methods) + 20, 40 + 8 * max(map(len, names)))
    height = below + 20 * len(methods) + 10
    title = texts.say("methods.picture.title")
    description = texts.say("methods.picture.description")
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
        f'aria-labelledby="{prefix}-title {prefix}-desc" viewBox="0 0 {width} {height}" '
        f'font-family="system-ui, sans-serif" font-size="13">',
        f'<title id="{prefix}-title">{escape(title)}</title>',
        f'<desc id="{prefix}-desc">{escape(description)}</desc>',
        *(
            f'<text x="{_LEFT + _COLUMN * at}" y="{_TOP - 14}" text-anchor="middle" '
            f'fill="#1a1a1a">{at + 1}</text>'
            for at in range(len(methods))
        ),
        *(line for at, one in enumerate(rows) for line in _row(one, at, methods)),
        *(
            f'<text x="0" y="{below + 20 * at}" fill="#1a1a1a">{escape(name)}</text>'
            for at, name in enumerate(names, start=0)
        ),
        "</svg>",
    ]
    return "\n".join(parts)


def mark(choice: MethodChoice, application: str) -> str:
    """Return the key of what a method makes of one: `chosen`, `tied`, `not_chosen`, `none`."""
    if not choice.is_made:
        return "none"
    if application in choice.applications:
        return "chosen"
    return "tied" if application in choice.tied else "not_chosen"


def _row(application: str, at: int, methods: tuple[MethodChoice, ...]) -> Iterator[str]:
    middle = _TOP + _ROW * at + _ROW // 2 - 6
    yield f'<text x="0" y="{middle + 5}" fill="#1a1a1a">{escape(application[:20])}</text>'
    for column, choice in enumerate(methods):
        x, y = _LEFT + _COLUMN * column - _SIDE // 2, middle - _SIDE // 2
        made = mark(choice, application)
        if made == "none":
            yield f'<text x="{x + _SIDE // 2}" y="{middle + 5}" text-anchor="middle">–</text>'
            continue
        fill = "#1d4f7a" if made == "chosen" else "#ffffff"
        yield (
            f'<rect x="{x}" y="{y}" width="{_SIDE}" height="{_SIDE}" fill="{fill}" '
            f'stroke="#5a6b7a"/>'
        )
        if made == "tied":
            yield f'<path d="M{x} {y + _SIDE} L{x + _SIDE} {y} V{y + _SIDE} Z" fill="#1d4f7a"/>'
