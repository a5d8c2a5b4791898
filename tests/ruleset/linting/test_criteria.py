"""Scales without words and principles without measure, each found and not found."""

import pytest

from innokumppanuus.testing.linting import paths

LEVELS = """
    levels:
      - {score: 0, name: {fi: ei lainkaan, sv: inte alls, en: not at all}}
      - {score: 5, name: {fi: erinomainen, sv: utmärkt, en: excellent}}"""
TOP = "      - {score: 5, name: {fi: erinomainen, sv: utmärkt, en: excellent}}\n"
K3 = "scale: {bottom: 0, top: 10, step: 0.5}"
LOCAL = "    type: yes_no\n"


@pytest.mark.parametrize(
    ("key", "path", "with_it", "without"),
    [
        ("scale-without-levels", "assessment.scale", [(LEVELS, "")], []),
        ("scale-without-levels", "criteria[K3].scale", [], [(f"    {K3}\n", "")]),
        ("scale-ends-undescribed", "assessment.scale", [(TOP, "")], []),
        (
            "criterion-without-principle",
            "criteria[K3]",
            [],
            [(K3, f"{K3}\n    principle: procurement")],
        ),
        (
            "criterion-without-principle",
            "factors[L1]",
            [],
            [("    kind: scored\n", "    kind: scored\n    principle: partnership\n")],
        ),
        (
            "principle-unmeasured",
            "criteria",
            [],
            [(LOCAL, f"{LOCAL}    principle: procurement\n")],
        ),
    ],
)
def test_what_nobody_can_measure_is_found_and_only_then(
    key: str, path: str, with_it: list[tuple[str, str]], without: list[tuple[str, str]]
) -> None:
    assert path in paths(key, *with_it)
    assert path not in paths(key, *without)


def test_a_field_that_fills_a_principle_measures_it() -> None:
    fills = ("principle: partnership\n    is_public", "is_public")

    assert len(paths("principle-unmeasured", fills)) == len(paths("principle-unmeasured"))
