"""A short text of the decision for terminals and notebooks. The web page has the rest."""

from collections.abc import Iterator, Mapping

import attrs

from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.votes import VOTES_NOT_COUNTED
from innokumppanuus.faces.reports import view
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins


@attrs.frozen
class Summary:
    """The text format: outcome, ranking, requests and notes in some twenty lines."""

    key: str = "text"
    name: Label = Label("Lyhyt yhteenveto (teksti)", "Kort sammandrag (text)", "Short text")

    def write(self, decision: Decision, texts: Texts, plugins: Plugins) -> Mapping[str, bytes]:
        """Return `decision.txt`."""
        return {"decision.txt": summary(decision, texts).encode("utf-8")}


def summary(decision: Decision, texts: Texts) -> str:
    """Return the decision in short, lines ended."""
    return "".join(f"{line}\n" for line in _lines(decision, texts))


def _lines(decision: Decision, texts: Texts) -> Iterator[str]:
    title = texts.say("report.title", call=decision.call.name)
    yield from (title, "=" * len(title))
    if view.is_fictional(decision):
        yield texts.say("report.fictional")
    yield ""
    yield from result(decision, texts)
    yield from _section("report.ranking.heading", list(_ranking(decision, texts)), texts)
    others = list(_others(decision, texts))
    yield from _section("report.text.others", others, texts)
    notes = [texts.say(f"problem.{one.key}", **one.values) for one in decision.notes]
    yield from _section("report.result.notes", notes, texts)


def result(decision: Decision, texts: Texts) -> Iterator[str]:
    """Yield the sentences that say what came out."""
    yield texts.plural("report.result.applications", len(decision.applications))
    selection = decision.selection
    if selection is None:
        yield texts.say("report.result.no_choice")
    elif selection.optima.infeasible is not None:
        yield texts.say("report.result.contradiction")
    elif selection.chosen is None:
        yield texts.say("report.result.open")
    else:
        chosen = selection.chosen
        count = len(chosen.applications)
        yield texts.plural("report.result.chosen", count, sum=chosen.cost)
        if selection.left is not None:
            yield left(selection.left, texts)
        if selection.corners:
            yield texts.say("reason.set_holds" if selection.is_robust else "reason.set_depends")
    yield from by_votes(decision, texts)


def by_votes(decision: Decision, texts: Texts) -> Iterator[str]:
    """Yield that citizens' votes decided, when they did."""
    uncounted = any(one.key == VOTES_NOT_COUNTED for one in decision.notes)
    if decision.votes is not None and decision.selection is not None and not uncounted:
        yield texts.plural("report.result.votes", decision.votes.voters)


def left(left_: Money, texts: Texts) -> str:
    """Return what is said of the money that is left."""
    if left_.cents == 0:
        return texts.say("report.result.spent")
    return texts.say("report.result.left", left=left_)


def _ranking(decision: Decision, texts: Texts) -> Iterator[str]:
    totals = texts.show_column([one.value for one in decision.ranking]) if decision.ranking else ()
    least = view.least_points(decision.call)
    if least is not None:
        yield texts.say("report.ranking.points", least=least)
    for row, total in zip(view.ranked_rows(decision), totals, strict=True):
        if row.ranked is None:
            continue
        mark = "*" if row.outcome is Outcome.CHOSEN else " "
        span = f"{row.ranked.best}–{row.ranked.worst}"
        points = "" if least is None else f"{texts.show(row.points):>6}  "
        yield f"{mark}{row.ranked.rank:>3}  {points}{total:>6}  {span:>6}  {row.id} {row.name}"


def _others(decision: Decision, texts: Texts) -> Iterator[str]:
    ranked = {one.application for one in decision.ranking}
    for row in view.rows(decision):
        if row.id not in ranked:
            yield f"{row.id} {row.name}: {texts.say(f'outcome.{row.outcome.value}')}"


def _section(heading: str, lines: list[str], texts: Texts) -> Iterator[str]:
    if lines:
        yield from ("", texts.say(heading), *lines)
