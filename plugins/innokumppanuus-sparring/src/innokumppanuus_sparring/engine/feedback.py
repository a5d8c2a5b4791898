"""
Feedback counted so that nobody can be told from it: small numbers are not shown.

A number that could be reckoned from the others is hidden with them. It reads no words.
"""

from collections.abc import Sequence

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
        cells: dict[str, int | None] = {name: about.count(name) for name in shown}
        rest = len(about) - sum(about.count(name) for name in shown)
        _hide(cells, least, rest if hidden else None)
        counts.append(CodeCount(code=code, all=len(about), by_group=cells))
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


def _hide(cells: dict[str, int | None], least: int, rest: int | None) -> None:
    """
    Hide small counts, and one more where a small one could be reckoned from the whole.

    *rest* is the count of the groups that are not shown; None when all are.
    """
    known = {name: count for name, count in cells.items() if count is not None}
    small = [name for name, count in known.items() if 0 < count < least]
    for name in small:
        cells[name] = None
    is_alone = len(small) == 1 if rest is None else not small and 0 < rest < least
    others = [name for name in known if name not in small]
    if is_alone and others:
        cells[min(others, key=lambda name: (known[name] == 0, known[name], name))] = None
