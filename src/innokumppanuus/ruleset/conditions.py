"""
The expressions of a rule set, checked where they stand in the file.

What is broken elsewhere is not told again here: a field of broken type takes any type that fits.
"""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import product

import attrs

from innokumppanuus.domain.call import FieldType
from innokumppanuus.errors import ExpressionProblems, Place, Problem
from innokumppanuus.plugin.interfaces import Function
from innokumppanuus.ruleset.checked import Checked, Found, fields_by_id, repeated_ids, type_of
from innokumppanuus.ruleset.checks import CHOICES, STANDARD_TYPES
from innokumppanuus.ruleset.document import Node, Scalar
from innokumppanuus.ruleset.drafts import BROKEN, Draft
from innokumppanuus.ruleset.expressions import Environment, Expression, Type, compile
from innokumppanuus.ruleset.model import CALL_TYPES, FIELD_TYPES
from innokumppanuus.ruleset.parameter_checks import parameter_types, unsure_parameters
from innokumppanuus.ruleset.parameters import PREFIX
from innokumppanuus.ruleset.places import place_in
from innokumppanuus.ruleset.tables.checking import CheckedTables, check_tables
from innokumppanuus.ruleset.tables.compiling import CompiledTable

WHEN, UNLESS = "when", "unless"
_CONFUSING = ("call", "has", "and", "or", "not")
_MOST_OPEN_TYPES = 2
_UNKNOWN_NAME = "expression-variable"
_ALIKE = 0.8


def conditions(call: Draft) -> Iterator[Draft]:
    """Yield every `when` and `unless` that could be read as text, in the order of the file."""
    for one in (*call.each("eligibility"), *call.each("factors")):
        for key, part in one.parts.items():
            if key in (WHEN, UNLESS) and part.value and isinstance(part.value, str):
                yield part


def check_conditions(checked: Checked) -> Found:
    """
    Yield what is wrong in the expressions, and in field ids that expressions cannot use.

    A name that is not there is told once, where it is first used.
    """
    form = checked.call.each("form")
    fields = fields_by_id(form)
    reserved = [name for name in fields if _is_reserved(name)]
    for name in reserved:
        yield checked.problem("id-reserved", fields[name].parts["id"], got=name)
    if checked.call.at("form") is None or checked.is_lost("form"):
        return
    repeated = repeated_ids(form)
    known = _Known(
        fields=fields,
        unsure={name for name, one in fields.items() if name in repeated or _is_unsure(one)},
        lost=len(form) - len(fields) + len(reserved),
        functions=checked.plugins.functions(),
        parameters=parameter_types(checked),
    )
    known.unsure.update(unsure_parameters(checked))
    tables = check_tables(checked, known.environment({}), known.unsure)
    yield from tables.problems
    known = attrs.evolve(known, unsure={*known.unsure, *tables.unsure}, tables=tables)
    told: set[object] = set()
    wrong: set[str] = set()
    for when in conditions(checked.call):
        for problem in _problems(checked, when, known):
            wrong.add(when.path)
            unknown = problem.values["got"] if _is_unknown_name(problem) else None
            if checked.is_lost("parameters") and str(unknown).startswith(PREFIX):
                continue
            if unknown is None or unknown not in told:
                yield problem
            told.add(unknown)
    if not wrong and not known.unsure:
        yield from _too_much_together(checked, known)


@attrs.frozen(kw_only=True)
class Compiled:
    """
    The expressions of a rule set by the id of their rule or factor.

    Attributes:
        tables: The decision tables that they name, in their order.
        rules: What decides: `when`, or `when` and `unless` as one.
        regular: The `when` alone of rules that have an `unless` too.
        exceptions: The `unless`.
    """

    tables: tuple[CompiledTable, ...]
    rules: Mapping[str, Expression]
    regular: Mapping[str, Expression]
    exceptions: Mapping[str, Expression]


def compiled(checked: Checked) -> Compiled:
    """Return the expressions of a sound call."""
    call = checked.call
    fields = fields_by_id(call.each("form"))
    functions, parameters = checked.plugins.functions(), parameter_types(checked)
    environment = _environment(fields, {}, functions, parameters)
    tables = check_tables(checked, environment)
    environment = tables.added_to(environment)
    texts: dict[str, dict[str, str]] = {"rules": {}, "regular": {}, "exceptions": {}}
    for one in (*call.each("eligibility"), *call.each("factors")):
        name = str(one.known(str, "id"))
        when, unless = (one.known(str, key) or "" for key in (WHEN, UNLESS))
        if when:
            texts["rules"][name] = together(when, unless) if unless else when
        if unless:
            texts["exceptions"][name] = unless
        if when and unless:
            texts["regular"][name] = when
    return Compiled(
        tables=tables.compiled,
        **{
            group: {name: compile(text, environment, Type.BOOL) for name, text in held.items()}
            for group, held in texts.items()
        },
    )


def together(when: str, unless: str) -> str:
    """Return the expression that is true when the condition or its exception is."""
    return f"({when}\n) || ({unless}\n)"  # a comment may end either, so the bracket is below it


@attrs.frozen(kw_only=True)
class _Known:
    """
    What is known of the form.

    Attributes:
        fields: By id.
        unsure: Ids of the fields whose type has had a problem told.
        lost: How many fields have an id that cannot be used.
        functions: Of plugins.
        parameters: Types of the dated values, by their name in expressions.
        tables: The decision tables.
    """

    fields: Mapping[str, Draft]
    unsure: set[str]
    lost: int
    functions: Mapping[str, Function]
    parameters: Mapping[str, Type]
    tables: CheckedTables = CheckedTables()

    def environment(self, guesses: Mapping[str, Type]) -> Environment:
        """Return what expressions may name, with the types that *guesses* gives the unsure."""
        base = _environment(self.fields, guesses, self.functions, self.parameters)
        return self.tables.added_to(base)


def _too_much_together(checked: Checked, known: _Known) -> Found:
    """Yield the exceptions that make a rule longer than an expression may be."""
    for rule in checked.call.each("eligibility"):
        when, unless, at = rule.known(str, WHEN), rule.known(str, UNLESS), rule.at(UNLESS)
        if when and unless and at is not None:
            for problem in _complaints(together(when, unless), known.environment({})):
                yield checked.problem(problem.key, at, **problem.values)


def _problems(checked: Checked, when: Draft, known: _Known) -> Found:
    """
    Yield the problems that the expression has whatever the broken types would have been.

    An unknown name that is not much like a known one may be a field whose id is broken or given
    twice; as many of them as there are such fields are not told.
    """
    text, node = str(when.value), when.node
    open_names = sorted(name for name in known.unsure if name in text)
    if len(open_names) > _MOST_OPEN_TYPES:
        return
    found: list[Problem] | None = None
    for kinds in product(Type, repeat=len(open_names)):
        guesses = dict(zip(open_names, kinds, strict=True))
        told = _complaints(text, known.environment(guesses))
        found = told if found is None else [one for one in found if one in told]
    strange = {str(one.values["got"]) for one in found or () if _is_strange(one)}
    quiet = sorted(strange)[: known.lost]
    for problem in found or ():
        if not (_is_strange(problem) and problem.values["got"] in quiet):
            yield attrs.evolve(problem, place=_place(checked, node, problem), path=when.path)


def _place(checked: Checked, node: Node, problem: Problem) -> Place:
    place = problem.place
    assert isinstance(node, Scalar)
    return place_in(checked.document, node, place.line or 1, place.column or 1)


def _is_unknown_name(problem: Problem) -> bool:
    return problem.key in (_UNKNOWN_NAME, f"{_UNKNOWN_NAME}-none")


def _is_strange(problem: Problem) -> bool:
    """Return whether it is an unknown name that is hardly a misspelt known one."""
    if not _is_unknown_name(problem):
        return False
    got, meant = str(problem.values["got"]), str(problem.values.get("meant", ""))
    return SequenceMatcher(None, got, meant).ratio() < _ALIKE


def _is_unsure(field: Draft) -> bool:
    """Return whether the type is broken, or does not go with the rest of the field."""
    kind, name = type_of(field), field.known(str, "id")
    if kind is None or kind not in STANDARD_TYPES.get(name or "", (kind,)):
        return True
    options = field.at("options")
    has_options = options is not None and (options.is_broken or bool(options.items))
    return has_options != (kind in CHOICES)


def _is_reserved(name: str) -> bool:
    """Return whether expressions would not read the name as that of a field, or people not."""
    try:
        read = compile(name, Environment(variables={name: Type.BOOL}))
    except ExpressionProblems:
        return True
    return name in _CONFUSING or read.uses != (name,)


def _complaints(text: str, environment: Environment) -> list[Problem]:
    try:
        compile(text, environment, Type.BOOL)
    except ExpressionProblems as problems:
        return list(problems.problems)
    return []


def _environment(
    fields: Mapping[str, Draft],
    guesses: Mapping[str, Type],
    functions: Mapping[str, Function],
    parameters: Mapping[str, Type],
) -> Environment:
    variables: dict[str, Type] = {**CALL_TYPES, **parameters}
    variables.update((name, guesses[name]) for name in guesses if name not in fields)
    options: dict[str, tuple[str, ...]] = {}
    for name, field in fields.items():
        kind = type_of(field)
        variables[name] = guesses.get(name, FIELD_TYPES[kind or FieldType.TEXT])
        offered = () if name in guesses else _options(field, kind)
        if offered:
            options[name] = offered
    return Environment(variables=variables, functions=functions, options=options)


def _options(field: Draft, kind: FieldType | None) -> tuple[str, ...]:
    """Return what a choice may hold; nothing when that is not known for sure."""
    options = field.at("options")
    if kind not in CHOICES or options is None or options.value is BROKEN:
        return ()
    return tuple(str(option.known(str, "id")) for option in options.items)
