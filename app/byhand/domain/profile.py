"""Ourselves: what we are called, who may see us, and the networks around us."""

from enum import StrEnum

from msgspec import Struct

from byhand.domain.identity import FriendId
from byhand.domain.limits import AT_ONCE, UNLIMITED, RateLimits, Schedule
from byhand.domain.notification import Telling
from byhand.domain.retention import Retention

PASSPHRASE_CHARACTERS = 10
"""How many characters the passphrase of a saved identity has at least."""
VISIBLE_SECONDS = 600.0
"""For how long people nearby see our name once that is asked for."""


LOWEST_PORT, HIGHEST_PORT = 1024, 65535
"""Nobody is called on a lower port."""


class Visibility(StrEnum):
    """Whom we are announced to, beyond networks that are trusted and the minutes asked for."""

    NOBODY = "nobody"
    FRIENDS = "friends"


class Network(Struct, frozen=True):
    """A network that we are in now; on a trusted one people nearby always see our name.

    One that cannot be told from others like it, for want of a router that is known, cannot be
    trusted.
    """

    id: str
    name: str
    is_trusted: bool = False
    can_be_trusted: bool = True


class Profile(Struct, frozen=True):
    """What the user has set about themselves; `visible_until` in Unix seconds, 0 when hidden.

    `limits` hold for everybody together, except in the hours of the `schedule`. `at_once` is how
    many transfers go to one friend at once; small ones do not count. `keeps_running`: where there
    is a tray, closing the window leaves Byhand running in it; `knows_tray`: the user has been told
    so. `retention` is of the history. `is_new`: the names are the system's, the user has not seen
    them yet, and there are no friends. `telling`: what notifications say. `has_folders`: each
    friend has one inside `downloads`. `accepts_verified`: files of friends come in unasked once
    they are verified. `port` is listened on; `wanted_port` is the one that is set and holds from
    the next start on, unless another program uses it: it `is_port_taken` now.
    """

    id: FriendId
    name: str
    computer: str
    downloads: str
    port: int
    visible_until: float = 0.0
    visibility: Visibility = Visibility.FRIENDS
    networks: tuple[Network, ...] = ()
    limits: RateLimits = UNLIMITED
    schedule: Schedule | None = None
    at_once: int = AT_ONCE
    keeps_running: bool = True
    knows_tray: bool = False
    retention: Retention = Retention.FOREVER
    is_new: bool = False
    telling: Telling = Telling.EVERYTHING
    has_folders: bool = False
    accepts_verified: bool = False
    wanted_port: int = 0
    is_port_taken: bool = False

    def is_visible(self, now: float) -> bool:
        """Say whether people nearby are shown our name for some minutes; `now` in Unix seconds."""
        return self.visible_until > now
