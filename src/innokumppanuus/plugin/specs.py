"""
The core hooks. Each returns an iterable of things with a key; none is told of anything.

A rule set names what it uses by key, so that installing a plugin changes no outcome by itself.
"""

from collections.abc import Iterable

import pluggy

from innokumppanuus.domain.conflicts import ConflictGround
from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.domain.principles import Principle
from innokumppanuus.plugin import NAME
from innokumppanuus.plugin.cities import CityFile
from innokumppanuus.plugin.interfaces import (
    Assigner,
    Function,
    FundingScheme,
    Indicator,
    PackFile,
    PanelMeter,
    Rule,
    RuleSetFile,
    Selector,
)
from innokumppanuus.plugin.programmes import ProgrammeFile
from innokumppanuus.plugin.vote_reading import VoteReader

hookspec = pluggy.HookspecMarker(NAME)


@hookspec
def register_rules() -> Iterable[Rule]:
    """
    Offer eligibility rules.

    Called: once per workspace, when the first rule is looked up.
    Returns: rules with unique keys.

        @hookimpl
        def register_rules():
            yield SameRegion()
    """
    raise NotImplementedError


@hookspec
def register_functions() -> Iterable[Function]:
    """
    Offer functions for expressions.

    Called: once per workspace, before the first rule set is loaded.
    Returns: functions with unique keys.

        @hookimpl
        def register_functions():
            yield Function(key="words", name=Label(en="number of words"), arguments=("string",),
                           returns="int", call=lambda text: len(text.split()))
    """
    raise NotImplementedError


@hookspec
def register_indicators(principle: Principle) -> Iterable[Indicator]:
    """
    Offer what to look at in one of the 3P.

    Called: once per workspace and principle.
    Returns: indicators of that principle, with keys unique over all three.

        @hookimpl
        def register_indicators(principle):
            if principle is Principle.PARTNERSHIP:
                yield HasSharedGoals()
    """
    raise NotImplementedError


@hookspec
def register_selectors() -> Iterable[Selector]:
    """
    Offer selection methods.

    Called: once per workspace, when the first selector is looked up.
    Returns: selectors with unique keys.

        @hookimpl
        def register_selectors():
            yield ExactSum()
    """
    raise NotImplementedError


@hookspec
def register_schemes() -> Iterable[FundingScheme]:
    """
    Offer funding schemes.

    Called: once per workspace, when the first scheme is looked up.
    Returns: schemes with unique keys.

        @hookimpl
        def register_schemes():
            yield PilotMoney()
    """
    raise NotImplementedError


@hookspec
def register_parameters() -> Iterable[Parameter]:
    """
    Offer dated values of law or policy, each with its source.

    Called: once per workspace, when the first rule set is loaded.
    Returns: parameters with unique keys.

        @hookimpl
        def register_parameters():
            yield from read_parameters(HERE / "thresholds.yaml")
    """
    raise NotImplementedError


@hookspec
def register_rulesets() -> Iterable[RuleSetFile]:
    """
    Offer rule sets that the plugin ships as files.

    Called: once per workspace, when rule sets are listed or one is opened by key.
    Returns: files with unique keys.

        @hookimpl
        def register_rulesets():
            yield RuleSetFile(key="mycity-2026", name=Label(en="My city"), path=HERE / "haku.yaml")
    """
    raise NotImplementedError


@hookspec
def register_packs() -> Iterable[PackFile]:
    """
    Offer rule packs: rules that several rule sets extend.

    Called: once per workspace, when the first rule set is loaded.
    Returns: files with unique keys.

        @hookimpl
        def register_packs():
            yield PackFile(key="mycity", name=Label(en="Rules of my city"), path=HERE / "city.yaml")
    """
    raise NotImplementedError


@hookspec
def register_programmes() -> Iterable[ProgrammeFile]:
    """
    Offer programmes that the plugin ships as files.

    Called: once per workspace, when programmes are listed or one is opened by key.
    Returns: files with unique keys, each with the class of noun that it is read into.

        @hookimpl
        def register_programmes():
            yield ProgrammeFile(key="mycity-forum", name=Label(en="Forum of my city"),
                                path=HERE / "forum.yaml", noun=Forum)
    """
    raise NotImplementedError


@hookspec
def register_cities() -> Iterable[CityFile]:
    """
    Offer cities that the plugin ships as files, each with its 3P over time.

    Called: once per workspace, when cities are listed or one is opened by key.
    Returns: files with unique keys.

        @hookimpl
        def register_cities():
            yield CityFile(key="mycity", name=Label(en="My city"), path=HERE / "mycity.yaml")
    """
    raise NotImplementedError


@hookspec
def register_conflict_grounds() -> Iterable[ConflictGround]:
    """
    Offer grounds of conflict of interest.

    Called: once per workspace, when the ties of evaluators are first compared with applicants.
    Returns: grounds with unique keys.

        @hookimpl
        def register_conflict_grounds():
            yield ConflictGround(key="mycity.council", name=Label(en="sits in the council"),
                                 kinds=(InterestKind.BOARD,))
    """
    raise NotImplementedError


@hookspec
def register_assigners() -> Iterable[Assigner]:
    """
    Offer methods that share applications out to evaluators.

    Called: once per workspace, when applications are first shared out.
    Returns: methods with unique keys.

        @hookimpl
        def register_assigners():
            yield ExactFlow()
    """
    raise NotImplementedError


@hookspec
def register_panel_meters() -> Iterable[PanelMeter]:
    """
    Offer what measures an evaluators' panel beyond what the core does exactly.

    Called: once per workspace, when the health of a panel is first asked for.
    Returns: meters with unique keys; of two that measure the same, the last by key is told.

        @hookimpl
        def register_panel_meters():
            yield NumericPanel()
    """
    raise NotImplementedError


@hookspec
def register_vote_readers() -> Iterable[VoteReader]:
    """
    Offer what reads citizens' votes from files.

    Called: once per workspace, when the command line is given a file of votes.
    Returns: readers with unique keys; of two for the same files, the first by key reads.

        @hookimpl
        def register_vote_readers():
            yield Pabulib()
    """
    raise NotImplementedError
