"""
Experts' turns: as many members as experts can take in each meeting, and nobody left out too often.

A member has at most one turn in a meeting. Where not all fit, those who are left out differ from
meeting to meeting as evenly as can be. Then each meets as different experts as it gets: in no
meeting could the same members be shared out otherwise with fewer repeats.
"""

from collections.abc import Mapping, Sequence

from innokumppanuus_sparring.domain.rota import ExpertTurn, ExpertTurns
from innokumppanuus_sparring.domain.sparring import Expert, Meeting, Sparring
from innokumppanuus_sparring.engine.flow import Flow
from innokumppanuus_sparring.engine.rota import sittings


def expert_turns(sparring: Sparring) -> ExpertTurns:
    """Return the turns; the same programme gives the same ones."""
    flow = Flow()
    source, sink = flow.node(), flow.node()
    expected = {one.session: one.present for one in sittings(sparring)}
    members = {one.participant: flow.node() for one in sparring.members}
    for id_, node in members.items():
        # To leave a member out for the n:th time costs 2n - 1, so a turn saves it: the last first.
        times = sum(id_ in present for present in expected.values())
        for turn in range(times):
            flow.arc(node, sink, 1, -(2 * (times - turn) - 1))
    arcs: list[tuple[int, ExpertTurn]] = []
    for meeting in sparring.meetings:
        places = {}
        for member in expected[meeting.session]:
            places[member] = flow.node()
            flow.arc(places[member], members[member])
        for expert in sparring.experts:
            if not takes_part(expert, meeting):
                continue
            node = flow.node()
            flow.arc(source, node, expert.turns)
            for member, place in places.items():
                if member not in expert.apart_from:
                    turn_ = ExpertTurn(
                        session=meeting.session, expert=expert.participant, member=member
                    )
                    arcs.append((flow.arc(node, place), turn_))
    flow.run(source, sink)
    turns = _varied([turn for arc, turn in arcs if flow.is_used(arc)], sparring)
    order = {one.participant: place for place, one in enumerate(sparring.members)}
    by_session = {
        one.session: sorted(
            (turn for turn in turns if turn.session == one.session),
            key=lambda turn: order[turn.member],
        )
        for one in sparring.meetings
    }
    return ExpertTurns(
        turns=tuple(turn for each in by_session.values() for turn in each),
        without=tuple(
            (
                session,
                tuple(
                    one
                    for one in expected[session]
                    if one not in {turn.member for turn in by_session[session]}
                ),
            )
            for session in by_session
        ),
    )


def takes_part(expert: Expert, meeting: Meeting) -> bool:
    """Return whether the expert is there and spars on a theme of the meeting."""
    if meeting.session in expert.away:
        return False
    return not expert.themes or bool({*expert.themes} & {*meeting.themes})


def _varied(turns: Sequence[ExpertTurn], sparring: Sparring) -> list[ExpertTurn]:
    """Return turns of the same members in the same meetings, with fewer meetings again."""
    shared: dict[str, dict[str, str]] = {one.session: {} for one in sparring.meetings}
    for turn in turns:
        shared[turn.session][turn.member] = turn.expert
    is_settled = False
    while not is_settled:
        before = {session: dict(taken) for session, taken in shared.items()}
        for meeting in sparring.meetings:
            mine = shared[meeting.session]
            others = [taken for session, taken in shared.items() if session != meeting.session]
            shared[meeting.session] = _shared_out(meeting, mine, others, sparring)
        is_settled = shared == before
    return [
        ExpertTurn(session=session, expert=expert, member=member)
        for session, taken in shared.items()
        for member, expert in taken.items()
    ]


def _shared_out(
    meeting: Meeting,
    taken: Mapping[str, str],
    others: Sequence[Mapping[str, str]],
    sparring: Sparring,
) -> dict[str, str]:
    """Return who takes whom in one meeting so that the fewest have met in the *others*."""
    flow = Flow()
    source, sink = flow.node(), flow.node()
    places = {member: flow.node() for member in taken}
    for place in places.values():
        flow.arc(place, sink)
    arcs = []
    for expert in sparring.experts:
        if not takes_part(expert, meeting):
            continue
        node = flow.node()
        flow.arc(source, node, expert.turns)
        for member, place in places.items():
            if member not in expert.apart_from:
                met = sum(one.get(member) == expert.participant for one in others)
                # What is stays, unless something else repeats less: so it comes to an end.
                cost = met * (len(taken) + 1) + (taken[member] != expert.participant)
                arcs.append((flow.arc(node, place, 1, cost), member, expert.participant))
    flow.run(source, sink)
    return {member: expert for arc, member, expert in arcs if flow.is_used(arc)}
