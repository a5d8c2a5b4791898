"""The English of problems and notes of the limits of a choice; `problem_texts` has the others."""

_PART = " Even then other limits contradict."
_WAYS = {
    "budget": "The budget would have to be {more} larger.",
    "maximum": "The most pilots that may be chosen would have to be {more} higher.",
    "minimum": "The fewest that may be chosen would have to be {more} lower.",
    "most": "'{limit}': the most that may be chosen would have to be {more} higher.",
    "least": "'{limit}': the fewest that may be chosen would have to be {more} lower.",
    "most-money": "'{limit}': the most money would have to be {more} larger.",
    "least-money": "'{limit}': the least money would have to be {more} smaller.",
    "needs": "'{limit}': would have to be left out.",
}

LIMIT_TEXTS: dict[str, str] = {
    "must-be-share": "must be a share from 0 to 1, got {got}.",
    "limit-id": "must be another id than '{got}', which is of the budget.",
    "limit-bounds": "must say at least one of least, most, least_money and most_money.",
    "limit-order": "must be at least {least}, the least of the same limit, got {most}.",
    "limit-field-type": "must name a field of one of the types {known}, got '{got}'.",
    "limit-money-field": "must name a field of the type money, got '{got}'.",
    "limit-values": "must be given, since the limit is neither of each answer nor of a choice.",
    "limit-too-few": "must name at least {least}, got {got}.",
    "partial-one": "must have exactly one of share and field.",
    "note-contradiction": "No choice keeps all the limits: {count} of them contradict each other. "
    "One of these would have to give way.",
    "note-limit-impossible": "No choice keeps all the limits: one of them cannot be kept at all. "
    "It would have to give way.",
    "note-optima-unlisted-decided": "There are more than {listed} equally good sets. The tie rules "
    "decided among all of them.",
    "note-limit-never-binds": "'{limit}' can never bind: every possible choice keeps it.",
    "note-limit-unanswered": "'{limit}' cannot tell of all: {field} is not answered by {count} "
    "({applications}). They belong to no group.",
    **{f"note-gives-way-{kind}": words for kind, words in _WAYS.items()},
    **{f"note-gives-way-{kind}-part": words + _PART for kind, words in _WAYS.items()},
}
