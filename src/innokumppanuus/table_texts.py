"""The English of problems in decision tables; `problem_texts` has the others."""

TABLE_TEXTS: dict[str, str] = {
    "table-cell-empty": "is empty. Write - where any value will do.",
    "table-cell-part": "lacks a value here. Write one, as in [8..12] or in a, b.",
    "table-cell-order": "compares values of type {type}, which have no order. Write the values "
    "themselves.",
    "table-cell-moment": "must be a day with a time, as 2017-09-06 23:59, got '{got}'.",
    "table-range": "must be a range with something in it, the lower end first, got {got}.",
    "table-cells": "must have as many cells as the table has inputs, {must}, got {got}.",
    "table-large": "must have at most {rows} rows and {cells} cells, got {got} rows. Split the "
    "table.",
    "table-list": "must be string, since the policy of the table gives a list of words, got {got}.",
    "table-aggregation": "must be one of {known} for the aggregation {aggregation}, got {got}.",
    "table-aggregation-unused": "has no meaning for the policy {hit}. Leave it out, or set hit: "
    "collect.",
    "table-outcomes": "must list the outcomes under the policy {hit}, the most important first.",
    "table-outcomes-unused": "has no meaning for the policy {hit}. Leave it out.",
    "table-plain": "must be a plain value under the policy {hit}, got '{got}'.",
    "table-order": "names {got}, which comes later or is this table itself. Move that table "
    "before this one.",
    "table-overlap": "matches the same as row {first}: {witness} hits rows {first} and "
    "{second}. Change one of them.",
    "table-overlap-perhaps": "may match the same as row {first}: {witness} hits rows {first} "
    "and {second}, if such values can occur together.",
    "table-more-overlaps": "has {count} more pairs of rows that match the same.",
    "table-gap": "has no row for {witness}. Add one, or the outcome of such an application "
    "cannot be told.",
    "table-gap-perhaps": "has no row for {witness}, if such values can occur together.",
    "table-more-gaps": "has {count} more gaps.",
    "table-row-idle": "never counts: earlier rows match all that row {row} does. Move it up, or "
    "leave it out.",
    "table-open": "cannot be searched for gaps: the values in rows {rows} are known only with "
    "applications.",
    "table-too-many": "has too many combinations to be searched for gaps; the search was given "
    "up. Split the table.",
    "cannot-find-row": "No row of a decision table matches.",
    "cannot-choose-row": "Several rows of a decision table match, and it does not say which one "
    "counts.",
    "tables-none": "has no decision tables. Add one under the key 'tables'.",
    "tables-absent": "has no sheet of a decision table that the rule set has. Begin with --out.",
    "tables-unknown": "is of the table '{got}', which the rule set does not have.",
    "tables-twice": "is a second sheet of the table '{got}'. Leave one of them out.",
    "tables-column": "must have the column of '{got}' once, as the workbook was written.",
    "tables-stray": "is under no heading of the table. Move it into a column of the table, or "
    "leave it out.",
    "tables-elsewhere": "is of the table '{got}', which stands in another file. Change it there.",
    "tables-shape": "cannot be written back, since the table '{got}' is not laid out so that "
    "its rows can be replaced. Write its rows as a list of their own.",
    "tables-letters": "has letters that are put together of parts. Save it with whole "
    "letters (NFC) first.",
    "tables-passed": "is no sheet of a decision table and was passed over.",
}
