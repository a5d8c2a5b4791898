"""The command `pathway`: a purchase told by options or a file of vignettes, and its pathways."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import attrs
import typer

from innokumppanuus.domain.call import Call, FieldType
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.cli.help import Group
from innokumppanuus.faces.cli.material import must_exist
from innokumppanuus.faces.cli.run import write_files
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.cli.switches import UsageProblem, language_named
from innokumppanuus.faces.texts import Texts
from innokumppanuus_suomi.faces.data import routing_data
from innokumppanuus_suomi.faces.pathway_html import in_order, page
from innokumppanuus_suomi.faces.wording import (
    changes_text,
    condition_text,
    notices,
    opening_text,
    sections,
    standing,
    surprise_texts,
    value_text,
    warnings,
    why,
)
from innokumppanuus_suomi.law import parameters
from innokumppanuus_suomi.pathways import FILE, PathwayFile, read_pathways
from innokumppanuus_suomi.procurement import Buyer, Kind, Lot
from innokumppanuus_suomi.routing import Routing, route
from innokumppanuus_suomi.vignettes import (
    Access,
    Supplier,
    Vignette,
    VignetteFile,
    read_vignettes,
)

_Word = TypeVar("_Word", bound=StrEnum)
_NAME = Label("Hankinta", "Upphandling", "Purchase")
_YES_NO = {"yes": True, "no": False}


@attrs.frozen(kw_only=True)
class Asked:
    """
    What was typed (kysytty hankinta).

    Attributes:
        file: Vignettes; none when the purchase is told by the other options.
        vignette: Only the one with this id; all when empty.
        what: What is bought.
        buyer: Who buys.
        from_whom: From whom.
        day: The day the procedure starts.
        value: Estimated value in all.
        monthly: Price a month of a contract until further notice.
        options: What options may add to the monthly price's total.
        facts: As `market_lacks_solution=yes`.
    """

    file: Path | None = None
    vignette: str = ""
    what: str = ""
    buyer: str = ""
    from_whom: str = ""
    day: str = ""
    value: str = ""
    monthly: str = ""
    options: str = ""
    facts: tuple[str, ...] = ()


def app() -> typer.Typer:
    """Return the command of the plugin."""
    group = typer.Typer(cls=Group, invoke_without_command=True, help="suomi.pathway.help")

    @group.callback()
    def start(
        context: typer.Context,
        file: Annotated[Path | None, typer.Option(metavar="FILE", help="suomi.option.file")] = None,
        vignette: Annotated[str, typer.Option(metavar="ID", help="suomi.option.vignette")] = "",
        what: Annotated[str, typer.Option(metavar="KIND", help="suomi.option.what")] = "",
        buyer: Annotated[str, typer.Option(metavar="BUYER", help="suomi.option.buyer")] = "",
        from_whom: Annotated[
            str, typer.Option("--from", metavar="SUPPLIER", help="suomi.option.from")
        ] = "",
        day: Annotated[str, typer.Option("--date", metavar="DAY", help="suomi.option.date")] = "",
        value: Annotated[str, typer.Option(metavar="EUR", help="suomi.option.value")] = "",
        monthly: Annotated[str, typer.Option(metavar="EUR", help="suomi.option.monthly")] = "",
        options: Annotated[str, typer.Option(metavar="EUR", help="suomi.option.options")] = "",
        fact: Annotated[
            list[str] | None, typer.Option(metavar="NAME=yes|no", help="suomi.option.fact")
        ] = None,
        only: Annotated[str, typer.Option(metavar="KEY", help="suomi.option.only")] = "",
        out: Annotated[Path | None, typer.Option(metavar="DIR", help="cli.option.out")] = None,
        also: Annotated[
            list[str] | None, typer.Option(metavar="fi|sv|en", help="suomi.option.also")
        ] = None,
    ) -> None:
        session: Session = context.find_object(Session)  # type: ignore[assignment]
        asked = Asked(
            file=file,
            vignette=vignette,
            what=what,
            buyer=buyer,
            from_whom=from_whom,
            day=day,
            value=value,
            monthly=monthly,
            options=options,
            facts=tuple(fact or ()),
        )
        run(session, asked, only, out, tuple(also or ()))

    return group


def run(session: Session, asked: Asked, only: str, out: Path | None, also: Iterable[str]) -> None:
    """Tell the pathways of what was asked for; write the report when a folder is given."""
    pathways = read_pathways(FILE)
    keys = [one.key for one in pathways.pathways]
    if only:
        _check_known("--only", only, keys)
    languages = tuple(dict.fromkeys((session.switches.language, *map(language_named, also))))
    ruleset = session.workspace.ruleset(pathways.rules)
    told = _vignettes(asked, ruleset.call)
    routings = _routed(session, told, pathways)
    _tell(session, routings, told, only)
    if out is not None:
        sources = session.faces.texts().values()
        made: dict[str, bytes] = {}
        for language in languages:
            texts = Texts.load(language, sources)
            made |= page(routings, texts, parameters(), is_fictional=told.is_fictional)
        written = [str(one) for one in write_files(out, made)]
        session.say("suomi.pathway.written", files=written)
        session.data["files"] = written


def _routed(session: Session, told: VignetteFile, pathways: PathwayFile) -> tuple[Routing, ...]:
    ruleset, law = session.workspace.ruleset(pathways.rules), parameters()
    return tuple(route(one, ruleset, pathways.pathways, law) for one in told.vignettes)


def _tell(session: Session, routings: tuple[Routing, ...], told: VignetteFile, only: str) -> None:
    texts = session.texts
    said = notices(texts, is_fictional=told.is_fictional)
    for words in said:
        session.line(words)
    for one in routings:
        session.line()
        session.line(texts.show(one.vignette.name))
        session.line(value_text(one, texts))
        for words in warnings(one, texts):
            session.line(words)
        if only:
            _tell_one(session, one, only)
        else:
            _tell_all(session, one)
        for words in surprise_texts(one, texts):
            session.line(words)
    if any(one.surprises for one in routings):
        session.code = Code.PROBLEMS
    session.data.update(
        is_fictional=told.is_fictional,
        notices=list(said),
        purchases=[routing_data(one, texts, only) for one in routings],
    )


def _tell_all(session: Session, routing: Routing) -> None:
    texts = session.texts
    names = ("pathway", "access", "why", "section")
    session.table(
        "suomi.pathway.table",
        [texts.say(f"suomi.column.{one}") for one in names],
        [
            (
                texts.show(one.pathway.name),
                standing(one, texts),
                why(one, routing.call, texts),
                sections(one, texts),
            )
            for one in in_order(routing)
        ],
    )
    closed = [one for one in routing.with_access(Access.CLOSED) if one.openings]
    if closed:
        session.table(
            "suomi.pathway.openings",
            [texts.say("suomi.column.pathway"), texts.say("suomi.column.change")],
            [
                (texts.show(one.pathway.name), changes_text(one.openings[0], routing.call, texts))
                for one in closed
            ],
        )
        session.say("suomi.opening.no_splitting")


def _tell_one(session: Session, routing: Routing, key: str) -> None:
    texts, one = session.texts, routing.route(key)
    session.line(f"{standing(one, texts)}: {texts.show(one.pathway.name)}")
    session.line(texts.show(one.pathway.about))
    session.line(why(one, routing.call, texts))
    for condition in one.conditions:
        session.line(f"  {condition_text(condition, texts)}")
    for opening in one.openings:
        session.line(f"  {opening_text(opening, routing.call, texts)}")
    if one.pathway.caution is not None:
        session.say("suomi.pathway.caution", words=one.pathway.caution)


def _vignettes(asked: Asked, call: Call) -> VignetteFile:
    """Return the vignettes of the file, or the one that the options tell."""
    if asked.file is None:
        return VignetteFile(vignettes=(_told(asked, call),))
    if attrs.evolve(asked, file=None, vignette="") != Asked():
        raise UsageProblem("suomi.usage.file_alone")
    must_exist(asked.file)
    read = read_vignettes(asked.file, call)
    if not asked.vignette:
        return read
    by_id = {one.id: one for one in read.vignettes}
    _check_known("--vignette", asked.vignette, by_id)
    return attrs.evolve(read, vignettes=(by_id[asked.vignette],))


def _told(asked: Asked, call: Call) -> Vignette:
    if asked.vignette:
        raise UsageProblem("suomi.usage.vignette_of_file")
    if asked.value and (asked.monthly or asked.options):
        raise UsageProblem("suomi.usage.value_once")
    if asked.options and not asked.monthly:
        raise UsageProblem("suomi.usage.options_alone")
    lots: tuple[Lot, ...] = ()
    if asked.monthly:
        options = _money(asked.options, "--options") if asked.options else None
        monthly = _money(asked.monthly, "--monthly")
        lots = (Lot(value=monthly, options=options, is_open_ended=True),)
    return Vignette(
        id="purchase",
        name=_NAME,
        kind=_word(Kind, asked.what, "--what"),
        buyer=_word(Buyer, asked.buyer, "--buyer"),
        from_whom=_word(Supplier, asked.from_whom, "--from"),
        starts=_day(asked.day),
        value=_money(asked.value, "--value") if asked.value else None,
        lots=lots,
        facts=_facts(asked.facts, call),
    )


def _word(kind: type[_Word], got: str, option: str) -> _Word | None:
    if not got:
        return None
    _check_known(option, got, [one.value for one in kind])
    return kind(got)


def _check_known(option: str, got: str, known: Iterable[str]) -> None:
    words = tuple(known)
    if got not in words:
        raise UsageProblem("suomi.usage.word", option=option, got=got, known=", ".join(words))


def _money(got: str, option: str) -> Money:
    try:
        return money_of(got)
    except InvalidValue as error:
        raise UsageProblem("suomi.usage.money", option=option, got=got) from error


def money_of(words: str) -> Money:
    """
    Return the sum in words as people type it: `59 999,99`, `60000 EUR`.

    Raises:
        InvalidValue: When it is no sum, or one below nothing.
    """
    plain = words.replace("\u00a0", " ").replace("€", "").replace("EUR", "").replace(" ", "")
    value = Money.of(plain.replace(",", "."))
    if value.cents < 0:
        raise InvalidValue("suomi.value-negative", got=words)
    return value


def _day(got: str) -> date | None:
    try:
        return date.fromisoformat(got) if got else None
    except ValueError as error:
        raise UsageProblem("suomi.usage.day", got=got) from error


def _facts(given: Iterable[str], call: Call) -> Mapping[str, bool]:
    known = [one.id for one in call.form if one.type is FieldType.YES_NO]
    facts = {}
    for one in given:
        name, _, answer = one.partition("=")
        _check_known("--fact", name, known)
        if answer not in _YES_NO:
            raise UsageProblem("suomi.usage.fact", got=one)
        facts[name] = _YES_NO[answer]
    return facts
