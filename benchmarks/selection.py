"""
Compares selection and robustness with their peers, interleaved, and writes the page of it.

    python benchmarks/selection.py                 every topic; many minutes
    python benchmarks/selection.py smaa rpm        only these topics
    python benchmarks/selection.py --quick         fewer rounds; shows, and writes nothing
    python benchmarks/selection.py --prepare       only installs what the contenders need

Any Python of 3.11 or later runs it; it needs nothing installed, but pip must reach a registry the
first time. Each topic is a module `selection_<topic>.py` beside this one with

- `TITLE`, the heading of its section, and `NEEDS`, what pip installs by name of environment
  (`ours` has this very source, the plugin and what the topic adds; peers have their own, and those
  under GPL are never imported by ours);
- `contender(name, quick)`, run in a process of its own in the environment that `CONTENDERS` gives
  its name: it prepares, and returns the function that is timed, whose result is a digest of what
  it found;
- `section(runs, quick)`, the lines below the heading. `runs.timed(names, rounds, **settings)` runs
  the contenders in turn and returns by name all seconds (wall), CPU seconds, peaks and digests.

Let nothing else run.
"""

import argparse
import importlib
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import sections

ROOT = Path(__file__).parents[1]
FOLDER = Path(tempfile.gettempdir()) / "innokumppanuus-benchmark" / "selection"
PREFIX = "selection_"
OURS = "ours"


class Timed:
    """What a contender took, one entry for each round."""

    def __init__(self) -> None:
        self.answers: list[dict[str, Any]] = []

    def best(self, clock: str = "wall") -> float:
        return float(min(one[clock] for one in self.answers))

    def middle(self, clock: str = "wall") -> float:
        return float(statistics.median(one[clock] for one in self.answers))

    @property
    def peak(self) -> int:
        """Most memory of the process, in bytes."""
        return int(max(one["peak"] for one in self.answers))

    @property
    def digest(self) -> object:
        return self.answers[-1]["digest"]


class Runs:
    """Runs the contenders of one topic."""

    def __init__(self, topic: ModuleType, quick: bool) -> None:
        self.topic = topic
        self.quick = quick

    def timed(self, names: Sequence[str], rounds: int, **settings: object) -> dict[str, Timed]:
        """Run the named contenders in turn, *rounds* times, each round from another one on."""
        processes = {name: self._started(name, settings) for name in names}
        found = {name: Timed() for name in names}
        for number in range(rounds):
            first = number % len(names)
            for name in (*names[first:], *names[:first]):
                process = processes[name]
                assert process.stdin is not None and process.stdout is not None
                process.stdin.write("go\n")
                process.stdin.flush()
                line = process.stdout.readline()
                if not line:
                    raise SystemExit(f"{name} ended without an answer; see what it said above.")
                found[name].answers.append(json.loads(line))
        for process in processes.values():
            assert process.stdin is not None
            process.stdin.close()
            process.wait()
        return found

    def _started(self, name: str, settings: dict[str, object]) -> "subprocess.Popen[str]":
        interpreter = python(self.topic, self.topic.CONTENDERS[name])
        words = [str(interpreter), __file__, "--contender", _key(self.topic), name]
        words += ["--settings", json.dumps(settings)]
        return subprocess.Popen(
            words + (["--quick"] if self.quick else []),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        )


def python(topic: ModuleType, environment: str) -> Path:
    """Return the interpreter of an environment of a topic, made when it is not there or changed."""
    path = FOLDER / f"{_key(topic)}-{environment}"
    interpreter, ready = path / "bin" / "python", path / "ready"
    needs = list(topic.NEEDS.get(environment, ()))
    if environment == OURS:
        needs += ["-e", str(ROOT), "-e", str(ROOT / "plugins" / "innokumppanuus-selection")]
    said = " ".join(needs)
    if not ready.exists() or ready.read_text(encoding="utf-8") != said:
        print(f"Installing into {path}: {said}", file=sys.stderr)
        venv.create(path, with_pip=True, clear=True)
        pip = [str(interpreter), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        subprocess.run([*pip, *needs], check=True)
        ready.write_text(said, encoding="utf-8")
    return interpreter


def versions(topic: ModuleType) -> str:
    """Return the versions of what was compared, ours first."""
    code = (
        "import sys; from importlib.metadata import version;"
        "print(', '.join(f'{one} {version(one)}' for one in sys.argv[1:]))"
    )
    found = []
    for environment in sorted({OURS, *topic.NEEDS}, key=lambda one: (one != OURS, one)):
        names = [one.partition("[")[0] for one in topic.NEEDS.get(environment, ())]
        names += ["innokumppanuus", "numpy", "scipy"] if environment == OURS else []
        words = [str(python(topic, environment)), "-c", code, *dict.fromkeys(names)]
        found.append(subprocess.run(words, capture_output=True, check=True, text=True).stdout)
    return ", ".join(one.strip() for one in found)


def topics() -> dict[str, ModuleType]:
    """Return the modules of the topics by their keys."""
    here = Path(__file__).parent
    names = sorted(one.stem for one in here.glob(f"{PREFIX}*.py"))
    return {name.removeprefix(PREFIX): importlib.import_module(name) for name in names}


def contend(topic: ModuleType, name: str, quick: bool, settings: dict[str, Any]) -> None:
    """Answer every line with the time of one run: the process of a contender."""
    out = os.dup(1)
    os.dup2(2, 1)  # what libraries print goes to the other stream
    run = topic.contender(name, quick, **settings)
    for _ in sys.stdin:
        wall, cpu = time.perf_counter(), time.process_time()
        digest = run()
        spent = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        os.write(out, (json.dumps({**spent, "peak": peak, "digest": digest}) + "\n").encode())


def _key(topic: ModuleType) -> str:
    return topic.__name__.removeprefix(PREFIX)


def main() -> None:
    """Measure the topics, and write their sections or show them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("topics", nargs="*", metavar="TOPIC")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--prepare", action="store_true")
    parser.add_argument("--contender", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--settings", type=json.loads, default={}, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.contender:
        key, name = asked.contender
        contend(importlib.import_module(PREFIX + key), name, asked.quick, asked.settings)
        return
    known = topics()
    unknown = [one for one in asked.topics if one not in known]
    if unknown:
        parser.error(f"no topic {', '.join(unknown)}; there are {', '.join(known)}")
    for key in asked.topics or known:
        topic = known[key]
        for environment in sorted({OURS, *topic.NEEDS}):
            python(topic, environment)
        if asked.prepare:
            continue
        before = sections.machine()
        lines = topic.section(Runs(topic, asked.quick), asked.quick)
        written = f"Written by `python benchmarks/selection.py {key}`."
        head = [f"## {topic.TITLE}", "", written, "", f"- Machine: {before}"]
        text = "\n".join([*head, f"- {versions(topic)}", "", *lines])
        if asked.quick:
            print(text)
        else:
            sections.write(text)


if __name__ == "__main__":
    main()
