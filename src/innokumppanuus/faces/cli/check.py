"""`check`: everything that is wrong in a rule set file, at once."""

from typing import Annotated

import attrs
import typer

from innokumppanuus.engine.limits import notes_on_limits
from innokumppanuus.faces.cli.help import Command
from innokumppanuus.faces.cli.material import read_ruleset
from innokumppanuus.faces.cli.options import RulesetArgument
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.reports.differences import override_sentence
from innokumppanuus.faces.reports.parameters import stated_sentence
from innokumppanuus.records import to_record
from innokumppanuus.ruleset import RuleSet


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to *app*."""
    say = session.texts.say

    @app.command("check", cls=Command, help=say("cli.check.help"))
    def check(
        ruleset: RulesetArgument,
        resolved: Annotated[bool, typer.Option("--resolved", help=say("cli.option.resolved"))] = (
            False
        ),
    ) -> None:
        checked = read_ruleset(session, ruleset)
        call = checked.call
        notes = [
            attrs.evolve(one, place=checked.origins.get(one.path, one.place))
            for one in notes_on_limits(call)
        ]
        session.report((*checked.warnings, *notes))
        session.say(
            "cli.check.done",
            name=call.name,
            fields=len(call.form),
            rules=len(call.eligibility),
            criteria=len(call.criteria),
        )
        show_stated(session, checked)
        show_overrides(session, checked)
        if resolved:
            show_resolved(session, checked)
        session.data.update(
            call=call.id,
            ruleset_hash=checked.hash,
            fields=[field.id for field in call.form],
            rules=[rule.id for rule in call.eligibility],
            criteria=[criterion.id for criterion in call.criteria],
            gaps=[gap.topic.say(session.texts.language) for gap in call.gaps],
        )


def show_stated(session: Session, checked: RuleSet) -> None:
    """Tell which numbers and sums are dated values, with the day and the source of each."""
    if checked.stated:
        session.say("report.call.stated")
    for one in checked.stated:
        session.line(stated_sentence(one, session.texts))
    session.data["stated"] = [to_record(one) for one in checked.stated]


def show_overrides(session: Session, checked: RuleSet) -> None:
    """Tell what the rule set changes in the rule packs that it stands on."""
    if checked.overrides:
        session.say("cli.check.overrides", packs=[one.key for one in checked.packs])
    for one in checked.overrides:
        session.line(override_sentence(one, session.texts))
    session.data["packs"] = [{"key": one.key, "hash": one.hash} for one in checked.packs]
    session.data["overrides"] = [
        {
            "path": one.path,
            "was": one.was,
            "becomes": one.becomes,
            "before": str(one.before),
            "now": str(one.now),
        }
        for one in checked.overrides
    ]


def show_resolved(session: Session, checked: RuleSet) -> None:
    """Show every value of the resolved rule set and the place that it comes from."""
    places = {path: str(checked.origins[path]) for path in checked.written}
    rows = [(path, words, places[path]) for path, words in checked.written.items()]
    columns = [session.texts.say(f"cli.column.{name}") for name in ("path", "value", "origin")]
    session.table("cli.check.resolved", columns, rows)
    session.data["resolved"] = [
        {"path": path, "value": words, "origin": place} for path, words, place in rows
    ]
