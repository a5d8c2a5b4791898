"""What the calibration shows, in words and tables; it needs no widgets."""

from html import escape

from innokumppanuus.faces.reports.panel_sentences import leaning_sentence
from innokumppanuus.faces.reports.pieces import paragraphs_html, table_html
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.states.calibration import CalibrationState

_KEY = "panel.calibration"


def notice_html(state: CalibrationState, texts: Texts) -> str:
    """Return the words that say that the applications are made up; nothing for real ones."""
    words = texts.say("report.fictional") if state.is_fictional else ""
    return f"<p><strong>{escape(words)}</strong></p>" if words else ""


def status_text(state: CalibrationState, texts: Texts) -> str:
    """Return what is widest apart, what to talk about, and how far the group agrees."""
    given = sum(len(one.given) for one in state.spreads)
    told = [texts.say(f"{_KEY}.given", given=given, of=len(state.columns) * len(state.members))]
    if state.talk_about:
        names = [one.name for one in state.talk_about]
        told.append(texts.say(f"{_KEY}.talk", columns=names, width=state.talk_about[0].width))
    elif given:
        told.append(texts.say(f"{_KEY}.together"))
    for one in state.agreements:
        if one.value is not None:
            measure = texts.say(f"health.measure.{one.measure.value}")
            told.append(texts.say(f"{_KEY}.agreement", measure=measure, value=one.value))
    return " ".join(told)


def spread_html(state: CalibrationState, texts: Texts) -> str:
    """Return the scores given alone, their spread, and the log of what was agreed on."""
    members = [texts.say("panel.weights.member", member=one) for one in state.members]
    columns = [
        texts.say("column.criterion"),
        *members,
        *(texts.say(f"{_KEY}.{one}") for one in ("mean", "width", "consensus", "reason")),
    ]
    rows = [
        [
            f"{one.column} {texts.show(one.name)}",
            *(
                texts.show(one.given[member]) if member in one.given else "–"
                for member in state.members
            ),
            "–" if one.mean is None else texts.show(one.mean),
            "–" if one.width is None else texts.show(one.width),
            "–" if one.consensus is None else texts.show(one.consensus),
            one.reason or "–",
        ]
        for one in state.spreads
    ]
    numbers = range(1, len(columns) - 1)
    return _section(table_html(texts.say(f"{_KEY}.spread"), columns, rows, numbers))


def reference_html(state: CalibrationState, texts: Texts) -> str:
    """Return each member beside the scores of the decision, in words."""
    rows = [
        (
            texts.say("panel.weights.member", member=one.evaluator),
            str(one.compared),
            str(one.equal),
            leaning_sentence(one, texts),
        )
        for one in state.beside_reference
    ]
    if not rows:
        return paragraphs_html([texts.say("panel.leaning.unknown")])
    columns = [texts.say(f"{_KEY}.{one}") for one in ("who", "compared", "equal", "leaning")]
    return _section(table_html(texts.say(f"{_KEY}.reference"), columns, rows, (1, 2)))


def calibration_html(state: CalibrationState, texts: Texts) -> str:
    """Return all that the panel shows, without controls; the reference, too."""
    parts = (
        notice_html(state, texts),
        paragraphs_html([status_text(state, texts)]),
        spread_html(state, texts),
        reference_html(state, texts),
    )
    return f'<div class="inno-panel">{"".join(parts)}</div>'


def _section(html: str) -> str:
    return f'<div class="inno-section">{html}</div>'
