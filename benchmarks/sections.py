"""
Puts the results of one program into its own section of the page of performance.

Several programs measure, each in its own time; none of them touches what another has written.
"""

import os
import platform
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "explanation" / "performance.md"
TITLE = "# How fast it runs"
INTRODUCTION = """\
Written by the programs in `benchmarks/`, each its own section; do not edit. Only the ratios mean
anything: all contenders of a table take turns in one run on one machine.
"""


def replaced(page: str, section: str) -> str:
    """
    Return the page with the section in the place of the one with the same heading, or at its end.

    Args:
        page: Of which every section begins with a heading of the second level; empty makes a page.
        section: Its first line is its heading, `## …`; any headings below are deeper.
    """
    heading = section.splitlines()[0]
    whole = page.strip() or f"{TITLE}\n\n{INTRODUCTION.strip()}"
    head, *others = re.split(r"^(?=## )", whole, flags=re.MULTILINE)
    parts = [one.strip() for one in others]
    for place, one in enumerate(parts):
        if one.splitlines()[0] == heading:
            parts[place] = section.strip()
            break
    else:
        parts.append(section.strip())
    return "\n\n".join([head.strip(), *parts]) + "\n"


def write(section: str) -> None:
    """Write the section into the page."""
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    PAGE.write_text(replaced(page, section), encoding="utf-8")


def machine() -> str:
    """Return what the machine is, without naming it."""
    cpu = Path("/proc/cpuinfo")
    names = (
        [
            line.partition(":")[2].strip()
            for line in cpu.read_text(encoding="utf-8").splitlines()
            if line.startswith("model name")
        ]
        if cpu.exists()
        else []
    )
    model = names[0] if names else platform.processor()
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return (
        f"{os.cpu_count()} cores ({model}), {platform.system()} {platform.machine()}, Python "
        f"{platform.python_version()}; load before the run {load}"
    )
