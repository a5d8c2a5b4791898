"""How what is said of following pilots fits the rest of a rule set, and what plugins offer."""

from innokumppanuus.domain.principles import Principle
from innokumppanuus.ruleset.checked import Checked, Found, offered, once
from innokumppanuus.ruleset.document import show


def follow_up(checked: Checked) -> Found:
    """Indicators are offered and named once, and report fields have ids of their own."""
    given = checked.call.at("follow_up")
    if given is None:
        return
    known = [key for one in Principle for key in checked.plugins.indicators(one)]
    named = [given.each("indicators")]
    named += [one.each("indicators") for one in given.each("report")]
    for indicators in named:
        seen: set[str] = set()
        for one in indicators:
            if not isinstance(one.value, str):
                continue
            if one.value in seen:
                yield checked.problem("twice", one, got=show(one.node))
            else:
                yield from offered(checked, one, known)
            seen.add(one.value)
    yield from once(checked, given.each("report"))
