"""Those who receive the same, as a table: who they are, what they have, gave and got."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from byhand import wording
from byhand.domain.group import GroupPart, GroupStanding, MemberStanding
from byhand.domain.identity import FriendId
from byhand.domain.text import joined
from byhand.gui.friend_list_model import AnyIndex
from byhand.gui.transfer_row import percent_text
from byhand.gui.translation import translate

NO_PARENT = QModelIndex()
_Role = Qt.ItemDataRole


class Column(IntEnum):
    """What the columns hold, from the start of a line: `WHAT` is what they have, or gave us."""

    WHO = 0
    WHAT = 1
    FROM_US = 2


class GroupModel(QAbstractTableModel):
    """A row for each of the others, in the order in which the service counts them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._standing: GroupStanding | None = None
        self._names: Mapping[FriendId, str] = {}

    def show_standing(self, standing: GroupStanding | None, names: Mapping[FriendId, str]) -> None:
        """Show how a group stands; `names`, safe to show, are those of friends."""
        before, self._names = self._standing, names
        if _rows(before) != _rows(standing):
            self.beginResetModel()
            self._standing = standing
            self.endResetModel()
        elif before != standing and standing is not None:
            self._standing = standing
            last = self.index(self.rowCount() - 1, Column.FROM_US)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Return how many others there are."""
        return 0 if parent.isValid() or self._standing is None else len(self._standing.members)

    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Return how many things are told of each."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> Any:
        """Return what a cell says."""
        if self._standing is None or not index.isValid():
            return None
        member = self._standing.members[index.row()]
        match role:
            case _Role.DisplayRole:
                return self._cell(member, Column(index.column()))
            case _Role.AccessibleTextRole if index.column() == Column.WHO:
                line = wording.member_line(member, self._standing, translate)
                return joined((self._name(member), line))
            case _Role.TextAlignmentRole if index.column() != Column.WHO:
                return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """Return what a column is called."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole:
            side = Qt.AlignmentFlag
            return side.AlignLeading if section == Column.WHO else side.AlignTrailing
        return self._heading(Column(section)) if role == _Role.DisplayRole else None

    def _heading(self, column: Column) -> str:
        is_sender = self._standing is not None and self._standing.part is GroupPart.SENDER
        if column is Column.WHO:
            return translate("Group", "Friend") if is_sender else translate("Group", "Receiver")
        if column is Column.WHAT:
            return translate("Group", "Has") if is_sender else translate("Group", "Gave you")
        return translate("Group", "Got from you")

    def _cell(self, member: MemberStanding, column: Column) -> str:
        assert self._standing is not None
        if column is Column.WHO:
            return self._name(member)
        if column is Column.FROM_US:
            return wording.size(member.given_bytes, translate)
        if self._standing.part is GroupPart.MEMBER:
            return wording.size(member.taken_bytes, translate)
        total = self._standing.total_bytes
        percent = percent_text(min(1.0, member.has_bytes / total) if total else None)
        size = wording.size(member.has_bytes, translate)
        return joined((size, percent)) if percent else size

    def _name(self, member: MemberStanding) -> str:
        known = self._names.get(member.friend_id) if member.friend_id is not None else None
        return known or wording.member_name(member.number, translate)


def _rows(standing: GroupStanding | None) -> tuple[object, ...]:
    """Return what the table is built by: whose it is, and who is in it."""
    if standing is None:
        return ()
    numbers = tuple(member.number for member in standing.members)
    return standing.transfer_id, standing.part, numbers
