"""What the window asks of the desktop around it."""

from collections.abc import Sequence
from typing import Protocol


class DesktopOrders(Protocol):
    """Shows finished files; returns at once."""

    def show_in_folder(self, paths: Sequence[str], /) -> None:
        """Show files where they lie."""

    def open_file(self, path: str, /) -> None:
        """Open a file in the program that the user has chosen for its kind."""
