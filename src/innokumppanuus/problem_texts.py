"""
The English of every problem, by key. Finnish and Swedish are in the catalogues.

They stand here and not in the faces because an exception must be readable without them.
One sentence per fact: what it must be, what it is, what to do.
"""

PROBLEM_TEXTS: dict[str, str] = {
    # values of the nouns
    "currency": "must be a currency code of three capital letters, as EUR, got '{got}'.",
    "currencies": "must be in one currency, got {first} and {second}.",
    "money": "must be a sum with at most two decimals, as 10000 or 10000.50, got '{got}'.",
    "shares-sum": "must be shares that sum to 1, but they sum to {got}.",
    "fact-missing": "must have a value unless its status is 'missing', and none if it is, "
    "got status '{status}'.",
    "fact-note": "must have a note that says why it is {status}.",
    "label-empty": "must have words in at least one of fi, sv and en.",
    "period-order": "must not end before it begins, got {earliest} to {latest}.",
    "zone": "must be a time zone such as Europe/Helsinki, got '{got}'.",
    "count-order": "must have its least not above its most, got {least} to {most}.",
    "business-id": "must be a business id such as 1234567-1, got '{got}'.",
    "business-id-check": "has a wrong check digit in the business id '{got}'. Check it for a "
    "misprint.",
    "scale-order": "must rise from level to level, got {got}.",
    "scale-step": "must be a score of the scale {bottom}–{top} in steps of {step}, got {got}.",
    "twice": "must be given once, got '{got}' twice.",
    "unknown-name": "names '{got}', which is not there. Did you mean '{meant}'?",
    "unknown-name-none": "names '{got}', which is not there.",
    "target-range": "must be a range within the hard maximum, got {least} to {most} "
    "with a maximum of {maximum}.",
    "empty": "must not be empty.",
    "instalments-sum": "Instalments of grant '{grant}' must sum to {sum}, but sum to {got}. Check "
    "the final instalment.",
    # settings of the portfolio panel
    "place-in-order": "must be a place from 1 to {count}, got {got}.",
    "place-above": "'{item}' is at the top already and cannot be put level with one above it.",
    "points-range": "must be a weight from 0 to {most}, got {got}.",
    "points-all-zero": "must leave at least one weight above 0. Raise another weight first.",
    "budget-negative": "must be a budget of 0 or more, got {got}.",
    "maximum-least": "must let at least 1 application be chosen, got {got}.",
}
