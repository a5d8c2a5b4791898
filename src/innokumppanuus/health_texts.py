"""The English of what people should look at in a panel; `problem_texts` has the others."""

HEALTH_TEXTS: dict[str, str] = {
    "panel-apart": "The panel falls into {count} parts that no evaluator connects. Nobody has seen "
    "applications of two parts, so that their scores can be compared only if all parts are equally "
    "severe, which nobody can know. Let somebody evaluate applications of several parts.",
    "panel-alone": "Applications that one evaluator alone has scored: {count} ({applications}). "
    "Nothing can be said of how far others would agree. Get a second evaluation of them.",
    "panel-bounds-unknown": "From which numbers on a panel needs a look is not known for the days "
    "of this call. Compare the measures with bounds of your own.",
    "panel-alpha-few": "Of '{item}' nothing can be said of agreement: too few applications have "
    "been scored by two evaluators.",
    "panel-alpha-same": "Of '{item}' all scores are equal. Agreement cannot be told from chance, "
    "and the item parts no applications.",
    "panel-alpha-low": "Of '{item}' the evaluators agree little: the ordinal alpha is {alpha}, and "
    "below {bound} scores say more of who evaluated than of the applications. Talk the scores over "
    "before the choice, and say in the reasons what they rest on.",
    "panel-alpha-tentative": "Of '{item}' the evaluators agree to some extent: the ordinal alpha "
    "is {alpha}, below {bound}. Small differences between applications decide nothing for certain.",
    "panel-icc-low": "Of '{item}' the mean of the evaluators is not steady: the correlation of the "
    "mean is {icc}, below {bound}. Other evaluators might well have put the applications in "
    "another order.",
    "panel-spread": "Applications in which own scores of '{item}' differ by {gap} or more: {count} "
    "({applications}). Talk them over.",
    "panel-severe": "Of '{item}' some score the same applications lower than the others by more "
    "than chance would explain: {count} of {all} ({evaluators}). By chance alone about {chance} "
    "would seem to. Compare the given and the corrected means; the given ones stand.",
    "panel-lenient": "Of '{item}' some score the same applications higher than the others by more "
    "than chance would explain: {count} of {all} ({evaluators}). By chance alone about {chance} "
    "would seem to. Compare the given and the corrected means; the given ones stand.",
    "panel-policy-money": "How missing scores are handled decides who gets money: chosen by one "
    "way and not by another: {count} ({applications}). Get the missing scores before the choice.",
    "panel-policy-decides": "How missing scores are handled decides how some applications fare, "
    "but not who gets money: {count} ({applications}). Get the missing scores before the choice.",
    "panel-absence-evaluator": "Without one evaluator the choice would be another: this holds of "
    "{count} of {all} ({who}). The choice hangs on single evaluators.",
    "panel-absence-freed": "If application {application} withdrew, the scores of these evaluators "
    "would count again: {evaluators}. A conflict of interest with {application} now keeps them "
    "away from the whole call. Ranks would change because there would be more evaluators, not "
    "because of how the applications compare.",
    "panel-absence-application": "If one application withdrew, the choice of the others would "
    "change beyond filling its place: this holds of {count} of {all} ({who}).",
}
