"""Where rules turn: comparisons, named options, rows of tables, and rules of plugins. No cases."""

from collections.abc import Callable, Iterable, Iterator, Mapping

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import EligibilityRule, Field, FieldType
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.engine.eligibility import ask_plugin
from innokumppanuus.errors import InvalidValue
from innokumppanuus.plugin.interfaces import ReadsFields, Rule
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.expressions import Expression
from innokumppanuus.ruleset.expressions.comparisons import (
    EQUALITIES,
    ORDERINGS,
    comparisons,
    constants,
    is_given,
    walk,
)
from innokumppanuus.ruleset.expressions.evaluation import Program, program
from innokumppanuus.ruleset.expressions.nodes import (
    Apply,
    Choice,
    IsGiven,
    Items,
    Node,
    Variable,
    used,
)
from innokumppanuus.ruleset.expressions.value_types import Type
from innokumppanuus.ruleset.settings import refused
from innokumppanuus.ruleset.tables.compiling import CompiledTable

_NOT = "!"
_WORDS = (FieldType.TEXT, FieldType.CHOICE, FieldType.CHOICES)


@attrs.frozen(kw_only=True)
class Turn:
    """
    Something in a rule that an answer turns.

    Attributes:
        rule: The rule or factor.
        text: What turns, as the rule set has it.
        fields: Fields that it looks at, in the order of the form.
        truth: What it gives for an application: true, false, or neither when it cannot tell.
        where: Whether it counts for an application; a cell counts where the rest of its row holds.
        program: What it is, unless a plugin's.
        words: Words that it names, to be tried as answers.
    """

    rule: str
    text: str
    fields: tuple[Field, ...]
    truth: Callable[[Application], object]
    where: tuple[Program, ...] = ()
    program: Program | None = None
    words: tuple[str, ...] = ()

    def asks_for(self, field: Field) -> bool:
        """Return whether it turns with there being an answer at all."""
        return self.program is not None and is_given(self.program.node, field.id)


def turns(ruleset: RuleSet, rules: Mapping[str, Rule]) -> tuple[Turn, ...]:
    """
    Return everything that turns, rule by rule in the order of the rule set.

    Args:
        ruleset: Its rules, and the tables beneath them.
        rules: Those that plugins offer; of these, only ones that say which fields they read.
    """
    found: list[Turn] = []
    for rule in ruleset.rules:
        found += _of_expression(ruleset, rule, ruleset.rules[rule])
    for one in ruleset.call.eligibility:
        if one.when:
            continue
        found += _of_plugin(ruleset, one, rules.get(one.rule))
        if one.id in ruleset.exceptions:
            found += _of_expression(ruleset, one.id, ruleset.exceptions[one.id])
    return tuple(found)


def not_known(ruleset: RuleSet, rules: Mapping[str, Rule]) -> tuple[str, ...]:
    """Return the rules of plugins whose boundaries nobody knows: they do not say what they read."""
    return tuple(
        one.id
        for one in ruleset.call.eligibility
        if not one.when and not isinstance(rules.get(one.rule), ReadsFields)
    )


def _of_expression(ruleset: RuleSet, rule: str, expression: Expression) -> Iterator[Turn]:
    for one, fields in _in_order(ruleset, expression.program):
        text = expression.text[one.node.start : one.node.end]
        yield _turn(ruleset, rule, text, one, fields)
        yield from _named(ruleset, rule, one, fields)
    for table in _beneath(ruleset, expression.uses):
        yield from _of_table(ruleset, rule, table)


def _in_order(ruleset: RuleSet, whole: Program) -> Iterator[tuple[Program, tuple[Field, ...]]]:
    """Yield comparisons and bare conditions with the fields they look at, in their order."""
    found: dict[tuple[int, int], tuple[Program, list[Field]]] = {}
    bare = tuple(_bare(whole))
    for field in ruleset.call.form:
        mine = (one for one in bare if field.id in used(one.node))
        for one in (*comparisons(whole, field.id), *mine):
            place = one.node.start, one.node.end
            found.setdefault(place, (one, []))[1].append(field)
    for _, (one, fields) in sorted(found.items(), key=lambda item: item[0]):
        yield one, tuple(fields)


def _bare(whole: Program) -> Iterator[Program]:
    """Yield the conditions that are no comparisons: a yes, `has(x)`, a function of an answer."""
    node = whole.node
    if isinstance(node, Apply) and node.operation.name in (*ORDERINGS, *EQUALITIES):
        for one in walk(whole):
            if isinstance(one.node, Choice):
                yield from _bare(one.parts[0])
        return
    is_plain = isinstance(node, Apply) and node.operation.name != _NOT
    if node.type is Type.BOOL and (isinstance(node, Variable | IsGiven) or is_plain):
        yield whole
        return
    for part in whole.parts:
        yield from _bare(part)


def _turn(
    ruleset: RuleSet,
    rule: str,
    text: str,
    one: Program,
    fields: Iterable[Field],
    where: tuple[Program, ...] = (),
) -> Turn:
    texts = (value.value for value in constants(one.node))
    return Turn(
        rule=rule,
        text=text,
        fields=tuple(fields),
        truth=lambda application: one.run(ruleset.values(application)),
        where=where,
        program=one,
        words=tuple(dict.fromkeys(text for text in texts if isinstance(text, str))),
    )


def _named(ruleset: RuleSet, rule: str, one: Program, fields: tuple[Field, ...]) -> Iterator[Turn]:
    """Yield a turn for each of the words that an answer is looked for among."""
    node = one.node
    if not isinstance(node, Apply) or len(node.arguments) != 2:
        return
    value, among = node.arguments
    listed = tuple(constants(among)) if isinstance(among, Items) else ()
    if not isinstance(value, Variable) or len(listed) < 2:
        return
    for field in fields:
        for word in dict.fromkeys(str(each.value) for each in listed):
            if field.id == value.name and field.type in _WORDS:
                yield Turn(
                    rule=rule,
                    text=f'{field.id} == "{word}"',
                    fields=(field,),
                    truth=_is_word(field, word),
                    words=(word,),
                )


def _is_word(field: Field, word: str) -> Callable[[Application], object]:
    def truth(application: Application) -> object:
        answer = application.answers.get(field.id)
        return None if answer is None else answer == word

    return truth


def _beneath(ruleset: RuleSet, names: Iterable[str]) -> Iterator[CompiledTable]:
    """Yield the tables among *names* and those that these use, in their order."""
    wanted = {*names}
    for table in reversed(ruleset.tables):
        if table.name in wanted:
            wanted.update(table.uses)
    return (table for table in ruleset.tables if table.name in wanted)


def _of_table(ruleset: RuleSet, rule: str, table: CompiledTable) -> Iterator[Turn]:
    """Yield the turns in the cells of each row, which count where the rest of the row holds."""
    for number, row in enumerate(table.cells, start=1):
        programs = [None if cell.node is None else program(cell.node) for cell in row]
        for place, (cell, whole) in enumerate(zip(row, programs, strict=True)):
            if whole is None:
                continue
            rest = tuple(
                one for other, one in enumerate(programs) if one is not None and other != place
            )
            text = f"{table.name}[{number}] {cell.text}"
            found = tuple(_in_cell(ruleset, whole))
            for at, (one, fields) in enumerate(found, start=1):
                told = text if len(found) == 1 else f"{text} ({at})"
                yield _turn(ruleset, rule, told, one, fields, rest)


def _in_cell(ruleset: RuleSet, whole: Program) -> Iterator[tuple[Program, tuple[Field, ...]]]:
    """Yield the comparisons of a cell; their places are of no use, since all are the same."""
    for one in walk(whole):
        node: Node = one.node
        if isinstance(node, Apply) and node.operation.name in (*ORDERINGS, *EQUALITIES):
            fields = tuple(field for field in ruleset.call.form if field.id in used(node))
            if fields:
                yield one, fields


def _of_plugin(ruleset: RuleSet, named: EligibilityRule, rule: Rule | None) -> Iterator[Turn]:
    """Yield the one turn of a plugin's rule: that of its verdict."""
    if rule is None or not isinstance(rule, ReadsFields):
        return
    try:
        read = {*rule.fields(named.options)}
    except InvalidValue as error:
        raise refused(ruleset, named.id, error) from error

    def truth(application: Application) -> object:
        assert rule is not None
        found = ask_plugin(ruleset, named, rule, application, ruleset.used(application))
        return None if found.verdict is Verdict.CANNOT_TELL else found.verdict is Verdict.MET

    fields = tuple(field for field in ruleset.call.form if field.id in read)
    yield Turn(rule=named.id, text=named.rule, fields=fields, truth=truth)
