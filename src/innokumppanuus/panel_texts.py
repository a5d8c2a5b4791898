"""The English of problems and notes of the evaluators' panel; `problem_texts` has the others."""

PANEL_TEXTS: dict[str, str] = {
    "panel-field-type": "must name a field of one of the types {known}, got one of type {got}.",
    "panel-unread": "has no table of the panel. Its headings must be those of the form that "
    "`panel forms` writes.",
    "panel-evaluator-twice": "'{got}' is there already, in {first}. Each evaluator is listed once.",
    "panel-evaluator-unknown": "'{got}' is not in the list of evaluators. Add the evaluator to it, "
    "or mend the name.",
    "panel-cell-empty": "must be filled in: {column}.",
    "panel-tie-empty": "must name an organisation, a business id or an application.",
    "panel-consensus-twice": "'{got}' has an agreed score already, in {first}. Each application is "
    "there once.",
    "panel-substitute-same": "must name somebody else than '{got}' as the substitute.",
    "note-panel-undeclared": "Evaluators whose declaration of ties is lacking: {count} "
    "({evaluators}). Ask for it before anything is shared out.",
    "note-panel-no-waiver": "The conflict of {evaluator} with {application} cannot be waived on "
    "this ground: {ground}. The scores of the evaluator do not count.",
    "note-panel-ruling-idle": "There is a ruling about {evaluator} and {application}, but no "
    "conflict between them is known. Check the names.",
    "note-panel-no-reason": "{evaluator} has given scores without a written reason: {count}. Ask "
    "for the reasons.",
    "note-panel-consensus-no-reason": "Agreed scores of {application} without a written reason: "
    "{count}. Write the reasons down.",
    "note-panel-to-talk": "Own scores differ so much that the panel is to talk, and nothing has "
    "been recorded: {count} ({applications}).",
    "note-panel-barred-present": "The agreed scores of {application} do not count, since somebody "
    "with a conflict took part: {evaluators}. Repeat the talk without them.",
    # the exercises of a panel
    "points-sum": "must be whole points of 0 or more that sum to {must}, but sum to {got}.",
    "members-count": "must be {least} to {most} members, got {got}.",
    "consensus-reason": "must have a reason in the words of the group.",
    "negotiation-nothing": "Nothing is scored in the rule set, so there is nothing to weigh. "
    "Take a call in which something is scored.",
    "calibration-nothing": "There are no ranked applications to score. Take a call with examples.",
}
