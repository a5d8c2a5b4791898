"""`check`: everything that is wrong in a rule set file, at once."""

from typing import Annotated

import typer

from innokumppanuus.engine.limits import notes_on_limits
from innokumppanuus.faces.cli.help import Command
from innokumppanuus.faces.cli.material import read_ruleset
from innokumppanuus.faces.cli.session import Session


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to *app*."""
    say = session.texts.say

    @app.command("check", cls=Command, help=say("cli.check.help"))
    def check(
        ruleset: Annotated[str, typer.Argument(help=say("cli.argument.ruleset"))],
    ) -> None:
        checked = read_ruleset(session, ruleset)
        call = checked.call
        session.report((*checked.warnings, *notes_on_limits(call)))
        session.say(
            "cli.check.done",
            name=call.name,
            fields=len(call.form),
            rules=len(call.eligibility),
            criteria=len(call.criteria),
        )
        session.data.update(
            call=call.id,
            ruleset_hash=checked.hash,
            fields=[field.id for field in call.form],
            rules=[rule.id for rule in call.eligibility],
            criteria=[criterion.id for criterion in call.criteria],
            gaps=[gap.topic.say(session.texts.language) for gap in call.gaps],
        )
