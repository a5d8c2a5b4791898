"""`python -m innokumppanuus.testing.fuzzing --minutes 10`: the long run, outside CI."""

import argparse
import platform
import resource
import sys
import time
import warnings
from pathlib import Path

from hypothesis.errors import HypothesisWarning

from innokumppanuus.testing.fuzzing.growth import slow
from innokumppanuus.testing.fuzzing.material import Material
from innokumppanuus.testing.fuzzing.run import run
from innokumppanuus.testing.fuzzing.strategies import sorts

_MOST_BYTES = 4_000_000_000


def main() -> int:
    """Run, tell what was found, and return 1 when anything was."""
    parser = argparse.ArgumentParser(prog="fuzzing")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--out", type=Path, default=None, help="folder for what is found")
    parser.add_argument("--only", default="", help="sorts whose name begins so")
    given = parser.parse_args()
    warnings.simplefilter("ignore", HypothesisWarning)  # of the length of what it shows
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
    material = Material.gathered()
    every = sorts(material)
    wanted = {name: one for name, one in every.items() if name.startswith(given.only)}
    print(f"Python {platform.python_version()}, seed {given.seed}, {len(wanted)} sorts")
    tally = run(material, wanted, given.minutes, given.seed, given.out)
    grown = list(slow(material))
    for sort, counts in tally.counts.items():
        told = ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
        print(f"{sort}: {told}; slowest {tally.slowest.get(sort, 0.0):.2f} s")
    for one in tally.findings.values():
        print(f"FOUND {one.times} x {one.sort}: {one.signature}")
        print(f"      {one.given!r}")
    for name, seconds, growth in grown:
        print(f"GROWS {name}: {seconds:.2f} s, {growth:.1f} times for 4 times the length")
    record = tally.record()
    print(f"{record['inputs']} inputs, at most {record['most_memory_megabytes']} MB")
    return 1 if tally.findings or grown else 0


if __name__ == "__main__":
    sys.exit(main())
