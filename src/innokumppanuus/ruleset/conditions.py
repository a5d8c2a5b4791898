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
from innokumppanuus.ruleset.places import place_in

_CONFUSING = ("call", "has", "and", "or", "not")
_MOST_OPEN_TYPES = 2
_UNKNOWN_NAME = "expression-variable"
_ALIKE = 0.8


def conditions(call: Draft) -> Iterator[Draft]:
    """Yield every `when` that could be read as text, in the order of the file."""
    for one in (*call.each("eligibility"), *call.each("factors")):
        when = one.at("when")
        if when is not None and when.value and isinstance(when.value, str):
            yield when


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
    )
    told: set[object] = set()
    for when in conditions(checked.call):
        for problem in _problems(checked, when, known):
            unknown = problem.values["got"] if _is_unknown_name(problem) else None
            if unknown is None or unknown not in told:
                yield problem
            told.add(unknown)


def compiled(call: Draft, functions: Mapping[str, Function]) -> dict[str, Expression]:
    """Return the expressions of a sound call by the id of their rule or factor."""
    fields = fields_by_id(call.each("form"))
    environment = _environment(fields, {}, functions)
    return {
        str(one.known(str, "id")): compile(str(when.value), environment, Type.BOOL)
        for one in (*call.each("eligibility"), *call.each("factors"))
        if (when := one.at("when")) is not None and when.value
    }


@attrs.frozen(kw_only=True)
class _Known:
    """
    What is known of the form.

    Attributes:
        fields: By id.
        unsure: Ids of the fields whose type has had a problem told.
        lost: How many fields have an id that cannot be used.
        functions: Of plugins.
    """

    fields: Mapping[str, Draft]
    unsure: set[str]
    lost: int
    functions: Mapping[str, Function]


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
        told = _complaints(text, _environment(known.fields, guesses, known.functions))
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
    fields: Mapping[str, Draft], guesses: Mapping[str, Type], functions: Mapping[str, Function]
) -> Environment:
    variables: dict[str, Type] = dict(CALL_TYPES)
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
