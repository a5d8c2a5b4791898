"""Tables hold what the pictures show: a row for everything, a cell for every column."""

from innokumppanuus.engine.grounds import Grounds
from innokumppanuus_selection.why import tables, telling
from innokumppanuus_selection.why.sentences import Speaker


def test_every_table_has_a_row_for_everything_and_a_cell_for_every_column(
    ground: Grounds, speaker: Speaker
) -> None:
    whys, frontier = telling.whys(ground), telling.frontier(ground)

    grids = (
        (tables.standings_grid(whys, speaker), len(whys.standings)),
        (tables.prices_grid(whys.prices, speaker), len(whys.prices)),
        (tables.latitudes_grid(whys, speaker), len(whys.latitudes)),
        (tables.steps_grid(frontier, speaker), len(frontier.steps.steps)),
    )

    for grid, count in grids:
        assert len(grid.rows) == count > 0
        assert all(len(row) == len(grid.columns) for row in grid.rows)
        assert all(cell for row in grid.rows for cell in row)


def test_the_standing_of_each_is_told_by_its_outcome_and_points(
    ground: Grounds, speaker: Speaker
) -> None:
    grid = tables.standings_grid(telling.whys(ground), speaker)

    chosen = {
        row[0].split()[0] for row in grid.rows if row[1] == speaker.texts.say("outcome.chosen")
    }

    assert chosen == set(ground.chosen.applications)
