"""The pathway panel: controls over `PathwayState`, and what its twin tells. It decides nothing."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from innokumppanuus.domain.call import FieldType
from innokumppanuus.faces.texts import Texts
from innokumppanuus_suomi.faces import pathway_twin as twin
from innokumppanuus_suomi.faces.pathway_state import NOT_KNOWN, PathwayState
from innokumppanuus_suomi.faces.wiring import Wiring
from innokumppanuus_suomi.faces.wrapping import WRAPPING
from innokumppanuus_suomi.vignettes import BUYER_FIELD, KIND_FIELD, SUPPLIER_FIELD

_ANSWERS = ((None, "suomi.panel.not_known"), (True, "value.yes"), (False, "value.no"))


def build_pathway(state: PathwayState, texts: Texts) -> Any:
    """Return the widget over *state*."""
    return PathwayPanel(state, texts).root


class PathwayPanel:
    """
    The widgets of the panel, by name (hankintapolkupaneeli).

    Attributes:
        root: All of them in one.
        alert: What a person must know at once; hidden when empty.
        status: How the pathways stand, in a sentence.
        vignette: Which purchase.
        starts, value, kind, buyer, supplier: What can be changed of it.
        fact: Which matter is looked at.
        answer: Whether it is so.
        guesses: One box for each pathway.
        check: Compares the guesses.
        shown: Whether the pathways are seen without guessing.
    """

    def __init__(self, state: PathwayState, texts: Texts) -> None:
        # Only who opens a notebook needs widgets, so nobody else pays for loading them.
        import ipywidgets

        from innokumppanuus.faces.widgets.controls import Announcement, style

        self.state, self._texts = state, texts
        self.alert: Any = Announcement(kind="alert")
        self.status: Any = Announcement(kind="status")
        self._wiring = Wiring(self.alert, texts, self.show)
        self.vignette = ipywidgets.Dropdown(
            description=texts.say("suomi.panel.vignette"),
            options=[(texts.show(one.name), one.id) for one in state.vignettes],
        )
        self.starts = ipywidgets.DatePicker(description=texts.say("suomi.panel.starts"))
        self.value = ipywidgets.Text(
            description=texts.say("suomi.panel.value"), continuous_update=False
        )
        self.kind, self.buyer, self.supplier = (
            ipywidgets.Dropdown(description=self._title(field), options=list(self._options(field)))
            for field in (KIND_FIELD, BUYER_FIELD, SUPPLIER_FIELD)
        )
        self.fact = ipywidgets.Dropdown(
            description=texts.say("suomi.panel.fact"),
            options=[(self._title(one), one) for one in state.fact_fields],
        )
        self.answer = ipywidgets.RadioButtons(
            description=texts.say("suomi.panel.answer"),
            options=[(texts.say(key), one) for one, key in _ANSWERS],
        )
        self.guesses = {
            one.key: ipywidgets.Checkbox(description=texts.show(one.name), indent=False)
            for one in state.pathways
        }
        self.check = ipywidgets.Button(description=texts.say("suomi.panel.check"))
        self.shown = ipywidgets.Checkbox(description=texts.say("suomi.panel.show"), indent=False)
        self._story, self._facts, self._told = (ipywidgets.HTML() for _ in range(3))
        buttons = ipywidgets.HBox([self.check, self.shown])
        buttons.add_class("inno-row")
        known = ipywidgets.HBox(
            [
                ipywidgets.VBox([self.starts, self.value]),
                ipywidgets.VBox([self.kind, self.buyer, self.supplier]),
            ],
            layout=ipywidgets.Layout(flex_flow="row wrap"),
        )
        known.add_class("inno-row-wide")
        self._watch()
        self.root = ipywidgets.VBox(
            [
                ipywidgets.HTML(f"<style>{style()}{WRAPPING}</style>"),
                ipywidgets.HTML(twin.heading_html(texts)),
                self.vignette,
                self._story,
                known,
                self.fact,
                self.answer,
                self._facts,
                ipywidgets.HTML(f"<p><strong>{texts.say('suomi.panel.ask')}</strong></p>"),
                ipywidgets.VBox(list(self.guesses.values())),
                buttons,
                self.alert,
                self.status,
                self._told,
            ]
        )
        self.root.add_class("inno-panel")
        self.show()

    def show(self) -> None:
        """Show again everything that follows from the state."""
        state, texts = self.state, self._texts
        with self._wiring.following():
            known = state.vignette
            self.starts.value, self.value.value = known.starts, state.value_words
            self.kind.value = known.kind.value if known.kind else NOT_KNOWN
            self.buyer.value = known.buyer.value if known.buyer else NOT_KNOWN
            self.supplier.value = known.from_whom.value if known.from_whom else NOT_KNOWN
            self.answer.value = known.facts.get(self.fact.value)
            self.shown.value = state.is_shown
            for key, box in self.guesses.items():
                box.value = key in state.guesses
        self._story.value = twin.story_html(state, texts)
        self._facts.value = twin.facts_html(state, texts)
        self.status.text = twin.status_text(state, texts)
        told = twin.guesses_html(state, texts) + twin.routes_html(state, texts)
        self._told.value = f'<div class="inno-section">{told}</div>' if state.is_shown else ""

    def _watch(self) -> None:
        state = self.state
        self._wiring.on(self.vignette, state.choose)
        self._wiring.on(self.starts, state.set_starts)
        self._wiring.on(self.value, state.set_value)
        self._wiring.on(self.kind, state.set_kind)
        self._wiring.on(self.buyer, state.set_buyer)
        self._wiring.on(self.supplier, state.set_supplier)
        self._wiring.on(self.fact, lambda _: None)
        self._wiring.on(self.answer, lambda one: state.set_fact(self.fact.value, one))
        self._wiring.on(self.shown, state.show)
        for key, box in self.guesses.items():
            self._wiring.on(box, partial(state.guess, key))
        self.check.on_click(self._wiring.pressed(state.check))

    def _title(self, field: str) -> str:
        found = self.state.ruleset.call.field(field)
        return self._texts.show(found.name if found else field)

    def _options(self, field: str) -> Iterable[tuple[str, str]]:
        found = self.state.ruleset.call.field(field)
        assert found is not None and found.type is FieldType.CHOICE
        yield self._texts.say("suomi.panel.not_known"), NOT_KNOWN
        yield from ((self._texts.show(one.name), one.id) for one in found.options)
