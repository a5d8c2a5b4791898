"""The sections of a consortium in the programme report: first reckoned, then told."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.parameters import UsedParameter
from innokumppanuus.faces.programmes import ProgrammeSection
from innokumppanuus.faces.reports.parameters import said
from innokumppanuus.faces.reports.pieces import paragraphs_html
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_parasta_itaa.domain.consortium import Consortium
from innokumppanuus_parasta_itaa.engine.balance import Inclusion, inclusion
from innokumppanuus_parasta_itaa.engine.canvas import review
from innokumppanuus_parasta_itaa.engine.claims import ClaimRow, ShareStanding, claims, standings
from innokumppanuus_parasta_itaa.engine.funding import FundingPlan, StatedShares, plan, stated
from innokumppanuus_parasta_itaa.engine.levels import Levels, levels
from innokumppanuus_parasta_itaa.engine.privacy import least_shown
from innokumppanuus_parasta_itaa.engine.progress import PilotProgress, progress
from innokumppanuus_parasta_itaa.engine.savings import Savings, savings
from innokumppanuus_parasta_itaa.engine.succession import Succession, successions
from innokumppanuus_parasta_itaa.faces import grids, money_grids, pictures, sentences


def sections() -> Iterator[ProgrammeSection]:
    """Yield the sections, in the order in which they stand."""
    yield PartnersSection()
    yield ProgressSection()
    yield RolesSection()
    yield InclusionSection()
    yield LevelsSection()
    yield ResultsSection()
    yield FundingSection()
    yield ClaimsSection()


@attrs.frozen
class PartnersSection:
    """Partners with their legal forms, and who goes on in the place of whom."""

    key: str = "consortium.partners"
    name: Label = Label(
        "Osatoteuttajat ja seuraajat", "Delgenomförare och efterföljare", "Partners and successors"
    )
    order: int = 20

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> tuple[Succession, ...] | None:
        """See `faces.programmes.ProgrammeSection`."""
        if not isinstance(noun, Consortium) or not noun.partners:
            return None
        return successions(noun.programme)

    def html(self, result: tuple[Succession, ...], noun: Consortium, texts: Texts) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        told = [sentences.succession_sentence(one, texts) for one in result]
        return paragraphs_html(told) + grids.partners_grid(noun, texts).html(texts)


@attrs.frozen
class ProgressSection:
    """How far each regional pilot has come."""

    key: str = "consortium.progress"
    name: Label = Label(
        "Tilanne maakunnittain", "Läget per landskap", "How far each region has come"
    )
    order: int = 21

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> tuple[PilotProgress, ...] | None:
        """See `faces.programmes.ProgrammeSection`."""
        return progress(noun) or None if isinstance(noun, Consortium) else None

    def html(self, result: tuple[PilotProgress, ...], noun: Consortium, texts: Texts) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        told = paragraphs_html([texts.say("consortium.progress.means")])
        return grids.progress_grid(noun, result, texts).html(texts) + told


@attrs.frozen
class RolesSection:
    """Regions, their phenomena and pilots, and the four roles with warnings."""

    key: str = "consortium.roles"
    name: Label = Label(
        "Ilmiöt, aluepilotit ja roolit",
        "Fenomen, regionala piloter och roller",
        "Phenomena, regional pilots and roles",
    )
    order: int = 22

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> Consortium | None:
        """See `faces.programmes.ProgrammeSection`."""
        return noun if isinstance(noun, Consortium) and noun.pilots else None

    def html(self, result: Consortium, noun: Consortium, texts: Texts) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        rows = [
            pictures.RoleRow(
                name=texts.show(one.name),
                covered=None if one.canvas is None else review(one.canvas).covered,
            )
            for one in noun.pilots
        ]
        parts = []
        if noun.core is not None:
            parts.append(paragraphs_html([texts.say("consortium.core", core=noun.core)]))
        parts.append(_figure(pictures.roles_svg(rows, texts, "consortium-roles")))
        parts.append(grids.roles_grid(noun, texts).html(texts))
        for pilot in noun.pilots:
            name = texts.show(pilot.name)
            if pilot.canvas is None:
                told = [texts.say("consortium.canvas.not_told", pilot=name)]
                parts.append(paragraphs_html(told))
                continue
            region = noun.region(pilot.region).name
            grid = grids.canvas_grid(pilot.canvas, texts, pilot=name, region=region)
            found = sentences.canvas_sentences(review(pilot.canvas), texts)
            parts += [grid.html(texts), paragraphs_html(found)]
        return "\n".join(parts)


@attrs.frozen(kw_only=True)
class Attended:
    """
    Balance and inclusion of each pilot with the dated value that small numbers were hidden by.

    Attributes:
        found: By id of the pilot.
        used: The value.
    """

    found: dict[str, Inclusion]
    used: UsedParameter


@attrs.frozen
class InclusionSection:
    """How balanced and inclusive co-creation was, small numbers hidden."""

    key: str = "consortium.inclusion"
    name: Label = Label(
        "Tasapaino ja osallisuus", "Balans och delaktighet", "Balance and inclusion"
    )
    order: int = 24

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> Attended | None:
        """See `faces.programmes.ProgrammeSection`; *on* is the day of showing."""
        if not isinstance(noun, Consortium) or not any(one.meetings for one in noun.pilots):
            return None
        least, used = least_shown(on, plugins.parameters())
        return Attended(
            found={one.id: inclusion(one.meetings, least) for one in noun.pilots if one.meetings},
            used=used,
        )

    def html(self, result: Attended, noun: Consortium, texts: Texts) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        rows = [
            (texts.show(one.name), result.found[one.id].balance)
            for one in noun.pilots
            if one.id in result.found
        ]
        parts = [
            paragraphs_html([texts.say("consortium.balance.means"), said(result.used, texts)]),
            _figure(pictures.balance_svg(rows, texts, "consortium-balance")),
            grids.balance_grid(noun, result.found, texts).html(texts),
        ]
        for pilot in noun.pilots:
            if pilot.id in result.found:
                found = result.found[pilot.id]
                names = {one.id: texts.show(one.name) for one in pilot.meetings}
                name = texts.show(pilot.name)
                parts.append(grids.attendance_grid(name, found, names, texts).html(texts))
                parts.append(paragraphs_html(sentences.inclusion_sentences(found, texts)))
        return "\n".join(parts)


@attrs.frozen
class LevelsSection:
    """Practice and structure side by side."""

    key: str = "consortium.levels"
    name: Label = Label(
        "Käytäntö ja rakenne rinnan",
        "Praktik och struktur sida vid sida",
        "Practice and structure side by side",
    )
    order: int = 26

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> Levels | None:
        """See `faces.programmes.ProgrammeSection`."""
        return levels(noun) if isinstance(noun, Consortium) and noun.deeds else None

    def html(self, result: Levels, noun: Consortium, texts: Texts) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        picture = pictures.levels_svg(noun, texts, "consortium-levels")
        told = sentences.levels_sentences(noun, result, texts)
        tables = [
            grids.levels_grid(noun, result, texts).html(texts),
            grids.carried_grid(noun, result, texts).html(texts),
        ]
        return _figure(picture) + "\n".join(tables) + paragraphs_html(told)


@attrs.frozen
class ResultsSection:
    """Results, and savings with a baseline or explicitly without."""

    key: str = "consortium.results"
    name: Label = Label("Tulokset ja säästöt", "Resultat och besparingar", "Results and savings")
    order: int = 28

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> Savings | None:
        """See `faces.programmes.ProgrammeSection`."""
        if not isinstance(noun, Consortium) or not (noun.results or noun.savings):
            return None
        return savings(noun.savings)

    def html(self, result: Savings, noun: Consortium, texts: Texts) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        parts = []
        if noun.results:
            parts.append(grids.results_grid(noun, texts).html(texts))
        if result.told:
            parts.append(money_grids.savings_grid(noun, result, texts).html(texts))
            parts.append(paragraphs_html(sentences.savings_sentences(result, texts)))
        return "\n".join(parts)


@attrs.frozen
class FundingSection:
    """What the partners cost and what the grant pays, adding up to the cent."""

    key: str = "consortium.funding"
    name: Label = Label(
        "Rahoitus osatoteuttajittain",
        "Finansiering per delgenomförare",
        "Funding partner by partner",
    )
    order: int = 30

    def reckon(
        self, noun: Any, on: date, plugins: Plugins
    ) -> tuple[FundingPlan | None, StatedShares | None] | None:
        """See `faces.programmes.ProgrammeSection`."""
        if not isinstance(noun, Consortium):
            return None
        found = plan(noun.funding, plugins.parameters()), stated(noun.funding)
        return found if any(found) else None

    def html(
        self, result: tuple[FundingPlan | None, StatedShares | None], noun: Consortium, texts: Texts
    ) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        planned, shares = result
        parts = []
        if planned is not None:
            if planned.rows:
                picture = pictures.funding_svg(noun, planned, texts, "consortium-funding")
                parts += [
                    _figure(picture),
                    money_grids.funding_grid(noun, planned, texts).html(texts),
                ]
            parts.append(paragraphs_html(sentences.funding_sentences(planned, texts)))
        if shares is not None:
            parts.append(money_grids.shares_grid(noun, shares, texts).html(texts))
            parts.append(paragraphs_html([sentences.shares_sentence(shares, texts)]))
        return "\n".join(parts)


@attrs.frozen
class ClaimsSection:
    """Payment claims against the shares, and what a person must look at."""

    key: str = "consortium.claims"
    name: Label = Label("Maksatushakemukset", "Utbetalningsansökningar", "Payment claims")
    order: int = 32

    def reckon(
        self, noun: Any, on: date, plugins: Plugins
    ) -> tuple[tuple[ClaimRow, ...], tuple[ShareStanding, ...]] | None:
        """See `faces.programmes.ProgrammeSection`."""
        if not isinstance(noun, Consortium):
            return None
        planned = plan(noun.funding, plugins.parameters())
        rows = claims(noun, planned)
        return (rows, standings(rows, planned)) if rows else None

    def html(
        self,
        result: tuple[tuple[ClaimRow, ...], tuple[ShareStanding, ...]],
        noun: Consortium,
        texts: Texts,
    ) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        rows, shares = result
        tables = [
            money_grids.standings_grid(noun, shares, texts).html(texts),
            money_grids.claims_grid(noun, rows, texts).html(texts),
        ]
        told = sentences.claims_sentences(noun, rows, texts)
        return "\n".join(tables) + paragraphs_html(told)


def _figure(picture: str) -> str:
    return f"<figure>{picture}</figure>\n"
