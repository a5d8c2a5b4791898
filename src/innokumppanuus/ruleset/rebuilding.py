"""A rule set made again of a call that was frozen, with the checks that a file goes through."""

from collections.abc import Mapping
from typing import Any, get_args, get_origin

import attrs

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.dates import Count, When
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.errors import Place, RuleSetProblems
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset.checked import Checked
from innokumppanuus.ruleset.document import Document, Scalar, Table
from innokumppanuus.ruleset.drafts import Draft
from innokumppanuus.ruleset.loading import finished, problems_of
from innokumppanuus.ruleset.model import RuleSet
from innokumppanuus.ruleset.notices import warn
from innokumppanuus.ruleset.reading import attribute_types

_LEAVES = (Label, When, Count, Money, BusinessId)


def rebuild(call: Call, name: str, plugins: Plugins) -> RuleSet:
    """
    Return the rule set of a call; *name* is the file that messages name.

    Raises:
        RuleSetProblems: When today's plugins no longer offer what it uses, or no longer let it.
    """
    root = Table(entries=(), line=0, column=0, start=0, end=0, file=name)
    document = Document(name=name, text="", root=root)
    checked = Checked(call=_drafted(Call, call, ""), document=document, plugins=plugins)
    problems = [attrs.evolve(one, place=Place(file=name)) for one in problems_of(checked)]
    if problems:
        raise RuleSetProblems(problems)
    told = (attrs.evolve(one, place=Place(file=name)) for one in warn(checked))
    return attrs.evolve(finished(checked), warnings=tuple(told))


def _drafted(kind: Any, value: Any, path: str) -> Draft:
    """Return the draft that reading a file with this value would have made."""
    parts: dict[str, Draft] = {}
    items: tuple[Draft, ...] = ()
    if isinstance(value, tuple):
        inner = (get_args(kind) or (object,))[0] if get_origin(kind) is tuple else object
        items = tuple(_drafted(inner, one, f"{path}[{i}]") for i, one in enumerate(value))
    elif isinstance(value, Mapping):
        inner = get_args(kind)[1] if get_origin(kind) is Mapping else object
        parts = {key: _drafted(inner, one, f"{path}.{key}") for key, one in value.items()}
    elif attrs.has(type(value)) and not isinstance(value, _LEAVES):
        parts = _parts(value, path)
    text = value if isinstance(value, str) else ""
    node = Scalar(text=text, style="", line=0, column=0, start=0, end=0)
    return Draft(kind=kind, node=node, path=path, value=value, parts=parts, items=items)


def _parts(noun: Any, path: str) -> dict[str, Draft]:
    """Return the attributes that a file would have given: those that are not the default."""
    types = attribute_types(type(noun))
    given = {one.name: getattr(noun, one.name) for one in attrs.fields(type(noun))}
    defaults = {one.name: _default(one) for one in attrs.fields(type(noun))}
    return {
        name: _drafted(types[name], value, f"{path}.{name}".removeprefix("."))
        for name, value in given.items()
        if value is not None and value != defaults[name]
    }


def _default(attribute: "attrs.Attribute[Any]") -> object:
    made: Any = attribute.default
    return made.factory() if hasattr(made, "factory") else made
