"""The style by which long words beside a box wrap and buttons stand apart. It holds no logic."""

from typing import Final

WRAPPING: Final = """
.inno-panel .widget-checkbox, .inno-panel .widget-checkbox label { height: auto; width: auto; max-width: 100%; }
.inno-panel .widget-checkbox .widget-label-basic { align-items: flex-start; height: auto; line-height: 1.4; font-size: 15px; white-space: normal; overflow: visible; color: var(--inno-ink); }
.inno-panel .widget-checkbox input { flex: 0 0 auto; margin: 4px 8px 0 0; }
.inno-panel .inno-row { gap: 12px; align-items: center; }
.inno-panel .inno-row-wide { gap: 28px; }
.inno-panel .widget-datepicker, .inno-panel .widget-text { flex-direction: column; align-items: flex-start; height: auto; width: auto; }
.inno-panel .widget-datepicker input, .inno-panel .widget-text input { width: 14em; min-height: 34px; font-size: 15px; }
"""  # noqa: E501
"""Added to the style of all panels."""
