"""The interfaces take any class that can do what they ask; nobody need inherit."""

import pytest

from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.labels import Label
from innokumppanuus.errors import InvalidValue
from innokumppanuus.plugin.guard import RULE, guarded
from innokumppanuus.plugin.interfaces import Form, FundingScheme, Observation, ReadsFields, Rule
from innokumppanuus.testing.builders import a_call, a_form, an_application, label


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


def test_a_form_gives_the_field_that_an_option_names() -> None:
    form = Form(fields=a_form())

    assert form.named("amount") == next(one for one in a_form() if one.id == "amount")


def test_a_field_that_a_form_has_not_is_told_at_the_option() -> None:
    with pytest.raises(InvalidValue, match="Did you mean 'amount'") as caught:
        Form(fields=a_form()).named("amont", "field")

    assert caught.value.values["option"] == "field"


def test_a_field_may_be_among_those_that_could_not_be_read() -> None:
    assert Form(fields=a_form(), is_whole=False).named("amont") is None


class SaysWhatItReads(HasName):
    """A rule that says which fields it reads."""

    def fields(self, options: object) -> tuple[str, ...]:
        return ("applicant",)


def test_a_rule_may_say_what_it_reads_or_not() -> None:
    assert isinstance(SaysWhatItReads(), ReadsFields)
    assert not isinstance(HasName(), ReadsFields)


def test_a_guarded_rule_still_says_what_it_reads() -> None:
    rule = guarded("mycity", SaysWhatItReads(), RULE)

    assert isinstance(rule, ReadsFields)
    assert rule.fields({}) == ("applicant",)
