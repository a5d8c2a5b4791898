"""What the project promises as a whole, so that it cannot be broken in passing."""

import ast
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import innokumppanuus
from innokumppanuus.faces import plugins as face_hooks
from innokumppanuus.plugin import specs

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "innokumppanuus"
TESTS = ROOT / "tests"
MOST_LINES = 400

WITHOUT_TEST_FILE = {
    "problem_texts.py": "sentences only; the tests of the texts compare the languages",
    "faces/cli/material.py": "tested through the commands that read with it",
    "faces/cli/help.py": "tested through every command's help in test_program",
    "domain/findings.py": "values without behaviour",
    "domain/explanation.py": "values without behaviour",
    "domain/selection.py": "values without behaviour",
    "domain/standing.py": "values without behaviour",
    "domain/packs.py": "values without behaviour",
    "domain/comparison.py": "values without behaviour",
    "domain/package.py": "values without behaviour",
    "domain/follow_up.py": "values without behaviour",
}
"""Modules with code that have no test file of their own, and why."""

HOOKS = {
    name: function
    for module in (specs, face_hooks)
    for name, function in vars(module).items()
    if name.startswith("register_")
}


def tracked(*patterns: str) -> Iterator[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", *patterns],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    return (ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).exists())


def modules(folder: Path = SOURCE) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*.py")) if path.name[0] != "_")


def has_code(path: Path) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(isinstance(node, (ast.FunctionDef, ast.ClassDef)) for node in tree.body)


def nouns() -> Iterator[str]:
    for path in modules(SOURCE / "domain"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                yield node.name


@pytest.mark.parametrize("hook", sorted(HOOKS))
def test_each_hook_says_when_it_is_called_and_what_it_returns(hook: str) -> None:
    words = inspect.getdoc(HOOKS[hook]) or ""

    assert "Called:" in words
    assert "Returns:" in words
    assert "@hookimpl" in words


@pytest.mark.parametrize("hook", sorted(HOOKS))
def test_each_hook_is_named_in_a_test(hook: str) -> None:
    tests = [*(TESTS / "plugin").rglob("*.py"), *(TESTS / "faces").glob("*.py")]
    tests += (ROOT / "plugins").glob("*/tests/**/*.py")

    assert any(hook in path.read_text(encoding="utf-8") for path in tests)


def test_the_public_names_are_sorted_and_all_there() -> None:
    names = innokumppanuus.__all__

    assert names == sorted(set(names))
    assert [name for name in names if not hasattr(innokumppanuus, name)] == []


def test_the_front_door_holds_no_code() -> None:
    tree = ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8"))

    kinds = {type(node) for node in tree.body}

    assert kinds == {ast.Expr, ast.ImportFrom, ast.Assign}


def test_every_name_imported_at_the_front_door_is_public() -> None:
    tree = ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8"))

    imported = [
        alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names
    ]

    assert sorted(imported) == innokumppanuus.__all__


def test_every_module_with_code_has_its_test_file() -> None:
    lacking = []
    for path in modules():
        name = path.relative_to(SOURCE)
        if name.parts[0] == "testing" or not has_code(path) or str(name) in WITHOUT_TEST_FILE:
            continue
        if not (TESTS / name.parent / f"test_{name.name}").exists():
            lacking.append(str(name))

    assert lacking == []


def test_no_exception_from_the_mirror_is_out_of_date() -> None:
    stale = [name for name in WITHOUT_TEST_FILE if not (SOURCE / name).exists()]
    tested = [
        name
        for name in WITHOUT_TEST_FILE
        if (TESTS / name).with_name(f"test_{Path(name).name}").exists()
    ]

    assert (stale, tested) == ([], [])


def test_every_public_noun_is_in_the_glossary() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")

    assert [name for name in nouns() if f"| `{name}` |" not in glossary] == []


def test_every_noun_of_the_glossary_exists_and_has_words_in_three_languages() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \|(.+)\|$", glossary, re.MULTILINE)

    assert {name for name, _ in rows} == set(nouns())
    assert [name for name, words in rows if not all(w.strip() for w in words.split("|"))] == []


def test_every_module_says_what_it_is() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in tracked("src/*.py", "plugins/*/src/*.py", "plugins/*/tools/*.py")
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]

    assert silent == []


def test_no_module_is_longer_than_one_subject() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in tracked("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }

    assert long == {}


def test_nothing_tracked_names_a_registry_or_a_path_of_some_machine() -> None:
    hosts = ["py" + "pi.org", "python" + "hosted.org", "np" + "mjs.", "deb." + "debian.org"]
    paths = ["/ho" + "me/", "/ro" + "ot/", "/wo" + "rk/", "/Us" + "ers/"]
    found = []
    for path in tracked():
        content = path.read_bytes()
        found += [
            f"{path.relative_to(ROOT)}: {word}"
            for word in (*hosts, *paths)
            if word.encode() in content and b"\0" not in content
        ]

    assert found == []


def test_no_lock_file_is_tracked() -> None:
    locks = re.compile(r"(\.lock|^pylock.*\.toml|package-lock\.json)$")

    assert [path.name for path in tracked() if locks.search(path.name)] == []


def test_importing_the_package_loads_nothing_heavy() -> None:
    heavy = ["numpy", "pandas", "scipy", "IPython", "ipywidgets"]
    words = f"import sys, innokumppanuus; print([one for one in {heavy} if one in sys.modules])"

    done = subprocess.run([sys.executable, "-c", words], capture_output=True, check=True, text=True)

    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("module", ["innokumppanuus.workspace", "innokumppanuus.faces.cli"])
def test_nothing_heavy_is_needed(module: str) -> None:
    heavy = ["numpy", "pandas", "scipy", "IPython", "ipywidgets"]
    words = f"import sys; sys.modules.update(dict.fromkeys({heavy})); import {module}"

    done = subprocess.run([sys.executable, "-c", words], capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (0, b"")


def test_importing_the_nouns_loads_no_reader_of_files() -> None:
    words = (
        "import sys, innokumppanuus; "
        "print([one for one in ('yaml', 'openpyxl', 'jinja2', 'typer') if one in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", words], capture_output=True, check=True, text=True)

    assert done.stdout.strip() == "[]"


def test_the_nouns_need_the_standard_library_and_attrs_only() -> None:
    allowed = {*sys.stdlib_module_names, "attrs", "innokumppanuus"}
    foreign = []
    for path in modules(SOURCE / "domain"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            foreign += [(path.name, name) for name in names if name.split(".")[0] not in allowed]

    assert foreign == []
