"""Cases of the small call in `files`, as the text of their file."""

CASES = """\
innokumppanuus: 1
bases:
  hyvä:
    id: T1
    applicant: Kuvitteellinen hakija
    submitted: 2017-09-01 12:00
    amount: 10000 EUR
    duration_months: 10
cases:
  - sentence: Tasan 10 000 euroa on sallittu.
    base: hyvä
    expect: {rules: {cap: met}, outcome: met, asks: []}
  - sentence: Sentti yli on liikaa.
    base: hyvä
    given: {amount: 10000.01 EUR}
    expect: {rules: {cap: not_met}, values: {amount - eur(1): 9999.01 EUR}}
  - sentence: Ilman summaa ei voida sanoa mitään.
    base: hyvä
    given: {amount: null}
    expect: {rules: {cap: cannot_tell}, outcome: cannot_tell, asks: [amount]}
    confirmed: false
"""


def the_cases(*changes: tuple[str, str]) -> str:
    """
    Return the text with changes, each `(old, new)`.

    Raises:
        LookupError: When an old text is not there exactly once, so that no test spoils nothing.
    """
    text = CASES
    for old, new in changes:
        if text.count(old) != 1:
            raise LookupError(f"{old!r} is there {text.count(old)} times")
        text = text.replace(old, new)
    return text
