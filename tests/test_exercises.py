"""Each exercise of a workshop can be run from a panel, and has a lesson that shows one."""

import pytest

from innokumppanuus.faces.plugins import FacePlugins

EXERCISES = {
    "painotusneuvottelu": "weights",
    "salkku_budjetissa": "portfolio",
    "arvioijien_kalibrointi": "calibration",
    "palveluverkosto_ikaryhmittain": "networks.map",
    "ilmiokanvas": "consortium.canvas",
    "kolmen_p_itsearvio": "profile",
    "hankintapolku": "suomi.pathway",
    "jaavipeli": "suomi.conflict_game",
}
"""Panel by lesson: the eight exercises."""


@pytest.mark.parametrize(("lesson", "panel"), EXERCISES.items(), ids=list(EXERCISES))
def test_exercise_has_a_panel_and_a_lesson_that_shows_one(lesson: str, panel: str) -> None:
    faces = FacePlugins.load()

    script = faces.lessons()[lesson].path.read_text(encoding="utf-8")

    assert panel in {*faces.panels(), *faces.programme_panels()}
    assert ".panel(" in script
