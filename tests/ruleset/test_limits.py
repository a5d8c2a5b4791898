"""Limits: the validators of attrs that are read are the ones that nouns use."""

from importlib import import_module
from pkgutil import iter_modules

import attrs
import pytest

from innokumppanuus import domain
from innokumppanuus.domain.call import Call
from innokumppanuus.ruleset.limits import Limits, limits_of


@attrs.frozen(kw_only=True)
class Sample:
    least: int = attrs.field(validator=attrs.validators.ge(3))
    filled: str = attrs.field(validator=attrs.validators.min_len(1))
    shaped: str = attrs.field(validator=attrs.validators.matches_re("[a-z]+"))
    free: str = ""
    other: int = attrs.field(default=1, validator=attrs.validators.lt(3))
    maybe: int | None = attrs.field(
        default=None, validator=attrs.validators.optional(attrs.validators.ge(2))
    )


def test_the_validators_that_are_read_have_the_form_that_is_read() -> None:
    fields = attrs.fields(Sample)

    assert [
        limits_of(one) for one in (fields.least, fields.filled, fields.shaped, fields.free)
    ] == [
        Limits(least=3),
        Limits(not_empty=True),
        Limits(pattern="[a-z]+"),
        Limits(),
    ]


def test_what_may_be_left_out_has_the_limit_of_what_is_given() -> None:
    assert limits_of(attrs.fields(Sample).maybe) == Limits(least=2)


def test_an_unknown_validator_is_not_passed_over() -> None:
    with pytest.raises(TypeError, match="validator of 'other' is not known"):
        limits_of(attrs.fields(Sample).other)


def test_every_validator_of_a_call_can_be_read() -> None:
    seen = [limits_of(one) for one in attrs.fields(Call)]

    assert Limits(pattern="[a-z0-9][a-z0-9_-]*") in seen


def test_every_noun_that_a_file_can_hold_has_limits_that_can_be_read() -> None:
    for name in ("call", "criteria", "dates", "parties", "principles", "sources"):
        for noun in vars(import_module(f"{domain.__name__}.{name}")).values():
            if isinstance(noun, type) and attrs.has(noun) and noun.__name__ != "Money":
                assert all(isinstance(limits_of(one), Limits) for one in attrs.fields(noun))


def test_the_whole_text_must_match_a_pattern() -> None:
    assert not Limits(pattern="[a-z]+").matches("abc1")


def test_the_domain_has_no_module_that_is_forgotten_here() -> None:
    assert {"call", "criteria", "dates", "parties", "principles", "sources"} <= {
        one.name for one in iter_modules(domain.__path__)
    }
