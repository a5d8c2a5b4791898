"""A file that could do harm is refused before anything else reads it."""

import os
import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.errors import HostileFile, IntakeProblems
from innokumppanuus.intake import safety
from innokumppanuus.intake.safety import check_package, take
from innokumppanuus.testing.tables import ROW, a_table, with_parts

RELS = "xl/_rels/workbook.xml.rels"
RELATION = (
    b"<Relationships>"
    b'<Relationship Id="r1" Type="%s" Target="%s" TargetMode="External"/>'
    b"</Relationships>"
)


@pytest.fixture
def plain(tmp_path: Path) -> bytes:
    return a_table(tmp_path / "plain.xlsx", ROW).read_bytes()


def refusal(raw: bytes, folder: Path) -> str:
    path = folder / "vihamielinen.xlsx"
    path.write_bytes(raw)
    with pytest.raises(HostileFile) as caught:
        take(path)
    assert "vihamielinen.xlsx" in str(caught.value)
    return caught.value.key


def test_an_ordinary_workbook_is_taken(plain: bytes, tmp_path: Path) -> None:
    path = tmp_path / "plain.xlsx"

    assert take(path).raw == plain


def test_the_content_tells_the_kind_and_not_the_name(plain: bytes, tmp_path: Path) -> None:
    path = tmp_path / "hakemukset.csv"
    path.write_bytes(plain)

    assert take(path).is_workbook


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(IntakeProblems) as caught:
        take(tmp_path / "puuttuu.xlsx")

    assert caught.value.problems[0].key == "file-absent"


def test_a_bomb_is_refused_by_what_it_declares(plain: bytes, tmp_path: Path) -> None:
    bomb = with_parts(plain, {"xl/media/a.bin": b"\0" * 30_000_000})

    assert refusal(bomb, tmp_path) == "zip-ratio"


def test_a_bomb_of_many_large_parts_is_refused(
    plain: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safety, "MOST_UNPACKED", 1_000_000)
    bomb = with_parts(plain, {f"xl/media/{n}.bin": os.urandom(300_000) for n in range(4)})

    assert refusal(bomb, tmp_path) == "zip-size"


def test_a_bomb_that_lies_of_its_size_is_refused(plain: bytes, tmp_path: Path) -> None:
    bomb = bytearray(with_parts(plain, {"xl/media/a.bin": b"\0" * 30_000_000}))
    truth, lie = struct.pack("<I", 30_000_000), struct.pack("<I", 1_000)
    bomb = bomb.replace(truth, lie)

    assert refusal(bytes(bomb), tmp_path) in ("zip-ratio", "file-damaged")


def test_parts_that_overlap_are_counted_each(plain: bytes, tmp_path: Path) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/a.bin", b"\0" * 4_000_000)
        first = package.infolist()[-1]
        for n in range(300):
            copy = zipfile.ZipInfo(f"xl/{n}.bin")
            for name in ("CRC", "compress_size", "file_size", "header_offset", "compress_type"):
                setattr(copy, name, getattr(first, name))
            package.filelist.append(copy)

    assert refusal(out.getvalue(), tmp_path) in ("zip-size", "zip-ratio")


def test_too_many_parts_are_refused(plain: bytes, tmp_path: Path) -> None:
    many = with_parts(plain, {f"xl/media/{n}": b"" for n in range(safety.MOST_PARTS + 1)})

    assert refusal(many, tmp_path) == "file-parts"


@pytest.mark.parametrize(
    ("part", "key"),
    [
        ("xl/vbaProject.bin", "file-macros"),
        ("xl/macrosheets/sheet1.xml", "file-macros"),
        ("xl/externalLinks/externalLink1.xml", "file-links"),
        ("xl/connections.xml", "file-links"),
        ("xl/queryTables/queryTable1.xml", "file-links"),
        ("xl/embeddings/oleObject1.bin", "file-embedded"),
        ("xl/activeX/activeX1.xml", "file-embedded"),
    ],
)
def test_a_part_that_acts_is_refused(plain: bytes, tmp_path: Path, part: str, key: str) -> None:
    assert refusal(with_parts(plain, {part: b"<a/>"}), tmp_path) == key


def test_a_part_declared_as_a_macro_is_refused_whatever_its_name(
    plain: bytes, tmp_path: Path
) -> None:
    macro = b"application/vnd.ms-office.vbaProject"
    types = b'<Types><Override PartName="/a" ContentType="%s"/></Types>' % macro

    assert refusal(with_parts(plain, {"[Content_Types].xml": types}), tmp_path) == "file-macros"


def test_data_from_outside_is_refused(plain: bytes, tmp_path: Path) -> None:
    rels = RELATION % (b"x/image", b"//muualla/a")

    assert refusal(with_parts(plain, {RELS: rels}), tmp_path) == "file-links"


def test_a_web_address_in_a_cell_does_no_harm(plain: bytes, tmp_path: Path) -> None:
    rels = RELATION % (b"x/hyperlink", b"mailto:a")
    part = "xl/worksheets/_rels/sheet1.xml.rels"

    check_package(with_parts(plain, {part: rels}), "linkki.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_any_encoding(plain: bytes, tmp_path: Path, encoding: str) -> None:
    bomb = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    raw = with_parts(plain, {"xl/worksheets/sheet1.xml": bomb.encode(encoding)})

    assert refusal(raw, tmp_path) == "file-entities"


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "file-old"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "file-encrypted",
        ),
        (b"<html><table><tr><td>1</td></tr></table></html>", "file-web-page"),
        (b"<?xml version='1.0'?><Workbook/>", "file-web-page"),
        (b"%PDF-1.4\n\x00\x01\x02", "file-binary"),
        (b"PK\x03\x04 not a package", "file-damaged"),
    ],
)
def test_what_is_no_workbook_or_csv_is_refused(raw: bytes, key: str, tmp_path: Path) -> None:
    assert refusal(raw, tmp_path) == key


def test_a_package_of_something_else_is_refused(tmp_path: Path) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")

    assert refusal(out.getvalue(), tmp_path) == "file-not-workbook"


def test_a_package_cut_short_is_refused(plain: bytes, tmp_path: Path) -> None:
    assert refusal(plain[: len(plain) // 2], tmp_path) == "file-damaged"


def test_two_parts_of_one_name_are_refused(plain: bytes, tmp_path: Path) -> None:
    twice = with_parts(plain, {"XL/workbook.xml": b"<workbook/>"})

    assert refusal(twice, tmp_path) == "file-damaged"


def test_a_file_too_large_is_refused_before_it_is_read(
    plain: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safety, "MOST_BYTES", 100)

    assert refusal(plain, tmp_path) == "file-too-large"


@given(st.binary(max_size=300))
def test_no_package_raises_anything_else(raw: bytes) -> None:
    try:
        check_package(b"PK\x03\x04" + raw, "x.xlsx")
    except HostileFile as error:
        assert str(error)
