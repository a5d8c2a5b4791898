"""The options of rules, selectors and schemes, looked at by the plugins that offer them."""

from collections.abc import Iterator, Mapping

from innokumppanuus.errors import InvalidValue
from innokumppanuus.plugin.interfaces import ChecksOptions
from innokumppanuus.ruleset.checked import Checked, Found
from innokumppanuus.ruleset.document import show
from innokumppanuus.ruleset.drafts import Draft


def plugin_options(checked: Checked) -> Found:
    """Yield what a plugin says of its options, where it can tell before they are used."""
    for owner, thing in _owners(checked):
        options = owner.at("options")
        given = options.value if options is not None else {}
        if not isinstance(thing, ChecksOptions) or not isinstance(given, Mapping):
            continue
        try:
            thing.check_options(given)
        except InvalidValue as problem:
            at = _meant(options or owner, problem.values.get("got"))
            yield checked.problem(problem.key, at, **problem.values)
        except (ValueError, TypeError, LookupError) as error:
            yield checked.problem("options-unusable", options or owner, got=str(error))


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


def _meant(options: Draft, got: object) -> Draft:
    """Return the option whose name or value is *got*, or all of them."""
    for draft in options.walk():
        if got is not None and str(got) in draft.parts:
            return draft.parts[str(got)]
    leaves = (draft for draft in options.walk() if not draft.parts and not draft.items)
    return next((draft for draft in leaves if show(draft.node) == str(got)), options)
