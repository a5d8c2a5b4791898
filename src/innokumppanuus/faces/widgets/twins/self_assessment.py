"""What the panel of the 3P self-assessment shows, in words: the text twin of its controls."""

from html import escape

import attrs

from innokumppanuus.faces.reports import profile_tables as tables
from innokumppanuus.faces.reports.pieces import table_html
from innokumppanuus.faces.reports.profile_page import comparison_html
from innokumppanuus.faces.reports.profile_svg import levels_svg
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.states.self_assessment import SelfAssessmentState
from innokumppanuus.ruleset.city_writing import write_record

_KEY = "panel.profile"


def indicator_text(state: SelfAssessmentState, key: str, texts: Texts) -> str:
    """Return the principle and the name of a rated indicator."""
    one = state.rated[key]
    return f"{texts.say(f'principle.{one.principle.value}')}: {texts.show(one.name)}"


def level_options(state: SelfAssessmentState, texts: Texts) -> tuple[tuple[str, int | None], ...]:
    """Return the levels of the indicator that is looked at, each with its words."""
    none = (texts.say(f"{_KEY}.level.none"), None)
    return (
        none,
        *(
            (texts.say(f"{_KEY}.level.option", level=one.level, words=one.words), one.level)
            for one in state.levels
        ),
    )


def status_text(state: SelfAssessmentState, texts: Texts) -> str:
    """Return how far the assessment is and which levels lack evidence."""
    said = [texts.plural(f"{_KEY}.status.done", state.done, of=len(state.rated))]
    if state.lacking:
        names = tuple(state.rated[key].name for key in state.lacking)
        said.append(texts.say(f"{_KEY}.status.lacking", indicators=names))
    elif state.done:
        said.append(texts.say(f"{_KEY}.status.shown"))
    return " ".join(said)


def evidence_html(state: SelfAssessmentState, texts: Texts) -> str:
    """Return the evidence of the indicator that is looked at, as a list."""
    given = state.rating.evidence
    if not given:
        return f"<p>{escape(texts.say(f'{_KEY}.evidence.none'))}</p>"
    lines = "".join(f"<li>{escape(tables.evidence_text(one, texts))}</li>" for one in given)
    return f"<p>{escape(texts.say(f'{_KEY}.evidence'))}</p><ol>{lines}</ol>"


def profile_html(state: SelfAssessmentState, texts: Texts) -> str:
    """Return the picture and the table of the profile; a hint while nothing is rated."""
    profile = state.profile
    if not profile.is_rated:
        return f"<p>{escape(texts.say(f'{_KEY}.nothing'))}</p>"
    shown = tuple(one for one in profile.entries if one.is_rated)
    rated = attrs.evolve(profile, entries=shown)
    picture = levels_svg(rated, texts, "assessment", state.before, state.compared)
    grid = tables.entries_grid(rated, texts)
    table = table_html(texts.say(grid.title), grid.columns, grid.rows)
    return _section(f"<figure>{picture}</figure>{table}")


def change_html(state: SelfAssessmentState, texts: Texts) -> str:
    """Return what moved since the earlier assessment; nothing when there is none."""
    if not state.changes or not state.done:
        return ""
    grid = tables.changes_grid(state.changes, texts)
    return _section(table_html(texts.say(grid.title), grid.columns, grid.rows))


def compared_html(state: SelfAssessmentState, texts: Texts) -> str:
    """Return the city beside others as far as they agreed; nothing when it is not compared."""
    compared = state.compared
    return "" if compared is None else _section(comparison_html(compared, texts))


def keep_html(state: SelfAssessmentState, texts: Texts) -> str:
    """Return the assessment as it is written into the file of the city; nothing without a day."""
    if state.on is None or not state.ratings:
        return ""
    words = escape(texts.say(f"{_KEY}.keep"))
    written = escape(write_record(state.on, state.given()))
    return f"<details><summary>{words}</summary><pre>{written}</pre></details>"


def answer_html(state: SelfAssessmentState, texts: Texts) -> str:
    """Return everything that the panel shows of the state, for an answer of a lesson."""
    parts = (profile_html, change_html, compared_html)
    told = "".join(part(state, texts) for part in parts)
    return f"<p>{escape(status_text(state, texts))}</p>{told}"


def _section(html: str) -> str:
    return f'<div class="inno-section">{html}</div>'
