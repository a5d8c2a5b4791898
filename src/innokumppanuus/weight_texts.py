"""The English of problems in weights and score bands; `problem_texts` has the others."""

WEIGHT_TEXTS: dict[str, str] = {
    "weight-interval": "must lie within 0–1, its least not above its most, got {least} to {most}.",
    "weight-ratio": "must have its least 0 or more and not above its most, got {least} to {most}.",
    "weight-ratio-self": "must compare two different criteria, got '{got}' twice.",
    "weight-nothing": "must give points to at least one criterion, got none.",
    "weight-empty": "leaves no weights at all: what is said of them contradicts itself. Loosen a "
    "bound, a ratio or the order.",
    "weight-outside": "must keep the bounds and ratios that stand beside them. Change either.",
    "weight-centre": "must have weights to make totals with, since their centre is reckoned for at "
    "most {most} criteria, got {got}.",
    "weight-corners": "falls into more than {most} parts, too many to reckon its centre exactly. "
    "Give weights to make totals with.",
    "band-order": "must have a lowest and a highest score for {item}, the lowest not above the "
    "highest, got {least} to {most}.",
}
