"""The text of a rule set file: YAML 1.2 without its traps, every refusal in its place."""

import pytest
import yaml

from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.ruleset import document
from innokumppanuus.ruleset.document import MOST_BYTES, MOST_DEPTH, Listing, Scalar, decode, parse


def refused(text: str) -> list[str]:
    with pytest.raises(RuleSetProblems) as caught:
        parse(text, "f")
    return [f"{one.place.line}:{one.place.column} {one.key}" for one in caught.value.problems]


@pytest.mark.parametrize("word", ["NO", "23:59", "010", "on", "2017-09-06", "1_000", "0x1F", "yes"])
def test_every_word_stays_as_it_is_written(word: str) -> None:
    ((_, value),) = parse(f"a: {word}\n", "f").root.entries

    assert isinstance(value, Scalar) and value.text == word


@pytest.mark.parametrize("word", ["", "~", "null", "NULL"])
def test_a_plain_null_is_nothing(word: str) -> None:
    ((_, value),) = parse(f"a: {word}\n", "f").root.entries

    assert isinstance(value, Scalar) and value.is_nothing


@pytest.mark.parametrize("word", ["''", '""', "'~'", "'null'"])
def test_a_quoted_null_is_text(word: str) -> None:
    ((_, value),) = parse(f"a: {word}\n", "f").root.entries

    assert isinstance(value, Scalar) and not value.is_nothing


def test_places_count_characters_and_not_bytes() -> None:
    ((_, value),) = parse("äö: [😀, b]\n", "f").root.entries

    assert isinstance(value, Listing)
    assert [(one.line, one.column) for one in value.items] == [(1, 6), (1, 9)]


def test_both_yaml_readers_give_the_same_document(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "ä: 'yksi'\nb: |\n  kaksi ö\n  kolme\nc: [d, {e: f}]\ng:\n- h\n- >-\n  i\n  j\n"
    with_c = parse(text, "f")

    monkeypatch.setattr(document, "_LOADER", yaml.SafeLoader)

    assert parse(text, "f") == with_c


def test_decomposed_letters_are_composed() -> None:
    ((_, value),) = parse("a: Jyva\u0308skyla\u0308\n", "f").root.entries

    assert isinstance(value, Scalar) and value.text == "Jyväskylä"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: !!int 5\n", ["1:4 yaml-tag"]),
        ("a: !python/object:os.system x\n", ["1:4 yaml-tag"]),
        ("a: &x 5\nb: *x\n", ["1:4 yaml-anchor", "2:4 yaml-anchor"]),
        ("a: {<<: {b: c}}\n", ["1:5 yaml-merge"]),
        ("a: 1\nb: 2\na: 3\n", ["3:1 key-twice"]),
        ("a: 1\n---\nb: 2\n", ["2:1 yaml-documents"]),
        ("? [a]\n: b\n", ["1:3 yaml-key"]),
        ("~: b\n", ["1:1 yaml-key"]),
        ("a:\n\t- b\n", ["2:1 yaml-tab"]),
        ("a: b: c\n", ["1:5 yaml-syntax"]),
        ("a: 'b\n", ["2:1 yaml-syntax"]),
        ("", ["0:0 yaml-empty"]),
        ("# vain huomautus\n", ["0:0 yaml-empty"]),
        ("- a\n", ["1:1 must-be-mapping"]),
        ("a\n", ["1:1 must-be-mapping"]),
        ("a: b\nc: \x07d\n", ["2:4 yaml-character"]),
    ],
)
def test_what_is_refused_is_told_in_its_place(text: str, problems: list[str]) -> None:
    assert refused(text) == problems


def test_aliases_that_would_expand_without_end_are_refused() -> None:
    rows = ["a0: &a0 [x]"] + [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 30)]

    assert len(refused("\n".join(rows))) == 30 + 2 * 29


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused_before_it_is_read(opening: str) -> None:
    (problem,) = refused(opening * 50_000)

    assert problem.endswith("yaml-depth")


def test_nesting_up_to_the_limit_is_read() -> None:
    depth = MOST_DEPTH - 1

    assert parse("a: " + "[" * depth + "]" * depth, "f")


def test_text_over_the_limit_is_refused() -> None:
    assert refused("a: " + "ä" * (MOST_BYTES // 2)) == ["0:0 yaml-size"]


def test_bytes_over_the_limit_are_refused() -> None:
    with pytest.raises(RuleSetProblems, match="must be at most 1000000 bytes"):
        decode(b"a" * (MOST_BYTES + 1), "f")


def test_a_byte_of_another_encoding_is_told_in_its_place() -> None:
    with pytest.raises(RuleSetProblems) as caught:
        decode("a: 1\nb: Jyväskylä\n".encode("cp1252"), "f")

    assert str(caught.value).startswith("f:2:7: must be UTF-8 text, got the byte 0xe4.")


@pytest.mark.parametrize("marks", ["\u0301" * 31, "\u0301\u0323" * 100_000])
def test_marks_without_number_on_one_letter_are_refused_where_they_begin(marks: str) -> None:
    assert refused(f"a: 1\nb: xe{marks}\n") == ["2:6 yaml-marks"]


def test_thirty_marks_on_each_of_many_letters_are_read() -> None:
    ((_, value),) = parse(f"a: {('e' + chr(0x323) * 30) * 9}\n", "f").root.entries

    assert isinstance(value, Scalar) and len(value.text) == 270


@pytest.mark.parametrize("sign", ["&", "*", "!"])
def test_a_name_without_end_is_told_in_few_words(sign: str) -> None:
    with pytest.raises(RuleSetProblems) as caught:
        parse(f"a: {sign}{'x' * 5_000} b\n", "f")

    assert len(str(caught.value)) < 300
