"""The whole decision as JSON, for programs and for replay; not made for reading."""

import json
from collections.abc import Mapping

import attrs

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import Label
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.records import to_record


@attrs.frozen
class Data:
    """The JSON format: every value of the decision, exact, the same in every language."""

    key: str = "json"
    name: Label = Label("Tiedot ohjelmille (JSON)", "Data för program (JSON)", "Data (JSON)")

    def write(self, decision: Decision, texts: Texts, plugins: Plugins) -> Mapping[str, bytes]:
        """Return `decision.json`; what is not public is in it too."""
        text = json.dumps(to_record(decision), ensure_ascii=False, indent=1, sort_keys=True)
        return {"decision.json": f"{text}\n".encode()}
