"""The English of problems in votes and in methods of plugins; `problem_texts` has the others."""

VOTE_TEXTS: dict[str, str] = {
    "vote-section": "must have the part {section} with its rows. Check that the whole file is "
    "there.",
    "vote-table": "cannot be read as a table from here on ({got}). Check the quotation marks.",
    "vote-points-count": "must have points for each of the {expected} that are named, got {got}.",
    "vote-choose-one": "must name one at most, as the way of voting says, got {got}.",
    "vote-count": "says {said}, and the file has {got}.",
    "votes-needed": "The selection method '{method}' counts citizens' votes, and none were given. "
    "Give the file of the votes (--votes), or name another method.",
    "votes-not-counted": "The selection method '{method}' counts no votes, and votes of {voters} "
    "voters were given: they decide nothing. Leave them out, or name a method that counts them.",
    "method-library": "The selection method needs the library {library}, which is not installed. "
    "Install it with the command pip install '{install}', or name another method.",
}
