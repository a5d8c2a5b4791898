"""The screening of a rule set as one query: masks of failed and unknown rules, and the verdict."""

from collections.abc import Callable, Iterable, Mapping

import attrs
from sqlglot import exp

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import AMOUNT_FIELD, ID_FIELD
from innokumppanuus.domain.criteria import FactorKind
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.plugin.manager import pick
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.expressions import Expression
from innokumppanuus.ruleset.expressions.nodes import Node
from innokumppanuus.ruleset.model import FIELD_TYPES
from innokumppanuus_columns.calling import Calls
from innokumppanuus_columns.domain import MOST_RULES, Column, Dialect, NotColumnar
from innokumppanuus_columns.lowering import answers, steps
from innokumppanuus_columns.plugin_rules import read_by
from innokumppanuus_columns.translation import Translation
from innokumppanuus_columns.trees import Tree

RESULTS = ("application", "failed", "unknown", "verdict")


@attrs.frozen(kw_only=True)
class Plan:
    """
    What a rule set asks of every row.

    Attributes:
        ruleset: The rule set.
        rules: Ids of the rules and gates that bar; bit i of the masks is the i-th.
        barring: The expressions among them, by id.
        by_plugin: Ids of those that a plugin computes.
        exceptions: The `unless` of those that a plugin computes, by id.
        required: Fields that must have an answer.
        scored: Expressions of factors that score themselves; what they lack must be answered.
        fixed: Values that are the same in every row; None is missing.
        steps: Dated values and tables that depend on each application, as nodes over its answers.
    """

    ruleset: RuleSet
    rules: tuple[str, ...]
    barring: Mapping[str, Expression]
    by_plugin: tuple[str, ...]
    exceptions: Mapping[str, Expression]
    required: tuple[str, ...]
    scored: Mapping[str, Expression]
    fixed: Mapping[str, object]
    steps: Mapping[str, Node]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that something depends on, in the order of the form; all for a plugin."""
        expressions = (*self.barring.values(), *self.scored.values())
        named = {*self.required, *(name for one in expressions for name in one.uses)}
        used = answers(self.steps, named)
        is_all = bool(self.by_plugin)
        return tuple(f.id for f in self.ruleset.call.form if is_all or f.id in used)

    def looked_at(self, factor: str) -> tuple[str, ...]:
        """Return the fields that a self-scoring factor is made of, in the order of the form."""
        used = answers(self.steps, self.scored[factor].uses)
        return tuple(field.id for field in self.ruleset.call.form if field.id in used)


def plan(ruleset: RuleSet) -> Plan:
    """
    Return what *ruleset* asks of every row; the same as `engine.eligibility.screen`.

    Raises:
        NotColumnar: When there are more rules than the masks have bits.
    """
    call = ruleset.call
    gates = [one.id for one in call.factors if one.kind is FactorKind.GATE]
    rules = (*(rule.id for rule in call.eligibility), *gates)
    if len(rules) > MOST_RULES:
        raise NotColumnar("columns.cannot.many_rules", count=len(rules), limit=MOST_RULES)
    by_plugin = tuple(rule.id for rule in call.eligibility if not rule.when)
    barring = {one: ruleset.rules[one] for one in rules if one not in by_plugin}
    scored = {
        one.id: ruleset.rules[one.id]
        for one in call.factors
        if one.kind is FactorKind.SCORED and one.when
    }
    required = {field.id for field in call.form if field.required}
    if call.budget.total.is_known and call.field(AMOUNT_FIELD) is not None:
        required.add(AMOUNT_FIELD)
    exceptions = {one: ruleset.exceptions[one] for one in by_plugin if one in ruleset.exceptions}
    asked = (*barring.values(), *exceptions.values(), *scored.values())
    names = {name for one in asked for name in one.uses}
    reckoned = steps(ruleset, names)
    return Plan(
        ruleset=ruleset,
        rules=rules,
        barring=barring,
        by_plugin=by_plugin,
        exceptions=exceptions,
        required=tuple(field.id for field in call.form if field.id in required),
        scored=scored,
        fixed=_fixed(ruleset, answers(reckoned, names)),
        steps=reckoned,
    )


def columns(ruleset: RuleSet, fields: Iterable[str]) -> dict[str, Column]:
    """Return the column of each field; it has the name of the field."""
    chosen = set(fields)
    return {
        field.id: Column(name=field.id, type=FIELD_TYPES[field.type], currency=field.currency)
        for field in ruleset.call.form
        if field.id in chosen
    }


def refusals(asked: Plan, calls: Calls) -> dict[str, NotColumnar]:
    """Return why a rule, gate or self-scoring factor cannot be columns, by its id; most can."""
    typed = columns(asked.ruleset, asked.fields)
    translation = Translation(Dialect.DUCKDB, typed, asked.fixed, asked.steps, calls)
    why: dict[str, NotColumnar] = {}
    for id in (*asked.rules, *asked.scored):
        try:
            if id in asked.scored:
                _said(translation, id, asked.scored[id])
            else:
                _told(translation, asked, id)
        except NotColumnar as error:
            why[id] = error
    return why


def query(asked: Plan, dialect: Dialect, source: str, calls: Calls | None = None) -> str:
    """
    Return the SELECT of id, both masks and the verdict from the typed table *source*.

    Args:
        asked: What the rule set asks.
        dialect: Whose SQL.
        source: Name of the table.
        calls: Notes the functions of plugins that the query calls back; without it there are none.

    Raises:
        NotColumnar: When a rule cannot be said in SQL; the values name it.
    """
    typed = columns(asked.ruleset, asked.fields)
    translation = Translation(dialect, typed, asked.fixed, asked.steps, calls)
    results = {
        f"rule_{place}": _told(translation, asked, rule) for place, rule in enumerate(asked.rules)
    }
    results["unanswered"] = _unanswered(asked, translation)
    inner = translation.select(source, results, ID_FIELD)
    failed = _mask(len(asked.rules), lambda rule: exp.not_(rule, copy=False))
    unknown = _mask(len(asked.rules), lambda rule: rule.is_(exp.null()))
    masked = exp.select(
        exp.alias_(exp.column(ID_FIELD, quoted=True), "application", quoted=True),
        exp.alias_(failed, "failed", quoted=True),
        exp.alias_(unknown, "unknown", quoted=True),
        exp.column("unanswered", quoted=True),
    ).from_(inner.subquery("asked"))
    verdict = exp.Case(
        ifs=[
            exp.If(this=exp.column("failed").neq(0), true=_word(Verdict.NOT_MET)),
            exp.If(
                this=exp.or_(exp.column("unknown").neq(0), exp.column("unanswered")),
                true=_word(Verdict.CANNOT_TELL),
            ),
        ],
        default=_word(Verdict.MET),
    )
    kept = [exp.column(name, quoted=True) for name in RESULTS[:3]]
    whole = exp.select(*kept, exp.alias_(verdict, "verdict", quoted=True))
    return whole.from_(masked.subquery("masked")).sql(dialect=dialect)


def tally(translation: Translation, source: str, rules: Mapping[str, Tree]) -> str:
    """Return the SELECT of, per rule, how many rows it can tell of and how many it is met by."""
    counted = [
        exp.alias_(exp.func(how, exp.column(name, quoted=True)), f"{how}_{name}".lower())
        for name in rules
        for how in ("COUNT", "COUNT_IF")
    ]
    inner = translation.select(source, rules).subquery("told")
    return exp.select(*counted).from_(inner).sql(dialect=translation.dialect)


def _fixed(ruleset: RuleSet, names: Iterable[str]) -> dict[str, object]:
    """Return what is the same for all applications: values of the call, and those of its days."""
    form = {field.id for field in ruleset.call.form}
    common = ruleset.values(Application(id="-", answers={}))
    return {name: common.get(name) for name in sorted({*names} - form)}


def _said(translation: Translation, rule: str, expression: Expression) -> Tree:
    try:
        return translation.add(expression.node)
    except NotColumnar as error:
        raise NotColumnar(error.key, **{**error.values, "rule": rule}) from error


def _told(translation: Translation, asked: Plan, rule: str) -> Tree:
    """Return what a rule says; one of a plugin is met, too, when its exception is."""
    if rule in asked.barring:
        return _said(translation, rule, asked.barring[rule])
    calls, call = translation.calls, asked.ruleset.call
    if calls is None:
        raise NotColumnar("columns.cannot.plugin_rule", rule=rule)
    (one,) = (each for each in call.eligibility if each.id == rule)
    read = read_by(one, call, pick("rule", one.rule, calls.rules))
    called = calls.rule(one, asked.ruleset, columns(asked.ruleset, read))
    told = called.tree(exp.column(name, quoted=True) for name in read)
    if rule not in asked.exceptions:
        return told
    return exp.or_(told, _said(translation, rule, asked.exceptions[rule]))


def _unanswered(asked: Plan, translation: Translation) -> Tree:
    """
    Return whether an answer is lacking: a required one, or one that a self-scoring factor lacks.

    A factor that cannot be computed although its answers are there lacks none of them.
    """
    lacking: list[Tree] = [exp.column(name, quoted=True).is_(exp.null()) for name in asked.required]
    for id, expression in asked.scored.items():
        value = exp.paren(_said(translation, id, expression))
        used = [exp.column(name, quoted=True) for name in asked.looked_at(id)]
        if used:
            missing = exp.or_(*(one.is_(exp.null()) for one in used))
            lacking.append(exp.and_(value.is_(exp.null()), exp.paren(missing)))
    return exp.or_(*lacking) if lacking else exp.false()


def _mask(count: int, holds: Callable[[Tree], Tree]) -> Tree:
    mask: Tree = exp.cast(exp.Literal.number(0), "BIGINT")
    for place in range(count):
        rule = holds(exp.column(f"rule_{place}", quoted=True))
        bit, none = (exp.cast(exp.Literal.number(one), "BIGINT") for one in (1 << place, 0))
        case = exp.Case(ifs=[exp.If(this=rule, true=bit)], default=none)
        mask = exp.Add(this=mask, expression=case) if place else case
    return mask


def _word(verdict: Verdict) -> Tree:
    return exp.Literal.string(verdict.value)
