"""The English of problems in citizens' votes and methods of plugins; `problem_texts` has the others."""

VOTE_TEXTS: dict[str, str] = {
    "vote-section": "must have the part {section} with its rows. Check that the whole file is "
    "there.",
    "vote-table": "cannot be read as a table from here on ({got}). Check the quotation marks.",
    "vote-points-count": "must have points for each of the {expected} that are named, got {got}.",
    "vote-choose-one": "must name one at most, as the way of voting says, got {got}.",
    "vote-count": "says {said}, and the file has {got}.",
    "votes-needed": "The selection method '{method}' counts citizens' votes, and none were given.",
    "method-limits": "The selection method '{method}' keeps a budget and no other limit. State the "
    "budget, leave the other limits out, or name another method.",
    "method-library": "The selection method needs the library {library}, which is not installed. "
    "Install {install}.",
}
