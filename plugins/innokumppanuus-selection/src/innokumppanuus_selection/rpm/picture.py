"""Core indices as bars in three groups, as SVG text; the table beside it says the same."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from innokumppanuus.domain.core_index import CoreIndex, CoreIndices, CoreStanding
from innokumppanuus.faces.texts import Texts

_ROW, _HEAD, _TOP, _LEFT, _BAR, _WIDTH = 22, 30, 12, 150, 420, 760


def core_index_svg(indices: CoreIndices, texts: Texts, prefix: str = "core-index") -> str:
    """
    Return the picture: a bar for each application, grouped by how it stands.

    Bars of the core are filled, those of the borderline hatched, those of the exterior empty, so
    that they differ without colours, too.

    Args:
        indices: What is shown.
        texts: The language of title, description and groups.
        prefix: Start of the ids in the picture; unique in the page.
    """
    lines: list[str] = []
    below = _TOP
    for standing in CoreStanding:
        group = [one for one in indices.indices if one.standing is standing]
        if not group:
            continue
        words = texts.say(f"core_index.group.{standing.value}", count=len(group))
        lines.append(f'<text x="0" y="{below + 16}" font-weight="600">{escape(words)}</text>')
        below += _HEAD
        for one in sorted(group, key=lambda one: (-one.share, one.application)):
            lines += _bar(one, below, texts, prefix)
            below += _ROW
    key = "core_index.picture.exact" if indices.is_exact else "core_index.picture.sampled"
    description = texts.say(key, count=len(indices.sets), draws=indices.draws)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
        f'aria-labelledby="{prefix}-title {prefix}-desc" viewBox="0 0 {_WIDTH} {below + 10}" '
        f'font-family="system-ui, sans-serif" font-size="13" fill="#1a1a1a">',
        f'<title id="{prefix}-title">{escape(texts.say("core_index.title"))}</title>',
        f'<desc id="{prefix}-desc">{escape(description)}</desc>',
        f'<defs><pattern id="{prefix}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="#ffffff"/>'
        f'<rect width="3" height="6" fill="#1d4f7a"/></pattern></defs>',
        *lines,
        "</svg>",
    ]
    return "\n".join(parts)


def _bar(one: CoreIndex, top: int, texts: Texts, prefix: str) -> Iterator[str]:
    width = float(one.share) * _BAR
    fill = "#1d4f7a" if one.standing is CoreStanding.CORE else f"url(#{prefix}-hatch)"
    words = texts.say("core_index.share", percent=one.share * 100)
    if not one.is_proven:
        words = f"{words} {texts.say('core_index.unproven')}"
    name = one.application if len(one.application) <= 20 else f"{one.application[:19]}…"
    yield f'<text x="0" y="{top + 12}">{escape(name)}</text>'
    yield (
        f'<rect x="{_LEFT}" y="{top}" width="{_BAR}" height="15" fill="#ffffff" stroke="#5a6b7a"/>'
    )
    if width:
        yield f'<rect x="{_LEFT}" y="{top}" width="{width:.1f}" height="15" fill="{fill}"/>'
    yield f'<text x="{_LEFT + _BAR + 10}" y="{top + 12}">{escape(words)}</text>'
