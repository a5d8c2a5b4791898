"""The English of problems in officials' cases; `problem_texts` has the others."""

CASE_TEXTS: dict[str, str] = {
    "case-expects-nothing": "must expect at least one thing. Add rules, outcome, asks or values.",
    "case-moment": "must be a day with a time of day, as 2017-09-06 23:59:59, got '{got}'.",
    "cases-none": "The rule set has no cases. Write them beside it in {names}, or name a file with "
    "--cases.",
    "cases-none-to-suggest": "Suggestions start from an example application, and the rule set "
    "has none. Give one under `bases` in {names}, with `cases: []`, or name a file with --cases.",
    "cases-several": "must be one file of cases, got {names}. Name one with --cases.",
    "case-sheet-absent": "must have a sheet with the heading '{heading}'.",
    "case-column-shared": "may head two columns, {first} and {second}, got '{got}'. Write the "
    "headings as the workbook of the rule set has them (--to-xlsx).",
    "case-formula": "must be the value itself and no formula, got '{got}'. Write the value.",
    "case-example-name": "must name the example application in the first column.",
    "case-sentence-none": "must say in a sentence what the case shows.",
    "case-sentence-both": "must have one sentence for all languages or one in each, not both.",
    "case-money-currency": "must be a sum with its currency, as 9999.01 EUR, got '{got}'.",
}
