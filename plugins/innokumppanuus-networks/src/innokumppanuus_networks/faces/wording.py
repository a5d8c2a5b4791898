"""What is found in service networks, in sentences of one language. It finds nothing itself."""

from collections.abc import Iterable

import attrs

from innokumppanuus.faces.texts import Texts
from innokumppanuus_networks.domain import KIND_NAMES, ROLE_NAMES, ServiceNetworks, ServiceRole
from innokumppanuus_networks.engine.bridges import Bridge, BridgeKind
from innokumppanuus_networks.engine.coverage import Gap, Overlap
from innokumppanuus_networks.engine.growth import Growth
from innokumppanuus_networks.engine.questions import Question, QuestionKind

_MOST_PAIRS = 6
"""More pairs of actors than this are counted in a sentence, and named in the data only."""


@attrs.frozen
class Wording:
    """
    Says what is found in the networks (sanoittaja).

    Attributes:
        networks: Where the names are.
        texts: The language.
    """

    networks: ServiceNetworks
    texts: Texts

    def group(self, group: str) -> str:
        return self.texts.show(self.networks.group(group).name)

    def need(self, need: str) -> str:
        """Return the name of the need, or that nobody has told it."""
        if not need:
            return self.texts.say("network.need_untold")
        return self.texts.show(self.networks.need(need).name)

    def actor(self, actor: str) -> str:
        return self.texts.show(self.networks.actor(actor).called)

    def actors(self, actors: Iterable[str]) -> str:
        """Return the names of the actors as a list, each once."""
        return self.texts.show(tuple(dict.fromkeys(self.actor(one) for one in actors)))

    def gap(self, gap: Gap) -> str:
        """Return what is lacking, and what there is instead."""
        about = "need" if gap.kind is None else "kind"
        actors = self._of_services(gap.services)
        return self.texts.say(
            f"network.gap.{about}.{gap.coverage.value}",
            group=self.group(gap.group),
            need=self.need(gap.need) if gap.kind is None else "",
            kind=self.texts.show(KIND_NAMES[gap.kind]) if gap.kind else "",
            actors=actors,
        )

    def overlap(self, overlap: Overlap) -> str:
        """Return who provide the same, and which of them nothing joins."""
        told = self.texts.say(
            "network.overlap.told",
            group=self.group(overlap.group),
            need=self.need(overlap.need),
            actors=self.actors(overlap.actors),
        )
        if not overlap.untied:
            return f"{told} {self.texts.say('network.overlap.tied')}"
        if len(overlap.untied) > _MOST_PAIRS:
            key = "network.overlap.untied_many"
            return f"{told} {self.texts.say(key, n=len(overlap.untied))}"
        pairs = "; ".join(f"{self.actor(one)} – {self.actor(two)}" for one, two in overlap.untied)
        return f"{told} {self.texts.say('network.overlap.untied', pairs=pairs)}"

    def bridge(self, bridge: Bridge) -> str:
        """Return what holds what together."""
        key = f"network.bridge.{bridge.kind.value}"
        if bridge.kind is BridgeKind.SOLE_LINK:
            first, second = (self.group(one) for one in bridge.groups)
            return self.texts.say(
                key, actor=self.actor(bridge.actors[0]), first=first, second=second
            )
        # The parts beside the largest are those that would be left apart.
        parts = "; ".join(self.actors(part) for part in bridge.parts[1:])
        if bridge.kind is BridgeKind.CUT_ACTOR:
            return self.texts.say(key, actor=self.actor(bridge.actors[0]), parts=parts)
        first, second = (self.actor(one) for one in bridge.actors)
        return self.texts.say(key, first=first, second=second, parts=parts)

    def question(self, question: Question) -> str:
        """Return what is to be asked for."""
        return self.texts.say(
            f"network.question.{question.kind.value}", about=self._about(question)
        )

    def summary(self, growth: Growth) -> tuple[str, ...]:
        """Return in a few sentences what additions change; names are of the networks after."""
        texts = self.texts
        told = [
            texts.say(
                "network.growth.new",
                actors=len(growth.actors),
                services=len(growth.services),
                ties=len(growth.ties),
            ),
            texts.say(
                "network.growth.gaps",
                before=len(growth.closed) + len(growth.left),
                after=len(growth.left) + len(growth.opened),
            ),
            texts.say("network.growth.parts", before=growth.parts_before, after=growth.parts_after),
        ]
        told += [texts.say("network.growth.closed", gap=self.gap(one)) for one in growth.closed]
        told += [texts.say("network.growth.eased", gap=self.gap(one)) for one in growth.eased]
        told += [texts.say("network.growth.opened", gap=self.gap(one)) for one in growth.opened]
        told += [
            texts.say("network.growth.overlap", overlap=self.overlap(one))
            for one in growth.overlaps
        ]
        told += [
            texts.say("network.growth.bridge_gone", bridge=self.bridge(one))
            for one in growth.bridges
        ]
        told += [
            texts.say("network.growth.bridge_new", bridge=self.bridge(one))
            for one in growth.new_bridges
        ]
        return tuple(told)

    def _of_services(self, services: Iterable[str]) -> str:
        wanted = set(services)
        return self.actors(one.actor for one in self.networks.services if one.id in wanted)

    def _about(self, question: Question) -> str:
        networks, about = self.networks, question.about
        match question.kind:
            case QuestionKind.GOAL_MEASURE:
                goal = networks.programme.principles.partnership.goals[int(about) - 1]
                return f"{about}. {self.texts.show(goal.name)}"
            case QuestionKind.GROUP_MEASURES:
                return self.group(about)
            case QuestionKind.MEMBER_UNNAMED:
                member = networks.programme.participant(about)
                return self.texts.show(member.shown_name) if member else about
            case QuestionKind.TIE_DATE:
                return " – ".join(self.actor(one) for one in about.split("--"))
            case QuestionKind.SERVICE_NEED | QuestionKind.SERVICE_ROLE:
                service = next(one for one in networks.services if one.id == about)
                actor = self.actor(service.actor)
                if service.name:
                    return f"{actor}: {self.texts.show(service.name)}"
                known = service.role is not ServiceRole.UNKNOWN
                role = self.texts.show(ROLE_NAMES[service.role])
                return f"{actor} ({role})" if known else actor
            case _:
                measure = next(one for one in networks.measures if one.id == about)
                return self.texts.show(measure.name)
