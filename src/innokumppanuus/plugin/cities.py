"""What plugins offer of cities: files with the 3P of each over time."""

from pathlib import Path

import attrs

from innokumppanuus.domain.labels import Label


@attrs.frozen(kw_only=True)
class CityFile:
    """
    A city that a plugin ships (kaupunkitiedosto).

    Attributes:
        key: Name under which the command line finds it.
        name: What the city is called.
        path: The YAML file.
        is_fictional: Whether the city or its data are made up.
    """

    key: str
    name: Label
    path: Path
    is_fictional: bool = True
