"""
Refuses a file that could do harm, before anything else reads it.

It looks at bytes and at the parts of the package only; what the cells say is for others.
"""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import attrs
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from innokumppanuus.errors import HostileFile, IntakeProblems, Place, Problem

MOST_BYTES = 20_000_000
MOST_UNPACKED = 200_000_000
MOST_PARTS = 2_000
MOST_RATIO = 200
MOST_CHARACTERS = 32_767
"""The most that a spreadsheet cell can hold, and so the most that is taken from csv too."""

_RATIO_FROM = 5_000_000
_CHUNK = 1 << 16
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WEB_PAGE = re.compile(rb"\s*(<!doctype|<html|<\?xml|<table|<meta)", re.IGNORECASE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_PARTS = {
    "file-macros": re.compile(r"vba|macrosheets|xl/dialogsheets", re.IGNORECASE),
    "file-links": re.compile(r"xl/(externalLinks|connections|queryTables|webExtensions)", re.I),
    "file-embedded": re.compile(r"embeddings/|activeX|oleObject", re.IGNORECASE),
}
_MACRO_TYPE = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
_RELATION = re.compile(rb"<[\w:]*Relationship\b[^>]*>", re.IGNORECASE)
_OUTSIDE = re.compile(rb"""TargetMode\s*=\s*["']External["']""", re.IGNORECASE)
_HYPERLINK = re.compile(rb"""Type\s*=\s*["'][^"']*/hyperlink["']""", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class Content:
    """The bytes of a file that is safe to read; a workbook, or else text."""

    name: str
    raw: bytes
    is_workbook: bool


def take(path: Path) -> Content:
    """
    Return the content of the file at *path*.

    Raises:
        HostileFile: When it is refused; the key says why.
        IntakeProblems: When it is not there.
    """
    name = path.name
    if not path.is_file():
        raise IntakeProblems([Problem(key="file-absent", place=Place(file=name))])
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise HostileFile("file-too-large", file=name, size=size, limit=MOST_BYTES)
    raw = path.read_bytes()
    if raw.startswith(b"PK"):
        check_package(raw, name)
        return Content(name=name, raw=raw, is_workbook=True)
    _refuse_what_is_not_text(raw, name)
    return Content(name=name, raw=raw, is_workbook=False)


def check_package(raw: bytes, name: str) -> None:
    """Raise HostileFile unless *raw* is a sound workbook that holds nothing but its own data."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            _check_names(package, name)
            _check_sizes(package, len(raw), name)
            for part, content in _parts(package, len(raw), name):
                _check_part(part, content, name)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError) as error:
        raise HostileFile("file-damaged", file=name) from error
    except Exception as error:  # zlib.error, lzma.LZMAError and others have no common base
        if isinstance(error, HostileFile):
            raise
        raise HostileFile("file-damaged", file=name) from error


def _check_names(package: zipfile.ZipFile, name: str) -> None:
    parts = package.namelist()
    if len(parts) > MOST_PARTS:
        raise HostileFile("file-parts", file=name, count=len(parts), limit=MOST_PARTS)
    if any(info.flag_bits & 0x1 for info in package.infolist()):
        raise HostileFile("file-encrypted", file=name)
    if "[Content_Types].xml" not in parts or not any(p.startswith("xl/") for p in parts):
        raise HostileFile("file-not-workbook", file=name)
    if len({part.casefold() for part in parts}) < len(parts):
        raise HostileFile("file-damaged", file=name)
    for key, pattern in _PARTS.items():
        found = next((part for part in parts if pattern.search(part)), None)
        if found is not None:
            raise HostileFile(key, file=name, part=found)


def _check_sizes(package: zipfile.ZipFile, packed: int, name: str) -> None:
    _check_size(sum(info.file_size for info in package.infolist()), packed, name)


def _check_size(unpacked: int, packed: int, name: str) -> None:
    if unpacked > MOST_UNPACKED:
        raise HostileFile("zip-size", file=name, size=unpacked, limit=MOST_UNPACKED)
    if unpacked > _RATIO_FROM and unpacked > packed * MOST_RATIO:
        ratio = unpacked // max(packed, 1)
        raise HostileFile("zip-ratio", file=name, ratio=ratio, limit=MOST_RATIO)


def _parts(package: zipfile.ZipFile, packed: int, name: str) -> Iterator[tuple[str, bytes]]:
    """Yield each part unpacked, counting what really comes out and not what was declared."""
    unpacked = 0
    for info in package.infolist():
        chunks = []
        with package.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                unpacked += len(chunk)
                _check_size(unpacked, packed, name)
                chunks.append(chunk)
        yield info.filename, b"".join(chunks)


def _check_part(part: str, content: bytes, name: str) -> None:
    try:
        # A document type stands before the first element, so one event is enough.
        next(iter(iterparse(BytesIO(content), events=("start",), forbid_dtd=True)), None)
    except DefusedXmlException as error:
        raise HostileFile("file-entities", file=name, part=part) from error
    except ParseError:
        pass  # a picture or the like; a damaged sheet is found when it is read
    if part == "[Content_Types].xml" and _MACRO_TYPE.search(content):
        raise HostileFile("file-macros", file=name, part=part)
    if part.endswith(".rels"):
        for relation in _RELATION.findall(content):
            if _OUTSIDE.search(relation) and not _HYPERLINK.search(relation):
                raise HostileFile("file-links", file=name, part=part)


def _refuse_what_is_not_text(raw: bytes, name: str) -> None:
    if raw.startswith(_OLE):
        key = "file-encrypted" if _ENCRYPTED in raw else "file-old"
        raise HostileFile(key, file=name)
    if _WEB_PAGE.match(raw.removeprefix(b"\xef\xbb\xbf")):
        raise HostileFile("file-web-page", file=name)
    is_utf16 = raw.startswith(_UTF16)
    if not is_utf16 and b"\x00" in raw:
        raise HostileFile("file-binary", file=name)
