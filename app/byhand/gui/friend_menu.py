"""What can be done with a person, as a menu."""

from collections.abc import Callable, Iterable
from enum import Enum, auto

from msgspec import Struct
from PySide6.QtWidgets import QMenu, QWidget

from byhand.domain.friend import Friend, Trust
from byhand.domain.identity import FriendId
from byhand.domain.text import filled, joined
from byhand.gui.names import unmarked
from byhand.gui.person_row import FriendRow, PersonRow, is_changed
from byhand.gui.translation import translate


class Wish(Enum):
    """What the user wants of a person, or of one of their computers."""

    EXPLAIN = auto()
    """To know why nothing is sent, or what is doubtful, and to settle it."""
    SEND = auto()
    SEND_HERE = auto()
    """To this computer, though the person has others."""
    VERIFY = auto()
    INTRODUCE = auto()
    RENAME = auto()
    POLICY = auto()
    SPEED = auto()
    OWN = auto()
    DISOWN = auto()
    JOIN = auto()
    ADDRESS = auto()
    CHECK = auto()
    """To know why they can't be reached."""
    BLOCK = auto()
    UNBLOCK = auto()
    REMOVE = auto()


Tell = Callable[[Wish, FriendId], None]


class Entry(Struct, frozen=True):
    """A line of the menu; one that is not possible says why."""

    wish: Wish
    text: str
    is_possible: bool = True


PARTING = None
"""Stands for the line between groups of entries."""


def menu_name(person: PersonRow) -> str:
    """Return what the button that opens the menu is called, as a screen reader says it."""
    return filled(translate("FriendList", "More: {name}"), name=person.name)


def several_menu(parent: QWidget, count: int, send: Callable[[], object]) -> QMenu:
    """Return the menu of several people who are chosen together."""
    menu = QMenu(parent)
    menu.setObjectName("several-friends-menu")
    text = translate("FriendMenu", "Send to %n friend(s)…", "", count)
    menu.addAction(text).triggered.connect(lambda: send())  # noqa: PLW0108
    return menu


def friend_menu(parent: QWidget, person: PersonRow, tell: Tell) -> QMenu:
    """Return the menu of a person, with a submenu for each computer where there are several."""
    menu = QMenu(parent)
    if len(person.computers) == 1:
        _fill(menu, computer_entries(person.computers[0], person), person.friend.id, tell)
        return menu
    _fill(menu, person_entries(person), person.friend.id, tell)
    for row in person.computers:
        submenu = menu.addMenu(unmarked(joined((row.computer, row.line))))
        _fill(submenu, computer_entries(row, person), row.friend.id, tell)
    return menu


def person_entries(person: PersonRow) -> list[Entry | None]:
    """Return what can be done with a person who has several computers."""
    return [
        Entry(Wish.SEND, translate("FriendMenu", "Send files…"), not person.is_held),
        Entry(Wish.RENAME, translate("FriendMenu", "Rename…")),
        PARTING,
    ]


def computer_entries(row: FriendRow, person: PersonRow) -> list[Entry | None]:
    """Return what can be done with one computer, or with a person who has no other."""
    friend, is_alone = row.friend, len(person.computers) == 1
    entries = [*_doubts(friend)]
    send = Wish.SEND if is_alone else Wish.SEND_HERE
    entries.append(Entry(send, translate("FriendMenu", "Send files…"), not friend.is_held))
    entries += [PARTING, *_acquaintance(row, person), PARTING]
    if is_alone and not friend.is_mine:
        entries.append(Entry(Wish.RENAME, translate("FriendMenu", "Rename…")))
    text = filled(translate("FriendMenu", "When {name} sends files…"), name=row.name)
    entries.append(Entry(Wish.POLICY, text, not friend.is_held))
    entries.append(Entry(Wish.SPEED, translate("FriendMenu", "Limit speed…")))
    entries += _belonging(friend, is_alone)
    entries.append(Entry(Wish.ADDRESS, translate("FriendMenu", "Add address…")))
    check = translate("FriendMenu", "Check connection…")
    entries.append(Entry(Wish.CHECK, check, not friend.is_held))
    return [*entries, PARTING, *_endings(friend, is_alone)]


def _doubts(friend: Friend) -> list[Entry | None]:
    if friend.trust is Trust.KEY_CHANGED:
        return [Entry(Wish.EXPLAIN, translate("FriendMenu", "Identity has changed…"))]
    if is_changed(friend):
        return [Entry(Wish.EXPLAIN, translate("FriendMenu", "Who is this…"))]
    if friend.is_copied and not friend.is_held:
        return [Entry(Wish.EXPLAIN, translate("FriendMenu", "Used on two computers…"))]
    return []


def _acquaintance(row: FriendRow, person: PersonRow) -> list[Entry | None]:
    entries: list[Entry | None] = []
    is_there = row.presence.is_online
    if row.friend.trust is Trust.UNVERIFIED:
        text = translate("FriendMenu", "Compare codes…")
        entries.append(Entry(Wish.VERIFY, _reasoned(text, row, person), is_there))
    text = translate("FriendMenu", "Introduce to…")
    can_introduce = is_there and not row.friend.is_held
    return [*entries, Entry(Wish.INTRODUCE, _reasoned(text, row, person), can_introduce)]


def _belonging(friend: Friend, is_alone: bool) -> list[Entry | None]:
    if friend.is_mine:
        text = translate("FriendMenu", "This is somebody else's computer")
        return [Entry(Wish.DISOWN, text)]
    entries: list[Entry | None] = [Entry(Wish.OWN, translate("FriendMenu", "This is my computer"))]
    if is_alone and not friend.is_held:
        entries.append(Entry(Wish.JOIN, translate("FriendMenu", "Another computer of…")))
    return entries


def _endings(friend: Friend, is_alone: bool) -> list[Entry | None]:
    if friend.trust is Trust.BLOCKED:
        block = Entry(Wish.UNBLOCK, translate("FriendMenu", "Unblock"))
    else:
        block = Entry(Wish.BLOCK, translate("FriendMenu", "Block…"))
    if is_alone:
        return [block, Entry(Wish.REMOVE, translate("FriendMenu", "Remove…"))]
    return [block, Entry(Wish.REMOVE, translate("FriendMenu", "Remove this computer…"))]


def _reasoned(text: str, row: FriendRow, person: PersonRow) -> str:
    """Return an entry's text with why it is not possible, if it is not."""
    if row.friend.is_held or row.presence.is_online:
        return text
    name = row.name if len(person.computers) == 1 else row.computer
    reason = filled(translate("FriendMenu", "{name} is not there"), name=name)
    return f"{text} ({reason})"


def _fill(menu: QMenu, entries: Iterable[Entry | None], friend_id: FriendId, tell: Tell) -> None:
    for entry in entries:
        if entry is PARTING:
            menu.addSeparator()
            continue
        action = menu.addAction(unmarked(entry.text))
        action.setEnabled(entry.is_possible)
        action.triggered.connect(lambda _=False, wish=entry.wish: tell(wish, friend_id))
