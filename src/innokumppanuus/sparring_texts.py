"""The English of problems in sparring and in series of events; `problem_texts` has the others."""

SPARRING_TEXTS: dict[str, str] = {
    "agreement-alone": "must have at least two parties, and agreement '{got}' has one. Name the "
    "other member, or the party outside the group.",
    "agreement-outsider": "names '{got}' both as a member and as a party outside the group. Give "
    "the party outside an id of its own.",
    "attendance-both": "must tell of each member once, and '{got}' is both present and absent.",
    "calendar-empty": "has no session with a day, so that there is no calendar to write. State "
    "when the sessions begin.",
    "duty-beyond": "must be at most the number of meetings, {most}, got {got}.",
    "feedback-few": "must be at least {least} answers before any number is published, got {got}. "
    "Leave the numbers out.",
    "feedback-many": "must be at most {most}, as many as there are answers, got {got}.",
    "lottery-unready": "must have a published seed and a closing time before lots can be drawn. "
    "State both, or give places in the order of registration.",
    "meeting-one-theme": "must have exactly one theme, as one_theme_each says, got {got}. Change "
    "the themes, or take one_theme_each out.",
    "note-in-the-open": "has words of the confidential note '{note}' in the open text '{where}'. "
    "Take them out of the open text.",
    "notes-of-another": "must be '{must}', the programme of the file, got '{got}'.",
    "registration-series": "has no events to register for. Name a file of a series of events.",
    "rota-large": "must have at most {most} pairs and rests in all where somebody is away, got "
    "{got}. Divide the members into groups.",
    "sparring-none": "is no file of a sparring programme. Name one that has members and meetings.",
}
