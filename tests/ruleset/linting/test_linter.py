"""The linter as a whole: the order of the file, and the same answer every time."""

from innokumppanuus.testing.linting import linted


def test_findings_stand_in_the_order_of_the_file() -> None:
    lines = [one.place.line for one in linted()]

    assert lines == sorted(lines)
    assert all(lines)


def test_the_same_rule_set_has_the_same_findings() -> None:
    assert linted() == linted()
