"""Sentences say what is known, and warn only of what is surely missing."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import attrs

from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.domain.sources import missing
from innokumppanuus.faces.texts import Texts
from innokumppanuus_parasta_itaa.domain.canvas import Canvas
from innokumppanuus_parasta_itaa.domain.consortium import Consortium
from innokumppanuus_parasta_itaa.engine.canvas import review
from innokumppanuus_parasta_itaa.engine.funding import plan
from innokumppanuus_parasta_itaa.engine.succession import successions
from innokumppanuus_parasta_itaa.faces.sentences import (
    canvas_sentences,
    funding_sentences,
    succession_sentence,
)


def test_empty_canvas_has_a_warning_for_each_role_and_part(finnish: Texts) -> None:
    first, *warnings = canvas_sentences(review(Canvas()), finnish)

    assert first == "Rooleista on mukana 0/4."
    assert len(warnings) == 9
    assert all(one.startswith("⚠ ") for one in warnings)


def test_share_over_the_largest_is_warned_of(
    exercise: Consortium, law: Mapping[str, Parameter], finnish: Texts
) -> None:
    model = exercise.funding.model
    assert model is not None
    over = attrs.evolve(model, grant_share=Fraction(9, 10))
    planned = plan(attrs.evolve(exercise.funding, model=over), law)
    assert planned is not None

    told = list(funding_sentences(planned, finnish))

    assert "⚠ Tuen osuus on suurempi kuin suurin sallittu osuus. Pienentäkää osuutta." in told


def test_unknown_rate_is_told_and_nothing_is_reckoned(
    exercise: Consortium, law: Mapping[str, Parameter], finnish: Texts
) -> None:
    model = exercise.funding.model
    assert model is not None
    early = attrs.evolve(model, decided=date(2020, 1, 1))
    planned = plan(attrs.evolve(exercise.funding, model=early), law)
    assert planned is not None

    told = "\n".join(funding_sentences(planned, finnish))

    assert "joten kustannuksia ei voi laskea" in told


def test_succession_without_a_day_says_so(real: Consortium, finnish: Texts) -> None:
    (known,) = successions(real.programme)
    dayless = attrs.evolve(known, since=missing())

    told = succession_sentence(dayless, finnish)

    assert told.endswith("Lähde ei kerro, mistä päivästä alkaen.")
