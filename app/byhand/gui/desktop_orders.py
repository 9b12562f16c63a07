"""What the window asks of the desktop around it."""

from collections.abc import Callable, Sequence
from typing import Protocol

from byhand.domain.notification import Notification


class DesktopOrders(Protocol):
    """Reaches what is around us; every order returns at once."""

    @property
    def has_tray(self) -> bool:
        """Whether the desktop has a tray now; without one Byhand cannot keep running in it."""

    @property
    def starts_at_login(self) -> bool | None:
        """Whether Byhand starts when the user logs in; None where it cannot be had, or not yet."""

    def set_starts_at_login(self, is_wanted: bool, told: Callable[[bool], None], /) -> None:
        """Let Byhand start at login, into the tray, or not; `told` hears what holds then."""

    def notify(self, notification: Notification, /) -> None:
        """Show one; it takes the place of an earlier one about the same."""

    def withdraw_notification(self, about: bytes, /) -> None:
        """Take one off the screen."""

    def show_in_folder(self, paths: Sequence[str], /) -> None:
        """Show files where they lie."""

    def open_file(self, path: str, /) -> None:
        """Open a file in the program that the user has chosen for its kind."""
