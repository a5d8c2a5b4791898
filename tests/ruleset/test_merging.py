"""Layers of a rule set: what is joined, what is replaced, and what is told of it."""

import itertools

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.ruleset.document import Node, Table, parse
from innokumppanuus.ruleset.merging import Merger, origins, words_of


def a_layer(text: str, name: str = "f") -> Table:
    return parse(text, name).root


def merged(*texts: str) -> str:
    return words_of(laid(Merger(), *texts))


def laid(merger: Merger, *texts: str) -> Table:
    layers = [a_layer(text, f"{number}.yaml") for number, text in enumerate(texts)]
    result = layers[0]
    for layer in layers[1:]:
        result = merger.over(result, layer)
    return merger.finished(result)


def test_mappings_are_joined_key_by_key() -> None:
    assert merged("timetable: {opens: 2026}", "timetable: {closes: 2027}") == (
        "{timetable: {opens: 2026, closes: 2027}}"
    )


def test_members_with_an_id_are_joined_by_it_and_new_ones_come_after() -> None:
    lower = "criteria: [{id: K1, name: a}, {id: K2, name: b}]"
    upper = "criteria: [{id: K3, name: c}, {id: K1, threshold: 3}]"

    assert merged(lower, upper) == (
        "{criteria: [{id: K1, name: a, threshold: 3}, {id: K2, name: b}, {id: K3, name: c}]}"
    )


def test_a_list_without_ids_is_replaced() -> None:
    assert merged("gaps: [{topic: a}]", "gaps: [{topic: b}]") == "{gaps: [{topic: b}]}"


@pytest.mark.parametrize(
    ("lower", "upper"),
    [
        ("name: {fi: a, sv: b, en: c}", "name: {fi: d}"),
        ("budget: {maximum: {value: 5, sources: [s]}}", "budget: {maximum: {value: 6}}"),
        ("budget: {target: {least: 3, most: 5}}", "budget: {target: {least: 4}}"),
        (
            "timetable: {opens: {earliest: 2026, latest: 2027, text: kesä}}",
            "timetable: {opens: {earliest: 2026, latest: 2028}}",
        ),
        (
            "sources: {a: {title: t, section: 3 §, verified: true}}",
            "sources: {a: {title: u}}",
        ),
    ],
)
def test_what_is_one_value_is_replaced_whole(lower: str, upper: str) -> None:
    assert merged(lower, upper) == "{" + upper + "}"


def test_a_member_is_taken_out() -> None:
    lower = "criteria: [{id: K1, name: a}, {id: K2, name: b}]"

    assert merged(lower, "criteria: [{id: K1, remove: true}]") == (
        "{criteria: [{id: K2, name: b}]}"
    )


def test_a_member_that_is_taken_out_can_come_back() -> None:
    lower, middle = "criteria: [{id: K1, name: a}]", "criteria: [{id: K1, remove: true}]"

    assert merged(lower, middle, "criteria: [{id: K1, name: c}]") == (
        "{criteria: [{id: K1, name: c}]}"
    )


def test_taking_out_what_is_not_there_is_told() -> None:
    merger = Merger()

    laid(merger, "criteria: []", "criteria: [{id: K9, remove: true}]")

    (problem,) = merger.problems
    assert (problem.key, problem.values["got"]) == ("remove-nothing", "K9")
    assert str(problem.place) == "1.yaml:1:29"


def test_taking_out_says_nothing_else() -> None:
    merger = Merger()

    laid(merger, "criteria: [{id: K1, name: a}]", "criteria: [{id: K1, name: b, remove: true}]")

    assert [(one.key, one.values["got"]) for one in merger.problems] == [("remove-alone", "name")]


def test_what_is_changed_is_told_with_both_places() -> None:
    merger = Merger()

    laid(merger, "\nbudget: {maximum: 5}", "budget: {maximum: 6}")

    (one,) = merger.overrides
    assert (one.path, one.was, one.becomes) == ("budget.maximum", "5", "6")
    assert (str(one.before), str(one.now)) == ("0.yaml:2:19", "1.yaml:1:19")


def test_what_is_taken_out_is_told() -> None:
    merger = Merger()

    laid(merger, "criteria: [{id: K1, name: a}]", "criteria: [{id: K1, remove: true}]")

    (one,) = merger.overrides
    assert (one.path, one.was, one.becomes) == ("criteria[K1]", "{id: K1, name: a}", "")


def test_what_is_said_again_in_the_same_words_changes_nothing() -> None:
    merger = Merger()

    laid(merger, "budget: {maximum: 5}", "budget: {maximum: '5'}")

    assert merger.overrides == []


def test_every_part_knows_its_file() -> None:
    root = laid(Merger(), "criteria: [{id: K1, name: a}]", "criteria: [{id: K1, threshold: 3}]")

    places = {path: str(place) for path, _, place in origins(root)}

    assert places["criteria[K1].name"] == "0.yaml:1:27"
    assert places["criteria[K1].threshold"] == "1.yaml:1:32"


words = st.sampled_from(["a", "b", "5"])
rules = st.dictionaries(st.sampled_from(["name", "when", "because"]), words)
layers = st.fixed_dictionaries(
    {},
    optional={
        "programme": words,
        "budget": st.dictionaries(st.sampled_from(["total", "maximum"]), words),
        "eligibility": st.dictionaries(st.sampled_from(["r1", "r2", "r3"]), rules).map(
            lambda given: [{"id": key, **rule} for key, rule in given.items()]
        ),
        "gaps": st.lists(words, max_size=2),
    },
)


def written(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return str(value)


@given(layers, layers, layers)
def test_it_does_not_matter_which_layers_are_joined_first(
    low: dict[str, object], middle: dict[str, object], high: dict[str, object]
) -> None:
    one, two, three = (a_layer(written(layer)) for layer in (low, middle, high))
    merger = Merger()

    left = merger.over(merger.over(one, two), three)
    right = merger.over(one, merger.over(two, three))

    assert words_of(left) == words_of(right)


@given(layers)
def test_a_layer_over_itself_changes_nothing(layer: dict[str, object]) -> None:
    merger, root = Merger(), a_layer(written(layer))

    assert (words_of(merger.over(root, root)), merger.overrides) == (words_of(root), [])


@given(layers, layers)
def test_every_place_of_the_result_is_a_place_of_a_layer(
    low: dict[str, object], high: dict[str, object]
) -> None:
    texts = [written(low), written(high)]
    given_nodes = set(
        itertools.chain.from_iterable(
            nodes(a_layer(t, n)) for t, n in zip(texts, ("low", "high"), strict=True)
        )
    )

    result = Merger().over(a_layer(texts[0], "low"), a_layer(texts[1], "high"))

    assert nodes(result) <= given_nodes


def nodes(root: Table) -> set[tuple[object, ...]]:
    spots: list[Node] = [node for _, node, _ in origins(root)]
    return {tuple(getattr(one, a.name) for a in attrs.fields(Node)) for one in spots}
