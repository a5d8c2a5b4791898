"""The kinds of file that forms are written as."""

from innokumppanuus.intake.kinds import FileKind


def test_a_kind_of_file_is_the_ending_of_its_name() -> None:
    assert [str(kind) for kind in FileKind] == ["xlsx", "csv"]
