"""The options of rules, selectors and schemes, looked at by the plugins that offer them."""

from collections.abc import Iterator, Mapping

from innokumppanuus.domain.call import Field
from innokumppanuus.errors import HookRaised, InvalidValue, Place, Problem, RuleSetProblems
from innokumppanuus.plugin.interfaces import ChecksOptions, Form
from innokumppanuus.ruleset.checked import Checked, Found
from innokumppanuus.ruleset.document import show
from innokumppanuus.ruleset.drafts import Draft
from innokumppanuus.ruleset.model import RuleSet

_OPTION = "option"
"""The value of an InvalidValue that names the option it is about."""


def plugin_options(checked: Checked) -> Found:
    """Yield what a plugin says of its options, where it can tell before they are used."""
    form = _form(checked)
    for owner, thing in _owners(checked):
        options = owner.at("options")
        given = options.value if options is not None else {}
        if not isinstance(thing, ChecksOptions) or not isinstance(given, Mapping):
            continue
        try:
            thing.check_options(given, form)
        except InvalidValue as problem:
            at = _meant(options or owner, problem)
            yield checked.problem(problem.key, at, **_told(problem))
        except HookRaised as error:
            if not isinstance(error.__cause__, ValueError | TypeError | LookupError):
                raise
            yield checked.problem("options-unusable", options or owner, got=str(error.__cause__))


def refused(ruleset: RuleSet, rule: str, error: InvalidValue) -> RuleSetProblems:
    """
    Return what a rule says of its options when it is first asked, placed in the rule set.

    Args:
        ruleset: In which the rule is named.
        rule: Id of the eligibility rule.
        error: What the rule raised.
    """
    path = f"eligibility[{rule}]"
    whole, option = f"{path}.options", error.values.get(_OPTION)
    got = str(error.values.get("got"))
    inside = [one for one in ruleset.origins if one.startswith((f"{whole}.", f"{whole}["))]
    meant = (
        *(one for one in inside if one == f"{whole}.{option}"),
        *(one for one in inside if one == f"{whole}.{got}" or ruleset.written.get(one) == got),
        *(one for one in (whole, path) if one in ruleset.origins),
    )
    at = next(iter(meant), path)
    place = ruleset.origins.get(at, Place())
    return RuleSetProblems([Problem(key=error.key, values=_told(error), place=place, path=at)])


def _form(checked: Checked) -> Form:
    """Return the fields that could be read."""
    drafts = checked.call.each("form")
    fields = tuple(one.value for one in drafts if isinstance(one.value, Field))
    is_read = checked.call.at("form") is not None and not checked.is_lost("form")
    return Form(fields=fields, is_whole=is_read and len(fields) == len(drafts))


def _owners(checked: Checked) -> Iterator[tuple[Draft, object]]:
    """Yield everything with options, and what the plugins offer under the key that it names."""
    call, plugins = checked.call, checked.plugins
    for rule in call.each("eligibility"):
        yield rule, plugins.rules().get(rule.known(str, "rule") or "")
    for key, word, offered in (
        ("selection", "selector", plugins.selectors()),
        ("funding", "scheme", plugins.schemes()),
    ):
        owner = call.at(key)
        if owner is not None:
            yield owner, offered.get(owner.known(str, word) or "")


def _told(error: InvalidValue) -> dict[str, object]:
    return {name: value for name, value in error.values.items() if name != _OPTION}


def _meant(options: Draft, error: InvalidValue) -> Draft:
    """Return the option that is named, else the one whose name or value is *got*, or all."""
    named, got = f"{options.path}.{error.values.get(_OPTION)}", error.values.get("got")
    for draft in options.walk():
        if draft.path == named:
            return draft
    for draft in options.walk():
        if got is not None and str(got) in draft.parts:
            return draft.parts[str(got)]
    leaves = (draft for draft in options.walk() if not draft.parts and not draft.items)
    return next((draft for draft in leaves if show(draft.node) == str(got)), options)
