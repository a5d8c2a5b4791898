"""Ranking by TOPSIS, PROMETHEE II and VIKOR, from the library pymcdm. Nobody is chosen here."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from innokumppanuus.domain.selection import Candidate
from innokumppanuus.errors import SelectionError

Numbers: TypeAlias = NDArray[np.float64]
Method: TypeAlias = Callable[[Numbers, Numbers], Numbers]

DIGITS: Final = 9
"""Values that are equal to so many decimals share a place: the methods reckon with rounding."""


def is_installed() -> bool:
    """Return whether the library is here; it is the extra `methods` of the plugin."""
    return find_spec("pymcdm") is not None


def topsis(matrix: Numbers, weights: Numbers) -> Numbers:
    """
    Return the closeness to the best of each row, 0–1, more is better.

    Args:
        matrix: (applications × items), more is better.
        weights: (items,), summing to 1.

    Source:
        Hwang, Yoon (1981), Multiple attribute decision making; vector normalisation.
    """
    if not matrix.shape[1]:
        return np.zeros(len(matrix))
    normalised = _library("normalizations").vector_normalization
    return _reckoned(_library("methods").TOPSIS(normalised), matrix, weights)


def promethee(matrix: Numbers, weights: Numbers) -> Numbers:
    """
    Return the net flow of each row with the usual criterion, more is better.

    Args:
        matrix: (applications × items), more is better.
        weights: (items,), summing to 1.

    Source:
        Brans, Vincke (1985), A preference ranking organisation method, Management Science 31.
    """
    if not matrix.shape[1]:
        return np.zeros(len(matrix))
    return _reckoned(_library("methods").PROMETHEE_II("usual"), matrix, weights)


def vikor(matrix: Numbers, weights: Numbers) -> Numbers:
    """
    Return the distance of each row from the compromise, 0–1, less is better; v is 0.5.

    Where all are equally far by sum or by worst item, that part says nothing and counts as zero.

    Args:
        matrix: (applications × items), more is better.
        weights: (items,), summing to 1.

    Source:
        Opricovic, Tzeng (2004), Compromise solution by MCDM methods, European Journal of
        Operational Research 156.
    """
    if not matrix.shape[1]:
        return np.zeros(len(matrix))
    regret = weights * (matrix.max(axis=0) - matrix) / np.ptp(matrix, axis=0)
    parts = [regret.sum(axis=1), regret.max(axis=1)]
    if all(np.ptp(part) > 10.0**-DIGITS for part in parts):
        return _reckoned(_library("methods").VIKOR(v=0.5), matrix, weights)
    told = [(part - part.min()) / np.ptp(part) for part in parts if np.ptp(part) > 10.0**-DIGITS]
    return 0.5 * np.sum(told, axis=0) if told else np.zeros(len(matrix))


def places(
    candidates: Sequence[Candidate], method: Method, is_more_better: bool
) -> Mapping[str, int]:
    """
    Return the place of each by the method: 1 + how many are better; equal ones share it.

    Items in which all are equal part nobody and are left out.
    """
    items, matrix, weights = _data(candidates)
    if not candidates:
        return {}
    parting = np.ptp(matrix, axis=0) > 0
    parting &= weights > 0
    kept = weights[parting]
    values = method(matrix[:, parting], kept / kept.sum() if len(kept) else kept)
    rounded = np.round(values if is_more_better else -values, DIGITS).tolist()
    return {
        one.application: 1 + sum(other > mine for other in rounded)
        for one, mine in zip(candidates, rounded, strict=True)
    }


def _data(candidates: Sequence[Candidate]) -> tuple[tuple[str, ...], Numbers, Numbers]:
    weights: Mapping[str, Fraction] = candidates[0].weights if candidates else {}
    if candidates and not weights:
        raise SelectionError("choice-weights-needed", at="selection.selector")
    items = tuple(sorted(weights))
    matrix = np.array([[float(one.scores[item]) for item in items] for one in candidates])
    return items, matrix, np.array([float(weights[item]) for item in items])


def _reckoned(body: Any, matrix: Numbers, weights: Numbers) -> Numbers:
    directions = np.ones(matrix.shape[1])
    # Its own checks only warn of dominated rows, which are no fault here.
    return np.asarray(body(matrix, weights, directions, validation=False), dtype=np.float64)


def _library(part: str) -> Any:
    """Return a part of the library, which is slow to import and need not be there."""
    if not is_installed():
        raise SelectionError(
            "method-library",
            at="selection.selector",
            library="pymcdm",
            install="innokumppanuus-selection[methods]",
        )
    return import_module(f"pymcdm.{part}")
