"""The sidebar's list: my own computers, friends and people nearby, each under a heading."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from byhand.domain.friend import Friend, Nearby, Presence
from byhand.domain.identity import FriendId
from byhand.domain.look_alike import warns
from byhand.domain.text import filled
from byhand.gui.circle import Circle
from byhand.gui.friend_list_rows import (
    HeadingRow,
    NearbyRow,
    NoteRow,
    SidebarRow,
    key_of,
    spoken,
    tool_tip,
    typed,
)
from byhand.gui.names import person_name, shown_name
from byhand.gui.person_row import FriendRow, PersonRow
from byhand.gui.translation import translate
from byhand.wording import presence_line

AnyIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole)


class FriendListModel(QAbstractListModel):
    """One row for each person, online ones first, then people nearby; filtered by a name's part.

    One that is not `is_whole` holds friends alone, to pick one that something can be sent to:
    without headings, or `by_computer`, the one used last first. Where `has_ticks`, several can be.
    """

    friend_changed = Signal(object)  # FriendId
    ticks_changed = Signal()

    def __init__(
        self,
        now: Callable[[], float],
        parent: QObject | None = None,
        *,
        is_whole: bool = True,
        by_computer: bool = False,
        has_ticks: bool = False,
    ) -> None:
        super().__init__(parent)
        self.now = now
        self._is_whole = is_whole
        self._has_ticks = has_ticks
        self._ticked: set[FriendId] = set()
        self._circle = Circle(warns, by_computer=by_computer)
        self._nearby: dict[str, NearbyRow] = {}
        self._wanted = ""
        self._rows: list[SidebarRow] = []
        self._arrange()

    # --- what the service tells

    def put_friend(self, friend: Friend, presence: Presence) -> None:
        """Show a friend as they are now."""
        line = presence_line(friend, presence, self.now(), translate)
        known = self._circle.friend(friend.id)
        waiting = known.waiting if known else 0
        self._put([FriendRow(friend, presence, shown_name(friend), line, waiting)])
        self.friend_changed.emit(friend.id)

    def remove_friend(self, friend_id: FriendId) -> None:
        """Take a friend off the list."""
        self._circle.remove(friend_id)
        self._arrange()
        self.friend_changed.emit(friend_id)

    def put_nearby(self, nearby: Nearby) -> None:
        """Show somebody nearby."""
        self._nearby[nearby.key] = NearbyRow(nearby, person_name(nearby.name))
        self._arrange()

    def remove_nearby(self, key: str) -> None:
        """Take somebody nearby off the list."""
        self._nearby.pop(key, None)
        self._arrange()

    def set_waiting(self, counts: Mapping[FriendId, int]) -> None:
        """Show how many transfers wait for each friend."""
        self._put(
            replace(row, waiting=counts.get(row.friend.id, 0))
            for row in self._circle.friends()
            if row.waiting != counts.get(row.friend.id, 0)
        )

    def tell_times_again(self) -> None:
        """Renew lines that speak of the time passed since."""
        self._put(
            replace(row, line=presence_line(row.friend, row.presence, self.now(), translate))
            for row in self._circle.friends()
            if not row.presence.is_online
        )

    # --- what the window asks

    def set_wanted(self, text: str) -> None:
        """Show only names that contain `text`."""
        self._wanted = text.strip().casefold()
        self._arrange()

    def ticked(self) -> tuple[FriendId, ...]:
        """Return who is ticked, shown or not: of a person's computers the one that stands for them.

        In the list's order.
        """
        return tuple(row.friend.id for row in self.people() if row.key in self._ticked)

    def toggle(self, friend_id: FriendId) -> None:
        """Tick somebody, or take the tick away."""
        index = self.index_of(friend_id)
        row = self.row_at(index)
        if isinstance(row, PersonRow) and not row.is_held:
            self._ticked ^= {row.key}
            self.dataChanged.emit(index, index)
            self.ticks_changed.emit()

    def friend_row(self, friend_id: FriendId) -> FriendRow | None:
        """Return a friend's row, shown or not."""
        return self._circle.friend(friend_id)

    def person(self, friend_id: FriendId) -> PersonRow | None:
        """Return the person whose computer a friend is, shown or not."""
        return self._circle.person(friend_id)

    def people(self) -> list[PersonRow]:
        """Return every person in the list's order, whatever is searched for."""
        return self._circle.people()

    def friends(self) -> list[FriendRow]:
        """Return every friend in the list's order, whatever is searched for."""
        return self._circle.friends()

    def short_names(self) -> dict[FriendId, str]:
        """Return what every friend is called where the whole name stands beside it."""
        return self._circle.short_names()

    def row_at(self, index: AnyIndex) -> SidebarRow | None:
        """Return what an index stands for."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def index_of(self, friend_id: FriendId) -> QModelIndex:
        """Return where a friend is shown; an invalid index while they are not."""
        for number, row in enumerate(self._rows):
            if isinstance(row, PersonRow) and row.has(friend_id):
                return self.index(number)
        return QModelIndex()

    # --- Qt's questions

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = ROW_ROLE) -> Any:
        """Return the row itself, or its words for screen readers and type-ahead."""
        row = self.row_at(index)
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row)
            case Qt.ItemDataRole.DisplayRole:
                return typed(row)
            case Qt.ItemDataRole.CheckStateRole if self._has_ticks and isinstance(row, PersonRow):
                is_ticked = row.key in self._ticked
                return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ToolTipRole if isinstance(row, PersonRow):
                return tool_tip(row)
            case _:
                return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return that only people can be chosen; to pick one, only who can be sent something."""
        match self.row_at(index):
            case PersonRow(is_held=True) if not self._is_whole:
                return Qt.ItemFlag.NoItemFlags
            case PersonRow() if self._has_ticks:
                checkable = Qt.ItemFlag.ItemIsUserCheckable
                return checkable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            case PersonRow() | NearbyRow():
                return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            case _:
                return Qt.ItemFlag.NoItemFlags

    def setData(self, index: AnyIndex, value: Any, role: int = ROW_ROLE) -> bool:
        """Take a tick."""
        row = self.row_at(index)
        if role != Qt.ItemDataRole.CheckStateRole or not isinstance(row, PersonRow):
            return False
        if self.data(index, role) != Qt.CheckState(value):
            self.toggle(row.friend.id)
        return True

    # --- keeping the rows in order

    def _arrange(self) -> None:
        """Bring the shown rows to what they should be, changing as few as possible."""
        wanted = self._wanted_rows()
        keys = {key_of(row) for row in wanted}
        for number in reversed(range(len(self._rows))):
            if key_of(self._rows[number]) not in keys:
                self._drop(number)
        for number, row in enumerate(wanted):
            self._settle(number, row)

    def _settle(self, number: int, row: SidebarRow) -> None:
        key = key_of(row)
        if number < len(self._rows) and key_of(self._rows[number]) == key:
            if self._rows[number] is not row and self._rows[number] != row:
                self._rows[number] = row
                self.dataChanged.emit(self.index(number), self.index(number))
            return
        earlier = next(
            (n for n in range(number + 1, len(self._rows)) if key_of(self._rows[n]) == key), None
        )
        if earlier is None:
            self.beginInsertRows(QModelIndex(), number, number)
            self._rows.insert(number, row)
            self.endInsertRows()
            return
        # A row that moves stays chosen.
        self.beginMoveRows(QModelIndex(), earlier, earlier, QModelIndex(), number)
        self._rows.insert(number, self._rows.pop(earlier))
        self.endMoveRows()
        self._settle(number, row)

    def _drop(self, number: int) -> None:
        self.beginRemoveRows(QModelIndex(), number, number)
        del self._rows[number]
        self.endRemoveRows()

    def _wanted_rows(self) -> list[SidebarRow]:
        everybody = self.people()
        people = [row for row in everybody if self._wanted in _searched(row)]
        if not self._is_whole:
            return [*people] if people or not self._wanted else [self._nobody()]
        mine = [row for row in people if row.friend.is_mine]
        others = [row for row in people if not row.friend.is_mine]
        rows: list[SidebarRow] = []
        if mine:
            rows += [HeadingRow(translate("FriendList", "My computers")), *mine]
        friends = [row for row in everybody if not row.friend.is_mine]
        if friends:
            rows.append(HeadingRow(translate("FriendList", "Friends"), _remark(friends)))
        if self._wanted:
            return rows + (others if people else [self._nobody()])
        return [*rows, *others, *self._nearby_rows()]

    def _nobody(self) -> NoteRow:
        text = translate("FriendList", "No friend called “{name}”.")
        return NoteRow(filled(text, name=person_name(self._wanted)))

    def _nearby_rows(self) -> list[SidebarRow]:
        heading = HeadingRow(translate("FriendList", "Nearby"))
        if self._nearby:
            return [heading, *sorted(self._nearby.values(), key=lambda row: row.name.casefold())]
        text = translate(
            "FriendList",
            "Nobody nearby. They need “Add a friend” open in Byhand, on the same network.",
        )
        return [heading, NoteRow(text)]

    def _put(self, rows: Iterable[FriendRow]) -> None:
        self._circle.put(rows)
        self._arrange()


def _searched(row: PersonRow) -> str:
    return "\n".join((row.name, *row.places)).casefold()


def _remark(people: Iterable[PersonRow]) -> str:
    online = sum(row.presence.is_online for row in people)
    return translate("FriendList", "%n online", "", online) if online else ""
