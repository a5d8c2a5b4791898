"""Whatever a plugin's thing does, it is the thing, or the plugin is named."""

from collections.abc import Callable

import attrs
import pytest

from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.labels import Label
from innokumppanuus.errors import HookRaised, InvalidValue
from innokumppanuus.plugin.guard import ANYTHING, FUNCTION, RULE, SCHEME, guarded, plugin_of
from innokumppanuus.plugin.interfaces import ChecksOptions, Function, FundingScheme, Rule
from innokumppanuus.testing.builders import label


@attrs.frozen
class Does:
    """A rule whose check does as it is told."""

    check: Callable[..., object] = lambda *_: Finding(rule="r", verdict=Verdict.MET)
    key: str = "mycity.does"
    name: Label = attrs.field(factory=label)


class Pays:
    """A funding scheme that pays nobody, badly."""

    key = "mycity.pays"
    name = label()

    def amount(self, application: object, call: object) -> object:
        return 10_000

    def instalments(self, amount: object, call: object) -> object:
        return (one for one in ("half", "half"))


def raises(error: BaseException) -> Callable[..., object]:
    def check(*_: object) -> object:
        raise error

    return check


def test_a_guarded_rule_is_still_that_rule() -> None:
    rule = Does()

    proxy = guarded("mycity", rule, RULE)

    assert isinstance(proxy, Rule)
    assert isinstance(proxy, Does)
    assert (proxy, hash(proxy), repr(proxy)) == (rule, hash(rule), repr(rule))
    assert (proxy.key, plugin_of(proxy), plugin_of(rule)) == ("mycity.does", "mycity", "")


def test_a_guarded_rule_has_no_routine_that_the_rule_has_not() -> None:
    proxy = guarded("mycity", Does(), RULE)

    assert not isinstance(proxy, ChecksOptions | FundingScheme)


def test_what_is_promised_is_handed_on() -> None:
    finding = Finding(rule="r", verdict=Verdict.NOT_MET)

    assert guarded("mycity", Does(lambda *_: finding), RULE).check(1, 2, 3) is finding


@pytest.mark.parametrize("error", [ZeroDivisionError("x"), KeyError("x"), SystemExit("x")])
def test_what_a_rule_raises_names_the_plugin_and_the_routine(error: BaseException) -> None:
    proxy = guarded("mycity", Does(raises(error)), RULE)

    with pytest.raises(HookRaised, match="'mycity' failed in 'mycity.does.check': .*x") as caught:
        proxy.check()

    assert (caught.value.plugin, caught.value.__cause__) == ("mycity", error)


def test_our_own_exceptions_pass_as_they_are() -> None:
    proxy = guarded("mycity", Does(raises(InvalidValue("empty"))), RULE)

    with pytest.raises(InvalidValue):
        proxy.check()


def test_a_rule_that_gives_no_finding_names_the_plugin() -> None:
    proxy = guarded("mycity", Does(lambda *_: True), RULE)

    with pytest.raises(HookRaised, match="'mycity' must give Finding in .*check', got bool"):
        proxy.check()


def test_a_scheme_that_gives_no_money_names_the_plugin() -> None:
    with pytest.raises(HookRaised, match=r"Money \| None in 'mycity.pays.amount', got int"):
        guarded("mycity", Pays(), SCHEME).amount(1, 2)


def test_many_things_are_looked_at_one_by_one() -> None:
    with pytest.raises(HookRaised, match=r"tuple\[Instalment, ...\] in 'mycity.pays.instalm"):
        guarded("mycity", Pays(), SCHEME).instalments(1, 2)


def test_a_function_is_watched_where_it_is_called() -> None:
    function = Function(
        key="mycity.f", name=label(), arguments=(), returns="int", call=raises(OSError("disk"))
    )

    with pytest.raises(HookRaised, match="'mycity' failed in 'mycity.f.call': OSError: disk"):
        guarded("mycity", function, FUNCTION).call()


def test_a_class_that_is_called_by_promise_is_watched() -> None:
    class State:
        def __init__(self) -> None:
            raise RuntimeError("no data")

    with pytest.raises(HookRaised, match="'mycity'.*no data"):
        guarded("mycity", Does(State), {"check": ANYTHING}).check()


def test_a_class_that_is_registered_itself_is_left_alone() -> None:
    assert guarded("mycity", Does, RULE) is Does
