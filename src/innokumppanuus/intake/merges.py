"""Which cells of a workbook's sheets are merged. The reader of values does not tell it."""

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from posixpath import join, normpath

from defusedxml.ElementTree import iterparse
from openpyxl.utils import range_boundaries

from innokumppanuus.intake.cells import Area

_LAST_COLUMN, _LAST_ROW = 16_384, 1_048_576
_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


def merged_areas(raw: bytes) -> Mapping[str, tuple[Area, ...]]:
    """Return the merged areas by sheet, in the order of the file; *raw* is safe to unpack."""
    with zipfile.ZipFile(BytesIO(raw)) as package:
        if not {_BOOK, _RELATIONS} <= set(package.namelist()):
            return {}
        targets = {
            one["Id"]: normpath(join("xl", one["Target"])).removeprefix("/")
            for one in _elements(package, _RELATIONS, "Relationship")
        }
        sheets = {one["name"]: targets[one["id"]] for one in _elements(package, _BOOK, "sheet")}
        return {
            name: tuple(_areas(package, part))
            for name, part in sheets.items()
            if part in package.namelist()
        }


def _areas(package: zipfile.ZipFile, part: str) -> Iterator[Area]:
    for one in _elements(package, part, "mergeCell"):
        left, top, right, bottom = range_boundaries(one["ref"])
        yield Area(
            left=left or 1,
            top=top or 1,
            right=right or _LAST_COLUMN,
            bottom=bottom or _LAST_ROW,
        )


def _elements(package: zipfile.ZipFile, part: str, tag: str) -> Iterator[dict[str, str]]:
    """Yield the attributes of each such element, without their namespaces."""
    with package.open(part) as stream:
        for _, element in iterparse(stream, forbid_dtd=True):
            if element.tag.rpartition("}")[2] == tag:
                yield {name.rpartition("}")[2]: value for name, value in element.attrib.items()}
            element.clear()
