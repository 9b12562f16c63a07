"""The dialog that limits how fast bytes go: with one friend, or of one transfer."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from byhand.domain.limits import RateLimits
from byhand.domain.text import filled
from byhand.domain.transfer import Direction, Transfer
from byhand.gui.attempts import problem_of
from byhand.gui.rate_field import RateField, how_to_write
from byhand.gui.theme import Theme
from byhand.gui.transfer_row import shown_title
from byhand.gui.translation import translate
from byhand.gui.widgets import fit_height, push_button, set_tone, text_label

Limit = Callable[[RateLimits], object]
"""Has limits kept; raises UsageError for what cannot be."""


def open_friend_speed(
    theme: Theme, parent: QWidget, name: str, limits: RateLimits, limit: Limit
) -> None:
    """Ask how fast bytes go to a friend and come from them."""
    title = filled(translate("Speed", "Limit the speed with {name}"), name=name)
    _SpeedDialog(theme, parent, title, limits, limit).open()


def open_transfer_speed(theme: Theme, parent: QWidget, transfer: Transfer, limit: Limit) -> None:
    """Ask how fast one transfer goes."""
    title = filled(translate("Speed", "Limit the speed of “{title}”"), title=shown_title(transfer))
    direction = transfer.direction
    _SpeedDialog(theme, parent, title, transfer.limits, limit, direction).open()


class _SpeedDialog(QDialog):
    """Has a field for each direction, or for the only one."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        title: str,
        limits: RateLimits,
        limit: Limit,
        only: Direction | None = None,
    ) -> None:
        super().__init__(parent)
        self._limits = limits
        self._limit = limit
        self.setObjectName("speed")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._up = RateField(translate("Speed", "Send at most"))
        self._down = RateField(translate("Speed", "Receive at most"))
        self._up.setObjectName("speed-up")
        self._down.setObjectName("speed-down")
        self._up.show_rate(limits.up)
        self._down.show_rate(limits.down)
        self._fields = [
            field
            for field, direction in (
                (self._up, Direction.OUTGOING),
                (self._down, Direction.INCOMING),
            )
            if only in (None, direction)
        ]
        self._hint = text_label(theme.fonts.small, how_to_write(), "secondary", wraps=True)
        self._hint.setObjectName("speed-hint")
        self._lay_out(theme, title)
        for field in self._fields:
            field.returnPressed.connect(self._save)
        self._fields[0].setFocus()
        self._fields[0].selectAll()

    def _save(self) -> None:
        problem = problem_of(lambda: self._limit(self._typed()))
        if not problem:
            self.accept()
            return
        set_tone(self._hint, "bad")
        self._hint.setText(problem)
        fit_height(self)

    def _typed(self) -> RateLimits:
        up, down = (
            field.rate() if field in self._fields else before
            for field, before in ((self._up, self._limits.up), (self._down, self._limits.down))
        )
        return RateLimits(up, down)

    def _lay_out(self, theme: Theme, title: str) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for number, field in enumerate(self._fields):
            label = text_label(theme.fonts.body, field.accessibleName(), "secondary")
            label.setBuddy(field)
            grid.addWidget(label, number, 0)
            grid.addWidget(field, number, 1)
        keep = push_button(translate("Questions", "Keep as it is"), "flat")
        keep.clicked.connect(self.reject)
        save = push_button(translate("Speed", "Save"), "primary")
        save.setObjectName("speed-save")
        save.clicked.connect(self._save)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(keep)
        bottom.addWidget(save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(text_label(theme.fonts.heading2, title, wraps=True))
        layout.addLayout(grid)
        layout.addWidget(self._hint)
        layout.addSpacing(4)
        layout.addLayout(bottom)
        self.setMinimumWidth(theme.fonts.body.height * 24)
        fit_height(self)
