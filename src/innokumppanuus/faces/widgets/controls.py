"""Controls of our own, where the ready-made ones have no name for a screen reader or lose focus."""

from pathlib import Path
from typing import Any

import anywidget
import traitlets

_ASSETS = Path(__file__).parent / "assets"


def style() -> str:
    """Return the style sheet of all panels."""
    return _read("panel.css")


def _read(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


class RangeControl(anywidget.AnyWidget):
    """
    A slider (liukusäädin) of whole numbers.

    Traits:
        label: Its name.
        value: A number from *least* to *most*.
        shown: The value as a reader of the language writes it; also what is read out.
    """

    _esm = _read("range.js")
    label = traitlets.Unicode().tag(sync=True)
    shown = traitlets.Unicode().tag(sync=True)
    value = traitlets.Int().tag(sync=True)
    least = traitlets.Int(0).tag(sync=True)
    most = traitlets.Int(100).tag(sync=True)
    step = traitlets.Int(1).tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)


class OrderControl(anywidget.AnyWidget):
    """
    A list whose rows are moved with buttons (järjestettävä luettelo).

    Traits:
        label: Its name.
        rows: One dict per row, in order: `id`, `place`, `name`, names of the buttons `up`, `down`
            and `join`, `join_text` shown on the last, and `can`, the buttons that can be pressed.
        press: The last press: `n` counts them, `item` is the row, `action` the button.
    """

    _esm = _read("order.js")
    label = traitlets.Unicode().tag(sync=True)
    rows: "traitlets.List[dict[str, Any]]" = traitlets.List(traitlets.Dict()).tag(sync=True)
    press: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)


class Announcement(anywidget.AnyWidget):
    """
    Words that are read out when they change (ilmoitus).

    Traits:
        kind: Role of the element: `status` waits its turn, `alert` does not and is hidden when
            empty.
        text: The words.
    """

    _esm = _read("announcement.js")
    kind = traitlets.Enum(("status", "alert")).tag(sync=True)
    text = traitlets.Unicode().tag(sync=True)
