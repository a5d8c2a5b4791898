"""`pathway`: a purchase by options or from a file; what is refused, and what scripts get."""

from pathlib import Path

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.testing.command_line import ask
from innokumppanuus_suomi.faces.commands import money_of
from innokumppanuus_suomi.vignettes import FILE

SERVICE = ("pathway", "--what", "service", "--buyer", "local", "--fact", "has_return=yes")


def access(*line: object) -> dict[str, str]:
    (purchase,) = ask(*line, "--json").document["result"]["purchases"]
    return {one["key"]: one["access"] for one in purchase["pathways"]}


def test_options_tell_a_purchase() -> None:
    told = access(*SERVICE, "--value", "59 999,99", "--date", "2017-01-01")

    assert told["small_purchase"] == "open"
    assert told["national_procedure"] == "closed"


def test_without_a_day_thresholds_cannot_be_told() -> None:
    assert access(*SERVICE, "--value", "60000")["small_purchase"] == "cannot_tell"


def test_a_monthly_price_and_its_options_make_the_value() -> None:
    line = (*SERVICE, "--monthly", "1250", "--options", "1000", "--date", "2026-02-02", "--json")

    (purchase,) = ask(*line).document["result"]["purchases"]

    assert purchase["value"] == "61000.00 EUR"


def test_vignettes_of_a_file_are_told_one_after_another() -> None:
    answer = ask("pathway", "--file", FILE)

    assert answer.code == 0
    assert answer.out.count("Ennakoitu arvo") == 15


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "Tämä ei ole oikeudellista neuvontaa."),
        ("sv", "Detta är inte juridisk rådgivning."),
        ("en", "This is not legal advice."),
    ],
)
def test_every_output_says_that_it_is_no_legal_advice(language: str, words: str) -> None:
    assert words in ask(*SERVICE, "--lang", language).out
    assert words in ask(*SERVICE, "--json", "--lang", language).document["result"]["notices"]


def test_fictional_vignettes_say_so_and_a_purchase_of_ones_own_does_not() -> None:
    assert "Hankinnat ovat kuvitteellisia." in ask("pathway", "--file", FILE).out
    assert "kuvitteellisia" not in ask(*SERVICE).out


def test_one_pathway_is_told_condition_by_condition_with_its_sources() -> None:
    line = ("pathway", "--file", FILE, "--vignette", "robot-2016", "--only")

    out = ask(*line, "innovation_partnership").out

    assert "✗ Laki tuntee innovaatiokumppanuuden." in out
    assert "Hankintamenettely alkaa: 31.12.2016 → 1.1.2017" in out
    assert "Laki julkisista hankinnoista 348/2007" in out
    assert "tarkistamaton" in out


def test_an_expectation_that_does_not_hold_ends_with_1(tmp_path: Path) -> None:
    path = tmp_path / "odotus.yaml"
    path.write_text(
        "innokumppanuus: 1\nvignettes:\n"
        "  - {id: a, name: Ostos, facts: {has_return: true}, expect: {grant: open}}\n",
        encoding="utf-8",
    )

    answer = ask("pathway", "--file", path)

    assert answer.code == 1
    assert "Ostos: polun ”Avustus” pitäisi olla auki, mutta se on suljettu." in answer.out


def test_a_broken_file_is_told_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "rikki.yaml"
    path.write_text("innokumppanuus: 1\nvignettes:\n  - {id: a}\n", encoding="utf-8")

    answer = ask("pathway", "--file", path)

    assert answer.code == 1
    assert "rikki.yaml:3:5: vignettes[0]" in answer.out


def test_a_value_told_twice_in_a_file_is_told_in_words(tmp_path: Path) -> None:
    path = tmp_path / "arvo.yaml"
    path.write_text(
        "innokumppanuus: 1\nvignettes:\n"
        "  - {id: a, name: A, value: 1 EUR, lots: [{value: 1 EUR}]}\n",
        encoding="utf-8",
    )

    assert (
        "arvo on annettava joko kokonaan (value) tai osina (lots)"
        in ask("pathway", "--file", path).out
    )


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--what", "servise"), "Valitsimen --what arvoa ”servise” ei ole."),
        (("--buyer", "city"), "Valitsimen --buyer arvoa ”city” ei ole."),
        (("--from", "friend"), "Valitsimen --from arvoa ”friend” ei ole."),
        (("--only", "grand"), "Valitsimen --only arvoa ”grand” ei ole."),
        (("--fact", "has_retrun=yes"), "Valitsimen --fact arvoa ”has_retrun” ei ole."),
        (("--fact", "has_return=maybe"), "yes tai no"),
        (("--date", "4.5.2026"), "Päivän on oltava muotoa 2026-05-04"),
        (("--value", "paljon"), "--value on oltava summa"),
        (("--value", "-1"), "--value on oltava summa"),
        (("--value", "1", "--monthly", "1"), "ei molempina"),
        (("--options", "1"), "Antakaa myös --monthly"),
        (("--vignette", "a"), "Antakaa myös --file"),
        (("--file", str(FILE), "--what", "goods"), "ei molemmilla"),
        (("--file", str(FILE), "--vignette", "nobody"), "Valitsimen --vignette arvoa ”nobody”"),
        (("--file", "puuttuu.yaml"), "puuttuu.yaml"),
    ],
)
def test_what_cannot_be_understood_ends_with_2_and_says_what_to_write(
    options: tuple[str, ...], words: str
) -> None:
    answer = ask("pathway", *options)

    assert answer.code == 2
    assert words in answer.err


def test_the_report_is_written_in_every_language_that_is_asked_for(tmp_path: Path) -> None:
    line = ("pathway", "--file", FILE, "--vignette", "robot-2016", "--out", tmp_path)

    answer = ask(*line, "--also", "sv", "--also", "en")

    assert answer.code == 0
    assert {one.name for one in tmp_path.iterdir()} == {
        "pathway.fi.html",
        "pathway.sv.html",
        "pathway.en.html",
    }


def test_the_same_purchase_gives_the_same_bytes(tmp_path: Path) -> None:
    line = ("pathway", "--file", FILE, "--vignette", "robot-2026", "--out")

    ask(*line, tmp_path / "a")
    ask(*line, tmp_path / "b")

    first, second = (tmp_path / one / "pathway.fi.html" for one in "ab")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("words", ["59999,99", "59 999,99 €", "59999.99 EUR", "59\u00a0999,99"])
def test_sums_are_read_as_people_type_them(words: str) -> None:
    assert money_of(words) == Money.of("59999.99")
