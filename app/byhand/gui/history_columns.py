"""The columns of the history, and what their cells say."""

from enum import IntEnum

from byhand.gui.history_row import DayRow, HistoryRow
from byhand.gui.translation import translate


class Column(IntEnum):
    """What stands where in a row."""

    TIME = 0
    WAY = 1
    NAME = 2
    PERSON = 3
    SIZE = 4
    RESULT = 5
    ACTIONS = 6


def column_name(column: Column) -> str:
    """Return what a column is called."""
    return {
        Column.TIME: translate("History", "Time"),
        Column.WAY: translate("History", "Direction"),
        Column.NAME: translate("History", "Name"),
        Column.PERSON: translate("History", "Person"),
        Column.SIZE: translate("History", "Size"),
        Column.RESULT: translate("History", "Result"),
        Column.ACTIONS: translate("History", "Actions"),
    }[column]


def cell_text(row: HistoryRow, column: Column) -> str:
    """Return the words of a cell."""
    look = row.look
    return {
        Column.TIME: look.time,
        Column.WAY: look.way,
        Column.NAME: look.title,
        Column.PERSON: look.person,
        Column.SIZE: look.size,
        Column.RESULT: look.result,
    }.get(column, "")


def cell_spoken(row: DayRow | HistoryRow | None, column: Column) -> str:
    """Return what a screen reader says: the whole row at its name, elsewhere the cell."""
    match row:
        case HistoryRow() if column is Column.NAME:
            return row.look.spoken
        case HistoryRow():
            return cell_text(row, column)
        case DayRow():
            return row.spoken
        case _:
            return translate("History", "Not read yet")
