"""Functions for expressions: dated law by a day among the arguments. Sums and days are data."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.plugin.interfaces import Function
from innokumppanuus_suomi import appeals, de_minimis, procurement
from innokumppanuus_suomi.aid_lists import DECLARED, read_aid
from innokumppanuus_suomi.law import parameters
from innokumppanuus_suomi.looking_up import looked_up, told

_FLAT_RATE: Final = "suomi.structural_funds.flat_rate"
_Law = Mapping[str, Parameter]


def functions() -> tuple[Function, ...]:
    """Return what expressions may call. A function cannot tell where nobody knows the law."""
    return (
        Function(
            key="suomi.part_of",
            name=Label(
                "osa summasta, pyöristettynä lähimpään senttiin",
                "del av ett belopp, avrundad till närmaste cent",
                "part of a sum, rounded to the nearest cent",
            ),
            arguments=("money", "double"),
            returns="money",
            call=part_of,
        ),
        _dated(
            ceiling,
            "suomi.de_minimis.ceiling_on",
            Label(
                "de minimis -tuen enimmäismäärä päivänä",
                "takbelopp för stöd av mindre betydelse en viss dag",
                "ceiling of de minimis aid on a day",
            ),
            ("string", "date"),
            "money",
            "suomi.de_minimis.",
        ),
        _dated(
            counted_from,
            "suomi.de_minimis.counted_from",
            Label(
                "ensimmäinen päivä, jonka de minimis -tuki lasketaan mukaan",
                "första dagen vars stöd av mindre betydelse räknas med",
                "first day whose de minimis aid counts",
            ),
            ("string", "date"),
            "date",
            "suomi.de_minimis.",
        ),
        _dated(
            room,
            "suomi.de_minimis.room",
            Label(
                "de minimis -tuki, jonka yritys voi vielä saada päivänä",
                "stöd av mindre betydelse som företaget ännu kan få en viss dag",
                "de minimis aid that the undertaking may still get on a day",
            ),
            ("string", "string", "date"),
            "money",
            "suomi.de_minimis.",
        ),
        _dated(
            national_threshold,
            "suomi.procurement.national_threshold",
            Label(
                "kansallinen kynnysarvo päivänä",
                "nationellt tröskelvärde en viss dag",
                "national threshold on a day",
            ),
            ("string", "date"),
            "money",
            "suomi.procurement.national.",
        ),
        _dated(
            eu_threshold,
            "suomi.procurement.eu_threshold",
            Label(
                "EU-kynnysarvo päivänä",
                "EU-tröskelvärde en viss dag",
                "EU threshold on a day",
            ),
            ("string", "string", "date"),
            "money",
            "suomi.procurement.eu.",
        ),
        _dated(
            reach,
            "suomi.procurement.reach",
            Label(
                "ylin kynnysarvo, jonka hankinta saavuttaa",
                "det högsta tröskelvärde som upphandlingen når",
                "highest threshold that a procurement reaches",
            ),
            ("money", "string", "string", "date"),
            "string",
            "suomi.procurement.",
        ),
        _dated(
            open_ended_value,
            "suomi.procurement.open_ended_value",
            Label(
                "toistaiseksi voimassa olevan sopimuksen ennakoitu arvo kuukausihinnasta",
                "uppskattat värde av ett avtal som gäller tills vidare, av månadspriset",
                "estimated value of an open-ended contract by its price a month",
            ),
            ("money", "date"),
            "money",
            "suomi.procurement.open_ended_months",
        ),
        _dated(
            day_of_notice,
            "suomi.appeals.day_of_notice",
            Label(
                "päivä, jona päätös katsotaan saaduksi tiedoksi",
                "dagen då beslutet anses ha delgivits",
                "day on which the decision is deemed known",
            ),
            ("string", "date"),
            "date",
            "suomi.appeals.notice.",
        ),
        _dated(
            last_day,
            "suomi.appeals.last_day",
            Label(
                "muutoksenhaun viimeinen päivä",
                "sista dagen för ändringssökande",
                "last day for seeking a remedy",
            ),
            ("string", "date", "string"),
            "date",
            "suomi.appeals.",
            "suomi.periods.",
        ),
        _dated(
            period_end,
            "suomi.periods.end",
            Label(
                "päivä, jona määräaika päättyy, jos se muuten päättyisi annettuna päivänä",
                "dagen då en frist löper ut om den annars skulle löpa ut den givna dagen",
                "day on which a period ends that would otherwise end on the given day",
            ),
            ("date",),
            "date",
            "suomi.periods.",
        ),
        _dated(
            flat_rate_costs,
            "suomi.structural_funds.costs",
            Label(
                "kustannukset, kun palkkoihin lisätään prosenttimääräinen korvaus",
                "kostnader när schablonersättningen läggs till lönerna",
                "costs, the flat rate added to the salaries",
            ),
            ("money", "date"),
            "money",
            _FLAT_RATE,
        ),
    )


def part_of(whole: Money, share: float) -> Money:
    """Return the share of the sum as it is written, 0.4 as exactly two fifths; half cents up."""
    return whole.share(Fraction(repr(share)))


def ceiling(law: _Law, kind: str, on: date) -> Money:
    """Return the ceiling of `general`, `road_freight` or `sgei` aid on the day."""
    return de_minimis.ceiling_on(on, law, de_minimis.Ceiling(kind))


def counted_from(law: _Law, kind: str, on: date) -> date:
    """Return the first day that counts on *on*; fiscal years are calendar years."""
    return de_minimis.counted_from(on, _applicant(), law, de_minimis.Ceiling(kind))


def room(law: _Law, aid: str, kind: str, on: date) -> Money:
    """Return what may still be granted on the day, with the aid declared as `read_aid` reads it."""
    records = read_aid(aid)
    return de_minimis.headroom(records, on, law, _applicant(), ceiling=de_minimis.Ceiling(kind))


def national_threshold(law: _Law, kind: str, on: date) -> Money:
    """Return the national threshold for the kind of procurement that begins on the day."""
    level = procurement.Level.NATIONAL
    return procurement.threshold(level, procurement.Kind(kind), on, law)


def eu_threshold(law: _Law, kind: str, buyer: str, on: date) -> Money:
    """Return the EU threshold for the kind of procurement and the buyer on the day."""
    level, whose = procurement.Level.EU, procurement.Buyer(buyer)
    return procurement.threshold(level, procurement.Kind(kind), on, law, whose)


def reach(law: _Law, value: Money, kind: str, buyer: str, on: date) -> str:
    """Return `below`, `national` or `eu`."""
    kind_, whose = procurement.Kind(kind), procurement.Buyer(buyer)
    return procurement.reach(value, kind_, on, law, whose).value


def open_ended_value(law: _Law, monthly: Money, on: date) -> Money:
    """Return the estimated value of a contract until further notice at so much a month."""
    lot = procurement.Lot(value=monthly, is_open_ended=True)
    return procurement.estimated_value((lot,), on, law, monthly.currency)


def day_of_notice(law: _Law, notice: str, sent: date) -> date:
    """Return the day on which the receiver is deemed to know the decision."""
    return appeals.day_of_notice(appeals.Notice(notice), sent, law)


def last_day(law: _Law, notice: str, sent: date, remedy: str) -> date:
    """Return the last day of the remedy."""
    return appeals.last_day(appeals.Notice(notice), sent, law, appeals.Remedy(remedy))


def period_end(law: _Law, would_end: date) -> date:
    """Return the day itself, or the next weekday when no period ends on it."""
    return appeals.period_end(would_end, law)


def flat_rate_costs(law: _Law, salaries: Money, on: date) -> Money:
    """Return the salaries with the flat rate of the structural funds on the day."""
    rate = law[_FLAT_RATE].on(on).value
    assert isinstance(rate, Fraction)
    return salaries + salaries.share(rate)


def _applicant() -> de_minimis.Undertaking:
    return de_minimis.Undertaking(members=(DECLARED,))


def _dated(
    compute: Callable[..., Any],
    key: str,
    name: Label,
    arguments: tuple[str, ...],
    returns: str,
    *prefixes: str,
) -> Function:
    """Return the verb as a function that tells which dated values it looked up."""

    def over(given: _Law) -> Function:
        law = {**parameters(), **given}
        return Function(
            key=key,
            name=name,
            arguments=arguments,
            returns=returns,
            call=told(compute, lambda: law),
            parameters=tuple(one for one in law.values() if one.key.startswith(prefixes)),
            looks_up=looked_up(compute, lambda: law),
            with_parameters=over,
        )

    return over({})
