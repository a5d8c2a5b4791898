"""Every text that is used exists in all three languages, and every text that exists is used."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import attrs
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

import innokumppanuus
from innokumppanuus.domain.assessment import NeedKind
from innokumppanuus.domain.assignment import ShortOf
from innokumppanuus.domain.call import (
    Aggregate,
    Call,
    ClosingMinute,
    ConflictScope,
    MissingScores,
    Rest,
)
from innokumppanuus.domain.comparison import ChangeKind
from innokumppanuus.domain.conflicts import ConflictBasis, RulingKind
from innokumppanuus.domain.coverage import CoverageColumn, CoverageState
from innokumppanuus.domain.criteria import Representative, WeightingKind
from innokumppanuus.domain.decision import Outcome
from innokumppanuus.domain.findings import Bound, Verdict
from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.domain.panel_health import Absence, Measure, Unmeasured
from innokumppanuus.domain.parties import RoleKind, Sector
from innokumppanuus.domain.precedence import TieBy
from innokumppanuus.domain.principles import Principle, ProcurementRoute, UserRole
from innokumppanuus.domain.profile import (
    EvidenceSupport,
    ProfileMove,
    ProfileNeed,
    SubjectKind,
)
from innokumppanuus.domain.programme import Ending, PhaseKind, ProgrammeKind
from innokumppanuus.domain.rounds import Leaning
from innokumppanuus.domain.sources import Status
from innokumppanuus.faces.reports import wording
from innokumppanuus.faces.reports.programme_page import SECTIONS as PROGRAMME_SECTIONS
from innokumppanuus.faces.reports.web import SECTIONS
from innokumppanuus.problem_texts import PROBLEM_TEXTS
from innokumppanuus.ruleset.linting import KEYS, Severity

SOURCES = Path(innokumppanuus.__file__).parent
LOCALE = SOURCES / "faces" / "texts" / "locale"
SAID = re.compile(r"""\b(?:say|plural|text)\(\s*f?["']([a-z_]+(?:\.[a-z0-9_-]+)+)["'](?!\s*~)""")
QUOTED = re.compile(r"""["']([a-z_]+(?:\.[a-z0-9_-]+)+)["']""")
MADE = re.compile(r"""["']([a-z_]+\.(?:[a-z0-9_-]+\.)*)(?:\{|["']\s*~)""")
PREFIX = re.compile(r"""^_KEY = ["']([a-z_.]+)["']$""", re.M)
CHANGES = [*(one.value for one in Bound), "at_latest", "at_earliest", "one_of"]
APART = ["at_latest_apart", "at_earliest_apart"]
HEALTH_COLUMNS = [
    *("item", "measure", "value", "interval", "least", "most", "mean"),
    *("deviation", "widest", "evaluator", "lower_by", "scores", "component", "application", "raw"),
    *("corrected", "raw_rank", "corrected_rank", "way", "in_force", "chosen", "differs", "without"),
    *("moved", "entered", "dropped", "choice", "bound", "source", "verified"),
]
FAMILIES = {
    "outcome": [one.value for one in Outcome],
    "verdict": [one.value for one in Verdict],
    "letter.outcome": [one.value for one in Outcome if one is not Outcome.TO_SUPPLEMENT],
    "status": [one.value for one in Status],
    "role": [one.value for one in RoleKind],
    "sector": [one.value for one in Sector],
    "profile.kind": [one.value for one in SubjectKind],
    "profile.part": ["profile", "change", "comparison", "coverage"],
    "profile.column": [
        *("principle", "indicator", "seen", "level", "evidence", "need", "before", "after"),
        *("move", "group", "city"),
    ],
    "profile.need": [one.value for one in ProfileNeed],
    "profile.ask": [one.value for one in ProfileNeed],
    "profile.move": [one.value for one in ProfileMove],
    "profile.legend": [*(one.value for one in EvidenceSupport), "before", "agreed", "group"],
    "profile": ["entries", "changes", "comparison", "agreed_evidence", "seen.title"],
    "coverage": ["matrix"],
    "coverage.column": [one.value for one in CoverageColumn],
    "coverage.state": [CoverageState.EMPTY.value, CoverageState.NOT_STATED.value],
    "coverage.gap": [
        f"{state}.{column.value}"
        for state in (CoverageState.EMPTY.value, CoverageState.NOT_STATED.value)
        for column in CoverageColumn
    ],
    "programme_kind": [one.value for one in ProgrammeKind],
    "programme_ending": [one.value for one in Ending],
    "phase_kind": [one.value for one in PhaseKind],
    "programme": [
        *("who", "sector", "roles", "when", "phase", "phase_kind", "starts", "ends", "goes"),
        *("event", "session", "place", "methods"),
        *(f"{one}.heading" for one in PROGRAMME_SECTIONS),
    ],
    "rest": [one.value for one in Rest],
    "principle": [one.value for one in Principle],
    "user_role": [one.value for one in UserRole],
    "procurement_route": [one.value for one in ProcurementRoute],
    "fact.closing_minute": [one.value for one in ClosingMinute],
    "policy.aggregate": [one.value for one in Aggregate],
    "policy.missing_scores": [one.value for one in MissingScores],
    "policy.conflict_removes": [one.value for one in ConflictScope],
    "policy.weighting": [one.value for one in WeightingKind],
    "policy.representative": [
        *(one.value for one in Representative),
        "centre",
        "weights",
        "panel",
    ],
    "unit": ["days", "months", "years"],
    "tie_step": [one.value for one in TieBy],
    "tie_rule": ["criteria_order", "lower_cost", "lottery", "lottery_in_order", "people"],
    "diff": [one.value for one in ChangeKind],
    "diff.key": [one.name for one in attrs.fields(Call)],
    "report": [f"{one}.heading" for one in SECTIONS],
    "reason": [
        *("not_assessed", "below_threshold", "cannot_compute", "rule_not_met", "needs_answer"),
        *(f"needs_{one.value}" for one in NeedKind),
        "met_by_exception",
        *(
            "chosen",
            "tied",
            "not_chosen",
            "rank_range",
            "rank_range_region",
            "rank_fixed_region",
            "set_holds",
            "set_depends",
        ),
        *("points_short", "points_short_item", "points_short_unreachable", "limit_maximum"),
        *(
            "limit_budget",
            "limit_most",
            "limit_most_money",
            "limit_needs",
            "fits_nowhere",
            "tie_decided",
            "tied_open",
            "conflict_removed",
            "table_row",
            "table_rows",
            "limits_contradict",
            "reckoned",
            "rule_changed",
            "below_total",
            "below_total_at_most",
            "no_grant",
        ),
    ],
    "change": [*CHANGES, *(f"to.{one}" for one in (*CHANGES, *APART))],
    "expression": ["all", "any", "not", "if", *wording.WORDS.values()],
    "lint": [*KEYS, *(f"{key}.mend" for key in KEYS)],
    "cli.lint.severity": [one.value for one in Severity],
    "panel.basis": [one.value for one in ConflictBasis],
    "panel.ruling": ["open", *(one.value for one in RulingKind)],
    "panel.leaning": [one.value for one in Leaning],
    "panel.shortage": [f"{one.value}{way}" for one in ShortOf for way in ("", "_lower", "_raise")],
    "reckoned": ["last_day", "day", "moment", "sum", "number"],
    "health.measure": [one.value for one in Measure],
    "health.unmeasured": [one.value for one in Unmeasured],
    "health.absence": [one.value for one in Absence],
    "health.choice": ["holds", "changes", "open"],
    "health.agreement": ["picture", "description"],
    "health.severity": ["picture", "description"],
    "health.column": HEALTH_COLUMNS,
    "span": ["days", "hours", "minutes", "seconds"],
}
"""Texts whose key is put together from a value: every value has its text."""


def catalogue(language: str) -> Catalog:
    path = LOCALE / language / "LC_MESSAGES" / "innokumppanuus.po"
    with path.open("rb") as given:
        return read_po(given, locale=language)


CATALOGUES = {language: catalogue(language) for language in LANGUAGES}


def keys(language: str) -> set[str]:
    return {key_of(message) for message in messages(language)}


def messages(language: str) -> Iterator[Message]:
    return (message for message in CATALOGUES[language] if message.id)


def key_of(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(message: Message) -> tuple[str, ...]:
    given = message.string or ""
    return (given,) if isinstance(given, str) else tuple(given)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def files() -> Iterator[str]:
    for suffix in ("*.py", "*.j2"):
        for path in sorted(SOURCES.rglob(suffix)):
            text = path.read_text(encoding="utf-8")
            start = PREFIX.search(text)
            yield text.replace("{_KEY}", start[1]) if start else text


def needed() -> set[str]:
    said = {key for text in files() for key in SAID.findall(text)}
    return said | {f"{family}.{one}" for family, values in FAMILIES.items() for one in values}


def own(found: set[str]) -> set[str]:
    return {key for key in found if not key.startswith("problem.")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_is_said_has_a_text(language: str) -> None:
    assert own(needed()) - keys(language) == set()


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_problem_has_a_text(language: str) -> None:
    problems = {f"problem.{key}" for key in PROBLEM_TEXTS}

    assert problems - keys(language) == set()


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_no_problem_text_lacks_its_english(language: str) -> None:
    problems = {key.removeprefix("problem.") for key in keys(language) - own(keys(language))}

    assert problems - set(PROBLEM_TEXTS) == set()


def test_english_problems_have_one_home() -> None:
    assert own(keys("en")) == keys("en")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_languages_have_the_same_keys(language: str) -> None:
    assert own(keys(language)) ^ own(keys("fi")) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_fuzzy_or_empty(language: str) -> None:
    undone = {
        key_of(message)
        for message in messages(language)
        if message.fuzzy or not all(form.strip() for form in forms(message))
    }

    assert undone == set()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_placeholders_are_the_same_in_every_language(language: str) -> None:
    finnish = {key_of(one): placeholders("".join(forms(one))) for one in messages("fi")}

    different = {
        key_of(one)
        for one in messages(language)
        if placeholders("".join(forms(one))) != finnish.get(key_of(one))
    }

    assert different == set()


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_problems_use_only_values_that_the_english_uses(language: str) -> None:
    strange = {
        key_of(one)
        for one in messages(language)
        if key_of(one).startswith("problem.")
        and placeholders("".join(forms(one)))
        - placeholders(PROBLEM_TEXTS[key_of(one).removeprefix("problem.")])
    }

    assert strange == set()


def test_no_text_is_left_over() -> None:
    quoted = {key for text in files() for key in QUOTED.findall(text)}
    made = tuple({start for text in files() for start in MADE.findall(text)})

    unused = {key for key in keys("fi") - quoted - needed() if not key.startswith(made)}

    assert unused == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_shouts_or_apologises(language: str) -> None:
    wrong = re.compile(r"!|\b(sorry|valitettavasti|pahoittelemme|tyvärr|error:|virhe:|fel:)", re.I)

    found = {key_of(one) for one in messages(language) if wrong.search(" ".join(forms(one)))}

    assert found == set()
