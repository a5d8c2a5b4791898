"""The one composition root: plugins, rule sets, files and the engine, put together."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Self

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.domain.city import City
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.explanation import Reason
from innokumppanuus.domain.labels import same
from innokumppanuus.domain.package import Package
from innokumppanuus.domain.panel import EvaluationPanel
from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.domain.replay import Replay
from innokumppanuus.domain.votes import Votes
from innokumppanuus.engine.decision import decide
from innokumppanuus.engine.explanation import reasons
from innokumppanuus.engine.replay import replay
from innokumppanuus.errors import Place, Problem, RecordProblems, RuleSetProblems, SelectionError
from innokumppanuus.plugin.interfaces import RuleSetFile
from innokumppanuus.plugin.manager import Plugins, pick
from innokumppanuus.plugin.programmes import HasProgramme, ProgrammeFile
from innokumppanuus.records import from_record
from innokumppanuus.ruleset import RuleSet, load, mismatches, packaged, rebuild, seal, unseal
from innokumppanuus.ruleset import cities as city_files
from innokumppanuus.ruleset import programmes as programme_files

KEPT_SUFFIX = ".json"
"""Of frozen packages and of decisions as data; rule sets are YAML."""


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

        A frozen package, and a decision as data, are files that hold a rule set too.

        Raises:
            RuleSetProblems: With everything that is wrong in the file.
            RecordProblems: When a package is not one, or was changed after it was sealed.
            UnknownKey: When it is neither a file nor a shipped key.
        """
        path = Path(named)
        if not path.is_file():
            path = self.shipped(str(named)).path
        elif is_kept(path):
            kept = read_kept(path)
            rebuilt = rebuild(kept.call, path.name, self.plugins)
            return attrs.evolve(rebuilt, stated=kept.stated)
        return load(path, self.plugins)

    def city(self, named: str | Path) -> City:
        """
        Return the city in a file, or the shipped one of that key.

        Raises:
            RuleSetProblems: With everything that is wrong in the file.
            UnknownKey: When it is neither a file nor a shipped key.
        """
        path = Path(named)
        if not path.is_file():
            path = pick("city", str(named), self.plugins.cities()).path
        return city_files.load(path, self.plugins)

    def programmes(self) -> Mapping[str, ProgrammeFile]:
        """Return the programmes that plugins ship, by key."""
        return self.plugins.programmes()

    def programme(self, named: str | Path, like: str = "") -> HasProgramme:
        """
        Return the programme in a file, or the shipped one of that key, as the noun of its plugin.

        Args:
            named: A file or a shipped key.
            like: Key of the shipped programme whose noun a file is read into; without it that
                noun of which the file has the most keys.

        Raises:
            RuleSetProblems: With everything that is wrong in the file.
            UnknownKey: When *named* is neither a file nor a shipped key, or *like* is no key.
        """
        path = Path(named)
        if not path.is_file():
            shipped = pick("programme", str(named), self.programmes())
            path = shipped.path
        elif like:
            shipped = pick("programme", like, self.programmes())
        else:
            shipped = self._like(path)
        noun: HasProgramme = programme_files.load(path, shipped.noun, shipped.check)
        return noun

    def _like(self, path: Path) -> ProgrammeFile:
        """Return the shipped programme that has the most keys of the file."""
        keys = programme_files.own_keys(path)
        plain = ProgrammeFile(key="", name=same(path.name), path=path)
        if not keys:
            return plain
        offered = [one for one in self.programmes().values() if keys & one.keys()]
        if offered:
            return min(offered, key=lambda one: (-len(keys & one.keys()), len(one.keys()), one.key))
        got = ", ".join(sorted(keys))
        raise RuleSetProblems(
            [Problem(key="programme-unlike", values={"got": got}, place=Place(file=path.name))]
        )

    def as_kept(self, named: str | Path) -> Self:
        """
        Return the workspace over the dated values of a frozen package, as when it was made.

        The workspace itself is returned for everything else: only packages hold such values.

        Raises:
            RecordProblems: When a package is not one, or was changed after it was sealed.
        """
        if not is_kept(named):
            return self
        kept = read_kept(Path(named))
        return self.with_values(kept.parameters) if isinstance(kept, Package) else self

    def with_values(self, parameters: Iterable[Parameter]) -> Self:
        """Return the workspace over these dated values in the place of those it has."""
        return attrs.evolve(self, plugins=self.plugins.with_parameters(parameters))

    def package(self, ruleset: RuleSet, decision: Decision | None = None) -> bytes:
        """Return the rule set frozen and sealed, for the archive; see `ruleset.packaging`."""
        return seal(packaged(ruleset, self.plugins, decision))

    def replay(self, path: Path, package: Path | None = None) -> Replay:
        """
        Return the decision kept in a file beside the same one made again; see `engine.replay`.

        Raises:
            RecordProblems: When a file is not what it should be, or was changed since.
            RuleSetProblems: When today's plugins no longer offer what the rule set uses.
            InvalidValue: When an answer that was kept is not of its field's type.
        """
        kept = read_kept(path)
        if not isinstance(kept, Decision):
            raise RecordProblems([Problem(key="decision-none", place=Place(file=path.name))])
        sealed = None if package is None else unseal(package.read_bytes(), package.name)
        problems = mismatches(kept, path.name, sealed)
        if problems:
            raise RecordProblems(problems)
        return replay(kept, self.plugins, sealed, path.name)

    def decide(
        self,
        ruleset: RuleSet,
        applications: Iterable[Application],
        sheets: Iterable[ScoreSheet] = (),
        panel: EvaluationPanel | None = None,
        votes: Votes | None = None,
    ) -> Decision:
        """
        Return the decision with its whole trace; see `engine.decision.decide`.

        Raises:
            SelectionError: When the choice cannot be made so, placed in the file of the rule set.
        """
        try:
            return decide(ruleset, applications, sheets, self.plugins, panel, votes)
        except SelectionError as error:
            place = ruleset.place(error.problem.path)
            error.problem = attrs.evolve(error.problem, place=place)
            raise

    def reasons(self, decision: Decision, application: str) -> tuple[Reason, ...]:
        """Return why the application fared as it did; see `engine.explanation.reasons`."""
        return reasons(decision, application, self.plugins)


def is_kept(named: str | Path) -> bool:
    """Return whether it names a file that was kept, a frozen package or a decision as data."""
    return Path(named).suffix == KEPT_SUFFIX and Path(named).is_file()


def read_kept(path: Path) -> Package | Decision:
    """
    Return the frozen package or the decision in a file.

    Raises:
        RecordProblems: When it is neither, or a package was changed after it was sealed.
    """
    raw = path.read_bytes()
    try:
        record = json.loads(raw)
    except (ValueError, RecursionError) as error:
        values = {"got": str(error)}
        problem = Problem(key="record-json", values=values, place=Place(file=path.name))
        raise RecordProblems([problem]) from error
    if not isinstance(record, dict) or "ruleset_hash" not in record:
        return unseal(raw, path.name)
    try:
        return from_record(Decision, record)
    except RecordProblems as problems:
        place = Place(file=path.name)
        raise RecordProblems(
            [attrs.evolve(one, place=place) for one in problems.problems]
        ) from problems
