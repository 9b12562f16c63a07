"""What the rows of the sidebar's list are, and what is said of them."""

from msgspec import Struct

from byhand.domain.friend import Nearby
from byhand.domain.text import filled, joined
from byhand.gui.names import plain_tool_tip
from byhand.gui.person_row import FriendRow, PersonRow, Standing
from byhand.gui.translation import translate


class HeadingRow(Struct, frozen=True):
    """A heading: "Friends", with "6 online" at its end."""

    text: str
    remark: str = ""


class NoteRow(Struct, frozen=True):
    """A sentence in place of an empty part of the list."""

    text: str


class NearbyRow(Struct, frozen=True):
    """Somebody on the network who is not a friend yet."""

    nearby: Nearby
    name: str


SidebarRow = HeadingRow | NoteRow | PersonRow | NearbyRow


def key_of(row: SidebarRow) -> object:
    """Return what a row keeps while its words change."""
    match row:
        case PersonRow():
            return row.key
        case NearbyRow():
            return row.nearby.key
        case HeadingRow() | NoteRow():
            return row.text


def typed(row: SidebarRow | None) -> str:
    """Return what leads to a row when it is typed."""
    match row:
        case PersonRow() | NearbyRow():
            return row.name
        case HeadingRow() | NoteRow():
            return row.text
        case None:
            return ""


def spoken(row: SidebarRow | None) -> str:
    """Return what a screen reader says of a row: everything that is drawn."""
    match row:
        case PersonRow():
            parts = [row.name, ", ".join(row.places), row.warning, row.line]
            if row.is_verified:
                parts.append(translate("FriendList", "verified"))
            if row.friend.is_mine:
                parts.append(translate("FriendList", "my own computer"))
            if row.waiting:
                parts.append(translate("FriendList", "%n waiting", "", row.waiting))
            return ", ".join(part for part in parts if part)
        case NearbyRow():
            text = translate("FriendList", "{name}, nearby, not a friend yet, press Enter to add")
            return filled(text, name=row.name)
        case HeadingRow() if row.remark:
            return f"{row.text}, {row.remark}"
        case _:
            return typed(row)


def tool_tip(row: PersonRow) -> str:
    """Return who that is, what their computers are, and why nothing can be sent."""
    if len(row.computers) == 1 and not row.friend.is_mine:
        text = translate("FriendList", "{name} at {computer}")
        lines = [filled(text, name=row.name, computer=row.computers[0].computer), row.line]
    else:
        lines = [row.name, *map(_computer_line, row.computers)]
    if row.warning:
        text = translate("FriendList", "Make sure that this is who you mean.")
        lines.append(f"{row.warning}. {text}")
    lines.append(refusal(row))
    return plain_tool_tip(joined((line for line in lines if line), "\n"))


def refusal(row: SidebarRow | None) -> str:
    """Return why nothing can be dropped on a row; "" where it can, or for a row of words."""
    match row:
        case NearbyRow():
            text = translate("FriendList", "Add {name} first — press Add")
            return filled(text, name=row.name)
        case PersonRow() if row.is_held and row.standing is Standing.BLOCKED:
            text = translate("FriendList", "You have blocked {name}: unblock them to send files")
            return filled(text, name=row.name)
        case PersonRow() if row.is_held:
            text = translate("FriendList", "Nothing is sent to {name} until you say who that is")
            return filled(text, name=row.name)
        case _:
            return ""


def _computer_line(row: FriendRow) -> str:
    parts = [row.computer, row.line]
    if row.is_verified:
        parts.append(translate("FriendList", "verified"))
    return joined(parts)
