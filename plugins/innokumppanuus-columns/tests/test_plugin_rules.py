"""A rule of a plugin reads the fields that it names, and the days of dated values."""

from collections.abc import Iterable, Mapping

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call, EligibilityRule
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.parameters import ParameterUse
from innokumppanuus.testing.builders import a_form, a_ruleset
from innokumppanuus_columns.plugin_rules import business_ids, checking, read_by

ASKED = EligibilityRule(
    id="r", name=Label("r", "r", "r"), rule="koe.r", options={"field": "sector"}
)


@attrs.frozen
class Silent:
    """A rule that does not say what it reads."""

    key: str = "koe.r"
    name: Label = Label("r", "r", "r")

    def check(self, application: Application, call: Call, options: Mapping[str, object]) -> Finding:
        given = application.answers.get(str(options["field"]))
        verdict = Verdict.CANNOT_TELL if given is None else Verdict.MET
        return Finding(rule=self.key, verdict=verdict)


@attrs.frozen
class Telling(Silent):
    """A rule that says what it reads."""

    def fields(self, options: Mapping[str, object]) -> Iterable[str]:
        return (str(options["field"]), "not_there")


def test_a_rule_that_does_not_say_what_it_reads_gets_the_whole_form() -> None:
    call = a_ruleset().call

    assert read_by(ASKED, call, Silent()) == tuple(field.id for field in a_form())


def test_a_rule_that_says_it_gets_these_fields_alone() -> None:
    assert read_by(ASKED, a_ruleset().call, Telling()) == ("sector",)


def test_the_day_of_a_dated_value_is_read_with_them() -> None:
    call = attrs.evolve(
        a_ruleset().call, parameters={"cap": ParameterUse(key="koe.cap", on="submitted")}
    )

    assert set(read_by(ASKED, call, Telling())) == {"sector", "submitted"}


def test_a_missing_answer_cannot_tell() -> None:
    check = checking(ASKED, a_ruleset(), Telling())

    assert check(Application(id="-", answers={})) is Verdict.CANNOT_TELL
    assert check(Application(id="-", answers={"sector": "company"})) is Verdict.MET


def test_a_call_without_business_ids_has_none() -> None:
    assert business_ids(a_ruleset().call) == set()
