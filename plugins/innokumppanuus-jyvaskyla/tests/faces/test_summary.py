"""The numbers of the funder's summary add up and hold public answers only."""

import attrs

from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.money import Money, total
from innokumppanuus_jyvaskyla.domain import BreachKind
from innokumppanuus_jyvaskyla.faces.summary import sector_name, summarise


def test_every_application_is_counted_once_by_outcome_and_by_sector(decision: Decision) -> None:
    summary = summarise(decision)

    assert sum(count for _, count in summary.outcomes) == 19
    assert sum(row.applications for row in summary.sectors) == 19


def test_grants_by_sector_sum_to_what_is_granted(decision: Decision) -> None:
    summary = summarise(decision)

    assert total(row.granted for row in summary.sectors) == summary.granted == Money.of(47_900)


def test_what_is_granted_and_left_is_the_whole_budget(decision: Decision) -> None:
    summary = summarise(decision)

    assert summary.left is not None
    assert summary.granted + summary.left == Money.of(50_000)


def test_sectors_stand_in_the_order_of_the_form(decision: Decision) -> None:
    assert [row.sector for row in summarise(decision).sectors] == [
        "company",
        "association",
        "foundation",
        "education",
    ]


def test_unranked_application_is_not_counted_as_compared(decision: Decision) -> None:
    companies = summarise(decision).sectors[0]

    assert (companies.applications, companies.ranked, companies.chosen) == (11, 6, 2)


def test_applicant_without_a_sector_is_counted_apart(decision: Decision) -> None:
    first = decision.applications[0]
    answers = {id: answer for id, answer in first.answers.items() if id != "sector"}
    applications = (attrs.evolve(first, answers=answers), *decision.applications[1:])

    summary = summarise(attrs.evolve(decision, applications=applications))

    assert [row.sector for row in summary.sectors][-1] == ""
    assert sector_name(decision.call, "") is None


def test_indicator_that_the_call_does_not_meet_shows_as_such(decision: Decision) -> None:
    rows = {row.name.en: row for row in summarise(decision).indicators}

    feedback = rows["How feedback is gathered is told"]
    assert (feedback.call, feedback.applications, feedback.chosen) == (Verdict.CANNOT_TELL, 14, 5)


def test_title_that_is_not_public_is_left_out(decision: Decision) -> None:
    form = tuple(
        attrs.evolve(field, is_public=False) if field.id == "title" else field
        for field in decision.call.form
    )
    hidden = attrs.evolve(decision, call=attrs.evolve(decision.call, form=form))

    assert {row.title for row in summarise(hidden).rows} == {None}


def test_terms_hold_in_the_decision(decision: Decision) -> None:
    assert summarise(decision).breaches == ()


def test_grant_above_the_cap_is_told_in_the_summary(decision: Decision) -> None:
    first = attrs.evolve(decision.grants[0], amount=Money.of(10_001), instalments=())

    summary = summarise(attrs.evolve(decision, grants=(first, *decision.grants[1:])))

    assert [one.kind for one in summary.breaches] == [BreachKind.OVER_CAP]


def test_decision_without_a_choice_has_no_grants(decision: Decision) -> None:
    screened = attrs.evolve(decision, ranking=(), selection=None, grants=(), pilots=())

    summary = summarise(screened)

    assert dict(summary.outcomes)[Outcome.CHOSEN] == 0
    assert summary.granted == Money(0)
