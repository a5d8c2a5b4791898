"""Runs officials' cases against a rule set, and tells what no case shows. It reads no files."""

from collections.abc import Iterable, Iterator

from innokumppanuus.domain.cases import Case, CaseFile, CaseResult, Expected, Mismatch
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.engine.eligibility import screen
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.case_files import environment_of
from innokumppanuus.ruleset.expressions import UNKNOWN, compile


def run_cases(ruleset: RuleSet, file: CaseFile, plugins: Plugins) -> tuple[CaseResult, ...]:
    """
    Return what came of each case, in the order of the file.

    Args:
        ruleset: The rules that are tested.
        file: Cases that were read for this rule set.
        plugins: Offer the rules and functions that it uses.
    """
    return tuple(run_case(ruleset, file, case, plugins) for case in file.cases)


def run_case(ruleset: RuleSet, file: CaseFile, case: Case, plugins: Plugins) -> CaseResult:
    """Return what came of one case of the file."""
    application, expect = file.application(case), case.expect
    screening = screen(ruleset, application, plugins.rules())
    findings = {one.rule: one for one in (*screening.findings, *screening.noted)}
    found = [
        Mismatch(
            about=Expected.RULE,
            name=rule,
            expected=verdict,
            got=findings[rule].verdict,
            finding=findings[rule],
        )
        for rule, verdict in expect.rules.items()
        if findings[rule].verdict is not verdict
    ]
    if expect.outcome is not None and expect.outcome is not screening.verdict:
        found.append(
            Mismatch(
                about=Expected.OUTCOME,
                expected=expect.outcome,
                got=screening.verdict,
                finding=_decisive(screening.findings, screening.verdict),
            )
        )
    asked = screening.to_supplement()
    if expect.asks is not None and set(expect.asks) != set(asked):
        found.append(Mismatch(about=Expected.ASKS, expected=expect.asks, got=asked))
    if expect.values:
        values = ruleset.values(application)
        environment = environment_of(ruleset, plugins.functions())
        for text, expected in expect.values.items():
            value = compile(text, environment).evaluate(values)
            got = None if value is UNKNOWN else value
            if got != expected:
                found.append(Mismatch(about=Expected.VALUE, name=text, expected=expected, got=got))
    return CaseResult(case=case, application=application, mismatches=tuple(found))


def untouched(ruleset: RuleSet, results: Iterable[CaseResult]) -> tuple[tuple[str, Verdict], ...]:
    """
    Return the rules with the outcomes of theirs that no case shows, in the order of the rule set.

    A case shows an outcome by expecting it of the rule; one that expects everything to be met
    shows that of every eligibility rule. A case that does not hold shows nothing.
    """
    shown: set[tuple[str, Verdict]] = set()
    for one in results:
        if one.holds:
            shown.update(one.case.expect.rules.items())
            if one.case.expect.outcome is Verdict.MET:
                shown.update((rule.id, Verdict.MET) for rule in ruleset.call.eligibility)
    return tuple(
        (rule, verdict)
        for rule in tested_rules(ruleset)
        for verdict in Verdict
        if (rule, verdict) not in shown
    )


def tested_rules(ruleset: RuleSet) -> Iterator[str]:
    """Yield the ids of the rules and factors that say something of an application."""
    yield from (one.id for one in ruleset.call.eligibility)
    yield from (one.id for one in ruleset.call.factors if one.when)


def _decisive(findings: Iterable[Finding], verdict: Verdict) -> Finding | None:
    """Return the first rule that made the whole what it is."""
    return next((one for one in findings if one.verdict is verdict), None)
