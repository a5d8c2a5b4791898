"""From a chosen application to the pilot that it becomes."""

from datetime import date

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call
from innokumppanuus.domain.pilot import Pilot

STARTS_FIELD, DURATION_FIELD = "starts", "duration_months"


def pilot_of(application: Application, call: Call) -> Pilot:
    """Return the pilot; its start and duration come from the fields of those names, if any."""
    starts = application.answers.get(STARTS_FIELD)
    duration = application.answers.get(DURATION_FIELD)
    return Pilot(
        application=application.id,
        starts=starts if isinstance(starts, date) else None,
        duration_months=duration if isinstance(duration, int) else None,
        report_due=call.lifecycle.report_due.value,
        principles=application.principles,
    )
