"""
The English of every problem, by key. Finnish and Swedish are in the catalogues.

They stand here and not in the faces because an exception must be readable without them.
One sentence per fact: what it must be, what it is, what to do.
"""

from innokumppanuus.case_texts import CASE_TEXTS
from innokumppanuus.choice_texts import CHOICE_TEXTS
from innokumppanuus.health_texts import HEALTH_TEXTS
from innokumppanuus.limit_texts import LIMIT_TEXTS
from innokumppanuus.panel_texts import PANEL_TEXTS
from innokumppanuus.parameter_texts import PARAMETER_TEXTS
from innokumppanuus.plugin_texts import PLUGIN_TEXTS
from innokumppanuus.profile_texts import PROFILE_TEXTS
from innokumppanuus.table_texts import TABLE_TEXTS
from innokumppanuus.tie_texts import TIE_TEXTS
from innokumppanuus.vote_texts import VOTE_TEXTS
from innokumppanuus.weight_texts import WEIGHT_TEXTS

PROBLEM_TEXTS: dict[str, str] = {
    # values of the nouns
    "currency": "must be a currency code of three capital letters, as EUR, got '{got}'.",
    "currencies": "must be in one currency, got {first} and {second}.",
    "money": "must be a sum with at most two decimals, as 10000 or 10000.50, got '{got}'.",
    "shares-sum": "must be shares that sum to 1, but they sum to {got}.",
    "fact-missing": "must have a value unless its status is 'missing', and none if it is, "
    "got status '{status}'.",
    "fact-note": "must have a note that says why it is {status}.",
    "label-empty": "must have words in at least one of fi, sv and en.",
    "period-order": "must not end before it begins, got {earliest} to {latest}.",
    "zone": "must be a time zone such as Europe/Helsinki, got '{got}'.",
    "count-order": "must have its least not above its most, got {least} to {most}.",
    "business-id": "must be a business id such as 1234567-1, got '{got}'.",
    "business-id-check": "has a wrong check digit in the business id '{got}'. Check it for a "
    "misprint.",
    "scale-order": "must rise from level to level, got {got}.",
    "scale-step": "must be a score of the scale {bottom}–{top} in steps of {step}, got {got}.",
    "twice": "must be given once, got '{got}' twice.",
    "unknown-name": "names '{got}', which is not there. Did you mean '{meant}'?",
    "unknown-name-none": "names '{got}', which is not there.",
    "target-range": "must be a range within the hard maximum, got {least} to {most} "
    "with a maximum of {maximum}.",
    "empty": "must not be empty.",
    "instalments-sum": "Instalments of grant '{grant}' must sum to {sum}, but sum to {got}. Check "
    "the final instalment.",
    # settings of the portfolio panel
    "place-in-order": "must be a place from 1 to {count}, got {got}.",
    "place-above": "'{item}' is at the top already and cannot be put level with one above it.",
    "points-range": "must be a weight from 0 to {most}, got {got}.",
    "points-all-zero": "must leave at least one weight above 0. Raise another weight first.",
    "budget-negative": "must be a budget of 0 or more, got {got}.",
    "maximum-least": "must let at least 1 application be chosen, got {got}.",
    # lessons
    "lessons-missing": "There are no lessons in '{got}'. Install the product again, or use a "
    "checkout of its source.",
    "examples-missing": "The rule set '{got}' has no example applications and score sheets. Use "
    "one that has them.",
    "lesson-language": "Cell {cell} of lesson '{lesson}' must be tagged with exactly one of fi, sv "
    "and en.",
    "lesson-translation": "Lesson '{lesson}' must say the same in all three languages before cell "
    "{cell}.",
    "fact-unstated": "uses '{name}', which the call does not state, so that no applicant could "
    "meet it. State it, or take the rule out.",
    "sheets-none": "There is no score sheet to read. Name the folder of the filled sheets.",
    # notes of the engine
    "note-budget-never-binds": "The budget can never bind: {maximum} × {cap} = {most}, and it is "
    "{total}.",
    "note-waiting": "The choice is provisional. Applications that wait for a supplement: {count} "
    "({applications}).",
    "note-unranked": "The choice is provisional. Applications whose assessment is not finished: "
    "{count} ({applications}).",
    "note-below-target": "Only {got} can be chosen, and the call looks for at least {least}.",
    "note-optima-unlisted": "There are more than {listed} equally good sets. People decide.",
    # expressions
    "expression-empty": "must be an expression, but is empty.",
    "expression-long": "must have at most {most} characters, got {got}. Split it into several "
    "rules.",
    "expression-large": "must have at most {most} values and operations. Split it into several "
    "rules.",
    "expression-deep": "must be nested at most {most} levels deep. Split it into several rules.",
    "expression-character": "has the character '{got}', which is not part of the language. Remove "
    "it.",
    "expression-letters": "must use only the letters a–z, digits and _ in a name, got '{got}'.",
    "expression-write": "has '{got}', which is not part of the language. Write {write} instead.",
    "expression-text-open": "begins a text that does not end on the same line. Close it with "
    "{quote}.",
    "expression-escape": "must use an escape such as \\n, \\\" or \\u00e4 in a text, got '{got}'. "
    "Write \\\\ for a backslash.",
    "expression-number": "must be a number such as 10000 or 0.5, got '{got}'.",
    "expression-number-long": "must be a number of at most {most} characters, got {got}.",
    "expression-number-range": "must be a number that fits in 64 bits, got {got}.",
    "expression-value": "must have a value or a name here, got '{got}'.",
    "expression-value-end": "must go on with a value or a name, but ends here.",
    "expression-operator": "must have an operator such as && or <= here, got '{got}'.",
    "expression-colon": "must have ':' and what holds otherwise here, got '{got}'.",
    "expression-colon-end": "must go on with ':' and what holds otherwise, but ends here.",
    "expression-comma": "cannot have a comma here. Write decimals with a point, as 10000.50.",
    "expression-name": "must have a name after the dot, got '{got}'.",
    "expression-name-end": "must have a name after the dot, but ends here.",
    "expression-close": "must close the '{opening}' of line {line}, column {column} with "
    "'{closing}' here, got '{got}'.",
    "expression-close-end": "must close the '{opening}' of line {line}, column {column} with "
    "'{closing}', but ends here.",
    "expression-index": 'cannot pick one value of a list with [ ]. Write "..." in name instead.',
    "expression-member": "has '.{got}' after a value that has no parts. Write a method with its "
    'parentheses, as .startsWith("a").',
    "expression-null": "cannot use null. Write has(name) == false for what is missing.",
    "expression-reserved": "cannot use the word '{got}', which the language reserves. Rename the "
    "field.",
    "expression-variable": "names '{got}', which is no field of the form and no value of the "
    "call. Did you mean '{meant}'?",
    "expression-variable-none": "names '{got}', which is no field of the form and no value of the "
    "call. Known names: {known}.",
    "expression-function": "calls '{got}', which is no function. Did you mean '{meant}'?",
    "expression-function-none": "calls '{got}', which is no function. Known functions: {known}.",
    "expression-method": "calls '.{got}', which is no method. Did you mean '.{meant}'?",
    "expression-method-none": "calls '.{got}', which is no method. Known methods: {known}.",
    "expression-as-method": "calls '{got}' without the value it looks at. Write value.{got}(...).",
    "expression-operand": "must have a value that '{operator}' takes here, got {got}.",
    "expression-operands": "must have values that '{operator}' takes on both sides, got {left} "
    "and {right}.",
    "expression-operands-write": "must have values that '{operator}' takes on both sides, got "
    "{left} and {right}. Write {write}, not {got}.",
    "expression-in": 'must have a list after \'in\', got {got}. Write it as ["a", "b"].',
    "expression-option": "compares {variable} with '{got}', which it can never be. Did you mean "
    "'{meant}'?",
    "expression-option-none": "compares {variable} with '{got}', which it can never be. Its "
    "answers: {known}.",
    "expression-condition": "must have a condition that is true or false before '?', got {got}.",
    "expression-branches": "must have values of one type on both sides of ':', got {yes} and {no}.",
    "expression-list-mixed": "must have values of one type in a list, got {first} and {got}.",
    "expression-list-nested": "cannot have a list inside a list.",
    "expression-list-outside": "must be a list of texts outside 'in', got a list of {got}.",
    "expression-arguments": "must have as many arguments for {function} as it takes, {expected}, "
    "got {got}.",
    "expression-argument": "must give {function} a value of type {expected} here, got {got}.",
    "expression-literal": "must give {function} its value as it stands, without names or "
    "operators. Write {example}.",
    "expression-timestamp": "must be a moment with seconds and its distance from UTC, as "
    '2017-09-06T23:59:00+03:00, got \'{got}\'. Write local("2017-09-06T23:59", "Europe/Helsinki") '
    "for local time.",
    "expression-local": "must be a local time such as 2017-09-06T23:59, got '{got}'.",
    "expression-local-skipped": "names the time {got}, which the clocks of {zone} skip on that "
    "day. Choose another time.",
    "expression-local-twice": "names the time {got}, which the clocks of {zone} show twice on "
    "that day. Write it with timestamp(...) and its distance from UTC.",
    "expression-date": "must be a day such as 2018-12-31, got '{got}'.",
    "expression-has": "must give has(...) one name of a field or of a value of the call.",
    "expression-result": "must give {expected}, got {got}.",
    "expression-given": "must get {type} for '{name}', got {got}.",
    "function-built-in": "Function '{function}' of a plugin has the name of a built-in function. "
    "Rename it.",
    "function-name": "Function '{function}' of a plugin must have a name that expressions can "
    "call.",
    "function-type": "Function '{function}' of a plugin names the type '{got}', which expressions "
    "do not have.",
    "cannot-overflow": "The result does not fit in 64 bits.",
    "cannot-divide-by-zero": "The divisor is zero.",
    "cannot-mix-currencies": "The sums are in different currencies.",
    "cannot-reach-day": "The day is outside the years 1–9999.",
    "cannot-use-number": "The result is not a finite number.",
    "cannot-call-function": "A plugin's function could not compute its result.",
    # the text of a rule set file
    "file-missing": "There is no such file. Check the name.",
    "file-unreadable": "cannot be opened. Check that it is a file and that you may read it.",
    "yaml-size": "must be at most {limit} bytes, got {got}.",
    "yaml-encoding": "must be UTF-8 text, got the byte {got}. Save the file as UTF-8.",
    "yaml-character": "must be text, got the control character {got}. Remove it.",
    "yaml-marks": "must have at most {limit} combining marks on one letter. Remove the others.",
    "yaml-syntax": "cannot be read as YAML from here on ({got}). Check the indentation, the colons "
    "and the quotation marks above and here.",
    "yaml-tab": "must be indented with spaces, got a tab.",
    "yaml-empty": "must hold keys and values, but the file is empty.",
    "yaml-documents": "must be one document, and a second one begins here. Remove the line '---'.",
    "yaml-tag": "must have no tag, got '{got}'. Remove it.",
    "yaml-anchor": "must have no anchor or alias, got '{got}'. Write the value out.",
    "yaml-merge": "must have no merge key '<<'. Write the keys out.",
    "yaml-depth": "must be nested at most {limit} levels deep.",
    "yaml-key": "must have words as its key, got '{got}'.",
    "key-twice": "must be given once, got the key '{got}' also on line {line}.",
    "key-missing": "must have the key '{got}'.",
    "key-unknown": "is not a key here. Did you mean '{meant}'?",
    "key-unknown-none": "is not a key here. The keys are {known}.",
    # the values of a rule set file
    "version": "must be {must}, the version of the format, got {got}.",
    "no-value": "must have a value. Leave the key out when there is none.",
    "must-be-mapping": "must be keys with values, got '{got}'.",
    "must-be-list": "must be a list, got '{got}'.",
    "must-be-text": "must be text, got '{got}'.",
    "must-be-whole": "must be a whole number, as 5, got '{got}'.",
    "must-be-number": "must be a number, as 5, 0.5 or 1/3, got '{got}'.",
    "must-be-yes-no": "must be true or false, got '{got}'.",
    "must-be-money": "must be a sum with its currency, as 50000 EUR or 10000.50 EUR, got '{got}'.",
    "must-be-count": "must be a number or a range, as 5 or 8–12, got '{got}'.",
    "must-be-when": "must be a time, as 2017-09-06 23:59, 2017-09-06, 2017-09 or 2017, "
    "got '{got}'.",
    "must-be-date": "must be a day, as 2017-09-06, got '{got}'.",
    "must-be-moment": "must be a moment with its offset, as 2017-09-06T23:59:00+03:00, "
    "got '{got}'.",
    "no-such-time": "must be a time that there is, got '{got}'. Check the day and the hour.",
    "time-skipped": "must be a time that there is, got '{got}', which the clocks of {zone} skip.",
    "time-twice": "must be one moment, got '{got}', which the clocks of {zone} show twice. Add the "
    "offset, as +03:00.",
    "choice": "must be one of {known}, got '{got}'. Did you mean '{meant}'?",
    "choice-none": "must be one of {known}, got '{got}'.",
    "at-least": "must be {least} or more, got {got}.",
    "more-than-zero": "must be more than 0, got {got}.",
    "pattern": "must be of the form {pattern}, got '{got}'.",
    "id-of-field": "must begin with a letter a–z and go on with letters a–z, digits or '_', "
    "got '{got}'.",
    "id-of-call": "must be of small letters a–z, digits, '-' and '_', and begin with a letter or a "
    "digit, got '{got}'.",
    # how the values of a rule set fit together
    "id-twice": "must be an id of its own, got '{got}', which line {line} has already.",
    "id-reserved": "must be a word that expressions do not use themselves, got '{got}'.",
    "not-named": "must name every criterion and scored factor once, and '{got}' is not there.",
    "not-scored": "names '{got}', which is not scored. Leave it out here or make its kind scored.",
    "not-with-kind": "must be left out when the kind is '{kind}'.",
    "assessment-missing": "is to be scored, and nothing says how. Add the key 'assessment'.",
    "off-scale": "must be on the scale {bottom}–{top}, got {got}.",
    "options-missing": "must have options, since its type is {type}.",
    "options-unused": "must be left out, since the type is {type}. Only choices have options.",
    "standard-field": "must be {must} for the field '{id}', whose meaning is fixed, got {got}.",
    "not-offered": "names '{got}', which no plugin offers. Did you mean '{meant}'?",
    "not-offered-none": "names '{got}', which no plugin offers. Offered: {known}.",
    "options-unusable": "cannot be used by the plugin ({got}). Check the settings.",
    "lottery-seed": "must have a published seed to be drawn with. Add the key 'lottery_seed'.",
    "when-or-rule": "must have either 'when' or 'rule'.",
    "when-and-rule": "must have either 'when' or 'rule', and it has both. Remove one.",
    "when-missing": "must have 'when', since its kind is {kind}.",
    "closes-before-opens": "must not be before the call opens {opens}, got {got}.",
    "languages": "has no words in {got}. Add them; until then another language is shown.",
    "source-unverified": "has not been read by anybody yet. Read it and set 'verified: true'.",
    "cap-above-total": "is above all the money there is, {total}, and can never bind, got {got}.",
    # stored records
    "record-json": "must be JSON ({got}).",
    "record-deep": "must not be nested so deep.",
    "record-key": "must not have the key '{got}'.",
    "record-missing": "must be there.",
    "record-value": "cannot be read as what it should be.",
    "record-tag": "must be plain or one tagged value, got '{got}'.",
    # files taken in: refused before they are read
    "file-absent": "is not there. Check the name of the file.",
    "file-too-large": "File '{file}' is {size} bytes, and at most {limit} are read. Remove "
    "pictures or split it.",
    "file-old": "File '{file}' is in an old binary format. Save it as .xlsx.",
    "file-encrypted": "File '{file}' is locked with a password. Save it without one.",
    "file-web-page": "File '{file}' is a web page or XML, whatever its name. Save it as .xlsx.",
    "file-binary": "File '{file}' is neither an .xlsx workbook nor csv text. Save it as either.",
    "file-not-workbook": "File '{file}' is a package but no .xlsx workbook. Save it as .xlsx.",
    "file-damaged": "File '{file}' is damaged and cannot be unpacked. Save it again.",
    "file-parts": "File '{file}' has {count} parts, and at most {limit} are unpacked.",
    "zip-size": "File '{file}' would unpack to {size} bytes, and at most {limit} are unpacked.",
    "zip-ratio": "File '{file}' would unpack to {ratio} times its size, and at most {limit} times "
    "is unpacked.",
    "file-macros": "File '{file}' holds macros ({part}). Save it as .xlsx without them.",
    "file-links": "File '{file}' takes data from outside ({part}). Break the links and save it.",
    "file-embedded": "File '{file}' holds embedded objects ({part}). Remove them and save it.",
    "file-entities": "File '{file}' holds a document type definition ({part}), which no "
    "spreadsheet needs. Save it again.",
    "cell-too-long": "File '{file}' has {size} characters in cell {cell}, and at most {limit} are "
    "read.",
    "table-too-long": "File '{file}' has more than {limit} rows on sheet '{sheet}'. Remove the "
    "empty rows.",
    "table-too-large": "File '{file}' has more than {limit} cells on sheet '{sheet}'. Remove the "
    "empty rows and columns.",
    "table-too-wide": "File '{file}' has more than {limit} columns on sheet '{sheet}'. Remove "
    "those that are not needed.",
    # files taken in: tables
    "workbook-damaged": "cannot be read as a workbook. Open it in a spreadsheet program and save "
    "it again.",
    "file-encoding": "must be text in UTF-8. Save it as 'CSV UTF-8'.",
    "file-encoding-assumed": "is not in UTF-8 and was read as Windows-1252. Check that å, ä, ö and "
    "€ have come out right.",
    "file-unread": "is neither an .xlsx workbook nor a .csv file and was not read.",
    "file-there": "is there already. Move it, or choose another folder.",
    "quote-open": "opens a quotation mark that is never closed. Close it or remove it.",
    "sheet-absent": "must have the sheet '{got}', which the mapping names. It has {known}.",
    "sheet-unread": "was not read. Another sheet has the headings, or has more of them.",
    "headings-absent": "must have a row of headings, and none of {headings} is there.",
    "column-lacking": "must have a column '{column}'. Add it, or correct its heading.",
    "column-lacking-meant": "names the column '{column}', which the table does not have. Did you "
    "mean '{meant}'?",
    "column-twice": "must be in one column, and '{column}' is in {first} too. Neither was read.",
    "column-unknown": "is the heading '{got}' of no field of the form. Its column was not read.",
    "column-unknown-meant": "is the heading '{got}' of no field of the form. Its column was not "
    "read. Did you mean '{meant}'?",
    "cells-merged": "is merged over {area}, and only its first cell is read. Unmerge the cells and "
    "fill in each.",
    "column-unnamed": "stands in a column without a heading, which was not read.",
    "columns-left": "has {count} columns that the mapping does not name, and they were not read: "
    "{columns}.",
    "row-blank": "begins a row with nothing in it: {first}.",
    "rows-blank": "begins rows with nothing in them: {first}–{last}.",
    "row-without-id": "begins a row without an application number. Give it one, or remove the row.",
    "row-long": "begins a row of {got} cells where the headings have {limit}, so that it is not "
    "sure which is which. Put text with the separator in quotation marks.",
    "row-short": "begins a row of {got} cells where the headings have {limit}. Check that it is "
    "whole.",
    "application-twice": "must be a number of its own, and '{got}' is in {first} too. This row was "
    "not read.",
    "form-other-call": "must be a form of the call '{call}', and it is of '{got}'.",
    "form-format": "must be a form of version {limit}, and it is of '{got}'. Make the forms again.",
    # files taken in: cells
    "cell-error": "holds {got}, the spreadsheet's own fault, in place of a value. Write the value.",
    "cell-formula": "holds a formula without its result ({got}). Open the file in a spreadsheet "
    "program and save it, or write the value.",
    "cell-kind": "must be a plain value, got '{got}'.",
    "cell-number": "must be a number such as 1500 or 1500,5, got '{got}'.",
    "cell-number-ambiguous": "must be one number, and the mark in '{got}' may part thousands or "
    "decimals. Write thousands without a mark, and decimals to one or two digits.",
    "cell-integer": "must be a whole number, got '{got}'.",
    "cell-money": "must be a sum in {currency} such as 10 000 or 10 000,50, got '{got}'.",
    "cell-money-part": "must be a sum with at most two decimals, got '{got}'.",
    "cell-money-currency": "must be a sum in {currency}, got '{got}'.",
    "cell-digits-lost": "has more digits than a spreadsheet keeps, got '{got}'. Make the cell text "
    "and write it again.",
    "cell-date": "must be a day such as 6.9.2017 or 2017-09-06, got '{got}'.",
    "cell-moment": "must be a day and a time such as 6.9.2017 klo 23.59 or 2017-09-06 23:59, got "
    "'{got}'.",
    "cell-moment-clock": "must have a time of day as well as the day, got '{got}'.",
    "cell-moment-twice": "must be one moment, and {got} comes twice in {zone}, since the clocks go "
    "back. Write it with its offset, as +03:00.",
    "cell-moment-never": "must be a moment that there is, and {got} is not in {zone}, since the "
    "clocks go forward.",
    "cell-day-for-text": "must be text, and the spreadsheet has made a day of it: {got}. Make the "
    "cell text and write it again.",
    "cell-yes-no": "must be yes or no, in any of the three languages, got '{got}'.",
    "cell-choice": "must be one of {options}, got '{got}'.",
    "cell-choice-meant": "must be an option of the form, got '{got}'. Did you mean '{meant}'?",
    "cell-choice-ambiguous": "must be one option, and '{got}' is the name of several: {options}.",
    "cell-too-long-to-write": "must have at most {limit} characters to fit in a cell, got {size}.",
    # files taken in: mappings
    "mapping-format": "must begin with 'innokumppanuus: {limit}', the version of mapping files.",
    "mapping-decimal": "must be '.' or ',', got '{got}'.",
    "mapping-pairs": "must be keys with values, got '{got}'.",
    "mapping-text": "must be text, got '{got}'.",
    # files taken in: score sheets
    "form-of-applications": "is the table of applications and no score sheet, and was passed over.",
    "part-absent": "must have the sheet '{part}' with its headings.",
    "evaluator-absent": "must name the evaluator in the first row. Write the name or code there.",
    "evaluator-twice": "is the second score sheet of '{evaluator}'; the first is {first}. This one "
    "was not read.",
    "application-unknown": "must be the number of an application of the call, got '{got}'.",
    "application-unknown-meant": "must be the number of an application of the call, got '{got}'. "
    "Did you mean '{meant}'?",
    "applications-lacking": "has no row for {applications}.",
    "declaration-absent": "must say whether there is a conflict of interest with '{application}'.",
    # dated values of law and policy
    **PARAMETER_TEXTS,
    # rule packs
    "extend-circle": "must not come back to itself: {got}.",
    "extend-order": "'{got}' must come before '{first}', which stands on it. Move it, or leave it "
    "out: it comes with '{first}'.",
    "remove-alone": "must be 'true' beside the id and nothing else, got {got}.",
    "remove-nothing": "takes out '{got}', which no rule pack below has. Leave it out.",
    # frozen packages and replay
    "package-none": "must be a frozen package or a decision as data.",
    "package-seal": "was changed after it was sealed: the seal must be {must}, and the content "
    "gives {got}. Use the original.",
    "package-hash": "does not hold the rule set it tells of: the hash must be {must}, and the "
    "content gives {got}. Use the original.",
    "decision-none": "must be a decision as data, as 'run' writes it to decision.json.",
    "decision-hash": "was changed after the package was sealed: the hash of the decision must be "
    "{must}, and the content gives {got}. Use the original.",
    "package-other": "must be of the same rule set as the decision, {must}, and is of {got}. Use "
    "the package that was kept with the decision.",
    # officials' cases
    **CASE_TEXTS,
    **CHOICE_TEXTS,
    # decision tables
    **TABLE_TEXTS,
    # what decides ties
    **TIE_TEXTS,
    # limits of the choice
    **LIMIT_TEXTS,
    # weights and score bands
    **VOTE_TEXTS,
    **WEIGHT_TEXTS,
    # plugins and their options
    **HEALTH_TEXTS,
    **PANEL_TEXTS,
    # plugins
    **PLUGIN_TEXTS,
    **PROFILE_TEXTS,
}
