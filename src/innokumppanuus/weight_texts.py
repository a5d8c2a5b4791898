"""The English of problems in weights and score bands; `problem_texts` has the others."""

WEIGHT_TEXTS: dict[str, str] = {
    "band-order": "must have a lowest and a highest score for {item}, the lowest not above the "
    "highest, got {least} to {most}.",
}
