"""HiGHS by its own package, an extra: sooner than through scipy from thousands of columns on."""

from typing import Any

import attrs
import highspy
import numpy as np

from innokumppanuus_selection.domain import Programme, Solution, Status
from innokumppanuus_selection.solvers.matrix import matrix
from innokumppanuus_selection.solvers.quiet import quiet


@attrs.frozen
class Highs:
    """`highspy` with a gap of zero. It cannot be in one process with ortools."""

    key: str = "highs"

    @property
    def version(self) -> str:
        return f"HiGHS {_highs().version()}"

    def solve(self, programme: Programme, seconds: float | None) -> Solution:
        """See `domain.Solver`."""
        arrays = matrix(programme)
        model = highspy.HighsLp()
        count, rows = len(programme.columns), len(programme.constraints)
        model.num_col_, model.num_row_ = count, rows
        model.col_cost_ = -arrays.gains
        model.col_lower_, model.col_upper_ = np.zeros(count), arrays.most
        model.row_lower_, model.row_upper_ = arrays.low, arrays.high
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = arrays.terms.indptr
        model.a_matrix_.index_ = arrays.terms.indices
        model.a_matrix_.value_ = arrays.terms.data
        kinds = highspy.HighsVarType
        model.integrality_ = [
            kinds.kInteger if one.is_whole else kinds.kContinuous for one in programme.columns
        ]
        with quiet():
            return self._solved(model, programme, seconds)

    def _solved(
        self, model: highspy.HighsLp, programme: Programme, seconds: float | None
    ) -> Solution:
        solver = _highs()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("mip_rel_gap", 0.0)
        if seconds is not None:
            solver.setOptionValue("time_limit", float(seconds))
        solver.passModel(model)
        solver.run()
        status = solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return Solution(status=Status.INFEASIBLE)
        values = list(solver.getSolution().col_value)
        is_optimal = status in (
            highspy.HighsModelStatus.kOptimal,
            highspy.HighsModelStatus.kModelEmpty,
        )
        if not is_optimal and solver.getInfo().primal_solution_status != 2:
            return Solution(status=Status.UNPROVEN)
        names = (one.name for one in programme.columns)
        found = dict(zip(names, values, strict=True))
        return Solution(status=Status.OPTIMAL if is_optimal else Status.UNPROVEN, values=found)


def _highs() -> Any:
    """Return a solver; its package has no types."""
    make: Any = highspy.Highs
    return make()
