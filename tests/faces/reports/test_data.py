"""The data: the whole decision, exact, and back again."""

import json

from innokumppanuus.domain.decision import Decision
from innokumppanuus.faces.reports.data import Data
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.records import from_record


def test_the_data_reads_back_to_the_same_decision(
    decision: Decision, plugins: Plugins, finnish: Texts
) -> None:
    raw = Data().write(decision, finnish, plugins)["decision.json"]

    assert from_record(Decision, json.loads(raw)) == decision


def test_the_data_is_the_same_in_every_language(
    decision: Decision, plugins: Plugins, finnish: Texts, texts: Texts
) -> None:
    assert Data().write(decision, texts, plugins) == Data().write(decision, finnish, plugins)
