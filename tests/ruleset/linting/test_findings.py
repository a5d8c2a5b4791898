"""Every finding has one severity."""

from innokumppanuus.ruleset.linting import KEYS, LintFinding, Severity


def test_every_key_has_its_severity() -> None:
    assert set(KEYS.values()) == set(Severity)


def test_a_finding_with_a_reason_is_acknowledged() -> None:
    finding = LintFinding(key="rule-never-met", severity=Severity.ERROR)

    assert not finding.is_acknowledged
