"""HiGHS as scipy ships it: there wherever the plugin is."""

from typing import Final

import attrs
import scipy
from scipy.optimize import Bounds, LinearConstraint, milp

from innokumppanuus_selection.domain import Programme, Solution, Status
from innokumppanuus_selection.solvers.matrix import matrix
from innokumppanuus_selection.solvers.quiet import quiet

_OPTIMAL: Final = 0
_INFEASIBLE: Final = 2


@attrs.frozen
class ScipyMilp:
    """`scipy.optimize.milp` with a gap of zero."""

    key: str = "scipy"

    @property
    def version(self) -> str:
        return f"HiGHS through scipy {scipy.__version__}"

    def solve(self, programme: Programme, seconds: float | None) -> Solution:
        """See `domain.Solver`."""
        arrays = matrix(programme)
        options: dict[str, object] = {"mip_rel_gap": 0}
        if seconds is not None:
            options["time_limit"] = seconds
        with quiet():
            found = milp(
                -arrays.gains,
                integrality=arrays.is_whole,
                bounds=Bounds(0, arrays.most),
                constraints=LinearConstraint(arrays.terms, arrays.low, arrays.high)
                if programme.constraints
                else None,
                options=options,
            )
        if found.status == _INFEASIBLE:
            return Solution(status=Status.INFEASIBLE)
        if found.x is None:
            return Solution(status=Status.UNPROVEN)
        values = zip((one.name for one in programme.columns), found.x.tolist(), strict=True)
        status = Status.OPTIMAL if found.status == _OPTIMAL else Status.UNPROVEN
        return Solution(status=status, values=dict(values))
