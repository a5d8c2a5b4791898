"""Officials' cases as YAML that reads back the same. It checks nothing."""

from collections.abc import Mapping
from datetime import datetime

import yaml

from innokumppanuus.domain.cases import Case, CaseFile
from innokumppanuus.domain.dates import zone
from innokumppanuus.domain.labels import LANGUAGES, Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.ruleset.reading import VERSION, VERSION_KEY

_WIDTH = 100


def write_cases(file: CaseFile, zone_name: str) -> str:
    """Return the text of a case file; times of day are those of the zone."""
    plain = {
        VERSION_KEY: VERSION,
        "bases": {name: _answers(given, zone_name) for name, given in file.bases.items()},
        "cases": [_case(one, zone_name) for one in file.cases],
    }
    return yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=_WIDTH)


def _case(case: Case, zone_name: str) -> dict[str, object]:
    expect: dict[str, object] = {}
    if case.expect.rules:
        expect["rules"] = {rule: str(one) for rule, one in case.expect.rules.items()}
    if case.expect.outcome is not None:
        expect["outcome"] = str(case.expect.outcome)
    if case.expect.asks is not None:
        expect["asks"] = list(case.expect.asks)
    if case.expect.values:
        expect["values"] = _answers(case.expect.values, zone_name)
    plain: dict[str, object] = {"sentence": _label(case.sentence)}
    if case.base:
        plain["base"] = case.base
    if case.given:
        plain["given"] = _answers(case.given, zone_name)
    plain["expect"] = expect
    if not case.confirmed:
        plain["confirmed"] = False
    return plain


def _label(label: Label) -> object:
    words = {language: getattr(label, language) for language in LANGUAGES}
    if len(set(words.values())) == 1:
        return label.fi
    return {language: one for language, one in words.items() if one}


def _answers(given: Mapping[str, object], zone_name: str) -> dict[str, object]:
    return {name: _answer(value, zone_name) for name, value in given.items()}


def _answer(value: object, zone_name: str) -> object:
    if isinstance(value, Money):
        return str(value)
    if isinstance(value, BusinessId):
        return value.number
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, datetime):
        local = value.astimezone(zone(zone_name))
        bare = local.replace(tzinfo=None, fold=0)
        twice = local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset()
        return local.isoformat(" ") if twice else bare
    return value
