"""What commands take in the same way: rule set, applications, sheets. Reading them is elsewhere."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

RulesetArgument: TypeAlias = Annotated[str, typer.Argument(help="cli.argument.ruleset")]
ApplicationsOption: TypeAlias = Annotated[
    Path | None, typer.Option(metavar="FILE", help="cli.option.applications")
]
SheetsOption: TypeAlias = Annotated[
    list[Path] | None, typer.Option(metavar="PATH", help="cli.option.sheets")
]
MappingOption: TypeAlias = Annotated[
    Path | None, typer.Option(metavar="FILE", help="cli.option.mapping")
]
PanelOption: TypeAlias = Annotated[
    list[Path] | None, typer.Option(metavar="FILE", help="cli.option.panel")
]
VotesOption: TypeAlias = Annotated[
    Path | None, typer.Option(metavar="FILE", help="cli.option.votes")
]
BallotsOption: TypeAlias = Annotated[
    str | None, typer.Option(metavar="KEY", help="cli.option.ballots")
]
