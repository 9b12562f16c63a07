"""A field for how fast bytes may go; empty is as fast as it goes."""

from PySide6.QtWidgets import QLineEdit

from byhand.domain.limits import exact_rate, rate_meant
from byhand.gui.translation import translate


class RateField(QLineEdit):
    """Takes "10 MB/s" or "500kB"."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(translate("Speed", "No limit"))

    def show_rate(self, rate: int | None) -> None:
        """Show bytes a second, None for no limit."""
        self.setText("" if rate is None else exact_rate(rate))

    def rate(self) -> int | None:
        """Return the bytes a second that are typed, None for no limit; UsageError."""
        typed = self.text().strip()
        return rate_meant(typed) if typed else None


def how_to_write() -> str:
    """Return what can be typed into such a field."""
    return translate("Speed", "Write a speed like 500 kB/s or 10 MB/s; empty is no limit.")
