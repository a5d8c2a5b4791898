"""The rules of `contenders.py` as OpenFisca has them; run in an environment of its own."""

import time
from collections.abc import Callable
from typing import Any

import numpy
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable
from tables import CLOSES, EPOCH, OURS, SECOND, columns, texts


def simulation(
    count: int, is_all: bool, is_whole: bool, is_numbered: bool = False
) -> Callable[[], tuple[float, float, object]]:
    """
    Return what runs the rules in OpenFisca: from the arrays on, or the formulas alone.

    With *is_numbered* it gets texts by number, and each rule once for every text.
    """
    entity = build_entity("application", "applications", "An application", is_person=True)
    system = TaxBenefitSystem([entity])
    month = DateUnit.MONTH

    def given(name: str, kind: type) -> type:
        return type(
            name, (Variable,), {"value_type": kind, "entity": entity, "definition_period": month}
        )

    def rule(name: str, formula: Callable[..., Any]) -> type:
        return type(
            name,
            (Variable,),
            {
                "value_type": bool,
                "entity": entity,
                "definition_period": month,
                "formula": formula,
            },
        )

    def amounts(applications: Any, period: Any) -> Any:
        amount, months = applications("amount", period), applications("months", period)
        return (amount >= 1000) * (amount <= 10000) * (months >= 6) * (months <= 12)

    last = int((CLOSES - EPOCH) / SECOND)

    def in_time(applications: Any, period: Any) -> Any:
        return applications("submitted", period) <= last

    def in_area(applications: Any, period: Any) -> Any:
        region = applications("region", period)
        result = region == OURS[0]
        for one in OURS[1:]:
            result = result + (region == one)
        return result

    def told(applications: Any, period: Any) -> Any:
        title = applications("title", period).astype(str)
        text = applications("description", period).astype(str)
        starts = numpy.char.startswith(title, "Älykäs")
        has = numpy.char.find(text, "palvelu") >= 0
        return starts * has * (numpy.char.str_len(text) <= 40)

    def reached(applications: Any, period: Any) -> Any:
        email = applications("email", period).astype(str)
        return (email != "") * numpy.char.endswith(email, "@kunta.example")

    table, words = columns(count), texts()

    def by_number(name: str, holds: Callable[[str], bool]) -> Callable[..., Any]:
        answers = numpy.array([holds(one or "") for one in words[name]])
        return lambda applications, period: answers[applications(name, period)]

    def told_by_number(applications: Any, period: Any) -> Any:
        return starts(applications, period) * has(applications, period)

    starts = by_number("title", lambda one: one.startswith("Älykäs"))
    has = by_number("description", lambda one: "palvelu" in one and len(one) <= 40)
    numbered = (
        by_number("region", lambda one: one in OURS),
        told_by_number,
        by_number("email", lambda one: one != "" and one.endswith("@kunta.example")),
    )
    of_texts = numbered if is_numbered else (in_area, told, reached)
    formulas = [amounts, in_time, *of_texts][: 5 if is_all else 2]
    inputs = {"amount": float, "months": int, "submitted": int}
    if is_all:
        inputs.update(
            dict.fromkeys(("region", "title", "description", "email"), int if is_numbered else str)
        )
    for name, kind in inputs.items():
        system.add_variable(given(name, kind))
    for number, formula in enumerate(formulas):
        system.add_variable(rule(f"rule_{number}", formula))
    # Its whole numbers have 32 bits, so that moments are given as seconds, rounded up.
    table["submitted"] = -(-table["submitted"] // 10**6)
    for name, many in words.items() if is_all and not is_numbered else ():
        table[name] = numpy.array([one or "" for one in many], dtype=object)[table[name]]

    def run() -> tuple[float, float, object]:
        began, began_cpu = time.perf_counter(), time.process_time()
        builder = SimulationBuilder()
        builder.create_entities(system)
        builder.declare_person_entity("application", range(count))
        simulation = builder.build(system)
        for name in inputs:
            simulation.set_input(name, "2017-09", table[name])
        wall, cpu = time.perf_counter(), time.process_time()
        if is_whole:
            wall, cpu = began, began_cpu
        counts = [
            int(simulation.calculate(f"rule_{n}", "2017-09").sum()) for n in range(len(formulas))
        ]
        return time.perf_counter() - wall, time.process_time() - cpu, counts

    return run
