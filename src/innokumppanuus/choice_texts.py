"""The English of why a choice cannot be made as asked; `problem_texts` has the others."""

CHOICE_TEXTS: dict[str, str] = {
    "choice-nothing-fits": "No set of applications keeps all the limits. Relax one of them.",
    "choice-too-many": "The exact method takes at most {limit} applications, got {count}. Name a "
    "selector that takes more in the rule set.",
    "choice-too-many-cells": "The exact shares are reckoned for at most {limit} parts of the "
    "region of weights, got {count} or more. Draw weights instead.",
    "choice-plain-limits": "must be left out: the method '{method}' keeps the budget and the most "
    "pilots and no other limits, got {got}. Leave them out, or name another method.",
    "choice-budget-alone": "must be left out: the method '{method}' keeps the budget and no other "
    "limits, got {got}. Leave them out, or name another method.",
    "choice-budget-needed": "must be given: the method '{method}' divides the budget, and there is "
    "none. State it, or name another method.",
    "choice-parts-money": "The limit '{limit}' is in money, and some of its applications may get a "
    "part of their cost. That is not taken together. Set the limit in number, or leave out "
    "partial funding.",
    "choice-parts-steps": "Parts of costs may be granted, so that every cent of the budget may "
    "change the set. There are no steps to list.",
    "choice-parts-cheapest": "Parts of costs may be granted, so that there is no cheapest set of a "
    "value.",
    "choice-no-weights": "No weights keep all the conditions that are stated of them. Loosen one "
    "of them.",
    "choice-weights-needed": "The method needs the weights of the items, and none were given. "
    "State them, or name another method.",
    "choice-untrue-members": "The selection method '{method}' gave the set {set}, which names an "
    "application twice, or one that is no candidate. Name another method in the rule set, or tell "
    "its author.",
    "choice-untrue-award-outside": "The selection method '{method}' gave the set {set}, which "
    "awards something to one that is not in it. Name another method in the rule set, or tell its "
    "author.",
    "choice-untrue-award": "The selection method '{method}' gave the set {set}, which awards {got} "
    "to {application}, which is viable from {least} up. Name another method in the rule set, or "
    "tell its author.",
    "choice-untrue-most": "The selection method '{method}' gave the set {set}, which breaks the "
    "limit '{limit}': must be at most {bound}, got {got}. Name another method in the rule set, or "
    "tell its author.",
    "choice-untrue-least": "The selection method '{method}' gave the set {set}, which breaks the "
    "limit '{limit}': must be at least {bound}, got {got}. Name another method in the rule set, "
    "or tell its author.",
    "choice-untrue-sums": "The selection method '{method}' gave the set {set}, which is not told "
    "with its own sorted members, value and cost. Name another method in the rule set, or tell "
    "its author.",
    "choice-untrue-values": "The selection method '{method}' must give one or more sets of the "
    "same value, or tell which limits contradict. Name another method in the rule set, or tell "
    "its author.",
    "choice-untrue-both": "The selection method '{method}' gave sets, and told that there are "
    "none. Name another method in the rule set, or tell its author.",
    "choice-untrue-near": "The selection method '{method}' gave a near set that is not below the "
    "best ones by at most the gap. Name another method in the rule set, or tell its author.",
    "choice-not-made": "The decision has no choice to compare with. State in the rule set how the "
    "choice is made (selection).",
    "choice-solver-unproven": "The solver {solver} did not prove which set is best. Nothing is "
    "told of what is not proven.",
    "choice-solver-nothing": "The solver {solver} found no set in {seconds} seconds. Give it more "
    "in the options of the rule set.",
    "choice-solver-contradiction": "The limits contradict, and the solver {solver} did not find "
    "out in time which of them do. Give it more seconds in the options of the rule set.",
    "choice-solver-breaks": "The solver {solver} gave the set {applications}, which breaks the "
    "limits {limits} when reckoned in whole numbers. Use another solver.",
    "choice-solver-draw": "The solver {solver} did not solve draw {draw}. Use another solver.",
    "choice-stopped": "The work was stopped before it was done. Nothing was changed.",
    "note-lottery-unlisted": "The tie rule 'lottery' draws a lot for every best set, so all of "
    "them would have to be listed, and there are more than {listed}. Name the tie rule "
    "'lottery_in_order' in the rule set: it draws a lot for each application, and decides however "
    "many best sets there are.",
    "panel-too-many-readings": "The method shares out at most {limit} possible readings, got "
    "{count}. Name an assigner that takes more in the rule set.",
}
