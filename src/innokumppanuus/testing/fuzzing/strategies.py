"""What is fed to each door, as named Hypothesis strategies over the material."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs
from hypothesis import strategies as st

from innokumppanuus.intake import write_forms, write_sheet
from innokumppanuus.intake.kinds import FileKind
from innokumppanuus.intake.tables import tables_bytes
from innokumppanuus.records import to_record
from innokumppanuus.ruleset import fingerprint, packaged, seal
from innokumppanuus.ruleset.packaging import SEAL_KEY
from innokumppanuus.testing.fuzzing import mutations, nasty, oracle, tables
from innokumppanuus.testing.fuzzing.expressions import expressions_from
from innokumppanuus.testing.fuzzing.inputs import Door, Given
from innokumppanuus.testing.fuzzing.material import Material


def sorts(material: Material) -> Mapping[str, st.SearchStrategy[Given]]:
    """Return every sort of input by its name, in the order in which a run takes turns."""
    found: dict[str, st.SearchStrategy[Given]] = {}
    for door in (Door.RULESET, Door.PARAMETERS, Door.CASES):
        seeds = material.yaml[door]
        if seeds:
            found[f"{door}: changed parts"] = mutations.changed_trees(door, seeds)
            found[f"{door}: changed bytes"] = mutations.changed_text(door, seeds)
            found[f"{door}: made to harm"] = mutations.hostile_text(door, seeds)
    found["expression"] = expressions_from(material.expressions)
    for door in (Door.APPLICATIONS, Door.SHEET, Door.TABLES):
        books, csv = _files(material, door)
        found[f"{door}: changed cells"] = tables.changed_cells(door, books)
        found[f"{door}: changed parts"] = tables.changed_parts(door, books)
        found[f"{door}: made to harm"] = tables.hostile_packages(door, books)
        if csv:
            found[f"{door}: csv"] = tables.changed_csv(door, csv)
    found["package: changed"] = _packages(material)
    bases = tuple(material.rulesets)
    rules = mutations.changed_trees(Door.COMMAND, material.yaml[Door.RULESET], most=2)
    books, csv = _files(material, Door.APPLICATIONS)
    found["command: rule sets"] = st.builds(
        lambda one, base: attrs.evolve(one, base=base), rules, st.sampled_from(bases)
    )
    found["command: tables"] = st.one_of(
        tables.changed_cells(Door.COMMAND, books), tables.changed_csv(Door.COMMAND, csv)
    )
    return found


def _files(
    material: Material, door: Door
) -> tuple[list[tuple[str, bytes]], list[tuple[str, bytes]]]:
    """Return workbooks and csv files for a door, each with the key of its rule set."""
    if door is Door.TABLES:
        return [("", tables_bytes(material.tabled[1], "fi"))], []
    books: list[tuple[str, bytes]] = []
    csv: list[tuple[str, bytes]] = []
    with TemporaryDirectory() as name:
        for key, ruleset in material.rulesets.items():
            call, given = ruleset.call, oracle.some_applications(ruleset.call)
            for kind, kept in ((FileKind.XLSX, books), (FileKind.CSV, csv)):
                folder = Path(name) / key / kind
                if door is Door.APPLICATIONS:
                    paths = write_forms(folder, call, given, kind=kind)
                else:
                    paths = tuple(
                        write_sheet(folder, call, given, one, kind=kind)
                        for one in oracle.some_sheets(call, given)
                    )
                kept += [(key, path.read_bytes()) for path in paths]
            example = material.shipped[key].applications
            if example is not None and door is Door.APPLICATIONS:
                kept = books if example.suffix == ".xlsx" else csv
                kept.append((key, example.read_bytes()))
    return books, csv


def _packages(material: Material) -> st.SearchStrategy[Given]:
    """Return sealed packages and kept decisions whose record says something else."""
    workspace, records = material.workspace, []
    for ruleset in material.rulesets.values():
        records.append(json.loads(seal(packaged(ruleset, workspace.plugins))))
        given = oracle.some_applications(ruleset.call)
        decision = workspace.decide(ruleset, given, oracle.some_sheets(ruleset.call, given))
        records.append(to_record(decision))
    values = st.one_of(
        st.sampled_from(nasty.WORDS),
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.just([]),
        st.just({}),
        st.lists(st.sampled_from(nasty.WORDS), max_size=2),
    )

    @st.composite
    def change(draw: st.DrawFn) -> Given:
        record = json.loads(json.dumps(draw(st.sampled_from(records))))
        for _ in range(draw(st.integers(1, 3))):
            holder, key = draw(st.sampled_from(list(_places(record))))
            if draw(st.integers(0, 5)) == 0:
                del holder[key]
            else:
                holder[key] = draw(values)
        if SEAL_KEY in record and draw(st.booleans()):
            record[SEAL_KEY] = _sealed(record)
        raw = json.dumps(record, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")
        if draw(st.integers(0, 5)) == 0:
            at = draw(st.integers(0, len(raw)))
            raw = raw[:at] + draw(st.binary(max_size=4)) + raw[at + 1 :]
        return Given(Door.PACKAGE, "", "json", raw)

    return change()


def _sealed(record: dict[str, object]) -> str:
    """Return the seal that the record would have, so that what was changed is read at all."""
    rest = {key: value for key, value in record.items() if key != SEAL_KEY}
    words = json.dumps(rest, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return fingerprint(words.encode("utf-8", errors="surrogatepass"))


def _places(record: object) -> Iterator[tuple[Any, Any]]:
    if isinstance(record, dict):
        for key, value in record.items():
            yield record, key
            yield from _places(value)
    elif isinstance(record, list):
        for index, value in enumerate(record):
            yield record, index
            yield from _places(value)
