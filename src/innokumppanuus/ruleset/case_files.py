"""Officials' cases out of YAML beside a rule set, with located problems. It runs none of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from innokumppanuus.domain.call import Field, FieldType
from innokumppanuus.domain.cases import CaseFile, Given
from innokumppanuus.domain.dates import Precision, When
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.errors import ExpressionProblems, Problem, RuleSetProblems
from innokumppanuus.plugin.interfaces import Function
from innokumppanuus.ruleset.document import Document, Node, Scalar, Table, parse, read_text, show
from innokumppanuus.ruleset.drafts import BROKEN, Draft
from innokumppanuus.ruleset.expressions import Environment, Type, compile
from innokumppanuus.ruleset.expressions.complaints import closest
from innokumppanuus.ruleset.model import CALL_TYPES, FIELD_TYPES, RuleSet
from innokumppanuus.ruleset.parameters import PARAMETER_TYPES, PREFIX
from innokumppanuus.ruleset.reading import Reader

SUFFIXES: Final = (".tapaukset.yaml", ".cases.yaml", ".tapaukset.xlsx", ".cases.xlsx")
"""How the names of case files end, after that of the rule set; `intake.cases` reads workbooks."""

_KINDS: Final[Mapping[Type, Any]] = MappingProxyType(
    {
        Type.STRING: str,
        Type.INT: int,
        Type.DOUBLE: float,
        Type.MONEY: Money,
        Type.DATE: date,
        Type.TIMESTAMP: datetime,
        Type.BOOL: bool,
        Type.LIST: tuple[str, ...],
    }
)
_CHOICES: Final = (FieldType.CHOICE, FieldType.CHOICES)


def beside(path: Path) -> tuple[Path, ...]:
    """Return the case files that stand beside the rule set in *path*."""
    paths = (path.with_name(f"{path.stem}{suffix}") for suffix in SUFFIXES)
    return tuple(one for one in paths if one.is_file())


def read_cases(path: Path, ruleset: RuleSet, functions: Mapping[str, Function]) -> CaseFile:
    """
    Return the cases in the file.

    Raises:
        RuleSetProblems: With everything that is wrong, each in its place.
    """
    return cases_in(read_text(path), path.name, ruleset, functions)


def cases_in(text: str, name: str, ruleset: RuleSet, functions: Mapping[str, Function]) -> CaseFile:
    """
    Return the cases in the text; *name* is the file that messages name.

    Raises:
        RuleSetProblems: With everything that is wrong, each in its place.
    """
    reader = _CaseReader(parse(text, name), ruleset, functions)
    draft = reader.whole(CaseFile)
    problems = [*reader.problems, *_across(reader.document, draft)]
    if problems:
        raise RuleSetProblems(problems)
    assert isinstance(draft.value, CaseFile)
    return draft.value


def environment_of(ruleset: RuleSet, functions: Mapping[str, Function]) -> Environment:
    """Return what expressions of the rule set may name."""
    form = ruleset.call.form
    dated = {f"{PREFIX}{name}": PARAMETER_TYPES[p.unit] for name, p in ruleset.parameters.items()}
    variables = {
        **CALL_TYPES,
        **dated,
        **{table.name: table.type for table in ruleset.tables},
        **{field.id: FIELD_TYPES[field.type] for field in form},
    }
    options = {
        field.id: tuple(option.id for option in field.options)
        for field in form
        if field.type in _CHOICES
    }
    return Environment(variables=variables, functions=functions, options=options)


class _CaseReader(Reader):
    """Reads answers by the type of their field, and expected values by their expression."""

    def __init__(
        self, document: Document, ruleset: RuleSet, functions: Mapping[str, Function]
    ) -> None:
        super().__init__(document, ruleset.call.zone)
        self._fields = {field.id: field for field in ruleset.call.form}
        call = ruleset.call
        self._rules = [one.id for one in call.eligibility]
        self._rules += [one.id for one in call.factors if one.when]
        self._environment = environment_of(ruleset, functions)

    def read(self, kind: Any, node: Node, path: str) -> Draft:
        if kind == Given:
            return self._by_key(node, path, self._answer)
        if kind == Mapping[str, object]:
            return self._by_key(node, path, self._value)
        if kind is datetime:
            return self._moment(node, path)
        draft = super().read(kind, node, path)
        if kind == Mapping[str, Verdict] and isinstance(node, Table):
            found = [self._is_known(key, path, self._rules) for key, _ in node.entries]
            return draft if all(found) else _broken(kind, node, path)
        if kind == tuple[str, ...] | None:
            parts = [one.node for one in draft.items if isinstance(one.node, Scalar)]
            found = [self._is_known(one, path, self._fields) for one in parts]
            return draft if all(found) else _broken(kind, node, path)
        return draft

    def _by_key(self, node: Node, path: str, read: Callable[[Scalar, Node, str], Draft]) -> Draft:
        if not isinstance(node, Table):
            return self._wrong(Given, "must-be-mapping", node, path)
        parts = {key.text: read(key, value, f"{path}.{key.text}") for key, value in node.entries}
        broken = any(part.is_broken for part in parts.values())
        value = BROKEN if broken else {name: part.value for name, part in parts.items()}
        return Draft(kind=Given, node=node, path=path, value=value, parts=parts)

    def _answer(self, key: Scalar, node: Node, path: str) -> Draft:
        field = self._fields.get(key.text)
        if field is None:
            self._is_known(key, path, self._fields)
            return _broken(object, node, path)
        if isinstance(node, Scalar) and node.is_nothing:
            return Draft(kind=object, node=node, path=path, value=None)
        is_id = field.type is FieldType.BUSINESS_ID
        kind = BusinessId if is_id else _KINDS[FIELD_TYPES[field.type]]
        draft = self.read(kind, node, path)
        if draft.is_broken or field.type not in _CHOICES:
            return draft
        return self._chosen(field, draft)

    def _chosen(self, field: Field, draft: Draft) -> Draft:
        options = [option.id for option in field.options]
        strange = [one for one in draft.items or (draft,) if one.value not in options]
        strange = [one for one in strange if isinstance(one.node, Scalar)]
        for one in strange:
            self.tell_choice(one.node, one.path, options)
        return _broken(draft.kind, draft.node, draft.path) if strange else draft

    def _value(self, key: Scalar, node: Node, path: str) -> Draft:
        try:
            expression = compile(key.text, self._environment)
        except ExpressionProblems as error:
            for one in error.problems:
                self.tell(one.key, key, path, **one.values)
            return _broken(object, node, path)
        if isinstance(node, Scalar) and node.is_nothing:
            return Draft(kind=object, node=node, path=path, value=None)
        return self.read(_KINDS[expression.type], node, path)

    def _moment(self, node: Node, path: str) -> Draft:
        draft = super().read(When, node, path)
        if not isinstance(draft.value, When):
            return draft
        if draft.value.precision is not Precision.INSTANT:
            return self._wrong(datetime, "case-moment", node, path)
        return Draft(kind=datetime, node=node, path=path, value=draft.value.earliest)

    def _is_known(self, name: Scalar, path: str, known: Iterable[str]) -> bool:
        if name.text in known:
            return True
        meant = closest(name.text, known)
        if meant is None:
            self.tell("unknown-name-none", name, path, got=show(name))
        else:
            self.tell("unknown-name", name, path, got=show(name), meant=meant)
        return False


def _across(document: Document, draft: Draft) -> Iterator[Problem]:
    """Yield the bases that are not there, and the sentences that stand twice."""
    bases = draft.at("bases")
    known = tuple(bases.parts) if bases is not None else ()
    seen: set[object] = set()
    for one in draft.each("cases"):
        base, sentence = one.at("base"), one.at("sentence")
        if base is not None and isinstance(base.value, str) and base.value not in known:
            meant = closest(base.value, known)
            key = "unknown-name-none" if meant is None else "unknown-name"
            values = {"got": show(base.node), **({} if meant is None else {"meant": meant})}
            yield Problem(key=key, values=values, place=document.place(base.node), path=base.path)
        if sentence is not None and not sentence.is_broken:
            if sentence.value in seen:
                place = document.place(sentence.node)
                got = show(sentence.node)
                yield Problem(key="twice", values={"got": got}, place=place, path=sentence.path)
            seen.add(sentence.value)


def _broken(kind: Any, node: Node, path: str) -> Draft:
    return Draft(kind=kind, node=node, path=path, value=BROKEN)
