"""
The expressions of a rule set, checked where they stand in the file.

What is broken elsewhere is not told again here: a field of broken type takes any type that fits.
"""

from collections.abc import Iterator, Mapping
from itertools import product

from innokumppanuus.domain.call import FieldType
from innokumppanuus.errors import ExpressionProblems, Problem
from innokumppanuus.plugin.interfaces import Function
from innokumppanuus.ruleset.checked import Checked, Found, type_of
from innokumppanuus.ruleset.checks import CHOICES
from innokumppanuus.ruleset.document import Scalar
from innokumppanuus.ruleset.drafts import BROKEN, Draft
from innokumppanuus.ruleset.expressions import Environment, Expression, Type, compile
from innokumppanuus.ruleset.model import CALL_TYPES, FIELD_TYPES
from innokumppanuus.ruleset.places import place_in

CALL_WORD = "call"
_MOST_OPEN_TYPES = 2
_UNKNOWN_NAME = "expression-variable-none"


def conditions(call: Draft) -> Iterator[Draft]:
    """Yield every `when` that could be read as text, in the order of the file."""
    for one in (*call.each("eligibility"), *call.each("factors")):
        when = one.at("when")
        if when is not None and when.value and isinstance(when.value, str):
            yield when


def check_conditions(checked: Checked) -> Found:
    """Yield what is wrong in the expressions, and in field ids that expressions cannot use."""
    yield from _usable_ids(checked)
    functions = checked.plugins.functions()
    fields = {field.known(str, "id"): field for field in checked.call.each("form")}
    lost = len(checked.call.each("form")) - len(set(fields) - {None})
    form = checked.call.at("form")
    for when in conditions(checked.call):
        if form is None or (form.is_broken and not form.items):
            continue
        named = {name: field for name, field in fields.items() if name is not None}
        yield from _problems(checked, when, named, functions, lost)


def compiled(call: Draft, functions: Mapping[str, Function]) -> dict[str, Expression]:
    """Return the expressions of a sound call by the id of their rule or factor."""
    fields = {str(field.known(str, "id")): field for field in call.each("form")}
    environment = _environment(fields, {}, functions)
    return {
        str(one.known(str, "id")): compile(str(when.value), environment, Type.BOOL)
        for one in (*call.each("eligibility"), *call.each("factors"))
        if (when := one.at("when")) is not None and when.value
    }


def _problems(
    checked: Checked,
    when: Draft,
    fields: Mapping[str, Draft],
    functions: Mapping[str, Function],
    lost: int,
) -> Found:
    """
    Yield the problems that the expression has whatever the broken types would have been.

    An unknown name that is like no known one may be a field whose id is broken or given twice; as
    many of them as there are such fields are not told.
    """
    text, node = str(when.value), when.node
    open_names = sorted(
        name for name, field in fields.items() if type_of(field) is None and name in text
    )
    if len(open_names) > _MOST_OPEN_TYPES:
        return
    found: list[Problem] | None = None
    for kinds in product(Type, repeat=len(open_names)):
        environment = _environment(fields, dict(zip(open_names, kinds, strict=True)), functions)
        told = _complaints(text, environment)
        found = told if found is None else [one for one in found if one in told]
    excused = {str(one.values.get("got")): one for one in found or () if one.key == _UNKNOWN_NAME}
    quiet = sorted(excused)[:lost]
    for problem in found or ():
        if problem.key == _UNKNOWN_NAME and problem.values.get("got") in quiet:
            continue
        place = checked.document.place(node)
        if isinstance(node, Scalar):
            place = place_in(
                checked.document, node, problem.place.line or 1, problem.place.column or 1
            )
        yield Problem(key=problem.key, values=problem.values, place=place, path=when.path)


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
        variables[name] = guesses.get(name, Type.STRING) if kind is None else FIELD_TYPES[kind]
        offered = _options(field, kind)
        if offered:
            options[name] = offered
    return Environment(variables=variables, functions=functions, options=options)


def _options(field: Draft, kind: FieldType | None) -> tuple[str, ...]:
    """Return what a choice may hold; nothing when that is not known for sure."""
    options = field.at("options")
    if kind not in CHOICES or options is None or options.value is BROKEN:
        return ()
    return tuple(str(option.known(str, "id")) for option in options.items)


def _usable_ids(checked: Checked) -> Found:
    for field in checked.call.each("form"):
        at, name = field.at("id"), field.known(str, "id")
        if at is None or name is None:
            continue
        alone = Environment(variables={name: Type.BOOL})
        if name == CALL_WORD or _complaints(name, alone):
            yield checked.problem("id-reserved", at, got=name)
