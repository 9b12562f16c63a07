"""The top of the main pane: its title, a line that sums up, and which transfers are shown."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from byhand.gui.margins import set_margins
from byhand.gui.queue_rows import Filter
from byhand.gui.segmented import SegmentedControl
from byhand.gui.theme import Theme
from byhand.gui.transfer_actions import Action
from byhand.gui.translation import translate
from byhand.gui.widgets import ElidedLabel, IconButton


class Header(QWidget):
    """Shows title, summary and filter, and a button that holds everything or lets it go on."""

    filter_chosen = Signal(object)  # Filter
    hold_requested = Signal(bool)  # to pause all, or to resume all
    history_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        fonts = theme.fonts
        self.summary = ElidedLabel(fonts.small, "", "secondary")
        self.summary.setObjectName("summary")
        texts = [
            translate("Header", "All"),
            translate("Header", "Active"),
            translate("Header", "Finished"),
        ]
        self._filters = list(Filter)
        self.filter = SegmentedControl(theme, translate("Header", "Show"), texts)
        self.filter.chosen.connect(lambda n: self.filter_chosen.emit(self._filters[n]))
        self._pauses = True
        self.hold = IconButton(theme, "pause", "")
        self.hold.setObjectName("hold-all")
        self.hold.clicked.connect(lambda: self.hold_requested.emit(self._pauses))
        self.history = IconButton(theme, "history", translate("Header", "History"))
        self.history.setObjectName("open-history")
        self.history.clicked.connect(self.history_requested)
        # In the narrowest window there is more need of the filter's words.
        title = ElidedLabel(fonts.heading1, translate("Header", "Transfers"))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(title)
        lines.addWidget(self.summary)
        layout = QHBoxLayout(self)
        set_margins(layout, 4, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(lines, 1)
        layout.addWidget(self.filter)
        layout.addWidget(self.hold)
        layout.addWidget(self.history)
        self.show_holding(())

    def show_holding(self, possible: Collection[Action]) -> None:
        """Offer to pause all while anything can be paused, else to resume all."""
        self._pauses = Action.PAUSE in possible or not possible
        if self._pauses:
            self.hold.set_face("pause", translate("Header", "Pause all"))
        else:
            self.hold.set_face("play", translate("Header", "Resume all"))
        self.hold.setEnabled(bool(possible))
