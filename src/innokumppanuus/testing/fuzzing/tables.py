"""Hypothesis strategies of broken workbooks and csv files: cells, parts, bytes, and bombs."""

import copy
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, time
from io import BytesIO
from typing import Any

import openpyxl
from hypothesis import strategies as st

from innokumppanuus.testing.fuzzing import nasty
from innokumppanuus.testing.fuzzing.inputs import Door, Given
from innokumppanuus.testing.tables import with_parts

_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**14, 1e300, -1e-300, 0.1, date(1900, 1, 1),
    date.max, time(23, 59), "=1+1", "=1/0", "='[1]x'!A1",
    "=WEBSERVICE(\"http://example.org\")", "#REF!", "#N/A", "=CMD|'/C calc'!A0",
)  # fmt: skip
_SEARCHED = (
    b"<v>", b"</v>", b"<c ", b"t=\"s\"", b"t=\"inlineStr\"", b" r=\"", b"<row ", b"<sheetData>",
    b"<is>", b"<f>", b"s=\"", b"count=\"", b"rId", b"<si>", b"<t>", b"<t ", b"/>", b"<mergeCell",
    b"name=\"",
)  # fmt: skip
_PUT = (
    b"", b"<v>99999999999</v>", b"<v>-1</v>", b"<v>NaN</v>", b"<f>1+1</f>",
    b"<f t=\"shared\" si=\"9\"/>", b" r=\"XFD1048576\" ", b" r=\"A0\" ", b" r=\"ZZZZZZ1\" ",
    b" r=\"\" ", b" t=\"e\" ", b" t=\"d\" ", b" t=\"zz\" ", b"<v>1e999</v>", b"<v>2958466</v>",
    b"<row r=\"1048577\">", b"<row r=\"-5\">", b"<is>", b"&#0;", b"&amp;", b"&x;", b"\x00",
    b"<![CDATA[x]]>", b"<!-- -->", b"<?x y?>", b"\xff\xfe", b"<a><b>",
    b"<t xml:space=\"preserve\">   </t>", b"<r><t>a</t></r>",
    b"<mergeCell ref=\"A1:XFD1048576\"/>",
)  # fmt: skip
_CSV_BITS = (
    b";", b",", b"\t", b'"', b'""', b"\n", b"\r", b"\r\n", b"\x00", b"\xff", b"\xef\xbb\xbf",
    b"sep=;\n", b"=1+1", b"'", b"\x1a", b"\xa0", b"\x85", b"|", b"PK", b"<html>", b"{\\rtf1",
    b"\xd0\xcf\x11\xe0",
)  # fmt: skip


def changed_cells(door: Door, seeds: Sequence[tuple[str, bytes]]) -> st.SearchStrategy[Given]:
    """Return workbooks in which some cells, rows or sheets are not what they should be."""
    values = st.one_of(
        st.sampled_from(_VALUES),
        st.sampled_from([one for one in nasty.WORDS if one.isprintable() and len(one) < 32_767]),
        st.integers(-(10**6), 10**9),
        st.floats(allow_nan=False, allow_infinity=False),
        st.datetimes(),
    )

    @st.composite
    def change(draw: st.DrawFn) -> Given:
        base, raw = draw(st.sampled_from(seeds))
        book = openpyxl.load_workbook(BytesIO(raw))
        page = draw(st.sampled_from(book.worksheets))
        for _ in range(draw(st.integers(1, 6))):
            row, column = draw(st.integers(1, page.max_row + 2)), draw(st.integers(1, 40))
            match draw(st.integers(0, 9)):
                case 0:
                    page.delete_rows(row)
                case 1:
                    page.delete_cols(column)
                case 2:
                    page.insert_rows(row, draw(st.sampled_from((1, 300))))
                case 3:
                    page.merge_cells(
                        start_row=row, end_row=row + 1, start_column=column, end_column=column + 2
                    )
                case 4:
                    page.sheet_state = draw(st.sampled_from(("hidden", "veryHidden", "visible")))
                case 5:
                    book.move_sheet(page, draw(st.integers(-3, 3)))
                case _:
                    cell = page.cell(row, min(column, page.max_column + 1))
                    if not isinstance(cell, openpyxl.cell.cell.MergedCell):
                        cell.value = copy.copy(draw(values))
                        if draw(st.integers(0, 5)) == 0:
                            cell.number_format = draw(st.sampled_from(_FORMATS))
        out = BytesIO()
        if not any(one.sheet_state == "visible" for one in book.worksheets):
            book.worksheets[0].sheet_state = "visible"
        book.save(out)
        return Given(door, base, "xlsx", out.getvalue())

    return change()


_FORMATS = (
    "General",
    "@",
    "0.00",
    "yyyy-mm-dd",
    "hh:mm",
    "[h]:mm",
    '0.0" €"',
    "0 %",
    "\\",
    "[red]",
)


def changed_parts(door: Door, seeds: Sequence[tuple[str, bytes]]) -> st.SearchStrategy[Given]:
    """Return workbooks whose parts are broken, and packages whose bytes are."""

    @st.composite
    def change(draw: st.DrawFn) -> Given:
        base, raw = draw(st.sampled_from(seeds))
        if draw(st.integers(0, 4)) == 0:
            for _ in range(draw(st.integers(1, 4))):
                at = draw(st.integers(0, len(raw)))
                length = draw(st.sampled_from((0, 1, 4, 2_000)))
                raw = raw[:at] + draw(st.binary(max_size=8)) + raw[at + length :]
            return Given(door, base, "xlsx", raw)
        with zipfile.ZipFile(BytesIO(raw)) as package:
            name = draw(st.sampled_from(package.namelist()))
            part = package.read(name)
        for _ in range(draw(st.integers(1, 3))):
            found = _positions(part, draw(st.sampled_from(_SEARCHED)))
            at = draw(st.sampled_from(found)) if found else draw(st.integers(0, len(part)))
            length = draw(st.sampled_from((0, 0, 3, 5, 9)))
            part = part[:at] + draw(st.sampled_from(_PUT)) + part[at + length :]
        return Given(door, base, "xlsx", with_parts(raw, {name: part}))

    return change()


def _positions(part: bytes, words: bytes) -> list[int]:
    found: list[int] = []
    at = part.find(words)
    while at >= 0 and len(found) < 500:
        found.append(at)
        at = part.find(words, at + 1)
    return found


def hostile_packages(door: Door, seeds: Sequence[tuple[str, bytes]]) -> st.SearchStrategy[Given]:
    """Return workbooks made to do harm: bombs, links, macros, entities, parts without number."""
    makers = st.sampled_from(_MAKERS)
    return st.builds(
        lambda seed, make: Given(door, seed[0], "xlsx", make(seed[1])),
        st.sampled_from(seeds),
        makers,
    )


_SHEET = "xl/worksheets/sheet1.xml"
_NS = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINK = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    b'relationships"><Relationship Id="rId1" Type="http://x/externalLink" Target="http://example.org/x"'
    b' TargetMode="External"/></Relationships>'
)
_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><x>&c;</x>'
)


def _sheet(rows: bytes) -> bytes:
    return b'<worksheet xmlns="' + _NS + b'"><sheetData>' + rows + b"</sheetData></worksheet>"


def _part(name: str, content: bytes) -> Callable[[bytes], bytes]:
    return lambda raw: with_parts(raw, {name: content})


_MAKERS: tuple[Callable[[bytes], bytes], ...] = (
    _part("xl/bomb.bin", bytes(30_000_000)),
    _part("xl/media/a.xml", b"<a>" * 200_000),
    _part(_SHEET, _sheet(b'<row r="1"><c r="A1"><v>1</v></c></row>' * 60_000)),
    _part(_SHEET, _sheet(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    _part(_SHEET, _sheet(b'<row r="99999999"><c r="A99999999"><v>1</v></c></row>')),
    _part(_SHEET, _sheet(b'<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>')),
    _part(_SHEET, _sheet(b'<row r="1"><c r="A1" t="s"><v>999999</v></c></row>')),
    _part(_SHEET, _sheet(b'<row r="1"><c r="A1" t="str"><v>' + b"x" * 40_000 + b"</v></c></row>")),
    _part(_SHEET, b"<a>" * 50_000 + b"</a>" * 50_000),
    _part(_SHEET, _LAUGHS),
    _part(_SHEET, b""),
    _part("xl/workbook.xml", b""),
    _part("xl/workbook.xml", _LAUGHS),
    _part("xl/sharedStrings.xml", b""),
    _part("xl/styles.xml", b"<x/>"),
    _part("[Content_Types].xml", b"<Types/>"),
    _part("[Content_Types].xml", _LAUGHS),
    _part("_rels/.rels", b""),
    _part("xl/externalLinks/externalLink1.xml", b"<externalLink/>"),
    _part("xl/worksheets/_rels/sheet1.xml.rels", _LINK),
    _part("xl/vbaProject.bin", b"x"),
    _part("xl/embeddings/oleObject1.bin", b"x"),
    _part("../../outside.xml", b"<x/>"),
    _part("XL/WORKBOOK.XML", b"<x/>"),
    lambda raw: with_parts(raw, {f"xl/p{i}.xml": b"" for i in range(2_100)}),
    lambda raw: raw + b"PK\x05\x06" + bytes(18),
    lambda raw: raw[: len(raw) // 2],
    lambda raw: b"PK\x03\x04",
    lambda raw: b"PK",
    lambda raw: raw * 2,
    lambda raw: b"",
    lambda raw: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000),
)


def changed_csv(door: Door, seeds: Sequence[tuple[str, bytes]]) -> st.SearchStrategy[Given]:
    """Return csv files with bytes changed, in strange encodings, or with fields without end."""

    @st.composite
    def change(draw: st.DrawFn) -> Given:
        base, raw = draw(st.sampled_from(seeds))
        for _ in range(draw(st.integers(1, 5))):
            at = draw(st.integers(0, len(raw)))
            length = draw(st.sampled_from((0, 0, 1, 8)))
            word = draw(st.sampled_from(nasty.WORDS)).encode("utf-8", errors="replace")
            new = draw(st.one_of(st.sampled_from(_CSV_BITS), st.just(word)))
            raw = raw[:at] + new * draw(st.sampled_from((1, 1, 1, 50))) + raw[at + length :]
        if draw(st.integers(0, 6)) == 0:
            name = draw(st.sampled_from(("utf-16", "utf-16-be", "cp1252", "utf-8-sig", "utf-32")))
            raw = raw.decode("utf-8", errors="replace").encode(name, errors="replace")
        return Given(door, base, "csv", raw)

    return change()
