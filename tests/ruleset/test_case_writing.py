"""What is written of cases reads back the same."""

from datetime import datetime

import attrs
import pytest

from innokumppanuus.domain.cases import CaseFile
from innokumppanuus.domain.dates import zone
from innokumppanuus.domain.labels import Label
from innokumppanuus.ruleset import loads
from innokumppanuus.ruleset.case_files import cases_in
from innokumppanuus.ruleset.case_writing import write_cases
from innokumppanuus.testing.cases import the_cases
from innokumppanuus.testing.files import RULESET
from innokumppanuus.testing.rulesets import core_plugins

HELSINKI = "Europe/Helsinki"


def read(text: str) -> CaseFile:
    plugins = core_plugins()
    return cases_in(text, "t.yaml", loads(RULESET, "haku.yaml", plugins), plugins.functions())


def test_cases_read_back_the_same() -> None:
    file = read(the_cases())

    assert read(write_cases(file, HELSINKI)) == file


def test_a_sentence_in_three_languages_reads_back_the_same() -> None:
    file = read(the_cases())
    told = attrs.evolve(file.cases[0], sentence=Label("näin", "så", "so"))
    file = attrs.evolve(file, cases=(told,))

    assert read(write_cases(file, HELSINKI)) == file


@pytest.mark.parametrize("fold", [0, 1])
def test_an_hour_that_comes_twice_keeps_its_offset(fold: int) -> None:
    twice = datetime(2017, 10, 29, 3, 30, fold=fold, tzinfo=zone(HELSINKI))
    file = read(the_cases())
    base = {**file.bases["hyvä"], "submitted": twice}

    got = read(write_cases(attrs.evolve(file, bases={"hyvä": base}), HELSINKI))

    moment = got.bases["hyvä"]["submitted"]
    assert isinstance(moment, datetime)
    assert moment.utcoffset() == twice.utcoffset()
