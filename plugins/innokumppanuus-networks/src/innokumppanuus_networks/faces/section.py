"""The sections of the programme report on service networks, and what they are told from."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.faces.programmes import ProgrammeSection
from innokumppanuus.faces.reports.pieces import paragraphs_html
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_networks.domain import ServiceNetworks
from innokumppanuus_networks.engine.bridges import Bridge, bridges
from innokumppanuus_networks.engine.coverage import Gap, Overlap, gaps, overlaps
from innokumppanuus_networks.engine.growth import Growth, added, growth
from innokumppanuus_networks.engine.questions import Question, questions
from innokumppanuus_networks.faces import tables
from innokumppanuus_networks.faces.pictures import map_svg, needs_svg
from innokumppanuus_networks.faces.wording import Wording


@attrs.frozen(kw_only=True)
class Findings:
    """
    What is found in networks (havainnot).

    Attributes:
        gaps: What is lacking.
        overlaps: What several provide.
        bridges: What holds the whole together.
    """

    gaps: tuple[Gap, ...]
    overlaps: tuple[Overlap, ...]
    bridges: tuple[Bridge, ...]


def find(networks: ServiceNetworks) -> Findings:
    """Return all that is found in the networks."""
    return Findings(gaps=gaps(networks), overlaps=overlaps(networks), bridges=bridges(networks))


@attrs.frozen
class MapSection:
    """Who serves whom: the map, its table and the ties."""

    key: str = "network_map"
    name: Label = Label(
        "Palveluverkostot ryhmittäin", "Servicenätverken per grupp", "Service networks by group"
    )
    order: int = 40

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> ServiceNetworks | None:
        """See `faces.programmes.ProgrammeSection`."""
        return noun if isinstance(noun, ServiceNetworks) and noun.actors else None

    def html(self, result: ServiceNetworks, noun: Any, texts: Texts) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        wording = Wording(result, texts)
        ties = tables.tie_rows(wording).html(wording) if result.ties else ""
        said = (
            texts.say(
                "network.map.told",
                actors=len(result.actors),
                services=len(result.services),
                ties=len(result.ties),
                groups=len(result.groups),
            ),
        )
        return "\n".join(
            (
                paragraphs_html(said),
                f'<figure class="scroll">{map_svg(result, texts, self.key)}</figure>',
                tables.serving_rows(wording).html(wording),
                ties,
            )
        )


@attrs.frozen
class FindingsSection:
    """Gaps, overlaps and bridges, each in a sentence with its grounds."""

    key: str = "network_findings"
    name: Label = Label(
        "Palveluaukot, päällekkäisyydet ja sillat",
        "Luckor, överlappningar och broar",
        "Gaps, overlaps and bridges",
    )
    order: int = 41

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> Findings | None:
        """See `faces.programmes.ProgrammeSection`."""
        return find(noun) if isinstance(noun, ServiceNetworks) and noun.actors else None

    def html(self, result: Findings, noun: Any, texts: Texts) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        wording = Wording(noun, texts)
        parts = [paragraphs_html(finding_sentences(result, texts))]
        if noun.needs:
            parts += [
                f'<figure class="scroll">{needs_svg(noun, texts, self.key)}</figure>',
                tables.answer_rows(wording).html(wording),
            ]
        if result.gaps:
            parts.append(tables.gap_rows(wording, result.gaps).html(wording))
        if result.overlaps:
            parts.append(tables.overlap_rows(wording, result.overlaps).html(wording))
        if result.bridges:
            parts.append(tables.bridge_rows(wording, result.bridges).html(wording))
        return "\n".join(parts)


@attrs.frozen
class MeasuresSection:
    """What is to be done for each group, and what is still to be asked."""

    key: str = "network_measures"
    name: Label = Label(
        "Toimenpiteet ja avoimet kysymykset",
        "Åtgärder och öppna frågor",
        "Measures and open questions",
    )
    order: int = 42

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> tuple[Question, ...] | None:
        """See `faces.programmes.ProgrammeSection`."""
        return questions(noun) if isinstance(noun, ServiceNetworks) else None

    def html(self, result: tuple[Question, ...], noun: Any, texts: Texts) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        wording = Wording(noun, texts)
        parts = []
        if noun.programme.principles.partnership.goals:
            parts.append(tables.goal_rows(wording).html(wording))
        if noun.measures:
            parts.append(tables.measure_rows(wording).html(wording))
        parts.append(paragraphs_html([texts.plural("network.questions.told", len(result))]))
        parts.append(paragraphs_html(wording.question(one) for one in result))
        return "\n".join(parts)


@attrs.frozen
class GrowthSection:
    """What all the additions of the programme file together would change."""

    key: str = "network_growth"
    name: Label = Label(
        "Verkosto ennen ja jälkeen", "Nätverket före och efter", "The network before and after"
    )
    order: int = 43

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> Growth | None:
        """See `faces.programmes.ProgrammeSection`."""
        if not isinstance(noun, ServiceNetworks) or not noun.additions:
            return None
        return growth(noun, (one.id for one in noun.additions))

    def html(self, result: Growth, noun: Any, texts: Texts) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        after = added(noun, result.additions)
        wording = Wording(after, texts)
        names = tuple(noun.addition(one).name for one in result.additions)
        said = texts.say("network.growth.with", additions=names)
        return "\n".join(
            (
                paragraphs_html((said, *wording.summary(result))),
                f'<figure class="scroll">{map_svg(after, texts, self.key)}</figure>',
                tables.serving_rows(wording).html(wording),
            )
        )


def finding_sentences(found: Findings, texts: Texts) -> tuple[str, ...]:
    """Return how many of each were found, and what each word means."""
    return (
        texts.plural("network.gaps.told", len(found.gaps)),
        texts.plural("network.overlaps.told", len(found.overlaps)),
        texts.plural("network.bridges.told", len(found.bridges)),
    )


def sections() -> Iterator[ProgrammeSection]:
    """Return the sections on service networks."""
    yield MapSection()
    yield FindingsSection()
    yield MeasuresSection()
    yield GrowthSection()
