"""What may help somebody who mends this program: versions, counts and states, nobody's names."""

import platform
from collections.abc import Iterable

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from byhand import __version__
from byhand.domain.profile import Profile
from byhand.gui.person_row import FriendRow


def technical_report(profile: Profile, friends: Iterable[FriendRow]) -> str:
    """Return lines to copy; neither secrets nor names nor addresses are in it."""
    rows = tuple(friends)
    online = sum(row.presence.is_online for row in rows)
    verified = sum(row.is_verified for row in rows)
    screens = QGuiApplication.screens()
    lines = (
        f"Byhand {__version__}",
        f"System: {platform.system()} {platform.release()} {platform.machine()}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        f"Windows by: {QGuiApplication.platformName()}, {len(screens)} screens"
        f" at {', '.join(f'{screen.devicePixelRatio():g}' for screen in screens)}",
        f"Port: {profile.port} (wanted {profile.wanted_port})",
        f"Networks: {len(profile.networks)}, announced to: {profile.visibility.value}",
        f"Friends: {len(rows)}, verified {verified}, here {online}",
        f"At once: {profile.at_once}, limits: {profile.limits.up or 'none'} up,"
        f" {profile.limits.down or 'none'} down",
    )
    return "\n".join(lines)
