"""Letters to applicants: statements of reasons in two parts, and requests to supplement."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from innokumppanuus.domain.call import Field
from innokumppanuus.domain.decision import Decision, Outcome, Screening
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.parameters import UsedParameter
from innokumppanuus.domain.parties import RoleKind
from innokumppanuus.engine.explanation import reasons
from innokumppanuus.engine.overrides import bearing_on_choice
from innokumppanuus.faces.reports import facts, parameters, view
from innokumppanuus.faces.reports.differences import override_sentence
from innokumppanuus.faces.reports.pages import render
from innokumppanuus.faces.reports.reasons import sentences
from innokumppanuus.faces.reports.text import by_votes
from innokumppanuus.faces.reports.view import Row
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins


@attrs.frozen
class Letters:
    """
    The letters format.

    The public part names no evaluator and holds no answer that is not public; the other part is
    for the applicant and the officials. Neither tells anything of another applicant.
    """

    key: str = "letters"
    name: Label = Label(
        "Kirjeet hakijoille (HTML)", "Brev till sökandena (HTML)", "Letters to applicants (HTML)"
    )

    def write(self, decision: Decision, texts: Texts, plugins: Plugins) -> Mapping[str, bytes]:
        """Return `letters/<id>-public.html`, `-nonpublic.html` or `-supplement.html`."""
        return dict(_letters(decision, texts, plugins))


def _letters(decision: Decision, texts: Texts, plugins: Plugins) -> Iterator[tuple[str, bytes]]:
    stems = view.file_names(one.id for one in decision.applications)
    screenings = {one.application: one for one in decision.screenings}
    for row in view.rows(decision):
        screening = screenings[row.id]
        shared = _shared(decision, row, texts)
        stem = f"letters/{stems[row.id]}"
        if row.outcome is Outcome.TO_SUPPLEMENT:
            asked = _asked(decision, screening, texts)
            yield f"{stem}-supplement.html", _letter("supplement", texts, shared, asked=asked)
            continue
        public = _public(decision, row, screening, texts, plugins)
        yield f"{stem}-public.html", _letter("public", texts, shared, **public)
        other = _other(decision, row, screening, texts)
        yield f"{stem}-nonpublic.html", _letter("nonpublic", texts, shared, **other)


def _letter(kind: str, texts: Texts, shared: Mapping[str, object], **more: object) -> bytes:
    return render(f"letter/{kind}.html.j2", texts, kind=kind, **shared, **more)


def _shared(decision: Decision, row: Row, texts: Texts) -> dict[str, object]:
    call = decision.call
    senders = [
        texts.show(role.party.name)
        for kind in (RoleKind.GRANTOR, RoleKind.ORGANISER)
        for role in call.roles
        if role.kind is kind and role.party is not None
    ]
    return {
        "call": call,
        "row": row,
        "ruleset_hash": decision.ruleset_hash,
        "is_fictional": view.is_fictional(decision),
        "is_provisional": decision.is_provisional,
        "senders": tuple(dict.fromkeys(senders)),
    }


def _public(
    decision: Decision, row: Row, screening: Screening, texts: Texts, plugins: Plugins
) -> dict[str, object]:
    call, codes = decision.call, view.evaluator_codes(decision)
    said = sentences(reasons(decision, row.id, plugins), call, texts, codes=codes, public=True)
    names = view.item_names(call)
    weights = decision.weights
    tops = {item.id: call.scale_of(item).top for item in call.scored()}
    scores = row.assessment.items if row.assessment and row.ranked else ()
    evaluators = {name for item in scores for name in item.by_evaluator}
    return {
        "reasons": said,
        "granted_by": _dated(row.grant.parameters if row.grant else (), decision, texts),
        "scores": [
            (
                names[one.item],
                view.share(weights[one.item], texts),
                one.score,
                tops[one.item],
            )
            for one in scores
        ],
        "evaluators": len(evaluators),
        "points": row.points if scores else None,
        "least_points": view.least_points(call),
        "policy": (
            *(facts.assessment_facts(call.assessment, texts) if call.assessment else ()),
            *by_votes(decision, texts),
        ),
        "stated": [
            parameters.stated_sentence(one, texts) for one in bearing_on_choice(decision.stated)
        ],
        "changed": [override_sentence(one, texts) for one in bearing_on_choice(decision.overrides)],
        "findings": [
            (
                names.get(one.rule, one.rule),
                view.verdict_key(one),
                _dated(one.parameters, decision, texts),
            )
            for one in screening.findings
        ],
    }


def _dated(used: Iterable[UsedParameter], decision: Decision, texts: Texts) -> tuple[str, ...]:
    """Return the dated values that were used, but for those whose day is not public."""
    return tuple(
        parameters.said(one, texts) for one in used if parameters.is_public(decision.call, one)
    )


def _other(decision: Decision, row: Row, screening: Screening, texts: Texts) -> dict[str, object]:
    call, codes = decision.call, view.evaluator_codes(decision)
    names = {column: name for item in call.criteria for column, name in item.columns()}
    names.update({factor.id: factor.name for factor in call.factors})
    items = row.assessment.items if row.assessment else ()
    counted = {name for item in items for name in item.by_evaluator}
    marks = [
        (codes[sheet.evaluator], names[mark.item], mark)
        for sheet in decision.sheets
        if sheet.evaluator in counted
        for mark in sheet.marks
        if mark.application == row.id and mark.item in names
    ]
    answers = [
        (
            texts.show(field.name),
            view.shown(call, field.id, row.application.answers[field.id], texts),
        )
        for field in call.form
        if not field.is_public and field.id in row.application.answers
    ]
    return {"marks": marks, "answers": answers}


def _asked(decision: Decision, screening: Screening, texts: Texts) -> list[dict[str, object]]:
    """Return each field to ask for, with its hint and the conditions that wait for it."""
    call = decision.call
    names = view.item_names(call)
    return [
        {
            "name": view.title(call, name, texts),
            "help": _help(call.field(name), texts),
            "rules": [
                texts.show(names[finding.rule])
                for finding in (*screening.findings, *screening.noted)
                if name in finding.missing and finding.rule in names
            ],
        }
        for name in screening.to_supplement()
    ]


def _help(field: Field | None, texts: Texts) -> str:
    return texts.show(field.help) if field is not None and field.help is not None else ""
