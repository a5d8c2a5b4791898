"""What is asked of a method that shares out, and that no answer is believed unseen."""

from datetime import date
from hashlib import sha256
from typing import Any

import attrs
import pytest

from innokumppanuus.domain.assignment import Assignment, AssignmentTask, Reading, Span
from innokumppanuus.domain.call import Call, ConflictScope, Field, FieldType, Option
from innokumppanuus.domain.conflicts import Conflict
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.panel import EvaluationPanel, Evaluator, PanelPolicy, Replacement
from innokumppanuus.engine.assignment import disbelief, lot, shared_out, task_of
from innokumppanuus.errors import HookRaised
from innokumppanuus.testing.builders import a_call, a_form, an_application, label

TOPICS = tuple(Option(id=one, name=label(one)) for one in ("care", "school"))
FIELDS = (
    Field(id="topics", name=label("aiheet"), type=FieldType.CHOICES, options=TOPICS),
    Field(id="language", name=label("kieli")),
)
FIELD = (
    an_application("H01", topics=("care", "school"), language="fi"),
    an_application("H02", topics=("care",), language="sv"),
)
TASK = AssignmentTask(
    readers=(Span(id="H01", least=1, most=2),),
    loads=(Span(id="A", least=0, most=1), Span(id="B", least=0, most=0)),
    possible=(Reading(application="H01", evaluator="A", fit=2, lot=7),),
)


def a_panel_call(**policy: Any) -> Call:
    given = PanelPolicy(topic_field="topics", language_field="language", **policy)
    call = a_call(form=(*a_form(), *FIELDS))
    assert call.assessment is not None
    scope = ConflictScope.APPLICATION
    assessment = attrs.evolve(call.assessment, panel=given, conflict_removes=scope)
    return attrs.evolve(call, assessment=assessment)


def possible(
    *evaluators: Evaluator, conflicts: tuple[Conflict, ...] = (), **panel: Any
) -> dict[tuple[str, str], int]:
    given = EvaluationPanel(evaluators=evaluators, **panel)
    task = task_of(a_panel_call(), FIELD, given, conflicts)
    return {(one.application, one.evaluator): one.fit for one in task.possible}


def test_the_fit_is_how_many_topics_the_evaluator_knows() -> None:
    assert possible(Evaluator(id="A", expertise=("care", "law"))) == {
        ("H01", "A"): 1,
        ("H02", "A"): 1,
    }


def test_a_language_that_the_evaluator_does_not_read_bars() -> None:
    assert set(possible(Evaluator(id="A", languages=("fi",)))) == {("H01", "A")}


def test_an_evaluator_of_unknown_languages_is_not_barred() -> None:
    assert len(possible(Evaluator(id="A"))) == 2


def test_a_conflict_bars() -> None:
    conflict = Conflict(evaluator="A", application="H01")

    assert set(possible(Evaluator(id="A"), conflicts=(conflict,))) == {("H02", "A")}


def test_a_conflict_that_does_not_count_bars_nothing() -> None:
    conflict = Conflict(evaluator="A", application="H01", counts=False)

    assert len(possible(Evaluator(id="A"), conflicts=(conflict,))) == 2


def test_who_was_replaced_does_not_read_what_was_handed_over() -> None:
    change = Replacement(
        evaluator="A",
        substitute="B",
        application="H02",
        by="Puheenjohtaja",
        on=date(2026, 3, 1),
        reason="Kuvitteellinen syy",
    )

    found = possible(Evaluator(id="A"), Evaluator(id="B"), replacements=(change,))

    assert set(found) == {("H01", "A"), ("H01", "B"), ("H02", "B")}


def test_an_evaluators_own_limits_are_stronger_than_those_of_the_rule_set() -> None:
    panel = EvaluationPanel(evaluators=(Evaluator(id="A", most=1), Evaluator(id="B")))

    task = task_of(a_panel_call(most_load=2, least_load=1), FIELD, panel, ())

    assert task.loads == (Span(id="A", least=1, most=1), Span(id="B", least=1, most=2))


def test_the_order_of_files_changes_nothing() -> None:
    evaluators = (Evaluator(id="A"), Evaluator(id="B"))
    forward, backward = (
        EvaluationPanel(evaluators=evaluators),
        EvaluationPanel(evaluators=evaluators[::-1]),
    )

    assert task_of(a_panel_call(), FIELD, forward, ()) == task_of(
        a_panel_call(), FIELD[::-1], backward, ()
    )


def test_anybody_can_draw_the_lot_again() -> None:
    assert lot("kevät", "H01", "A") == int(sha256("kevät|H01|A".encode()).hexdigest()[:4], 16)


@attrs.frozen
class Claims:
    """A method that answers what it is told to, to be disbelieved."""

    made: Assignment
    key: str = "claims"
    name: Label = Label(en="claims")

    def assign(self, task: AssignmentTask) -> Assignment:
        return self.made


TRUE = Assignment(readings=TASK.possible, fit=2, lots=7)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (Assignment(), "gave 'H01' 0 readings, must be 1 to 2"),
        (attrs.evolve(TRUE, fit=3), "is not told with its own sums of fits and lots"),
        (attrs.evolve(TRUE, readings=TASK.possible * 2), "must give each reading once"),
        (
            attrs.evolve(TRUE, readings=(Reading(application="H01", evaluator="B"),)),
            "gave a reading that it was not offered",
        ),
    ],
)
def test_an_answer_that_breaks_a_limit_is_refused(made: Assignment, said: str) -> None:
    assert said in disbelief(TASK, made)
    with pytest.raises(HookRaised, match="claims.assign"):
        shared_out(TASK, Claims(made))


def test_an_answer_that_keeps_every_limit_is_taken() -> None:
    assert shared_out(TASK, Claims(TRUE)) == TRUE
