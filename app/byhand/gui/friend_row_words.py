"""What the second line of a friend's row says, as far as there is room."""

from byhand.domain.text import joined
from byhand.gui.fonts import Face
from byhand.gui.person_row import PersonRow
from byhand.gui.translation import translate

PARTING = " · "


def invitation(row: PersonRow, count: int) -> str:
    """Return what a drop on a person does; it goes to `count` friends in all."""
    if count > 1:
        return translate("FriendList", "Drop to send to %n friend(s)", "", count)
    if row.presence.is_online:
        return translate("FriendList", "Drop to send")
    return translate("FriendList", "Drop to send when they're back")


def fitting(row: PersonRow, face: Face, width: int) -> tuple[str, str]:
    """Return as many names of computers as there is room for, and the line after them."""
    if row.warning:
        whole = f"{row.warning}{PARTING}{row.line}"
        return "", whole if face.width(whole) < width else row.warning
    room = width - face.width(row.line) - 2
    for count in range(len(row.places), 0, -1):
        left_out = len(row.places) - count
        more = f" +{left_out}" if left_out else ""
        head = f"{joined(row.places[:count], ', ')}{more}{PARTING}"
        if face.width(head) <= room:
            return head, row.line
    return "", row.line
