"""The canonical form of a call: same content, same bytes, however its file is laid out."""

import hashlib
import json

from innokumppanuus.domain.call import Call
from innokumppanuus.errors import Problem, RecordProblems
from innokumppanuus.records import from_record, to_record
from innokumppanuus.ruleset.reading import VERSION, VERSION_KEY

CALL_KEY = "call"


def freeze(call: Call) -> bytes:
    """Return the call as canonical JSON: keys sorted, lists in their order, every default said."""
    record = {VERSION_KEY: VERSION, CALL_KEY: to_record(call)}
    text = json.dumps(
        record, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )
    return text.encode("utf-8")


def thaw(frozen: bytes) -> Call:
    """
    Return the call that was frozen.

    Raises:
        RecordProblems: When the bytes are not a frozen call of a version that is known.
    """
    try:
        record = json.loads(frozen)
    except (ValueError, RecursionError) as error:
        raise RecordProblems([Problem(key="record-json", values={"got": str(error)})]) from error
    if not isinstance(record, dict) or record.get(VERSION_KEY) != VERSION:
        got = record.get(VERSION_KEY, "–") if isinstance(record, dict) else "–"
        values = {"must": VERSION, "got": str(got)}
        raise RecordProblems([Problem(key="version", values=values, path=VERSION_KEY)])
    return from_record(Call, record.get(CALL_KEY))


def fingerprint(frozen: bytes) -> str:
    """Return the SHA-256 of canonical bytes, in hexadecimal."""
    return hashlib.sha256(frozen).hexdigest()
