"""
Feedback counted so that nobody can be told from it: small numbers are not shown.

Numbers from which a small one could be reckoned are hidden with it, also by one who knows these
rules. It reads no words.
"""

from collections.abc import Mapping, Sequence

from innokumppanuus_sparring.domain.feedback import CodeCount, CodedAnswer, FeedbackCode, Tally


def tally(answers: Sequence[CodedAnswer], least: int) -> Tally:
    """
    Return the counts that may be shown.

    Args:
        answers: In any order; it does not matter.
        least: Smallest number of answers of which counts are shown, at least 2.
    """
    if len(answers) < least:
        return Tally(answers=None, least=least)
    shown, hidden = _groups(answers, least)
    sizes = {name: sum(one.group == name for one in answers) for name in shown}
    counts = []
    for code in FeedbackCode:
        about = [one.group for one in answers if code in one.codes]
        by_group = {name: about.count(name) for name in shown}
        limits = dict(sizes)
        if hidden:
            by_group[""] = len(about) - sum(by_group.values())
            limits[""] = len(answers) - sum(sizes.values())
        counts.append(_told(code, by_group, limits, least))
    return Tally(
        answers=len(answers),
        least=least,
        groups=sizes,
        hidden_groups=len(hidden),
        counts=tuple(counts),
    )


def _groups(answers: Sequence[CodedAnswer], least: int) -> tuple[list[str], list[str]]:
    """
    Return the groups that are shown and those that are not.

    Those that are not shown have together as many answers as a shown one must have, so that what
    is left when the shown ones are taken from all is of no small group either.
    """
    sizes: dict[str, int] = {}
    for one in answers:
        sizes[one.group] = sizes.get(one.group, 0) + 1
    by_size = sorted(sizes, key=lambda name: (-sizes[name], name))
    shown = [name for name in by_size if name and sizes[name] >= least]
    hidden = [name for name in by_size if name not in shown]
    while hidden and shown and sum(sizes[name] for name in hidden) < least:
        hidden.append(shown.pop())
    if len(shown) == 1 and not hidden:
        shown, hidden = [], shown  # one group is everyone, and the whole tells of it already
    return sorted(shown), sorted(hidden)


def _told(
    code: FeedbackCode, counts: Mapping[str, int], sizes: Mapping[str, int], least: int
) -> CodeCount:
    """
    Return what may be shown of a code: its groups only when no count of them is small.

    That they are hidden tells that one of them is small. Where that and the whole would together
    give away which, the groups are hidden whatever their counts are, so that it tells nothing.
    *counts* and *sizes* have the groups that are not shown as one, which has no name.
    """
    whole = sum(counts.values())
    if 0 < whole < least:
        return CodeCount(code=code, all=None, by_group=dict.fromkeys(filter(None, counts)))
    is_hidden = any(0 < one < least for one in counts.values()) or _gives_away(whole, sizes, least)
    cells = {name: None if is_hidden else count for name, count in counts.items() if name}
    return CodeCount(code=code, all=whole, by_group=cells)


def _gives_away(whole: int, sizes: Mapping[str, int], least: int) -> bool:
    """Say whether some group has the same small count in every split that has a small one."""
    for name, size in sizes.items():
        others = _sums([one for other, one in sizes.items() if other != name], least)
        possible = [
            count
            for count in range(size + 1)
            if (whole - count, True) in others
            or (0 < count < least and (whole - count, False) in others)
        ]
        if len(possible) == 1 and 0 < possible[0] < least:
            return True
    return False


def _sums(sizes: Sequence[int], least: int) -> set[tuple[int, bool]]:
    """Return every sum that groups of these sizes may have, each with whether a count is small."""
    sums = {(0, False)}
    for size in sizes:
        sums = {
            (total + count, has_small or 0 < count < least)
            for total, has_small in sums
            for count in range(size + 1)
        }
    return sums
