"""The rule of de minimis aid: met, not met and cannot tell, and what its options refuse."""

from collections.abc import Mapping

import attrs
import pytest

from innokumppanuus.domain.call import Field, FieldType
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.labels import same
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import missing
from innokumppanuus.errors import InvalidValue
from innokumppanuus.plugin.interfaces import ChecksOptions, Form, Rule
from innokumppanuus.testing.builders import a_call, a_form, an_application
from innokumppanuus_suomi.rules import DeMinimis

ON = {"on": "2017-10-01"}
EARLIER = Field(id="de_minimis_received", name=same("de minimis"), type=FieldType.MONEY)
KRONOR = attrs.evolve(EARLIER, id="kronor", currency="SEK")
FORM = Form(fields=(*a_form(), EARLIER, KRONOR))


def found(earlier: str | None, options: Mapping[str, object] = ON) -> Finding:
    changes = {"amount": Money.of("10000")}
    declared = {} if earlier is None else {"de_minimis_received": Money.of(earlier)}
    return DeMinimis().check(an_application(**changes, **declared), a_call(), options)


def test_it_is_a_rule_that_checks_its_options() -> None:
    assert isinstance(DeMinimis(), Rule)
    assert isinstance(DeMinimis(), ChecksOptions)


@pytest.mark.parametrize(
    ("earlier", "verdict"), [("190000", Verdict.MET), ("190000.01", Verdict.NOT_MET)]
)
def test_the_ceiling_may_be_reached_and_not_exceeded(earlier: str, verdict: Verdict) -> None:
    assert found(earlier).verdict is verdict


@pytest.mark.parametrize(
    ("day", "verdict"), [("2023-12-31", Verdict.NOT_MET), ("2024-01-01", Verdict.MET)]
)
def test_the_law_of_the_day_decides(day: str, verdict: Verdict) -> None:
    assert found("200000", {"on": day}).verdict is verdict


def test_road_freight_has_its_own_ceiling() -> None:
    assert found("90000.01", {**ON, "ceiling": "road_freight"}).verdict is Verdict.NOT_MET


def test_without_a_declaration_it_asks_for_one() -> None:
    finding = found(None)

    assert finding.verdict is Verdict.CANNOT_TELL
    assert finding.missing == ("de_minimis_received",)


def test_on_a_day_that_no_law_is_known_for_it_cannot_tell() -> None:
    finding = found("0", {"on": "2031-01-01"})

    assert (finding.verdict, finding.note) == (Verdict.CANNOT_TELL, "cannot-find-value")


def test_without_the_day_of_decision_it_cannot_tell() -> None:
    call = a_call()
    call = attrs.evolve(call, timetable=attrs.evolve(call.timetable, decided=missing()))
    application = an_application(amount=Money.of("1"), de_minimis_received=Money.of("0"))

    finding = DeMinimis().check(application, call, {})

    assert (finding.verdict, finding.note) == (Verdict.CANNOT_TELL, "cannot-know-day")


def test_the_finding_shows_that_the_ceiling_is_unverified() -> None:
    (used,) = found("0").parameters

    assert used.key == "suomi.de_minimis.ceiling"
    assert not used.verified


def test_the_finding_tells_both_sums() -> None:
    assert found("1").values == {
        "amount": Money.of("10000"),
        "de_minimis_received": Money.of("1"),
    }


def test_good_options_are_accepted() -> None:
    DeMinimis().check_options({**ON, "ceiling": "sgei"}, FORM)


@pytest.mark.parametrize(
    "options",
    [
        {"earlyer": "amount"},
        {"earlier": "amuont"},
        {"earlier": "applicant"},
        {"earlier": "kronor"},
        {"earlier": 5},
        {"on": "decide"},
        {"ceiling": "roads"},
    ],
)
def test_bad_options_are_refused(options: Mapping[str, object]) -> None:
    with pytest.raises(InvalidValue):
        DeMinimis().check_options(options, FORM)


def test_it_says_which_fields_it_reads() -> None:
    assert tuple(DeMinimis().fields({"earlier": "kronor"})) == ("amount", "kronor")


def test_the_rule_is_asked_by_the_law_that_it_is_given() -> None:
    held = DeMinimis()
    (ceiling,) = held.own_parameters(ON)
    lower = attrs.evolve(
        ceiling, values=tuple(attrs.evolve(one, value=Money.of(1000)) for one in ceiling.values)
    )

    rule = held.with_own_parameters({lower.key: lower})
    answers = {"amount": Money.of(1000), "de_minimis_received": Money.of(1)}

    assert rule.check(an_application(**answers), a_call(), ON).verdict is Verdict.NOT_MET
    assert held.check(an_application(**answers), a_call(), ON).verdict is Verdict.MET
