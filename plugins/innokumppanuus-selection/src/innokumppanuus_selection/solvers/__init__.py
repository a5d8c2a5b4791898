"""The solvers by key; those that are extras are there when they are installed."""

from importlib.util import find_spec

from innokumppanuus.errors import UnknownKey
from innokumppanuus_selection.domain import Solver
from innokumppanuus_selection.solvers.scipy_milp import ScipyMilp

DEFAULT = "scipy"
EXTRAS = {"highs": "highspy", "cbc": "pulp"}
"""Key of the solver and the package that has to be installed for it."""


def installed() -> tuple[str, ...]:
    """Return the keys of the solvers that can be used here."""
    return (DEFAULT, *(key for key, package in sorted(EXTRAS.items()) if find_spec(package)))


def solver_of(key: str) -> Solver:
    """
    Return the solver.

    Raises:
        UnknownKey: When there is none of the key, or its package is not installed.
    """
    if key not in installed():
        raise UnknownKey("solver", key, installed())
    if key == "highs":
        from innokumppanuus_selection.solvers.highs import Highs

        return Highs()
    if key == "cbc":
        from innokumppanuus_selection.solvers.cbc import Cbc

        return Cbc()
    return ScipyMilp()
