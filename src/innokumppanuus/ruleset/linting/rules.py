"""Rules that bar nobody or everybody, parts that change nothing, rules that exclude each other."""

from collections.abc import Sequence
from itertools import combinations, permutations

from innokumppanuus.domain.criteria import FactorKind
from innokumppanuus.domain.labels import Label
from innokumppanuus.ruleset.expressions import Expression
from innokumppanuus.ruleset.expressions.evaluation import Program
from innokumppanuus.ruleset.expressions.nodes import Junction
from innokumppanuus.ruleset.linting.desk import Desk, Found
from innokumppanuus.ruleset.linting.possible import Point, points


def outcomes(desk: Desk) -> Found:
    """Every rule can be met and not met."""
    for path, name, rule in _rules(desk):
        tried = points(desk.ruleset, [rule])
        found = {_truth(rule.evaluate(point)) for point in tried}
        if found == {None}:
            yield desk.finding("rule-never-decided", path, rule=name)
        elif found and True not in found:
            yield desk.finding("rule-never-met", path, rule=name)
        elif found and False not in found and rule.uses:
            yield desk.finding("rule-always-met", path, rule=name)
        elif found:
            yield from _parts(desk, path, name, rule, tried)


def contradictions(desk: Desk) -> Found:
    """Every two rules can be met together."""
    barring = list(_rules(desk, gates_only=True))
    for (path, name, rule), (_, other_name, other) in combinations(barring, 2):
        if not set(rule.uses) & set(other.uses):
            continue
        tried = points(desk.ruleset, [rule, other])
        truths = [(rule.evaluate(point), other.evaluate(point)) for point in tried]
        each = [any(one is True for one in column) for column in zip(*truths, strict=True)]
        if each == [True, True] and (True, True) not in truths:
            yield desk.finding("rules-contradict", path, rule=name, other=other_name)


def implied(desk: Desk) -> Found:
    """Every rule bars somebody whom another rule lets through; of two equals the later is told."""
    barring = list(_rules(desk, gates_only=True))
    pairs = sorted(permutations(range(len(barring)), 2), key=lambda one: one[0] < one[1])
    told: set[int] = set()
    for place, beside in pairs:
        (path, name, rule), (_, other_name, other) = barring[place], barring[beside]
        if {place, beside} & told or not set(rule.uses) & set(other.uses):
            continue
        tried = points(desk.ruleset, [rule, other])
        truths = [(rule.evaluate(point), other.evaluate(point)) for point in tried]
        passed = [one for one, of_other in truths if of_other is True]
        bars = any(one is False for one, _ in truths)
        if bars and passed and all(one is True for one in passed):
            told.add(place)
            yield desk.finding("rule-implied", path, rule=name, other=other_name)


def among_applications(desk: Desk) -> Found:
    """Of the applications, some meet each rule and some do not."""
    values = [desk.ruleset.values(one) for one in desk.applications]
    for path, name, rule in _rules(desk):
        found = [rule.evaluate(one) for one in values]
        count = len(found)
        if count and all(one is False for one in found):
            yield desk.finding("nobody-meets-rule", path, rule=name, count=count)
        elif count and all(one is True for one in found):
            yield desk.finding("everybody-meets-rule", path, rule=name, count=count)


def _rules(desk: Desk, *, gates_only: bool = False) -> list[tuple[str, Label, Expression]]:
    call = desk.call
    found = [(f"eligibility[{one.id}].when", one.id, one.name) for one in call.eligibility]
    found += [
        (f"factors[{one.id}].when", one.id, one.name)
        for one in call.factors
        if one.kind is FactorKind.GATE or not gates_only
    ]
    rules = desk.ruleset.rules
    return [(path, name, rules[key]) for path, key, name in found if key in rules]


def _parts(desk: Desk, path: str, name: Label, rule: Expression, tried: Sequence[Point]) -> Found:
    """Yield the parts of `a && b` without which the rule would be the same."""
    node = rule.node
    if not isinstance(node, Junction) or node.deciding:
        return
    truths = [[_truth(part.run(point)) for part in rule.program.parts] for point in tried]
    kept: list[int] = list(range(len(rule.program.parts)))
    for index in reversed(range(len(rule.program.parts))):
        others = [one for one in kept if one != index]
        if all(_and(row, kept) == _and(row, others) for row in truths):
            kept = others
            part = _text(rule, rule.program.parts[index])
            yield desk.finding("term-without-effect", path, rule=name, part=part)


def _and(row: Sequence[bool | None], kept: Sequence[int]) -> bool | None:
    found = [row[index] for index in kept]
    if False in found:
        return False
    return None if None in found else True


def _truth(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _text(rule: Expression, part: Program) -> str:
    return rule.text[part.node.start : part.node.end]
