"""The English of problems in dated values; `problem_texts` has the others."""

PARAMETER_TEXTS: dict[str, str] = {
    "parameter-not-in-force": "'{parameter}' has no value in force on {day}. Name another day, or "
    "a parameter that holds then.",
    "parameter-overlap": "must be values by rising validity whose times do not overlap, but the "
    "one before holds on {day} too.",
    "parameter-name": "must have a name of letters, digits and _ that begins with a letter, got "
    "'{got}'.",
    "parameter-day": "must be a day, a time of the timetable, or a field that holds a day, got "
    "'{got}'. Did you mean '{meant}'?",
    "parameter-day-none": "must be a day, as 2017-06-01, or one of {known}, got '{got}'.",
    "parameter-day-not-known": "is not known well enough to tell which value of '{name}' holds, so "
    "that rules that use it cannot tell.",
    "parameter-unverified": "uses the value of '{name}' from {day}, whose source nobody has read "
    "yet. Read it and set 'verified: true' where the value is kept.",
    "cannot-find-value": "A dated value has nothing in force on the day that counts.",
    "cannot-know-day": "The day by which a dated value is looked up is not known.",
    "parameter-unit": "must be a value counted in {unit}, got '{got}'.",
    "parameter-word": "must be a word that `words` tells, got '{got}'. Add it there.",
    # in the place of numbers and sums
    "must-be-whole-stated": "must be a whole number, and '{got}' is counted in {unit}. Name a "
    "dated value of days, months, years or a count.",
    "must-be-number-stated": "must be a number, and '{got}' is counted in {unit}. Name a dated "
    "value of points, a share, days, months, years or a count.",
    "must-be-money-stated": "must be a sum, and '{got}' is counted in {unit}. Name a dated value "
    "of money.",
    "stated-by-answer": "must be the same for all applications, but '{got}' is looked up by the "
    "answer '{field}'. Look it up by a day or a time of the timetable.",
    "stated-day-open": "cannot be told: '{got}' is looked up by the time '{time}', which is not "
    "known well enough. State the time, or look the value up by a day.",
}
