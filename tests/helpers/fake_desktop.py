"""A desktop that only records what the window asks of it."""

from collections.abc import Callable, Sequence

from byhand.domain.notification import Notification


class FakeDesktop:
    """Remembers which files were shown and opened."""

    def __init__(self) -> None:
        self.shown_paths: list[list[str]] = []
        self.opened_files: list[str] = []
        self.notifications: dict[bytes, Notification] = {}
        """What is on the screen, by what it is about."""
        self.told: list[Notification] = []
        """All that was ever shown."""
        self.has_tray = True
        self.starts_at_login: bool | None = False
        self.refuses_login = False

    def set_starts_at_login(self, is_wanted: bool, told: Callable[[bool], None]) -> None:
        self.starts_at_login = is_wanted and not self.refuses_login
        told(self.starts_at_login)

    def notify(self, notification: Notification) -> None:
        self.notifications[notification.about] = notification
        self.told.append(notification)

    def withdraw_notification(self, about: bytes) -> None:
        self.notifications.pop(about, None)

    def show_in_folder(self, paths: Sequence[str]) -> None:
        self.shown_paths.append(list(paths))

    def open_file(self, path: str) -> None:
        self.opened_files.append(path)
