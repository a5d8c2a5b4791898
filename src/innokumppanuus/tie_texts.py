"""The English of problems in what decides ties; `problem_texts` has the others."""

TIE_TEXTS: dict[str, str] = {
    "tie-step-few": "must name {least} or more for {by}, got {got}.",
    "tie-step-many": "must name {most} at most for {by}, got {got}. Write a step for each.",
    "tie-step-none": "has no meaning for {by}. Leave it out.",
    "tie-step-field": "must be a field of one of the types {must} for {by}, and '{field}' is of "
    "type {got}.",
}
