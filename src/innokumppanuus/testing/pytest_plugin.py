"""For pytest: each officials' case beside a rule set is a test, named by its sentence."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from innokumppanuus.domain.cases import Case, CaseFile, CaseResult
    from innokumppanuus.ruleset import RuleSet
    from innokumppanuus.workspace import Workspace

_LANGUAGE, _DEFAULT = "innokumppanuus_language", "fi"
_ENDINGS = (".tapaukset.yaml", ".cases.yaml", ".tapaukset.xlsx", ".cases.xlsx")
_OWN = pytest.StashKey["Workspace"]()

# What reads and runs cases is imported only where there are some: this module is loaded in every
# run of pytest, also of other projects.


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addini(
        _LANGUAGE, "language of cases and of what they tell: fi, sv or en", default=_DEFAULT
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "CasesOfRuleSet | None":
    if not file_path.name.endswith(_ENDINGS) or file_path.name.startswith("~$"):
        return None
    return CasesOfRuleSet.from_parent(parent, path=file_path)


class CaseDoesNotHold(Exception):
    """A case came out otherwise than expected."""

    def __init__(self, result: "CaseResult", ruleset: "RuleSet") -> None:
        self.result = result
        self.ruleset = ruleset
        super().__init__(str(result.case.sentence))


class CasesOfRuleSet(pytest.File):
    """A case file; the rule set stands beside it."""

    def collect(self) -> Iterator["CaseItem"]:
        from innokumppanuus.errors import HostileFile, Problems
        from innokumppanuus.intake.cases import read_case_file
        from innokumppanuus.workspace import Workspace

        suffix = next(one for one in _ENDINGS if self.path.name.endswith(one))
        beside = self.path.with_name(f"{self.path.name.removesuffix(suffix)}.yaml")
        stash = self.config.stash
        workspace = stash.setdefault(_OWN, Workspace.open())
        try:
            ruleset = workspace.ruleset(beside)
            cases = read_case_file(self.path, ruleset, workspace.plugins.functions())
        except (Problems, HostileFile) as error:
            raise self.CollectError(str(error)) from error
        language = str(self.config.getini(_LANGUAGE))
        for case in cases.cases:
            name = case.sentence.say(language)
            yield CaseItem.from_parent(
                self, name=name, case=case, cases=cases, ruleset=ruleset, workspace=workspace
            )


class CaseItem(pytest.Item):
    """One case; `confirmed` among its properties tells whether an official has confirmed it."""

    def __init__(
        self,
        *,
        case: "Case",
        cases: "CaseFile",
        ruleset: "RuleSet",
        workspace: "Workspace",
        **rest: Any,
    ) -> None:
        super().__init__(**rest)
        self._case, self._cases = case, cases
        self._ruleset, self._workspace = ruleset, workspace
        self.user_properties.append(("confirmed", case.confirmed))

    def runtest(self) -> None:
        from innokumppanuus.engine.cases import run_case

        result = run_case(self._ruleset, self._cases, self._case, self._workspace.plugins)
        if not result.holds:
            raise CaseDoesNotHold(result, self._ruleset)

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        """Tell what was expected, what came and why, in words."""
        if not isinstance(excinfo.value, CaseDoesNotHold):
            return super().repr_failure(excinfo, style)
        from innokumppanuus.faces.cli.cases import said
        from innokumppanuus.faces.texts import Texts

        texts = Texts.load(str(self.config.getini(_LANGUAGE)))
        lines = [self.name]
        for one in excinfo.value.result.mismatches:
            lines.append(f"  {said(texts, excinfo.value.ruleset, one)}")
            for step in one.finding.steps if one.finding is not None else ():
                lines.append(f"{'  ' * (step.depth + 2)}{step.text}: {texts.show(step.value)}")
        return "\n".join(lines)
