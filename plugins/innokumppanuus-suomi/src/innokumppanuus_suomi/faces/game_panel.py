"""The panel of the game of disqualification over `GameState`. It judges nobody: the state does."""

from functools import partial
from typing import Any

from innokumppanuus.faces.texts import Texts
from innokumppanuus_suomi.faces import game_twin as twin
from innokumppanuus_suomi.faces.game_state import GameState
from innokumppanuus_suomi.faces.wiring import Wiring
from innokumppanuus_suomi.faces.wrapping import WRAPPING


def build_game(state: GameState, texts: Texts) -> Any:
    """Return the widget over *state*."""
    return GamePanel(state, texts).root


class GamePanel:
    """
    The widgets of the panel, by name (jäävipelin paneeli).

    Attributes:
        root: All of them in one.
        alert: What a person must know at once; hidden when empty.
        status: How the answer fared, in a sentence.
        card: Which card.
        boxes: One for each ground.
        check: Compares the answer.
        deal: Takes the next card.
    """

    def __init__(self, state: GameState, texts: Texts) -> None:
        # Only who opens a notebook needs widgets, so nobody else pays for loading them.
        import ipywidgets

        from innokumppanuus.faces.widgets.controls import Announcement, style

        self.state, self._texts = state, texts
        self.alert: Any = Announcement(kind="alert")
        self.status: Any = Announcement(kind="status")
        self._wiring = Wiring(self.alert, texts, self.show)
        self.card = ipywidgets.Dropdown(
            description=texts.say("suomi.game.card"),
            options=[(texts.show(one.name), one.id) for one in state.file.cards],
        )
        self.boxes = {
            one.key: ipywidgets.Checkbox(description=twin.ground_text(one, texts), indent=False)
            for one in state.grounds
        }
        self.check = ipywidgets.Button(description=texts.say("suomi.panel.check"))
        self.deal = ipywidgets.Button(description=texts.say("suomi.game.next"))
        self._story, self._told = ipywidgets.HTML(), ipywidgets.HTML()
        buttons = ipywidgets.HBox([self.check, self.deal])
        buttons.add_class("inno-row")
        self._watch()
        self.root = ipywidgets.VBox(
            [
                ipywidgets.HTML(f"<style>{style()}{WRAPPING}</style>"),
                ipywidgets.HTML(twin.heading_html(texts)),
                self.card,
                self._story,
                ipywidgets.HTML(f"<p><strong>{texts.say('suomi.game.ask')}</strong></p>"),
                ipywidgets.VBox(list(self.boxes.values())),
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
            self.card.value = state.card.id
            for key, box in self.boxes.items():
                box.value = key in state.named
        self._story.value = twin.card_html(state, texts)
        self.status.text = twin.status_text(state, texts)
        told = twin.result_html(state, texts) if state.is_checked else ""
        self._told.value = f'<div class="inno-section">{told}</div>'

    def _watch(self) -> None:
        self._wiring.on(self.card, self.state.choose)
        for key, box in self.boxes.items():
            self._wiring.on(box, partial(self.state.name, key))
        self.check.on_click(self._wiring.pressed(self.state.check))
        self.deal.on_click(self._wiring.pressed(self.state.deal))
