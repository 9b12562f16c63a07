"""The sidebar's list: friends and people nearby, each under a heading."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from byhand.domain.friend import Friend, Nearby, Presence, Trust
from byhand.domain.identity import FriendId
from byhand.gui.names import person_name, plain_tool_tip, short_name
from byhand.gui.translation import translate
from byhand.wording import presence_line

AnyIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A heading: "Friends", with "6 online" at its end."""

    text: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A sentence in place of an empty part of the list."""

    text: str


@dataclass(frozen=True, slots=True)
class FriendRow:
    """A friend as the list shows them; `waiting` transfers start when they are back."""

    friend: Friend
    presence: Presence
    name: str
    line: str
    waiting: int = 0

    @property
    def is_verified(self) -> bool:
        """Say whether codes were compared."""
        return self.friend.trust is Trust.VERIFIED


@dataclass(frozen=True, slots=True)
class NearbyRow:
    """Somebody on the network who is not a friend yet."""

    nearby: Nearby
    name: str


SidebarRow = HeadingRow | NoteRow | FriendRow | NearbyRow


class FriendListModel(QAbstractListModel):
    """Friends, online ones first, then people nearby; filtered by a part of the name.

    One that is not `is_whole` holds friends alone, without headings.
    """

    def __init__(
        self,
        now: Callable[[], float],
        parent: QObject | None = None,
        *,
        is_whole: bool = True,
    ) -> None:
        super().__init__(parent)
        self.now = now
        self._is_whole = is_whole
        self._friends: dict[FriendId, FriendRow] = {}
        self._nearby: dict[str, NearbyRow] = {}
        self._wanted = ""
        self._rows: list[SidebarRow] = []
        self._arrange()

    # --- what the service tells

    def put_friend(self, friend: Friend, presence: Presence) -> None:
        """Show a friend as they are now."""
        name = person_name(friend.name)
        line = presence_line(friend, presence, self.now(), translate)
        known = self._friends.get(friend.id)
        waiting = known.waiting if known else 0
        self._friends[friend.id] = FriendRow(friend, presence, name, line, waiting)
        self._arrange()

    def remove_friend(self, friend_id: FriendId) -> None:
        """Take a friend off the list."""
        self._friends.pop(friend_id, None)
        self._arrange()

    def put_nearby(self, nearby: Nearby) -> None:
        """Show somebody nearby."""
        self._nearby[nearby.key] = NearbyRow(nearby, person_name(nearby.name))
        self._arrange()

    def remove_nearby(self, key: str) -> None:
        """Take somebody nearby off the list."""
        self._nearby.pop(key, None)
        self._arrange()

    def set_waiting(self, counts: dict[FriendId, int]) -> None:
        """Show how many transfers wait for each friend."""
        for friend_id, row in self._friends.items():
            self._friends[friend_id] = replace(row, waiting=counts.get(friend_id, 0))
        self._arrange()

    def tell_times_again(self) -> None:
        """Renew lines that speak of the time passed since."""
        for row in list(self._friends.values()):
            if not row.presence.is_online:
                line = presence_line(row.friend, row.presence, self.now(), translate)
                self._friends[row.friend.id] = replace(row, line=line)
        self._arrange()

    # --- what the window asks

    def set_wanted(self, text: str) -> None:
        """Show only names that contain `text`."""
        self._wanted = text.strip().casefold()
        self._arrange()

    def friend_row(self, friend_id: FriendId) -> FriendRow | None:
        """Return a friend's row, shown or not."""
        return self._friends.get(friend_id)

    def friends(self) -> list[FriendRow]:
        """Return every friend in the list's order, whatever is searched for."""
        return sorted(self._friends.values(), key=_rank)

    def short_names(self) -> dict[FriendId, str]:
        """Return what every friend is called where the whole name stands beside it."""
        names = [row.name for row in self._friends.values()]
        return {key: short_name(row.name, names) for key, row in self._friends.items()}

    def row_at(self, index: AnyIndex) -> SidebarRow | None:
        """Return what an index stands for."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def index_of(self, friend_id: FriendId) -> QModelIndex:
        """Return where a friend is shown; an invalid index while they are not."""
        for number, row in enumerate(self._rows):
            if isinstance(row, FriendRow) and row.friend.id == friend_id:
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
                return _spoken(row)
            case Qt.ItemDataRole.DisplayRole:
                return _typed(row)
            case Qt.ItemDataRole.ToolTipRole if isinstance(row, FriendRow):
                return _tool_tip(row)
            case _:
                return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return that only people can be chosen."""
        match self.row_at(index):
            case FriendRow() | NearbyRow():
                return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            case _:
                return Qt.ItemFlag.NoItemFlags

    # --- keeping the rows in order

    def _arrange(self) -> None:
        """Bring the shown rows to what they should be, changing as few as possible."""
        wanted = self._wanted_rows()
        keys = [_key(row) for row in wanted]
        for number in reversed(range(len(self._rows))):
            if _key(self._rows[number]) not in keys:
                self._drop(number)
        for number, row in enumerate(wanted):
            self._settle(number, row)

    def _settle(self, number: int, row: SidebarRow) -> None:
        key = _key(row)
        if number < len(self._rows) and _key(self._rows[number]) == key:
            if self._rows[number] != row:
                self._rows[number] = row
                self.dataChanged.emit(self.index(number), self.index(number))
            return
        for later in range(number + 1, len(self._rows)):
            if _key(self._rows[later]) == key:
                self._drop(later)
                break
        self.beginInsertRows(QModelIndex(), number, number)
        self._rows.insert(number, row)
        self.endInsertRows()

    def _drop(self, number: int) -> None:
        self.beginRemoveRows(QModelIndex(), number, number)
        del self._rows[number]
        self.endRemoveRows()

    def _wanted_rows(self) -> list[SidebarRow]:
        friends = [row for row in self.friends() if self._wanted in row.name.casefold()]
        online = sum(row.presence.is_online for row in self._friends.values())
        remark = translate("FriendList", "%n online", "", online) if online else ""
        rows: list[SidebarRow] = []
        if self._friends and self._is_whole:
            rows.append(HeadingRow(translate("FriendList", "Friends"), remark))
        if not friends and self._wanted:
            text = translate("FriendList", "No friend called “{name}”.")
            rows.append(NoteRow(text.format(name=person_name(self._wanted))))
        rows.extend(friends)
        if self._is_whole and not self._wanted:
            rows.extend(self._nearby_rows())
        return rows

    def _nearby_rows(self) -> list[SidebarRow]:
        heading = HeadingRow(translate("FriendList", "Nearby"))
        if self._nearby:
            return [heading, *sorted(self._nearby.values(), key=lambda row: row.name.casefold())]
        text = translate("FriendList", "Nobody nearby. They need Byhand open on the same network.")
        return [heading, NoteRow(text)]


def _rank(row: FriendRow) -> tuple[bool, float, str, FriendId]:
    is_online = row.presence.is_online
    age = 0.0 if is_online else -(row.presence.last_seen or 0.0)
    return not is_online, age, row.name.casefold(), row.friend.id


def _key(row: SidebarRow) -> object:
    match row:
        case FriendRow():
            return row.friend.id
        case NearbyRow():
            return row.nearby.key
        case HeadingRow() | NoteRow():
            return row.text


def _typed(row: SidebarRow | None) -> str:
    match row:
        case FriendRow() | NearbyRow():
            return row.name
        case HeadingRow() | NoteRow():
            return row.text
        case None:
            return ""


def _spoken(row: SidebarRow | None) -> str:
    match row:
        case FriendRow():
            parts = [row.name, row.line]
            if row.is_verified:
                parts.append(translate("FriendList", "verified"))
            if row.waiting:
                parts.append(translate("FriendList", "%n waiting", "", row.waiting))
            return ", ".join(parts)
        case NearbyRow():
            text = translate("FriendList", "{name}, nearby, not a friend yet, press Enter to add")
            return text.format(name=row.name)
        case HeadingRow() if row.remark:
            return f"{row.text}, {row.remark}"
        case _:
            return _typed(row)


def _tool_tip(row: FriendRow) -> str:
    computer = person_name(row.friend.computer)
    text = translate("FriendList", "{name} at {computer}").format(name=row.name, computer=computer)
    return plain_tool_tip(text if computer else row.name)
