from pathlib import Path

import pytest

from innokumppanuus.domain.profile import SubjectKind
from innokumppanuus.ruleset.subjects import subject_of
from innokumppanuus.testing.files import a_ruleset_file
from innokumppanuus.testing.programmes import PROGRAMME


@pytest.mark.parametrize("key", ["records", "consents"])
def test_a_city_is_told_by_its_records_or_consents(tmp_path: Path, key: str) -> None:
    file = tmp_path / "harjula.yaml"
    file.write_text(f"innokumppanuus: 1\nid: harjula\n{key}: []\n", encoding="utf-8")

    assert subject_of(file) is SubjectKind.CITY


def test_a_programme_is_told_by_its_description(tmp_path: Path) -> None:
    file = tmp_path / "ohjelma.yaml"
    file.write_text(PROGRAMME, encoding="utf-8")

    assert subject_of(file) is SubjectKind.PROGRAMME


def test_a_call_that_names_its_programme_is_a_call(tmp_path: Path) -> None:
    file = Path(a_ruleset_file(tmp_path))
    file.write_text(file.read_text(encoding="utf-8") + "programme: ohjelma\n", encoding="utf-8")

    assert subject_of(file) is SubjectKind.CALL


def test_what_nothing_tells_is_checked_as_a_call(tmp_path: Path) -> None:
    file = tmp_path / "muu.yaml"
    file.write_text("innokumppanuus: 1\n", encoding="utf-8")

    assert subject_of(file) is SubjectKind.CALL
