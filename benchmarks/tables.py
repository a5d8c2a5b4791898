"""The applications and rules that all contenders decide, made by seed. It decides nothing."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any

REGIONS = ["Jyväskylä", "Laukaa", "Muurame", "Äänekoski", "Tampere", "Oulu", "Vantaa", "Turku"]
OURS = ["Jyväskylä", "Laukaa", "Muurame", "Äänekoski"]
WORDS = ["Älykäs", "palvelu", "koti", "hyvinvointi", "kokeilu", "työ", "päiväkoti"]
CLOSES = datetime(2017, 9, 6, 20, 59, tzinfo=UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)
CEL = (
    "amount >= 1000.0 && amount <= 10000.0 && months >= 6 && months <= 12",
    'submitted <= timestamp("2017-09-06T20:59:00Z")',
    'region in ["Jyväskylä", "Laukaa", "Muurame", "Äänekoski"]',
    'title.startsWith("Älykäs") && description.contains("palvelu") && size(description) <= 40',
    'has(email) && email.endsWith("@kunta.example")',
)
Rows = list[dict[str, Any]]


def rows(count: int) -> Rows:
    """Return applications as dictionaries; one in ten has no e-mail address."""
    draw = random.Random(2017)
    made = []
    for _ in range(count):
        row = {
            "amount": draw.randint(0, 2_000_000) / 100,
            "months": draw.randint(1, 24),
            "submitted": CLOSES + timedelta(seconds=draw.randint(-(10**6), 10**5)),
            "region": draw.choice(REGIONS),
            "title": " ".join(draw.choices(WORDS, k=2)),
            "description": " ".join(draw.choices(WORDS, k=5)),
        }
        if draw.random() < 0.9:
            row["email"] = (
                f"hakija{draw.randint(0, 999)}@{draw.choice(['kunta', 'yritys'])}.example"
            )
        made.append(row)
    return made


def columns(count: int) -> dict[str, Any]:
    """Return the table as numpy arrays; texts are places in the lists of `texts`."""
    import numpy

    draw = numpy.random.default_rng(2017)
    return {
        "amount": draw.integers(0, 2_000_000, count) / 100,
        "months": draw.integers(1, 25, count),
        "submitted": int((CLOSES - EPOCH) / SECOND) * 10**6
        + draw.integers(-(10**12), 10**11, count),
        "region": draw.integers(0, len(REGIONS), count),
        "title": draw.integers(0, 500, count),
        "description": draw.integers(0, 5000, count),
        "email": draw.integers(0, 2000, count),
    }


def texts() -> dict[str, list[str | None]]:
    """Return what the texts of a column may be; one e-mail address of ten is missing."""
    made = rows(5000)
    emails = [row.get("email") for row in made[:2000]]
    return {
        "region": list(REGIONS),
        "title": [row["title"] for row in made[:500]],
        "description": [row["description"] for row in made],
        "email": emails,
    }


def bytes_of_row() -> float:
    """Return how many bytes of data a row has on average: three numbers and four texts."""
    sizes = [
        sum(len((one or "").encode()) for one in many) / len(many) for many in texts().values()
    ]
    return 24 + sum(sizes)
