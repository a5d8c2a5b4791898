"""Sections of the report of a sparring programme: what is reckoned, and how it is told."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import attrs

from innokumppanuus.domain.dates import When, end_of
from innokumppanuus.domain.labels import Label
from innokumppanuus.faces.programmes import ProgrammeSection
from innokumppanuus.faces.reports.bars import Bar, bars_svg
from innokumppanuus.faces.reports.pieces import paragraphs_html
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_sparring.domain.agreements import Network
from innokumppanuus_sparring.domain.feedback import CODE_NAMES, FeedbackCode, PublishedFeedback
from innokumppanuus_sparring.domain.follow_up import FollowUpStanding
from innokumppanuus_sparring.domain.rota import ExpertTurns, Rota
from innokumppanuus_sparring.domain.sparring import Sparring
from innokumppanuus_sparring.engine.agreements import growth
from innokumppanuus_sparring.engine.attendance import Presence, presences
from innokumppanuus_sparring.engine.experts import expert_turns
from innokumppanuus_sparring.engine.follow_up import follow_up_standings
from innokumppanuus_sparring.engine.rota import rota_of
from innokumppanuus_sparring.engine.rules import AcceptanceStanding, acceptance_standings
from innokumppanuus_sparring.faces import sentences, tables
from innokumppanuus_sparring.faces.pictures import network_svg, rota_svg


@attrs.frozen
class RotaSection:
    """Who spars whom, and the experts' turns."""

    key: str = "sparring.rota"
    name: Label = Label("Kuka sparraa ketä", "Vem sparrar vem", "Who spars whom")
    order: int = 30

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> tuple[Rota, ExpertTurns] | None:
        """See `faces.programmes.ProgrammeSection`."""
        if not isinstance(noun, Sparring) or not noun.members or not noun.meetings:
            return None
        return rota_of(noun), expert_turns(noun)

    def html(self, result: tuple[Rota, ExpertTurns], noun: Sparring, texts: Texts) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        made, turns = result
        told = [
            *sentences.of_themes(noun, texts),
            *sentences.of_rota(made, noun, texts),
            *sentences.of_turns(turns, noun, texts),
        ]
        parts = [
            paragraphs_html(told),
            tables.rota_table(made, noun, texts).html(texts),
            f"<figure>{rota_svg(made, noun, texts, 'sparring-rota')}</figure>",
            tables.partners_table(made, noun, texts).html(texts),
        ]
        if noun.experts:
            parts.append(tables.turns_table(turns, noun, texts).html(texts))
        return "\n".join(parts)


@attrs.frozen
class RulesSection:
    """The principles as agreed rules, attendance, and the obligation to attend."""

    key: str = "sparring.rules"
    name: Label = Label(
        "Yhteiset periaatteet ja läsnäolo",
        "Gemensamma principer och närvaro",
        "Shared principles and attendance",
    )
    order: int = 31

    def reckon(
        self, noun: Any, on: date, plugins: Plugins
    ) -> tuple[Sequence[AcceptanceStanding], Sequence[Presence]] | None:
        """See `faces.programmes.ProgrammeSection`."""
        if not isinstance(noun, Sparring):
            return None
        return acceptance_standings(noun), presences(noun)

    def html(
        self,
        result: tuple[Sequence[AcceptanceStanding], Sequence[Presence]],
        noun: Sparring,
        texts: Texts,
    ) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        accepted, attended = result
        rules = [
            f"{texts.show(one.name)}: {texts.show(one.means)}"
            if one.means
            else texts.show(one.name)
            for one in noun.rules
        ]
        return "\n".join(
            (
                paragraphs_html([*rules, *sentences.of_rules(accepted, noun, texts)]),
                tables.acceptance_table(accepted, noun, texts).html(texts) if noun.rules else "",
                paragraphs_html(sentences.of_duty(noun, texts)),
                tables.presence_table(attended, noun, texts).html(texts),
            )
        )


@attrs.frozen
class AgreementsSection:
    """Agreements inside and outside the group as a network that grows."""

    key: str = "sparring.agreements"
    name: Label = Label(
        "Yhteistyösopimukset verkostona", "Samarbetsavtalen som nätverk", "Agreements as a network"
    )
    order: int = 32

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> tuple[Network, ...] | None:
        """See `faces.programmes.ProgrammeSection`; None where no agreement is recorded."""
        if not isinstance(noun, Sparring) or not noun.agreements:
            return None
        return growth(noun, days_of(noun))

    def html(self, result: tuple[Network, ...], noun: Sparring, texts: Texts) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        first, whole = result[0], result[-1]
        parts = [
            paragraphs_html(sentences.of_network(whole, texts)),
            tables.growth_table(result, texts).html(texts),
        ]
        if first.until is not None:
            day = texts.say("sparring.network.by", day=first.until)
            parts += [
                f"<h3>{day}</h3>",
                f"<figure>{network_svg(first, texts, 'sparring-network-first')}</figure>",
            ]
        parts += [
            f"<h3>{texts.say('sparring.network.now')}</h3>",
            f"<figure>{network_svg(whole, texts, 'sparring-network-whole')}</figure>",
            tables.ties_table(whole, noun, texts).html(texts),
        ]
        return "\n".join(parts)


@attrs.frozen
class FeedbackSection:
    """Published feedback by the eight codes."""

    key: str = "sparring.feedback"
    name: Label = Label("Palaute luokittain", "Respons per klass", "Feedback by code")
    order: int = 33

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> PublishedFeedback | None:
        """See `faces.programmes.ProgrammeSection`; None where no numbers are published."""
        return noun.feedback if isinstance(noun, Sparring) else None

    def html(self, result: PublishedFeedback, noun: Sparring, texts: Texts) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        whole = max(result.answers, 1)
        bars = [
            Bar(
                name=texts.show(CODE_NAMES[code]),
                share=Fraction(result.count(code), whole),
                shown=f"{texts.show(result.count(code))} / {texts.show(result.answers)}",
            )
            for code in FeedbackCode
        ]
        title = texts.say("sparring.feedback")
        description = texts.say("sparring.feedback.picture.description")
        return "\n".join(
            (
                paragraphs_html(sentences.of_feedback(result, noun, texts)),
                f"<figure>{bars_svg(bars, title, description, 'sparring-feedback')}</figure>",
                tables.mentions_table(result, texts).html(texts),
            )
        )


@attrs.frozen
class FollowUpSection:
    """What is asked after the end, on the day of the report."""

    key: str = "sparring.follow_up"
    name: Label = Label("Jälkiseuranta", "Uppföljning", "Follow-up")
    order: int = 34

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> tuple[FollowUpStanding, ...] | None:
        """See `faces.programmes.ProgrammeSection`; None where nothing is asked afterwards."""
        if not isinstance(noun, Sparring) or not noun.follow_ups:
            return None
        return follow_up_standings(noun, end_of(on, noun.programme.zone))

    def html(self, result: tuple[FollowUpStanding, ...], noun: Sparring, texts: Texts) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        return "\n".join(
            (
                paragraphs_html(sentences.of_follow_up(result, texts)),
                tables.follow_up_table(result, noun, texts).html(texts),
            )
        )


def days_of(sparring: Sparring) -> tuple[When, ...]:
    """Return the days by which the network is looked at: meetings, or else days of agreements."""
    starts = [
        session.starts.value
        for one in sparring.meetings
        if (session := sparring.session(one.session)) is not None
    ]
    known = [one for one in starts if one is not None]
    if not known:
        signed = {one.signed.value for one in sparring.agreements}
        known = [one for one in signed if one is not None]
    zone = sparring.programme.zone
    days = {one.latest.date(): When.day(one.latest.date(), zone) for one in known}
    return tuple(days[day] for day in sorted(days))


def sections() -> Iterator[ProgrammeSection]:
    """Return the sections of a sparring programme."""
    yield RotaSection()
    yield RulesSection()
    yield AgreementsSection()
    yield FeedbackSection()
    yield FollowUpSection()
