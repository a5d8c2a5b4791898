"""What reports show of a decision, as plain rows. It reads the decision and computes no outcome."""

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from hashlib import sha256

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.assessment import Assessment
from innokumppanuus.domain.call import SECTOR_FIELD, Call, FieldType
from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.domain.findings import Finding
from innokumppanuus.domain.funding import Grant
from innokumppanuus.domain.labels import Label, same
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Ranked
from innokumppanuus.domain.tables import DecisionTable
from innokumppanuus.faces.reports.svg import RangeRow
from innokumppanuus.faces.texts import Texts

_TABLE = "table."
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")


@attrs.frozen(kw_only=True)
class Row:
    """One application and how it fared; what does not exist of it is None."""

    application: Application
    outcome: Outcome
    sector: Label | None = None
    amount: Money | None = None
    ranked: Ranked | None = None
    assessment: Assessment | None = None
    grant: Grant | None = None

    @property
    def id(self) -> str:
        return self.application.id

    @property
    def name(self) -> str:
        return self.application.applicant

    @property
    def points(self) -> Fraction | None:
        """Return the sum of the scores without weights; None when there is none."""
        return None if self.assessment is None else self.assessment.points


def rows(decision: Decision) -> tuple[Row, ...]:
    """Return every application, in the order of the decision."""
    ranked = {one.application: one for one in decision.ranking}
    assessed = {one.application: one for one in decision.assessments}
    grants = {one.application: one for one in decision.grants}
    return tuple(
        Row(
            application=one,
            outcome=decision.outcome(one.id),
            sector=answer(decision.call, SECTOR_FIELD, one.answers.get(SECTOR_FIELD)),
            amount=one.amount,
            ranked=ranked.get(one.id),
            assessment=assessed.get(one.id),
            grant=grants.get(one.id),
        )
        for one in decision.applications
    )


def least_points(call: Call) -> Fraction | None:
    """Return the lowest sum of scores without weights that is enough; None when none is asked."""
    return None if call.assessment is None else call.assessment.total_threshold


def ranked_rows(decision: Decision) -> tuple[Row, ...]:
    """Return the ranked applications, best first."""
    by_id = {row.id: row for row in rows(decision)}
    return tuple(by_id[one.application] for one in decision.ranking)


def range_rows(decision: Decision) -> tuple[RangeRow, ...]:
    """Return the rows of the picture of rank ranges, best first."""
    return tuple(
        RangeRow(
            name=f"{row.id} {row.name}",
            rank=row.ranked.rank,
            best=row.ranked.best,
            worst=row.ranked.worst,
            is_chosen=row.outcome is Outcome.CHOSEN,
        )
        for row in ranked_rows(decision)
        if row.ranked is not None
    )


def answer(call: Call, field_id: str, value: object) -> Label | None:
    """Return the name of the option that a choice was answered with; None for no answer."""
    if value is None:
        return None
    field = call.field(field_id)
    names = {option.id: option.name for option in field.options} if field else {}
    return names.get(str(value), same(str(value)))


def shown(call: Call, name: str, value: object, texts: Texts) -> str:
    """Return the value of a field or call value in the reader's words."""
    field = call.field(name)
    if field is not None and value is not None:
        is_option = field.type is FieldType.CHOICES and isinstance(value, str)
        if field.type is FieldType.CHOICE or is_option:
            return texts.show(answer(call, name, value))
        if field.type is FieldType.CHOICES and isinstance(value, (tuple, list)):
            return texts.show([answer(call, name, one) for one in value])
    return texts.show(value)


def title(call: Call, name: str, texts: Texts) -> str:
    """Return what a field or call value is called; a name that nobody has titled, as it is."""
    field = call.field(name)
    if field is not None:
        return texts.show(field.name)
    table = _table(call, name)
    if table is not None:
        return texts.show(table.name)
    key = f"call_value.{name}"
    return texts.say(key) if texts.has(key) else name


def is_public(call: Call, name: str) -> bool:
    """Return whether what is named may stand in a public part; a value of the call may."""
    table = _table(call, name)
    if table is not None:
        return not _closed_fields(call) & _named(call, table)
    field = call.field(name)
    return field is None or field.is_public


def _table(call: Call, name: str) -> DecisionTable | None:
    wanted = name.removeprefix(_TABLE)
    return next((one for one in call.tables if one.id == wanted and wanted != name), None)


def _closed_fields(call: Call) -> frozenset[str]:
    return frozenset(field.id for field in call.form if not field.is_public)


def _named(call: Call, table: DecisionTable) -> frozenset[str]:
    """Return every name in the table and the tables that it names: it may give them away."""
    cells = [text for row in table.rows for text in (*row.when, row.then)]
    texts = [*(one.value for one in table.inputs), *cells]
    names = frozenset(word for text in texts for word in _NAME.findall(text))
    place = call.tables.index(table)
    earlier = (one for one in call.tables[:place] if f"{_TABLE}{one.id}" in " ".join(texts))
    return names.union(*(_named(call, one) for one in earlier))


def verdict_key(finding: Finding) -> str:
    """Return the text of what a condition came to; that it is by its exception is said."""
    return "verdict.by_exception" if finding.by_exception else f"verdict.{finding.verdict.value}"


def item_names(call: Call) -> Mapping[str, Label]:
    """Return the name of every criterion, factor and rule, by id."""
    names = {rule.id: rule.name for rule in call.eligibility}
    names.update((criterion.id, criterion.name) for criterion in call.criteria)
    names.update((factor.id, factor.name) for factor in call.factors)
    return names


def scored_ids(call: Call) -> tuple[str, ...]:
    """Return the ids of what makes up the total."""
    return tuple(item.id for item in call.scored())


def evaluator_codes(decision: Decision) -> Mapping[str, int]:
    """Return a number for each evaluator, so that a public part need not name anyone."""
    names = sorted({sheet.evaluator for sheet in decision.sheets})
    return {name: number for number, name in enumerate(names, start=1)}


def share(weight: Fraction, texts: Texts) -> str:
    """Return a weight in per cent, as a reader knows it; the exact one is in the data."""
    return texts.say("value.per_cent", share=weight * 100)


def spread(by_evaluator: Mapping[str, Fraction | None]) -> tuple[Fraction, Fraction] | None:
    """Return the lowest and the highest score that evaluators gave; None when nobody did."""
    given = [score for score in by_evaluator.values() if score is not None]
    return (min(given), max(given)) if given else None


def is_fictional(decision: Decision) -> bool:
    """Return whether anything in the decision is made up and must be shown as such."""
    return decision.call.is_fictional or decision.has_fictional_field


def file_names(ids: Iterable[str]) -> Mapping[str, str]:
    """
    Return a file name stem for each id: safe on every system and different for each.

    An id that cannot be a file name as it is gets the start of its SHA-256 at the end.
    """
    return dict(_file_names(ids))


def _file_names(ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    taken: set[str] = set()
    for one in sorted(ids):
        stem = _UNSAFE.sub("_", one)
        if stem != one or stem.lower() in taken:
            stem = f"{stem}-{sha256(one.encode()).hexdigest()[:8]}"
        taken.add(stem.lower())
        yield one, stem
