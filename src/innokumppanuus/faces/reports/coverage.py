"""The coverage matrix of a call in words, and what its empty cells ask for. It covers nothing."""

from html import escape

from innokumppanuus.domain.coverage import Coverage, CoverageCell, CoverageColumn
from innokumppanuus.domain.principles import Principle
from innokumppanuus.faces.reports.pieces import Grid, grid_html, paragraphs_html
from innokumppanuus.faces.texts import Texts


def coverage_html(coverage: Coverage, texts: Texts) -> str:
    """Return the coverage matrix with its empty cells as sentences."""
    grid, gaps = coverage_grid(coverage, texts), gaps_said(coverage, texts)
    lines = "".join(f"<li>{escape(one)}</li>" for one in gaps)
    told = f"<ul>{lines}</ul>" if gaps else paragraphs_html([texts.say("coverage.no_gaps")])
    return "\n".join((grid_html(grid, texts), told))


def coverage_grid(coverage: Coverage, texts: Texts) -> Grid:
    """Return the matrix with what covers each cell, or that nothing does."""
    return Grid(
        title="coverage.matrix",
        columns=(
            texts.say("profile.column.principle"),
            *(texts.say(f"coverage.column.{one.value}") for one in CoverageColumn),
        ),
        rows=tuple(
            (
                texts.say(f"principle.{principle.value}"),
                *(cell_text(coverage.cell(principle, one), texts) for one in CoverageColumn),
            )
            for principle in Principle
        ),
    )


def gaps_said(coverage: Coverage, texts: Texts) -> tuple[str, ...]:
    """Return every empty cell as a sentence that says what to do."""
    return tuple(
        texts.say(
            f"coverage.gap.{cell.state.value}.{cell.column.value}",
            principle=texts.say(f"principle.{cell.principle.value}"),
        )
        for cell in coverage.gaps()
    )


def cell_text(cell: CoverageCell, texts: Texts) -> str:
    """Return what covers the cell, or in words that nothing does."""
    if not cell.items:
        return texts.say(f"coverage.state.{cell.state.value}")
    return "; ".join(texts.show(one.name) for one in cell.items)
