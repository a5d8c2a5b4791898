"""Texts that promise what no rule checks, and languages at odds, each found and not found."""

import pytest

from innokumppanuus.testing.linting import paths

BECAUSE = "{fi: Hakuaika oli päättynyt., sv: Tiden var ute., en: The call had closed.}"


@pytest.mark.parametrize(
    ("fi", "sv", "en", "is_promise"),
    [
        (
            "Haku päättyi 7.9.2026 klo 23.59.",
            "Slut 7.9.2026 kl. 23.59.",
            "7 September 2026 23:59",
            False,
        ),
        ("Haku päättyi 8.9.2026.", "Slut 8.9.2026.", "8 September 2026", True),
        ("Enintään 10 000 euroa.", "Högst 10 000 euro.", "'At most 10,000 euros'", False),
        ("Enintään 12 000 euroa.", "Högst 12 000 euro.", "'At most 12,000 euros'", True),
        ("Kesto 8–12 kk.", "Längd 8–12 mån.", "8 to 12 months", False),
        ("Kesto 8–14 kk.", "Längd 8–14 mån.", "8 to 14 months", True),
    ],
)
def test_a_number_that_no_rule_has_is_found(fi: str, sv: str, en: str, is_promise: bool) -> None:
    told = (BECAUSE, f"{{fi: {fi}, sv: {sv}, en: {en}}}")

    assert paths("texts-differ", told) == set()
    assert (paths("text-unchecked", told) == {"eligibility[in_time].because"}) is is_promise


@pytest.mark.parametrize(
    ("swedish", "differ"), [("Högst 10 000 euro.", False), ("Högst 1 000 euro.", True)]
)
def test_languages_that_state_different_numbers_are_found(swedish: str, differ: bool) -> None:
    told = (BECAUSE, f"{{fi: Enintään 10 000 euroa., sv: {swedish}, en: '10,000 euros'}}")

    assert (paths("texts-differ", told) == {"eligibility[in_time].because"}) is differ
