"""The long run: every sort of input in turn until the time is up, findings kept as files."""

import json
import math
import re
import resource
import time
import traceback
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

from innokumppanuus.testing.fuzzing.doors import enter
from innokumppanuus.testing.fuzzing.inputs import Given
from innokumppanuus.testing.fuzzing.material import Material

_AT_A_TIME = 60
_SLICE = 8.0
"""Seconds that a sort has before the next one: what is quick to try is tried more often."""

_MOST_SHRINKING = 8.0
_CODE = "innokumppanuus"
_NUMBER = re.compile(r"[0-9]+")


@attrs.define
class Finding:
    """Something that a door must not do, with the smallest input that made it do so."""

    sort: str
    signature: str
    given: Given
    trace: str
    times: int = 1


@attrs.define
class Tally:
    """
    What a run came to.

    Attributes:
        counts: Inputs by sort and outcome.
        findings: By signature: what was raised and where.
        slowest: Seconds of the slowest input of each sort.
    """

    counts: dict[str, Counter[str]] = attrs.field(factory=dict)
    findings: dict[str, Finding] = attrs.field(factory=dict)
    slowest: dict[str, float] = attrs.field(factory=dict)

    def record(self) -> dict[str, object]:
        """Return the tally as JSON has it."""
        return {
            "inputs": sum(sum(one.values()) for one in self.counts.values()),
            "sorts": {
                sort: {**counts, "slowest_seconds": round(self.slowest.get(sort, 0.0), 2)}
                for sort, counts in self.counts.items()
            },
            "findings": [
                {"sort": one.sort, "signature": one.signature, "times": one.times}
                for one in self.findings.values()
            ],
            "most_memory_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        }


def run(
    material: Material,
    sorts: Mapping[str, SearchStrategy[Given]],
    minutes: float,
    start: int,
    keep: Path | None = None,
) -> Tally:
    """
    Return what came of feeding all *sorts* in turn for so many *minutes*.

    Args:
        start: Seed of the first turn; the same seed gives the same inputs.
        keep: Folder for the input of each finding.
    """
    tally, until, turn = Tally(), time.monotonic() + minutes * 60, start
    while time.monotonic() < until:
        for sort, strategy in sorts.items():
            if time.monotonic() >= until:
                break
            late = time.monotonic() + _SLICE
            while time.monotonic() < min(late, until):
                take_turn(material, sort, strategy, turn, tally, until)
                turn += 1
    if keep is not None:
        for number, one in enumerate(tally.findings.values()):
            path = one.given.keep(keep, f"{number:03}")
            path.with_name(f"{path.name}.trace").write_text(one.trace, encoding="utf-8")
        keep.mkdir(parents=True, exist_ok=True)
        words = json.dumps(tally.record(), indent=2, ensure_ascii=False)
        (keep / "tally.json").write_text(words + "\n", encoding="utf-8")
    return tally


def take_turn(
    material: Material,
    sort: str,
    strategy: SearchStrategy[Given],
    turn: int,
    tally: Tally,
    until: float = math.inf,
    most: int = _AT_A_TIME,
) -> None:
    """Feed at most *most* inputs of one sort and write in *tally* what came of them."""
    known, shrinking = set(tally.findings), [0.0]
    counts = tally.counts.setdefault(sort, Counter())

    @seed(turn)
    @settings(
        max_examples=most,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
        report_multiple_bugs=False,
    )
    @given(strategy)
    def feed(one: Given) -> None:
        now = time.monotonic()
        if now >= until or (shrinking[0] and now - shrinking[0] > _MOST_SHRINKING):
            return
        try:
            with TemporaryDirectory() as folder:
                outcome, seconds = enter(material, one, Path(folder))
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            signature = signature_of(error)
            counts["found"] += 1
            finding = tally.findings.get(signature)
            if finding is None:
                trace = "".join(traceback.format_exception(error))[-6_000:]
                tally.findings[signature] = Finding(sort, signature, one, trace)
                print(f"{sort}: {signature}", flush=True)
            else:
                finding.times += 1
                if len(one.content) < len(finding.given.content):
                    finding.given = one
            if signature in known:
                return
            shrinking[0] = shrinking[0] or now
            raise AssertionError(signature) from error
        counts[outcome] += 1
        tally.slowest[sort] = max(tally.slowest.get(sort, 0.0), seconds)

    try:
        feed()
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # kept above already, with the smallest input
        if set(tally.findings) == known:
            raise AssertionError("Hypothesis failed where no door did.") from error


def signature_of(error: BaseException) -> str:
    """Return what was raised and where, so that one fault counts once."""
    frames = [
        one
        for one in traceback.extract_tb(error.__traceback__)
        if _CODE in one.filename and "fuzzing" not in one.filename
    ]
    where = f"{Path(frames[-1].filename).name}:{frames[-1].name}" if frames else "fuzzing"
    words = _NUMBER.sub("0", str(error).splitlines()[0][:90]) if str(error) else ""
    return f"{type(error).__name__} in {where}: {words}"
