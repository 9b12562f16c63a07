"""Which people are chosen in a list, and to whom of them something can be sent."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView

from byhand.domain.identity import FriendId
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.person_row import PersonRow

BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


def people_at(model: FriendListModel, indexes: Iterable[QModelIndex]) -> list[PersonRow]:
    """Return the people at some of a list's places, in the list's order."""
    rows = map(model.row_at, sorted(indexes, key=lambda index: index.row()))
    return [row for row in rows if isinstance(row, PersonRow)]


def recipients_of(people: Sequence[PersonRow]) -> tuple[FriendId, ...]:
    """Return who of several people gets something: not those to whom nothing can be sent.

    Of a person's computers it is the one that stands for them. One who is chosen alone is
    returned whoever it is, to be told why not.
    """
    several = [row for row in people if not row.is_held]
    return tuple(row.friend.id for row in (several if len(people) > 1 else people))


def settle_current(view: QAbstractItemView, *, chooses: bool) -> None:
    """Where no row is chosen, choose the current one, or have none current.

    Qt alone makes a row current that nobody sees, and from which the arrow keys may lead nowhere.
    """
    current, selection = view.currentIndex(), view.selectionModel()
    if selection.hasSelection() or not current.isValid():
        return
    if chooses and current.flags() & Qt.ItemFlag.ItemIsSelectable:
        selection.select(current, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    else:
        selection.clearCurrentIndex()
