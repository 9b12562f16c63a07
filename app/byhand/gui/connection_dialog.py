"""The dialog that says, step by step, what stands between this computer and a friend."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.connection_check import CheckStep, ConnectionReport, Remedy, Verdict
from byhand.domain.text import filled
from byhand.gui.announcer import announce
from byhand.gui.check_row import CheckRow
from byhand.gui.painting import paint_tile
from byhand.gui.scroll_bar import GUTTER, scroll_area
from byhand.gui.spinner import Spinner
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import push_button, set_tone, text_label

WIDTH_LINES = 40
TALLEST_LINES = 40
"""Both in lines of the body's font; what is longer scrolls."""
SPINNER = 16
MARGIN = 28
_TONES = {Verdict.OK: "good", Verdict.UNKNOWN: "secondary", Verdict.PROBLEM: "bad"}


class ConnectionDialog(QDialog):
    """Every step has its row from the start; each is filled as soon as something is known."""

    again_requested = Signal()
    settings_requested = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None) -> None:
        """`name` is the friend who shall call back, "" for anybody."""
        super().__init__(parent)
        self._theme = theme
        self._is_done = False
        self.setObjectName("connection-check")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = translate("ConnectionCheck", "Check connection")
        if name:
            text = translate("ConnectionCheck", "Check the connection with {name}")
            title = filled(text, name=name)
        self.setWindowTitle(title)
        self._spinner = Spinner(theme, SPINNER)
        self._summary = text_label(theme.fonts.body, "", "secondary", wraps=True)
        self._summary.setObjectName("check-summary")
        self.rows = {step: CheckRow(theme, step) for step in CheckStep}
        self._again = push_button(translate("ConnectionCheck", "Check again"), "flat")
        self._again.setObjectName("check-again")
        self._close = push_button(translate("ConnectionCheck", "Close"))
        self._close.setObjectName("check-close")
        self._lay_out(title)
        self._again.clicked.connect(self.check_again)
        self._close.clicked.connect(self.close)
        for row in self.rows.values():
            row.remedy_chosen.connect(
                lambda remedy, command, row=row: self._mend(row, remedy, command)
            )
        self.show_report(ConnectionReport())
        self._close.setFocus()

    def show_report(self, report: ConnectionReport) -> None:
        """Show how far a check is; its end is read aloud."""
        self._keep_focus(report)
        for step, row in self.rows.items():
            row.show_finding(report.get(step))
        self._spinner.setVisible(not report.is_done)
        self._again.setEnabled(report.is_done)
        self._summary.setText(wording.check_summary(report, translate))
        set_tone(self._summary, _TONES[report.verdict] if report.is_done else "secondary")
        self._fit()
        if report.is_done and not self._is_done:
            announce(self, " ".join(_spoken(report)))
        self._is_done = report.is_done

    def check_again(self) -> None:
        """Begin anew."""
        self.show_report(ConnectionReport())
        self.again_requested.emit()

    def _mend(self, row: CheckRow, remedy: Remedy, command: str) -> None:
        match remedy:
            case Remedy.COPY_COMMAND:
                QGuiApplication.clipboard().setText(command)
                row.say_copied()
            case Remedy.OPEN_SETTINGS:
                self.close()
                self.settings_requested.emit()
            case Remedy.TRY_AGAIN:
                self.check_again()

    def _keep_focus(self, report: ConnectionReport) -> None:
        """Give the focus of a button that goes to one that stays."""
        for step, row in self.rows.items():
            finding = report.get(step)
            if row.button.hasFocus() and (finding is None or finding.remedy is None):
                self._close.setFocus()
        if self._again.hasFocus() and not report.is_done:
            self._close.setFocus()

    def _fit(self) -> None:
        """Be as high as the words need, up to a height."""
        layout = self._card.layout()
        outer = self.layout()
        assert layout is not None
        assert outer is not None
        layout.activate()
        wanted = layout.totalHeightForWidth(self._area.width() - GUTTER)
        tallest = TALLEST_LINES * self._theme.fonts.body.height
        self._area.setFixedHeight(min(wanted, tallest))
        outer.activate()
        self.setFixedHeight(outer.totalHeightForWidth(self.width()))

    def _lay_out(self, title: str) -> None:
        self._card = _Card(self._theme, tuple(self.rows.values()))
        self._area = scroll_area(self._card)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        heading = QHBoxLayout()
        heading.addWidget(text_label(self._theme.fonts.heading2, title, wraps=True))
        state = QHBoxLayout()
        state.setSpacing(8)
        state.addWidget(self._spinner, 0, Qt.AlignmentFlag.AlignVCenter)
        state.addWidget(self._summary, 1)
        # The card ends beside the scroll bar's gutter, on whichever side that is.
        steps = QHBoxLayout()
        steps.setSpacing(0)
        steps.addSpacing(MARGIN)
        steps.addWidget(self._area)
        steps.addSpacing(MARGIN - GUTTER)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(self._again)
        bottom.addWidget(self._close)
        for row in (heading, state, bottom):
            row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 24, 0, 20)
        layout.setSpacing(8)
        layout.addLayout(heading)
        layout.addLayout(state)
        layout.addSpacing(8)
        layout.addLayout(steps)
        layout.addSpacing(6)
        layout.addLayout(bottom)
        width = round(self._theme.fonts.body.height * WIDTH_LINES)
        self.setFixedWidth(width)
        self._area.setFixedWidth(width - 2 * MARGIN + GUTTER)


class _Card(QWidget):
    """The tile on which the rows lie, with a line between each two."""

    def __init__(self, theme: Theme, rows: tuple[CheckRow, ...]) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("check-card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 4, 1, 4)
        layout.setSpacing(0)
        for number, row in enumerate(rows):
            if number:
                layout.addWidget(_line())
            layout.addWidget(row)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tile."""
        colours, radius = self._theme.palette, self._theme.metrics.radius_card
        paint_tile(self, radius, colours.surface, colours.border)


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("check-divider")
    line.setFixedHeight(1)
    return line


def _spoken(report: ConnectionReport) -> list[str]:
    """Return what is read aloud in the end: how it stands, and every problem."""
    problems = [each for each in report.findings if each.verdict is Verdict.PROBLEM]
    lines = [f"{wording.check_summary(report, translate)}."]
    return lines + [wording.finding_line(each, translate) for each in problems]
