"""Screening and counting with Polars is what the core says, row by row."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

pl = pytest.importorskip("polars", reason="polars is not installed; it is an optional extra")

from innokumppanuus.domain.application import Application  # noqa: E402  Polars may be absent
from innokumppanuus.domain.call import ID_FIELD  # noqa: E402
from innokumppanuus.domain.findings import Verdict  # noqa: E402
from innokumppanuus.ruleset import RuleSet  # noqa: E402
from innokumppanuus.ruleset.expressions import Environment, Type, compile  # noqa: E402
from innokumppanuus_columns import frames, rows, screening  # noqa: E402
from innokumppanuus_columns.domain import Column  # noqa: E402

SCOPE = {"place": Column(name="place", type=Type.STRING)}


def table(ruleset: RuleSet, applications: Iterable[Application]) -> "pl.LazyFrame":
    scope = screening.columns(ruleset, [one.id for one in ruleset.call.form])
    scope[ID_FIELD] = Column(name=ID_FIELD, type=Type.STRING)
    values = ({ID_FIELD: one.id, **ruleset.values(one)} for one in applications)
    return frames.frame(scope, values).lazy()


def by_rows(ruleset: RuleSet, applications: Iterable[Application]) -> list[tuple[Any, ...]]:
    found = rows.screen(screening.plan(ruleset), applications, {})
    return [(one.application, one.failed, one.unknown, one.verdict.value) for one in found]


def test_polars_says_what_rows_say(ruleset: RuleSet, applications: tuple[Application, ...]) -> None:
    plan = screening.plan(ruleset)

    found = frames.outcomes(plan, table(ruleset, applications)).collect()

    assert found.rows() == by_rows(ruleset, applications)


def test_counts_are_those_of_the_outcomes(
    ruleset: RuleSet, applications: tuple[Application, ...]
) -> None:
    plan = screening.plan(ruleset)

    counts = frames.count(frames.outcomes(plan, table(ruleset, applications)), plan.rules)

    verdicts = [verdict for *_, verdict in by_rows(ruleset, applications)]
    assert counts.verdicts == {one: verdicts.count(one.value) for one in Verdict}
    assert counts.rows == len(applications)


def test_tally_leaves_out_what_it_cannot_tell() -> None:
    rule = compile('place == "Laukaa"', Environment(variables={"place": Type.STRING}))
    places = frames.frame(SCOPE, [{"place": "Laukaa"}, {"place": "Oulu"}, {}])

    assert frames.tally(places.lazy(), [rule], SCOPE).collect().rows() == [(2, 1)]


def test_text_held_by_number_is_still_that_text() -> None:
    places = frames.frame(SCOPE, [{"place": "Laukaa"}, {}, {"place": "Äänekoski"}, {}] * 3)

    held = frames.numbered(places)

    texts = [held.texts["place"][number] for number in held.table["place"]]
    assert texts == places["place"].to_list()


def test_texts_that_all_differ_are_held_as_they_are() -> None:
    places = frames.frame(SCOPE, [{"place": f"Kylä {n}"} for n in range(8)])

    assert frames.numbered(places).table.equals(places)


def test_outcomes_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "outcomes.parquet"
    places = frames.frame(SCOPE, [{"place": "Laukaa"}])

    with pytest.raises(pl.exceptions.ColumnNotFoundError):
        frames.write(places.lazy().select("nothing"), path)
    assert list(tmp_path.iterdir()) == []

    frames.write(places.lazy(), path)
    assert pl.read_parquet(path).equals(places)
