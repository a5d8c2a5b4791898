"""Practice and structure side by side, and what has no counterpart on the other level."""

import attrs

from innokumppanuus_parasta_itaa.domain.consortium import Consortium, Deed, Level


@attrs.frozen(kw_only=True)
class LevelRow:
    """
    One region, or what is above them, on both levels (tasojen rivi).

    Attributes:
        region: Id of the region; empty for what is above the regions.
        practice: Deeds of practice.
        structure: Deeds of structure.
    """

    region: str
    practice: tuple[Deed, ...]
    structure: tuple[Deed, ...]

    @property
    def lacks(self) -> tuple[Level, ...]:
        """The levels of a region on which nothing is done; what is above them lacks nothing."""
        held = {Level.PRACTICE: self.practice, Level.STRUCTURE: self.structure}
        return tuple(level for level, deeds in held.items() if self.region and not deeds)


@attrs.frozen(kw_only=True)
class Levels:
    """
    The two levels side by side (käytäntö ja rakenne rinnan).

    Attributes:
        rows: The regions in their order, and last what is above them, if anything.
        carried: Deeds of practice with those of structure that make them last.
        loose: Deeds of practice that nothing makes last.
    """

    rows: tuple[LevelRow, ...]
    carried: tuple[tuple[Deed, tuple[Deed, ...]], ...]
    loose: tuple[Deed, ...]


def levels(consortium: Consortium) -> Levels:
    """Return the deeds of the consortium side by side by region."""
    regions = [one.id for one in consortium.regions]
    above = [""] if any(not one.region for one in consortium.deeds) else []
    practice = [one for one in consortium.deeds if one.level is Level.PRACTICE]
    carriers = [
        (one, tuple(other for other in consortium.deeds if one.id in other.carries))
        for one in practice
    ]
    return Levels(
        rows=tuple(_row(consortium, region) for region in (*regions, *above)),
        carried=tuple(pair for pair in carriers if pair[1]),
        loose=tuple(deed for deed, others in carriers if not others),
    )


def _row(consortium: Consortium, region: str) -> LevelRow:
    mine = [one for one in consortium.deeds if one.region == region]
    return LevelRow(
        region=region,
        practice=tuple(one for one in mine if one.level is Level.PRACTICE),
        structure=tuple(one for one in mine if one.level is Level.STRUCTURE),
    )
