from innokumppanuus.errors import Place
from innokumppanuus.intake.gathering import Gathering


def test_problems_are_kept_in_the_order_they_are_found() -> None:
    gathering = Gathering()

    gathering.add("row-without-id", Place(cell="A2"))
    gathering.add("evaluator-absent", Place(cell="A1"), severity="warning")

    assert [(one.key, one.severity) for one in gathering.problems] == [
        ("row-without-id", "error"),
        ("evaluator-absent", "warning"),
    ]


def test_a_long_value_is_cut_so_that_the_message_stays_readable() -> None:
    gathering = Gathering()

    gathering.add("currency", Place(), values={"got": "x" * 5000})

    assert len(str(gathering.problems[0])) < 500
