"""The interfaces take any class that can do what they ask; nobody need inherit."""

from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.labels import Label
from innokumppanuus.plugin.interfaces import FundingScheme, Observation, Rule
from innokumppanuus.testing.builders import a_call, an_application, label


class HasName:
    """A rule without a parent class."""

    key = "mycity.has_name"
    name: Label = label()

    def check(self, application: object, call: object, options: object) -> Finding:
        return Finding(rule=self.key, verdict=Verdict.MET)


def test_a_class_that_can_check_is_a_rule() -> None:
    rule = HasName()

    assert isinstance(rule, Rule)
    assert rule.check(an_application(), a_call(), {}).verdict is Verdict.MET


def test_a_rule_is_no_funding_scheme() -> None:
    assert not isinstance(HasName(), FundingScheme)


def test_an_observation_needs_no_evidence() -> None:
    assert Observation(verdict=Verdict.CANNOT_TELL).evidence == ()
