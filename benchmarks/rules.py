"""
Compares rules run by innokumppanuus with its peers, interleaved; writes its section of the page.

    python benchmarks/rules.py            everything; minutes, and 12 GB of memory for 10 M rows
    python benchmarks/rules.py --quick    fewer rounds and 1 M rows only; writes nothing
    python benchmarks/rules.py --prepare  only installs what the contenders need

Any Python of 3.11 or later runs it; it needs nothing installed, but pip must reach a registry the
first time. Every contender is a process of its own. What they need is installed by pip, as `NEEDS`
says, into three environments in the folder `innokumppanuus-benchmark` of the machine's temporary
files: `ours` has this very source, `peers` the others, and OpenFisca (AGPL) one to itself; it is
never imported here. An environment whose needs have changed is made anew. Let nothing else run.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any

import sections

ROOT = Path(__file__).parents[1]
FOLDER = Path(tempfile.gettempdir()) / "innokumppanuus-benchmark"
CONTENDERS = Path(__file__).with_name("contenders.py")
NEEDS = {
    "peers": (
        "zen-engine",
        "cel-expr-python",
        "common-expression-language",
        "simpleeval",
        "cel-python",
    ),
    "openfisca": ("OpenFisca-Core",),
    "ours": (
        *("-e", str(ROOT), "-e", f"{ROOT / 'plugins' / 'innokumppanuus-columns'}[polars]"),
        "numpy",
    ),
}
PEERS = NEEDS["peers"]
NUMERIC = ("bytes", "duckdb", "polars", "openfisca", "openfisca-formulas")
NUMBERED = ("numbering", "polars-numbered", "openfisca-numbered")
OURS = ("duckdb", "polars", "polars-numbered")
RULESET = """\
innokumppanuus: 1
id: benchmark
name: Benchmark
is_fictional: true
form:
  - {id: id, name: Number}
  - {id: applied, name: amount, type: number, required: false}
  - {id: months, name: Months, type: integer, required: false}
  - {id: submitted, name: Submitted, type: moment, required: false}
  - {id: region, name: Region, required: false}
  - {id: title, name: Title, required: false}
  - {id: description, name: Description, required: false}
  - {id: email, name: Email, required: false}
eligibility:
"""


class Contender:
    """A contender's process: it prepares once and is timed every time it is asked."""

    def __init__(self, environment: str, name: str, count: int, rules: str = "all") -> None:
        words = [str(python(environment)), str(CONTENDERS), name, str(count), rules]
        self.process = subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.answers: list[dict[str, Any]] = []

    def run(self) -> None:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write("go\n")
        self.process.stdin.flush()
        self.answers.append(json.loads(self.process.stdout.readline()))

    def best(self, clock: str) -> float:
        return min(one[clock] for one in self.answers)

    def middle(self, clock: str) -> float:
        return statistics.median(one[clock] for one in self.answers)

    @property
    def digest(self) -> object:
        return self.answers[-1]["digest"]

    def close(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()


def python(environment: str) -> Path:
    """Return the interpreter of an environment, which is made when it is not there."""
    path = FOLDER / environment
    interpreter = path / "bin" / "python"
    needs, ready = " ".join(NEEDS[environment]), path / "ready"
    if not ready.exists() or ready.read_text(encoding="utf-8") != needs:
        print(f"Installing into {path}: {needs}", file=sys.stderr)
        venv.create(path, with_pip=True, clear=True)
        pip = [str(interpreter), "-m", "pip", "install", "--quiet", *NEEDS[environment]]
        subprocess.run(pip, check=True)
        ready.write_text(needs, encoding="utf-8")
    return interpreter


def interleaved(contenders: dict[str, Contender], rounds: int) -> None:
    """Run all contenders in turn, *rounds* times, and end them."""
    for number in range(rounds):
        names = list(contenders)
        for name in names[number % len(names) :] + names[: number % len(names)]:
            contenders[name].run()
    for one in contenders.values():
        one.close()


def row_wise(rounds: int) -> list[str]:
    names = {
        "hand": "ours",
        "generated": "ours",
        "closures": "ours",
        **dict.fromkeys(PEERS, "peers"),
    }
    contenders = {name: Contender(place, name, 1000) for name, place in names.items()}
    interleaved(contenders, rounds)
    right = contenders["hand"].digest
    base = contenders["hand"].middle("cpu")
    fastest = min(contenders[name].middle("cpu") for name in PEERS)
    ours = contenders["generated"].middle("cpu")
    lines = [
        "| contender | µs per evaluation | × by hand | × generated | same outcomes |",
        "|---|---|---|---|---|",
    ]
    for name, one in sorted(contenders.items(), key=lambda item: item[1].middle("cpu")):
        spent = one.middle("cpu")
        same = "yes" if one.digest == right else f"no: {one.digest} against {right}"
        each, by_hand, by_ours = spent / 5000 * 1e6, spent / base, spent / ours
        lines.append(f"| {name} | {each:.2f} | {by_hand:.1f} | {by_ours:.1f} | {same} |")
    met = "met" if fastest / ours >= 5 else "**not met**"
    lines += ["", f"Target: 5 × the fastest peer. Measured: {fastest / ours:.1f} ×, {met}."]
    return lines


def columnar(count: int, rounds: int) -> list[str]:
    lines = [
        f"#### {count:,} rows".replace(",", " "),
        "",
        "| rules | engine | ns per row | × the bytes | × polars | peak memory, MB |",
        "|---|---|---|---|---|---|",
    ]
    told = []
    for rules, limit, names in (("numeric", 3, NUMERIC), ("all", 30, (*NUMERIC, *NUMBERED))):
        contenders = {
            name: Contender("openfisca" if "openfisca" in name else "ours", name, count, rules)
            for name in names
        }
        interleaved(contenders, rounds)
        best = {name: one.best("wall") for name, one in contenders.items()}
        for name, one in contenders.items():
            peak = max(answer["peak"] for answer in one.answers)
            lines.append(
                f"| {rules} | {name} | {best[name] / count * 1e9:.1f} "
                f"| {best[name] / best['bytes']:.1f} | {best[name] / best['polars']:.1f} "
                f"| {peak / 1e6:,.0f} |".replace(",", " ")
            )
        for ours in OURS:
            if ours not in best:
                continue
            theirs = "openfisca-numbered" if ours == "polars-numbered" else "openfisca"
            same = contenders[ours].digest == contenders[theirs].digest
            bytes_, times = best[ours] / best["bytes"], best[theirs] / best[ours]
            told.append(
                f"- {rules}, {ours}: {bytes_:.1f} × the time to read the bytes (target {limit} ×: "
                f"{_met(bytes_ <= limit)}), {theirs} takes {times:.1f} × as long (target 20 ×: "
                f"{_met(times >= 20)}); the counts are {'' if same else '**not** '}the same."
            )
    return [*lines, "", *told, ""]


def command(count: int) -> str:
    """Run the command over a parquet file and return what it took."""
    folder = FOLDER / "data"
    folder.mkdir(parents=True, exist_ok=True)
    table, rules = folder / f"rows-{count}.parquet", folder / "rules.yaml"
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import contenders;"
        "contenders.parquet(int(sys.argv[2]), sys.argv[3])"
    )
    here = str(CONTENDERS.parent)
    if not table.exists():
        subprocess.run([python("ours"), "-c", code, here, str(count), str(table)], check=True)
    sys.path.insert(0, here)
    import tables

    named = "".join(
        f"  - {{id: rule_{n}, name: Rule {n}, when: {json.dumps(text, ensure_ascii=False)}}}\n"
        for n, text in enumerate(one.replace("amount", "applied") for one in tables.CEL)
    )
    rules.write_text(RULESET + named, encoding="utf-8")
    tool = FOLDER / "ours" / "bin" / "innokumppanuus"
    words = ["--json", "columns", "screen", str(rules), "--applications", str(table)]
    timed = (
        "import json, resource, subprocess, sys, time; start = time.perf_counter();"
        "done = subprocess.run(sys.argv[1:], capture_output=True, text=True);"
        "spent = time.perf_counter() - start;"
        "peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024;"
        "print(json.dumps([spent, peak, json.loads(done.stdout)['result']]))"
    )
    out = str(folder / "outcomes.parquet")
    done = subprocess.run(
        [python("ours"), "-c", timed, str(tool), *words, "--out", out],
        capture_output=True,
        check=True,
        text=True,
    )
    spent, peak, result = json.loads(done.stdout)
    data = count * tables.bytes_of_row()
    return (
        f"| {count:,} | {spent:.1f} | {result['rows']:,} | {peak / 1e6:,.0f} | {data / 1e6:,.0f} "
        f"| {peak / data:.1f} | {_met(peak <= 2 * data)} |"
    ).replace(",", " ")


def _met(is_so: bool) -> str:
    return "met" if is_so else "**not met**"


def versions() -> str:
    """Return the versions of what was compared."""
    code = "from importlib.metadata import version as v; import sys; print(*map(v, sys.argv[1:]))"
    found = []
    for place, names in (
        ("peers", PEERS),
        ("openfisca", NEEDS["openfisca"]),
        ("ours", ("innokumppanuus", "duckdb", "polars", "sqlglot", "numpy")),
    ):
        words = [str(python(place)), "-c", code, *names]
        got = subprocess.run(words, capture_output=True, check=True, text=True).stdout.split()
        found += [f"{name} {one}" for name, one in zip(names, got, strict=True)]
    return ", ".join(found)


def page(quick: bool) -> str:
    rounds, sizes = (3, (1_000_000,)) if quick else (15, (1_000_000, 10_000_000))
    before = sections.machine()
    lines = [
        "## How fast rules run",
        "",
        "Written by `python benchmarks/rules.py`.",
        "",
        f"- Machine: {before}",
        f"- {versions()}",
        "",
        "### One application at a time",
        "",
        "Five rules (sums and months in a range, a deadline, a list of regions, three tests of",
        "texts, an address that may be missing) on 1 000 dictionaries, the conversion that a",
        f"contender needs included. Median CPU time of {rounds} rounds. `generated` is what runs",
        "many rows, `closures` what a single evaluation uses; both give the same values.",
        "",
        *row_wise(rounds),
        "",
        "A contender whose outcomes differ measures a text in bytes and not in letters.",
        "",
        "### Columns",
        "",
        "The best wall time of some rounds; `numeric` are the first two rules. *The bytes* is",
        "`numpy.sum` over the three numeric columns, scaled to all bytes of a row for all five",
        "rules. `duckdb` and `polars` count, for every rule, the rows that it is met by and can",
        "tell of, over a table in memory. `openfisca` is a whole simulation from arrays:",
        "entities, inputs, formulas; `openfisca-formulas` leaves out all but the formulas.",
        "",
        "`polars-numbered` and `openfisca-numbered` get the texts by number, and look at each text",
        "once and not in each row; that is what a table that is screened many times is worth.",
        "`numbering` is what it costs, once. Only like is compared with like.",
        "",
    ]
    for size in sizes:
        lines += columnar(size, 3 if size > 10**6 else 5)
    lines += [
        "### The command",
        "",
        "`innokumppanuus columns screen` from parquet to parquet, the start of Python included.",
        "",
        "| rows | seconds | screened | peak memory, MB | data, MB | memory × data | target 2 × |",
        "|---|---|---|---|---|---|---|",
        *map(command, sizes),
        "",
    ]
    return "\n".join(lines)


def main() -> None:
    """Measure, and write the page or show it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--prepare", action="store_true")
    asked = parser.parse_args()
    for environment in NEEDS:
        python(environment)
    if asked.prepare:
        return
    quick = asked.quick
    text = page(quick)
    if quick:
        print(text)
    else:
        sections.write(text)


if __name__ == "__main__":
    main()
