"""The tables of the evaluators' panel: their columns and the words of their headings."""

from collections.abc import Iterator
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from innokumppanuus.domain.call import APPLICANT_FIELD, Option
from innokumppanuus.domain.conflicts import InterestKind, RulingKind
from innokumppanuus.domain.labels import LANGUAGES, Label
from innokumppanuus.intake import words
from innokumppanuus.intake.headings import Wanted
from innokumppanuus.intake.scoring import APPLICATION, Item

EVALUATOR, ORGANISATION, BUSINESS_ID = "evaluator", "organisation", "business_id"
LANGUAGES_READ, EXPERTISE, LEAST, MOST = "languages", "expertise", "least", "most"
DECLARED, TIE, NOTE, GROUP = "declared", "tie", "note", "group"
GROUND, RULING, BY, ON, REASON = "ground", "ruling", "by", "on", "reason"
SUBSTITUTE, PRESENT = "substitute", "present"


class PanelTable(StrEnum):
    """The tables of a panel (arviointipaneelin taulukot)."""

    EVALUATORS = "evaluators"
    TIES = "ties"
    GROUPS = "groups"
    RULINGS = "rulings"
    REPLACEMENTS = "replacements"
    CONSENSUS = "consensus"


TITLES: Final = MappingProxyType(
    {
        PanelTable.EVALUATORS: Label("Arvioijat", "Bedömare", "Evaluators"),
        PanelTable.TIES: Label("Sidonnaisuudet", "Bindningar", "Ties"),
        PanelTable.GROUPS: Label("Konsernit", "Koncerner", "Groups"),
        PanelTable.RULINGS: Label("Ratkaisut", "Avgöranden", "Rulings"),
        PanelTable.REPLACEMENTS: Label("Vaihdot", "Byten", "Replacements"),
        PanelTable.CONSENSUS: Label("Konsensus", "Konsensus", "Consensus"),
    }
)
"""Names of the sheets; reading goes by the headings."""

TELLING: Final = MappingProxyType(
    {
        PanelTable.EVALUATORS: frozenset({LANGUAGES_READ, EXPERTISE, LEAST, MOST, DECLARED}),
        PanelTable.TIES: frozenset({TIE}),
        PanelTable.GROUPS: frozenset({GROUP}),
        PanelTable.RULINGS: frozenset({RULING}),
        PanelTable.REPLACEMENTS: frozenset({SUBSTITUTE}),
        PanelTable.CONSENSUS: frozenset({PRESENT}),
    }
)
"""Columns that no other table has; one of them tells which table it is."""

TIE_OPTIONS: Final = (
    Option(id=InterestKind.OWN_INTEREST, name=Label("oma etu", "egen fördel", "own interest")),
    Option(
        id=InterestKind.CLOSE_PERSON,
        name=Label("läheinen", "närstående", "close person"),
    ),
    Option(id=InterestKind.EMPLOYER, name=Label("työnantaja", "arbetsgivare", "employer")),
    Option(
        id=InterestKind.BOARD,
        name=Label("hallitus tai johto", "styrelse eller ledning", "board or management"),
    ),
    Option(
        id=InterestKind.SERVICE,
        name=Label("toimeksianto tai palvelu", "uppdrag eller tjänst", "commission or service"),
    ),
    Option(
        id=InterestKind.GROUP, name=Label("saman konsernin yritys", "samma koncern", "same group")
    ),
    Option(
        id=InterestKind.RIVAL,
        name=Label("kilpaileva hakija", "konkurrerande sökande", "rival applicant"),
    ),
    Option(id=InterestKind.OTHER, name=Label("muu", "annat", "other")),
)
RULING_OPTIONS: Final = (
    Option(
        id=RulingKind.CLEARED,
        name=Label("ei esteellinen", "inte jävig", "no conflict"),
    ),
    Option(
        id=RulingKind.WAIVED,
        name=Label("saa jatkaa", "får fortsätta", "may go on"),
    ),
    Option(id=RulingKind.UPHELD, name=Label("esteellinen", "jävig", "conflict")),
)

_EVALUATOR = Wanted(id=EVALUATOR, name=words.EVALUATOR, is_needed=True)
_ORGANISATION = Wanted(id=ORGANISATION, name=Label("Organisaatio", "Organisation", "Organisation"))
_BUSINESS_ID = Wanted(id=BUSINESS_ID, name=Label("Y-tunnus", "FO-nummer", "Business id"))
_BY = Wanted(id=BY, name=Label("Päättäjä", "Beslutsfattare", "Decided by"), is_needed=True)
_ON = Wanted(id=ON, name=Label("Päivä", "Datum", "Date"), is_needed=True)
_REASON = Wanted(id=REASON, name=Label("Perustelu", "Motivering", "Reason"), is_needed=True)


def columns_of(table: PanelTable, items: tuple[Item, ...] = ()) -> tuple[Wanted, ...]:
    """Return the columns of a table; those of scores are of the call."""
    application = Wanted(id=APPLICATION, name=words.APPLICATION)
    match table:
        case PanelTable.EVALUATORS:
            return (
                _EVALUATOR,
                _ORGANISATION,
                _BUSINESS_ID,
                Wanted(id=LANGUAGES_READ, name=Label("Kielet", "Språk", "Languages")),
                Wanted(id=EXPERTISE, name=Label("Osaaminen", "Sakkunskap", "Expertise")),
                Wanted(id=LEAST, name=Label("Vähintään", "Minst", "At least")),
                Wanted(id=MOST, name=Label("Enintään", "Högst", "At most")),
                Wanted(
                    id=DECLARED,
                    name=Label(
                        "Sidonnaisuudet ilmoitettu", "Bindningarna uppgivna", "Ties declared"
                    ),
                ),
            )
        case PanelTable.TIES:
            return (
                _EVALUATOR,
                Wanted(id=TIE, name=Label("Side", "Bindning", "Tie"), is_needed=True),
                _ORGANISATION,
                _BUSINESS_ID,
                application,
                Wanted(id=NOTE, name=Label("Lisätieto", "Tilläggsuppgift", "Note")),
            )
        case PanelTable.GROUPS:
            return (
                Wanted(id=GROUP, name=Label("Konserni", "Koncern", "Group"), is_needed=True),
                Wanted(id=BUSINESS_ID, name=_BUSINESS_ID.name, is_needed=True),
            )
        case PanelTable.RULINGS:
            return (
                _EVALUATOR,
                Wanted(id=APPLICATION, name=words.APPLICATION, is_needed=True),
                Wanted(id=GROUND, name=Label("Peruste", "Grund", "Ground")),
                Wanted(id=RULING, name=Label("Ratkaisu", "Avgörande", "Ruling"), is_needed=True),
                _BY,
                _ON,
                _REASON,
            )
        case PanelTable.REPLACEMENTS:
            return (
                _EVALUATOR,
                Wanted(
                    id=SUBSTITUTE, name=Label("Sijainen", "Ersättare", "Substitute"), is_needed=True
                ),
                application,
                _BY,
                _ON,
                _REASON,
            )
        case PanelTable.CONSENSUS:
            return tuple(_consensus(items))


def own_id(item: Item) -> str:
    """Return the id of the column that shows the own scores beside the agreed one."""
    return f"{item.id} own"


def _consensus(items: tuple[Item, ...]) -> Iterator[Wanted]:
    yield Wanted(id=APPLICATION, name=words.APPLICATION, is_needed=True)
    yield Wanted(id=APPLICANT_FIELD, name=words.APPLICANT)
    yield Wanted(id=PRESENT, name=Label("Läsnä", "Närvarande", "Present"), is_needed=True)
    yield Wanted(id=BY, name=Label("Kirjaaja", "Antecknat av", "Recorded by"))
    yield Wanted(id=ON, name=_ON.name)
    own = Label("omat pisteet", "egna poäng", "own scores")
    for item in items:
        names = (f"{item.id} {item.name.say(one)}: {own.say(one)}" for one in LANGUAGES)
        yield Wanted(id=own_id(item), name=Label(*names))
        yield Wanted(id=item.id, name=item.score_heading(), is_needed=True)
        yield Wanted(id=item.reason_id, name=item.reason_heading())
