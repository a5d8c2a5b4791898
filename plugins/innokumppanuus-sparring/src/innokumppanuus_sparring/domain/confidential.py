"""
What is confidential in sparring, in a file of its own so that nothing open can hold it.

The open file of the programme has no place for it, so no open report, export or JSON can tell it;
who is handed this file has been let in.
"""

import attrs

from innokumppanuus_sparring.domain.feedback import CodedAnswer


@attrs.frozen(kw_only=True)
class ConfidentialNote:
    """
    What was said in confidence (luottamuksellinen muistiinpano).

    Attributes:
        id: Stable.
        session: In which meeting.
        about: Member whom it concerns; empty when the whole group.
        text: The note.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    session: str = attrs.field(validator=attrs.validators.min_len(1))
    about: str = ""
    text: str = attrs.field(validator=attrs.validators.min_len(1))


@attrs.frozen(kw_only=True)
class ConfidentialFile:
    """
    What is confidential of one programme (luottamuksellinen aineisto).

    Attributes:
        about_programme: Id of the sparring programme.
        notes: Notes of the meetings.
        answers: Single answers on how the programme was, in codes.
    """

    about_programme: str = attrs.field(validator=attrs.validators.min_len(1))
    notes: tuple[ConfidentialNote, ...] = ()
    answers: tuple[CodedAnswer, ...] = ()
