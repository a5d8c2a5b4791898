"""Every kind of answer that a table of applications is filled in with reads back equal."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.call import Call, Field, FieldType, Option
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.intake import read_applications
from innokumppanuus.intake.application_forms import applications_bytes
from innokumppanuus.intake.csv_forms import applications_csv
from innokumppanuus.testing.builders import a_call, label

Writer: TypeAlias = Callable[[Call, Sequence[Application], str], bytes]

OPTIONS = tuple(Option(id=one, name=label(one)) for one in ("a", "b", "c"))
EVERY = a_call(
    form=tuple(
        Field(
            id=kind.value if kind is not FieldType.TEXT else "id",
            name=label(kind),
            type=kind,
            options=OPTIONS,
        )
        for kind in FieldType
    ),
    eligibility=(),
)
TEXTS = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=30).map(
    lambda text: " ".join(text.split()) or "x"
)
ANSWERS: dict[str, st.SearchStrategy[Answer]] = {
    "id": TEXTS,
    "integer": st.integers(-(10**18), 10**18),
    "number": st.floats(allow_nan=False, allow_infinity=False),
    "money": st.integers(-(10**18), 10**18).map(Money),
    "date": st.dates(),
    "moment": st.datetimes(datetime(1950, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    "yes_no": st.booleans(),
    "choice": st.sampled_from(["a", "b", "c"]),
    "choices": st.sampled_from([("a",), ("a", "c"), ("a", "b", "c")]),
    "business_id": st.just(BusinessId("0112038-9")),
}


@pytest.mark.parametrize("write", [applications_bytes, applications_csv])
@given(answers=st.fixed_dictionaries(ANSWERS))
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_every_answer_that_is_written_reads_back_equal(
    tmp_path_factory: pytest.TempPathFactory, write: Writer, answers: dict[str, Answer]
) -> None:
    application = Application(id=str(answers["id"]), answers=answers)
    path = tmp_path_factory.getbasetemp() / f"edestakaisin-{write.__name__}"
    path.write_bytes(write(EVERY, [application], "sv"))

    found = read_applications(path, EVERY)

    assert (found.problems, in_utc(found.applications[0].answers)) == ((), in_utc(answers))


def in_utc(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """In the hour that comes twice, equal moments of two zones compare as unequal (PEP 495)."""
    return {
        key: one.astimezone(UTC) if isinstance(one, datetime) else one
        for key, one in answers.items()
    }
