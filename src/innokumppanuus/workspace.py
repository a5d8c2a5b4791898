"""The one composition root: plugins, rule sets, files and the engine, put together."""

from collections.abc import Iterable
from pathlib import Path
from typing import Self

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.explanation import Reason
from innokumppanuus.engine.decision import decide
from innokumppanuus.engine.explanation import reasons
from innokumppanuus.plugin.interfaces import RuleSetFile
from innokumppanuus.plugin.manager import Plugins, pick
from innokumppanuus.ruleset import RuleSet, load


@attrs.frozen(kw_only=True)
class Workspace:
    """
    Everything one piece of work needs (työtila). Two workspaces share nothing.

    Attributes:
        plugins: The plugins it works with.
    """

    plugins: Plugins

    @classmethod
    def open(cls, block: Iterable[str] = ()) -> Self:
        """Return a workspace with all installed plugins but those in *block*."""
        return cls(plugins=Plugins.load(block))

    def shipped(self, key: str) -> RuleSetFile:
        """Return the rule set that a plugin ships under *key*; raise UnknownKey if none does."""
        return pick("rule set", key, self.plugins.rulesets())

    def ruleset(self, named: str | Path) -> RuleSet:
        """
        Return the rule set in a file, or the shipped one of that key.

        Raises:
            RuleSetProblems: With everything that is wrong in the file.
            UnknownKey: When it is neither a file nor a shipped key.
        """
        path = Path(named)
        if not path.is_file():
            path = self.shipped(str(named)).path
        return load(path, self.plugins)

    def decide(
        self,
        ruleset: RuleSet,
        applications: Iterable[Application],
        sheets: Iterable[ScoreSheet] = (),
    ) -> Decision:
        """Return the decision with its whole trace; see `engine.decision.decide`."""
        return decide(ruleset, applications, sheets, self.plugins)

    def reasons(self, decision: Decision, application: str) -> tuple[Reason, ...]:
        """Return why the application fared as it did; see `engine.explanation.reasons`."""
        return reasons(decision, application, self.plugins)
