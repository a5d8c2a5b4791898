"""Facts of the call that its rules need and that it does not state. Applicants cannot tell them."""

from innokumppanuus.ruleset.checked import Checked, Found
from innokumppanuus.ruleset.model import CALL_TYPES, RuleSet, call_values


def unstated_facts(checked: Checked, ruleset: RuleSet) -> Found:
    """Yield every value of the call that a rule uses and the call does not state."""
    known = call_values(ruleset.call)
    for one in (*checked.call.each("eligibility"), *checked.call.each("factors")):
        expression = ruleset.rules.get(one.known(str, "id") or "")
        when = one.at("when") or one
        for name in expression.uses if expression else ():
            if name in CALL_TYPES and name not in known:
                yield checked.problem("fact-unstated", when, name=name)
