"""CBC through pulp, an extra: a second opinion of another making."""

import attrs
import pulp
from pulp.apis.coin_api import pulp_cbc_path

from innokumppanuus_selection.domain import Programme, Solution, Status


@attrs.frozen
class Cbc:
    """The CBC that `pulp` ships, in a process of its own, with a gap of zero."""

    key: str = "cbc"

    @property
    def version(self) -> str:
        return f"CBC through pulp {pulp.__version__}"

    def solve(self, programme: Programme, seconds: float | None) -> Solution:
        """See `domain.Solver`."""
        model = pulp.LpProblem("portfolio", pulp.LpMaximize)
        columns = {
            one.name: model.add_variable(
                f"x{place}", 0, one.most, pulp.LpInteger if one.is_whole else pulp.LpContinuous
            )
            for place, one in enumerate(programme.columns)
        }
        model += pulp.lpSum(one.gain * columns[one.name] for one in programme.columns)
        for row in programme.constraints:
            total = pulp.lpSum(term * columns[name] for name, term in row.terms.items())
            if row.least is not None:
                model += total >= row.least
            if row.most is not None:
                model += total <= row.most
        model.solve(
            pulp.COIN_CMD(path=pulp_cbc_path, msg=False, gapRel=0, gapAbs=0, timeLimit=seconds)
        )
        if pulp.LpStatusInfeasible in (model.status, model.sol_status):
            return Solution(status=Status.INFEASIBLE)
        values = {name: column.value() or 0.0 for name, column in columns.items()}
        if model.sol_status == pulp.LpSolutionOptimal:
            return Solution(status=Status.OPTIMAL, values=values)
        found = model.sol_status == pulp.LpSolutionIntegerFeasible
        return Solution(status=Status.UNPROVEN, values=values if found else {})
