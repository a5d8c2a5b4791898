"""
Counts generated elections with ours and with pabutools, and compares what they choose.

Pabutools is under the GPL: it has an environment of its own and is only run beside ours.
"""

import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

TITLE = "Citizens' votes: equal shares and greedy"
NEEDS = {"ours": (), "pabutools": ("pabutools",)}
CONTENDERS = {"ours": "ours", "pabutools": "pabutools"}
SIZES = ((30, 1_500), (100, 10_000), (300, 50_000))
QUICK = SIZES[:1]
RULES = ("greedy", "equal_shares")
SATISFACTIONS = ("cost", "cardinality")
SEED = 20_261_122
MANY = 20_000
"""With more voters pabutools takes minutes: one round, one way to reckon worth."""


def generated(projects: int, voters: int) -> Path:
    """Write an election of approval ballots, the same for the same numbers, and return its file."""
    dice = random.Random(f"{SEED} {projects} {voters}")
    ids = [f"p{number}" for number in range(projects)]
    costs = [dice.randint(5_000, 150_000) for _ in ids]
    drawn = [dice.random() ** 2 + 0.02 for _ in ids]
    lines = ["META", "key;value", f"num_projects;{projects}", f"num_votes;{voters}"]
    lines += [f"budget;{sum(costs) // 4}", "vote_type;approval", "PROJECTS", "project_id;cost"]
    lines += [f"{id};{cost}" for id, cost in zip(ids, costs, strict=True)]
    lines += ["VOTES", "voter_id;vote"]
    for voter in range(voters):
        named = sorted(set(dice.choices(ids, drawn, k=dice.randint(1, 10))))
        lines.append(f"{voter};{','.join(named)}")
    path = Path(tempfile.mkdtemp()) / f"{projects}-{voters}.pb"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def contender(
    name: str, quick: bool, projects: int, voters: int, rule: str, satisfaction: str
) -> Callable[[], list[list[str]]]:
    """Return what counts the election once it is read, and gives the sets that it chooses."""
    path = generated(projects, voters)
    return (_ours if name == "ours" else _pabutools)(path, rule, satisfaction)


def _ours(path: Path, rule: str, satisfaction: str) -> Callable[[], list[list[str]]]:
    from innokumppanuus_selection.votes.domain import Satisfaction
    from innokumppanuus_selection.votes.equal_shares import equal_shares
    from innokumppanuus_selection.votes.greedy import greedy
    from innokumppanuus_selection.votes.pabulib import read_pabulib
    from innokumppanuus_selection.votes.profile import Profile

    election = read_pabulib(path).election
    count = greedy if rule == "greedy" else equal_shares

    def run() -> list[list[str]]:
        outcomes = count(Profile.of(election), Satisfaction(satisfaction))
        return [list(one) for one in outcomes.sets]

    return run


def _pabutools(path: Path, rule: str, satisfaction: str) -> Callable[[], list[list[str]]]:
    from pabutools.election import Cardinality_Sat, Cost_Sat, parse_pabulib
    from pabutools.rules import greedy_utilitarian_welfare, method_of_equal_shares

    instance, profile = parse_pabulib(str(path))
    worth = Cost_Sat if satisfaction == "cost" else Cardinality_Sat
    count = greedy_utilitarian_welfare if rule == "greedy" else method_of_equal_shares

    def run() -> list[list[str]]:
        return [sorted(one.name for one in count(instance, profile, sat_class=worth))]

    return run


def section(runs: Any, quick: bool) -> list[str]:
    """Return the table of all sizes and rules."""
    lines = [
        "Generated approval ballots of 1–10 projects (seeded); a quarter of all costs is the "
        "budget. What is timed is the rule on votes that have been read, ours with the making of "
        "its arrays and with every tie looked at, pabutools with one outcome.",
        "",
        "| projects × votes | rule | worth | ours (s) | pabutools (s) | times faster | outcome |",
        "|---|---|---|---|---|---|---|",
    ]
    for projects, voters in QUICK if quick else SIZES:
        for rule in RULES:
            for satisfaction in SATISFACTIONS if voters <= MANY else SATISFACTIONS[:1]:
                rounds = 1 if voters > MANY else 3
                found = runs.timed(
                    list(CONTENDERS),
                    rounds,
                    projects=projects,
                    voters=voters,
                    rule=rule,
                    satisfaction=satisfaction,
                )
                ours, peer = found["ours"], found["pabutools"]
                sets, other = ours.digest, peer.digest
                same = "the same" if other == sets else "a tie, one of ours"
                if other[0] not in sets:
                    same = "**differs**"
                ratio = peer.best("cpu") / ours.best("cpu")
                lines.append(
                    f"| {projects} × {voters} | {rule} | {satisfaction} | "
                    f"{ours.best('cpu'):.4f} | {peer.best('cpu'):.3f} | {ratio:.0f} | {same} |"
                )
    return [*lines, "", "Seconds are CPU seconds, the best of the rounds."]
