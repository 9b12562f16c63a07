"""What the desktop tells the user while they look elsewhere."""

from enum import StrEnum

from msgspec import Struct


class Telling(StrEnum):
    """What notifications say; without names nobody who looks over a shoulder learns who it is."""

    EVERYTHING = "everything"
    NO_NAMES = "no-names"
    NOTHING = "nothing"


class Reply(StrEnum):
    """What the user may do with a notification; CLICK is on itself, the others have buttons."""

    CLICK = "default"
    OPEN = "open"
    ACCEPT = "accept"
    DECLINE = "decline"
    QUIT = "quit"


class Notification(Struct, frozen=True):
    """Plain text, and what can be done about it: each reply with the words of its button.

    `about` names the thing; a newer notification about it takes the older one's place. `digest`
    names what exactly is asked about: an answer counts for that and nothing else.
    """

    about: bytes
    title: str
    body: str = ""
    category: str = ""
    replies: tuple[tuple[Reply, str], ...] = ()
    digest: bytes = b""
