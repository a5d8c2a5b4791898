"""What a call states, and how it is known."""

import attrs

from innokumppanuus.domain.call import ClosingMinute
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import same
from innokumppanuus.domain.principles import (
    Goal,
    Partnership,
    Principles,
    Responsibility,
    UserCentredness,
    UserGroup,
    UserRole,
)
from innokumppanuus.domain.sources import Status
from innokumppanuus.faces.reports import facts
from innokumppanuus.faces.texts import Texts


def fact(decision: Decision, texts: Texts, title: str) -> facts.FactRow:
    return next(one for one in facts.facts(decision.call, texts) if one.title == title)


def test_the_rule_of_the_closing_minute_is_told(decision: Decision, finnish: Texts) -> None:
    row = fact(decision, finnish, "Haku päättyy")

    assert row.value.endswith("viimeistään 6.9.2026 klo 23.59.59")


def test_another_rule_of_the_closing_minute_is_told(decision: Decision, finnish: Texts) -> None:
    call = decision.call
    start = attrs.evolve(call.timetable, closing_minute=ClosingMinute.START)
    changed = attrs.evolve(decision, call=attrs.evolve(call, timetable=start))

    row = fact(changed, finnish, "Haku päättyy")

    assert row.value.endswith("viimeistään 6.9.2026 klo 23.59")


def test_a_gap_is_shown_as_a_gap(decision: Decision, finnish: Texts) -> None:
    row = fact(decision, finnish, "Loppuraportti valmiina")

    assert (row.value, row.status) == ("ei ilmoitettu", Status.MISSING)


def test_an_inferred_fact_has_its_note_and_the_number_of_its_source(
    decision: Decision, finnish: Texts
) -> None:
    row = fact(decision, finnish, "Toiminta alkaa")

    assert (row.status, row.sources, row.note) == (
        Status.INFERRED,
        (2,),
        "Luettu suunnittelumuistiosta.",
    )


def test_how_scores_are_joined_is_told_in_sentences(decision: Decision, texts: Texts) -> None:
    assert decision.call.assessment is not None

    lines = facts.assessment_facts(decision.call.assessment, texts)

    assert len(lines) == 7
    assert all(line.endswith(".") for line in lines)


def test_parts_of_the_3p_that_nobody_stated_are_shown_empty(
    decision: Decision, finnish: Texts
) -> None:
    rows = facts.profile(Principles(), decision.call, finnish)

    assert len(rows) == 8
    assert not any(row.stated for row in rows)


def test_parties_roles_and_measures_are_told_in_words(decision: Decision, finnish: Texts) -> None:
    held = Principles(
        partnership=Partnership(
            goals=(Goal(name=same("Vähemmän jonoja")),),
            responsibilities=(Responsibility(party="kunta", task=same("Tilat")),),
        ),
        user_centredness=UserCentredness(
            groups=(UserGroup(name=same("Asukkaat"), roles=(UserRole.TESTER,)),)
        ),
    )

    words = {one for row in facts.profile(held, decision.call, finnish) for one in row.stated}

    assert words == {
        "Vähemmän jonoja; mittaria ei ole ilmoitettu",
        "Tilat (Kuvitteellinen kunta)",
        "Asukkaat (kokeilija)",
    }
