"""`run` writes the same bytes twice, inside its folder, and nothing when files need mending."""

from collections.abc import Mapping
from pathlib import Path

import attrs
import pytest

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import Label
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.cli.run import PACKAGE_FILE
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.command_line import Answer, ask
from innokumppanuus.testing.files import a_call_folder

SUMS = {"H01": "9 000", "H02": "10 000,00 €", "H03": "8000", "H04": "15 000", "H05": ""}


@attrs.frozen
class Fixed:
    """A report format that writes what it is told to."""

    key: str
    files: Mapping[str, bytes]
    name: Label = attrs.field(factory=label)

    def write(self, decision: Decision, texts: Texts, plugins: Plugins) -> Mapping[str, bytes]:
        return self.files


def run(folder: Path, *more: object) -> Answer:
    return run_on(a_call_folder(folder), folder, *more)


def run_on(material: tuple[Path, Path, Path], folder: Path, *more: object) -> Answer:
    ruleset, table, sheets = material
    given = ("--applications", table, "--sheets", sheets, "--out", folder / "tulos")
    return ask("run", ruleset, *given, *more)


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name[0] != ".")
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def offer(monkeypatch: pytest.MonkeyPatch, *formats: Fixed) -> None:
    by_key = {one.key: one for one in formats}
    monkeypatch.setattr(FacePlugins, "report_formats", lambda _: by_key)


def test_rule_set_without_scoring_runs_from_applications_alone(tmp_path: Path) -> None:
    answer = ask("run", "parasta-itaa-aluepilotit", "--out", tmp_path)

    assert answer.code is Code.DONE
    assert "täyttyy" in answer.out
    letter = (tmp_path / "letters" / "P1-public.html").read_text(encoding="utf-8")
    assert "Hakemuksenne täyttää ehdot." in letter


def test_rule_set_without_scoring_takes_no_score_sheets(tmp_path: Path) -> None:
    answer = ask("run", "parasta-itaa-aluepilotit", "--sheets", tmp_path, "--out", tmp_path / "a")

    assert answer.code is Code.USAGE
    assert not (tmp_path / "a").exists()


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()

    first, second = run(tmp_path / "a"), run(tmp_path / "b")

    assert (first.code, second.code) == (Code.DONE, Code.DONE)
    assert files(tmp_path / "a" / "tulos") == files(tmp_path / "b" / "tulos")
    assert len(files(tmp_path / "a" / "tulos")) > 3


def test_scripts_get_the_list_of_files(tmp_path: Path) -> None:
    answer = run(tmp_path, "--json", "--format", "json")

    listed = [Path(name) for name in answer.document["result"]["files"]]
    assert [str(path.relative_to(tmp_path / "tulos")) for path in listed] == list(
        files(tmp_path / "tulos")
    )


def test_only_the_formats_asked_for_are_written(tmp_path: Path) -> None:
    run(tmp_path, "--format", "json")

    assert {Path(name).suffix for name in files(tmp_path / "tulos")} == {".json"}


def test_an_unknown_format_is_told_before_any_work(tmp_path: Path) -> None:
    answer = run(tmp_path, "--format", "papyrus", "--lang", "en")

    assert (answer.code, "“papyrus”" in answer.err) == (Code.USAGE, True)
    assert not (tmp_path / "tulos").exists()


def test_nothing_is_written_while_files_need_mending(tmp_path: Path) -> None:
    ruleset, _, sheets = a_call_folder(tmp_path)
    table = tmp_path / "hakemukset.csv"
    table.write_text("id;applicant;submitted;amount;duration_months\nH1;X;1.9.2017;paljon;9\n")

    answer = ask(
        *("run", ruleset, "--applications", table, "--sheets", sheets),
        *("--out", tmp_path / "tulos"),
    )

    assert answer.code == Code.PROBLEMS
    assert not (tmp_path / "tulos").exists()


@pytest.mark.parametrize("name", ["../outside.txt", "/tmp/outside.txt", "a/../../outside.txt"])
def test_a_format_that_writes_outside_its_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    offer(monkeypatch, Fixed("html", {name: b"x"}))

    answer = run(tmp_path, "--format", "html", "--lang", "en")

    assert answer.code == Code.PLUGIN
    assert "must write inside the folder" in answer.err


def test_two_formats_never_write_over_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer(monkeypatch, Fixed("html", {"same.txt": b"1"}), Fixed("text", {"same.txt": b"2"}))

    answer = run(tmp_path, "--format", "html", "--format", "text", "--lang", "en")

    assert (answer.code, "same.txt" in answer.err) == (Code.USAGE, True)


def test_unfinished_files_are_not_left_behind(tmp_path: Path) -> None:
    run(tmp_path)

    assert [name for name in files(tmp_path / "tulos") if "unfinished" in name] == []


def test_the_order_of_rows_and_of_score_sheets_changes_nothing(tmp_path: Path) -> None:
    ruleset, _, sheets = a_call_folder(tmp_path)
    paths = sorted(sheets.iterdir())
    rows = [f"{one};Hakija {one};1.9.2017 klo 12.00;{sum_};10" for one, sum_ in SUMS.items()]

    for folder, lines, given in (("a", rows, paths), ("b", rows[::-1], paths[::-1])):
        table = tmp_path / f"{folder}.csv"
        heading = "id;applicant;submitted;amount;duration_months"
        table.write_text("\n".join([heading, *lines]), encoding="utf-8")
        options = [word for path in given for word in ("--sheets", path)]
        out = tmp_path / folder
        assert ask("run", ruleset, "--applications", table, *options, "--out", out).code == 0

    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_one_decision_is_written_in_every_language_asked_for(tmp_path: Path) -> None:
    run(tmp_path, "--lang", "fi", "--also", "sv", "--also", "en", "--also", "fi")

    found = files(tmp_path / "tulos")
    letters = {name for name in found if name.startswith("letters/")}
    assert letters
    for language in ("sv", "en"):
        assert {name for name in found if name.startswith(f"{language}/letters/")} == {
            f"{language}/{name}" for name in letters
        }
    assert not any(name.startswith("fi/") for name in found)


def test_what_is_the_same_in_every_language_is_written_once(tmp_path: Path) -> None:
    run(tmp_path, "--format", "json", "--also", "sv")

    assert list(files(tmp_path / "tulos")) == ["decision.json", PACKAGE_FILE]


def test_no_format_writes_over_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, Fixed("own", {PACKAGE_FILE: b"x"}))

    answer = run(tmp_path, "--format", "own")

    assert (answer.code, PACKAGE_FILE in answer.err) == (Code.USAGE, True)
    assert not (tmp_path / "tulos").exists()


def test_a_language_that_there_is_not_is_told_before_any_work(tmp_path: Path) -> None:
    answer = run(tmp_path, "--also", "de", "--lang", "en")

    assert (answer.code, "“de”" in answer.err) == (Code.USAGE, True)
    assert not (tmp_path / "tulos").exists()


def test_what_an_earlier_run_wrote_and_this_one_does_not_is_taken_away(tmp_path: Path) -> None:
    material = a_call_folder(tmp_path)
    run_on(material, tmp_path)
    before = set(files(tmp_path / "tulos"))
    own = tmp_path / "tulos" / "letters" / "oma.html"
    own.write_text("oma", encoding="utf-8")

    run_on(material, tmp_path, "--format", "json")

    assert len(before) > 3
    left = set(files(tmp_path / "tulos"))
    assert left < before | {"letters/oma.html"}
    assert {name for name in left if name.startswith("letters/")} == {"letters/oma.html"}


def test_a_list_of_an_earlier_run_cannot_take_away_files_of_others(tmp_path: Path) -> None:
    material = a_call_folder(tmp_path)
    run_on(material, tmp_path, "--format", "json")
    (tmp_path / "muiden.txt").write_text("muiden", encoding="utf-8")
    listed = tmp_path / "tulos" / ".innokumppanuus.json"
    listed.write_text('["../muiden.txt", 7, "/etc/hosts"]', encoding="utf-8")

    run_on(material, tmp_path, "--format", "json")

    assert (tmp_path / "muiden.txt").exists()
