"""`explain`: one application and its rules, part by part, and what would turn each outcome."""

from collections.abc import Iterator, Mapping
from typing import Annotated

import typer

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.labels import Label
from innokumppanuus.engine.conflicts import elsewhere
from innokumppanuus.engine.counterfactual import smallest_changes
from innokumppanuus.engine.eligibility import screen
from innokumppanuus.engine.explanation import field_name, name_of, on_what
from innokumppanuus.errors import UnknownKey
from innokumppanuus.faces.cli.help import Command
from innokumppanuus.faces.cli.material import Material, read_applications, with_panel
from innokumppanuus.faces.cli.options import (
    ApplicationsOption,
    MappingOption,
    PanelOption,
    RulesetArgument,
)
from innokumppanuus.faces.cli.panel_conflicts import conflicts_in
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.reports import parameters
from innokumppanuus.faces.reports.changes import arrow
from innokumppanuus.faces.reports.panel_sentences import conflict_sentence, elsewhere_sentence
from innokumppanuus.faces.reports.reasons import sentences
from innokumppanuus.faces.reports.view import shown, title
from innokumppanuus.faces.reports.wording import Line, lines
from innokumppanuus.faces.texts import Texts
from innokumppanuus.records import to_record
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.parameters import PREFIX

_INDENT = "  "


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to *app*."""
    say = session.texts.say

    @app.command("explain", cls=Command, help=say("cli.explain.help"))
    def explain(
        ruleset: RulesetArgument,
        application: Annotated[str, typer.Option(metavar="ID", help=say("cli.option.application"))],
        applications: ApplicationsOption = None,
        mapping: MappingOption = None,
        rule: Annotated[str | None, typer.Option(metavar="ID", help=say("cli.option.rule"))] = None,
        panel: PanelOption = None,
    ) -> None:
        material = read_applications(session, ruleset, applications, mapping)
        material = with_panel(session, material, panel or ())
        by_id = {one.id: one for one in material.applications}
        if application not in by_id:
            raise UnknownKey("application", application, by_id)
        if material.is_fictional:
            session.say("cli.fictional")
        asked = by_id[application]
        found = screen(material.ruleset, asked, session.workspace.plugins.rules())
        findings = {one.rule: one for one in (*found.findings, *found.noted)}
        if rule is not None and rule not in findings:
            raise UnknownKey("rule", rule, findings)
        chosen = [findings[rule]] if rule is not None else list(findings.values())
        session.data.update(
            call=material.ruleset.call.id,
            ruleset_hash=material.ruleset.hash,
            application=application,
            rules=[_show(session, material.ruleset, asked, one) for one in chosen],
        )
        if material.panel is not None:
            _show_conflicts(session, material, application)


def _show_conflicts(session: Session, material: Material, application: str) -> None:
    """Say who of the panel may not evaluate the application, and what was decided of it."""
    texts, call = session.texts, material.ruleset.call
    found = conflicts_in(session, material)
    grounds = session.workspace.plugins.conflict_grounds()
    own = [one for one in found if one.application == application]
    others = elsewhere(call, found, application)
    told = [conflict_sentence(one, grounds, texts) for one in own]
    told += [elsewhere_sentence(one, texts) for one in others]
    for sentence in told or [texts.say("panel.conflict.none")]:
        session.line(sentence)
    session.data["conflicts"] = [to_record(one) for one in own]
    session.data["conflicts_elsewhere"] = [to_record(one) for one in others]
    session.data["conflict_texts"] = told


def _show(
    session: Session, ruleset: RuleSet, application: Application, finding: Finding
) -> dict[str, object]:
    """Say what the rule came to and why; return the same for scripts."""
    texts, call = session.texts, ruleset.call
    name = texts.show(name_of(call, finding.rule))
    key = "by_exception" if finding.by_exception else str(finding.verdict)
    verdict = texts.say(f"verdict.{key}")
    told = tuple(parts(session, ruleset, application, finding))
    dated = [parameters.said(one, texts) for one in finding.parameters]
    stands_on = sentences(on_what(call, finding, ruleset.overrides), call, texts)
    changes = smallest_changes(ruleset, application, finding.rule)
    is_met = finding.verdict is Verdict.MET
    turns = [arrow(one, call, texts, is_met=is_met) for one in changes]
    missing = [texts.show(field_name(call, one)) for one in finding.missing]
    session.say("cli.explain.rule", rule=name, verdict=verdict)
    for part in told:
        words = texts.say("cli.explain.part", words=part.words, value=part.value)
        session.line(f"{_INDENT * (part.depth + 1)}{words}")
    for line in (*stands_on, *dated):
        session.line(f"{_INDENT}{line}")
    for field in missing:
        session.line(f"{_INDENT}{texts.say('cli.explain.missing', field=field)}")
    session.line(f"{_INDENT}{_turning(texts, ruleset, finding, turns)}")
    session.line()
    return {
        "rule": finding.rule,
        "name": name,
        "verdict": str(finding.verdict),
        "by_exception": finding.by_exception,
        "parts": [{"words": one.words, "value": one.value, "depth": one.depth} for one in told],
        "stands_on": list(stands_on),
        "parameters": dated,
        "missing": list(finding.missing),
        "changes": [
            [
                {
                    "field": one.field,
                    "before": None if one.before is None else str(one.before),
                    "after": None if one.after is None else str(one.after),
                    "bound": str(one.bound),
                    "others": list(one.others),
                }
                for one in change.answers
            ]
            for change in changes
        ],
        "change_texts": turns,
    }


def parts(
    session: Session, ruleset: RuleSet, application: Application, finding: Finding
) -> Iterator[Line]:
    """Yield the parts of the rule in words, its exception apart; a plugin's rule by its values."""
    texts, call = session.texts, ruleset.call
    values, names = ruleset.values(application), _names(ruleset, finding)
    words = {f"{PREFIX}{name}": one.words for name, one in ruleset.parameters.items()}
    regular = ruleset.regular.get(finding.rule) or ruleset.rules.get(finding.rule)
    exception = ruleset.exceptions.get(finding.rule)
    if _is_plugins(ruleset, finding.rule):
        for name, value in finding.values.items():
            told = texts.say(
                "expression.value",
                name=title(call, name, texts),
                value=shown(call, name, value, texts),
            )
            yield Line(words=told, value=finding.verdict is Verdict.MET, depth=0)
    elif regular is not None:
        yield from lines(regular, values, call, texts, names, words)
    if exception is not None:
        value = exception.evaluate(values)
        truth = value if isinstance(value, bool) else None
        yield Line(words=texts.say("expression.unless"), value=truth, depth=0)
        for one in lines(exception, values, call, texts, names, words):
            yield Line(words=one.words, value=one.value, depth=one.depth + 1)


def _names(ruleset: RuleSet, finding: Finding) -> Mapping[str, Label]:
    tables = {f"table.{one.id}": one.name for one in ruleset.call.tables}
    return {**tables, **{one.variable: one.name for one in finding.parameters}}


def _turning(texts: Texts, ruleset: RuleSet, finding: Finding, turns: list[str]) -> str:
    """Return what would turn the outcome, or why nothing is told of that."""
    if _is_plugins(ruleset, finding.rule):
        return texts.say("cli.explain.plugin_rule")
    if finding.verdict is Verdict.CANNOT_TELL:
        return texts.say("cli.explain.cannot_tell")
    is_met = finding.verdict is Verdict.MET
    if not turns:
        return texts.say("cli.explain.no_loss" if is_met else "cli.explain.no_change")
    key = "cli.explain.lost_by" if is_met else "cli.explain.met_by"
    return texts.say(key, changes=f"; {texts.say('cli.explain.or')} ".join(turns))


def _is_plugins(ruleset: RuleSet, rule_id: str) -> bool:
    return any(one.rule for one in ruleset.call.eligibility if one.id == rule_id)
