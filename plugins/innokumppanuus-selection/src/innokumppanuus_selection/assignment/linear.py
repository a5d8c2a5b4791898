"""The method: fits first, then lots, then the earliest readings; the answer of the core's flow."""

import attrs
import numpy as np
import scipy

from innokumppanuus.domain.assignment import Assignment, AssignmentTask
from innokumppanuus.domain.labels import Label
from innokumppanuus.engine.assignment_shortage import shortages
from innokumppanuus_selection.assignment.face import Face, solved
from innokumppanuus_selection.assignment.settling import settled


@attrs.frozen
class LinearAssignment:
    """Two linear programmes through scipy's HiGHS, proven in whole numbers, for any panel."""

    key: str = "linear_assignment"
    name: Label = Label(
        "tarkka jako, suuret paneelit", "exakt fördelning, stora paneler", "exact, large panels"
    )

    def assign(self, task: AssignmentTask) -> Assignment:
        """See `innokumppanuus.plugin.interfaces.Assigner`."""
        method = f"{self.key}, HiGHS through scipy {scipy.__version__}"
        if not (task.possible or any(one.least for one in (*task.readers, *task.loads))):
            return Assignment(method=method)
        reading = sum(one.fit for one in task.possible) + 1
        face = _face(task)
        best = solved(face, [reading - one.fit for one in task.possible]) if face else None
        if best is None:
            return Assignment(shortages=shortages(task), method=method)
        by_lot = solved(best.face, [one.lot for one in task.possible])
        if by_lot is None:
            raise ArithmeticError("the face of the best fits is empty")
        taken = settled(by_lot.face, by_lot.taken)
        readings = tuple(
            one for one, is_in in zip(task.possible, taken.tolist(), strict=True) if is_in
        )
        return Assignment(
            readings=readings,
            fit=sum(one.fit for one in readings),
            lots=sum(one.lot for one in readings),
            method=method,
        )


def _face(task: AssignmentTask) -> Face | None:
    """Return all ways to share out; None when nothing may be read and something has to be."""
    spans = (*task.readers, *task.loads)
    least = np.array([one.least for one in spans], dtype=np.int64)
    most = np.array([one.most for one in spans], dtype=np.int64)
    if np.any(least > most) or (not task.possible and np.any(least > 0)):
        return None
    application = {one.id: at for at, one in enumerate(task.readers)}
    evaluator = {one.id: at for at, one in enumerate(task.loads, start=len(application))}
    count = len(task.possible)
    return Face(
        row=np.array(
            [
                [application[one.application] for one in task.possible],
                [evaluator[one.evaluator] for one in task.possible],
            ],
            dtype=np.int64,
        ).reshape(2, count),
        least=least,
        most=most,
        low=np.zeros(count, dtype=np.int64),
        high=np.ones(count, dtype=np.int64),
    )
