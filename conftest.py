"""
Before the tests: the catalogues of texts are compiled, so that no test reads an old one, and
property tests take the same examples on every run of CI, new ones on every other machine.
"""

import os
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent

# No deadline: how long an example takes says more of the machine than of the code.
settings.register_profile("machine", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "machine")


def pytest_configure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):  # the main process has done it before it starts workers
        return
    spec = spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(ROOT / "hatch_build.py")
    build = module_from_spec(spec)
    sys.modules[spec.name] = build
    spec.loader.exec_module(build)
    for folder in (ROOT / "src", ROOT / "plugins"):
        build.compile_catalogues(folder)
