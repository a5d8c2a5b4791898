"""Findings stand where their subject does, or at the nearest thing around it."""

from innokumppanuus.ruleset.linting.desk import Desk
from innokumppanuus.testing.rulesets import the_ruleset

DESK = Desk(ruleset=the_ruleset())


def test_what_the_file_does_not_give_stands_at_what_is_around_it() -> None:
    around = DESK.place("criteria[K2]")

    assert around.line > 0
    assert DESK.place("criteria[K2].description.sv") == around


def test_every_label_has_its_path() -> None:
    paths = dict(DESK.labels())

    assert paths["eligibility[cap].name"].fi == "Summa on enintään katto"
    assert paths["form[sector].options[company].name"].en == "company"


def test_a_finding_takes_its_severity_from_its_key() -> None:
    assert DESK.finding("rule-never-met", "eligibility[cap].when").severity == "error"
