"""One step of a check of the connection: a mark, words, and the one thing that may mend it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.connection_check import CheckStep, Finding, Remedy, Verdict
from byhand.domain.text import filled
from byhand.gui.announcer import announce
from byhand.gui.painting import paint_tile
from byhand.gui.spinner import Spinner
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import IconLabel, push_button, text_label

MARK = 20
_ICONS = {
    Verdict.OK: ("circle-check", "ok"),
    Verdict.UNKNOWN: ("info", "text_tertiary"),
    Verdict.PROBLEM: ("circle-x", "bad"),
}


class CheckRow(QFrame):
    """Shows that a step is looked at, then what was found."""

    remedy_chosen = Signal(object, str)  # Remedy, command

    def __init__(self, theme: Theme, step: CheckStep) -> None:
        super().__init__()
        self.step = step
        self._finding: Finding | None = None
        self._title_text = wording.check_step_title(step, translate)
        self.setObjectName(f"check-{step}")
        self._icon = IconLabel(theme, *_ICONS[Verdict.UNKNOWN], MARK)
        self._spinner = Spinner(theme, MARK)
        self._line = text_label(theme.fonts.body, "", "secondary", wraps=True)
        self._line.setObjectName("check-line")
        self._advice = text_label(theme.fonts.small, "", "tertiary", wraps=True)
        self._advice.setObjectName("check-advice")
        self._command = _CommandTile(theme)
        self.button = push_button("", "soft")
        self.button.setObjectName("check-remedy")
        self._lay_out(theme)
        self.button.clicked.connect(self._choose)
        self.show_finding(None)

    def show_finding(self, finding: Finding | None) -> None:
        """Show what was found; None: it is being looked at."""
        if finding is not None and finding == self._finding:
            return
        self._finding = finding
        verdict = finding.verdict if finding is not None else None
        word = wording.check_verdict_word(verdict, translate)
        line = wording.finding_line(finding, translate) if finding is not None else word
        advice = wording.finding_advice(finding, translate) if finding is not None else ""
        self._marks.setCurrentWidget(self._spinner if verdict is None else self._icon)
        if verdict is not None:
            self._icon.set_icon(*_ICONS[verdict])
        self._icon.set_meaning(word)
        self._line.setText(line)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self._command.show_command(finding.command if finding is not None else "")
        self._show_remedy(finding.remedy if finding is not None else None, advice)
        self.setAccessibleName(f"{self._title_text}: {word}. {line} {advice}".strip())

    def say_copied(self) -> None:
        """Say that the command is on the clipboard."""
        done = translate("ConnectionCheck", "Copied")
        self.button.setText(done)
        announce(self.button, done)

    def _show_remedy(self, remedy: Remedy | None, advice: str) -> None:
        texts = {
            None: "",
            Remedy.COPY_COMMAND: translate("ConnectionCheck", "Copy command"),
            Remedy.OPEN_SETTINGS: translate("ConnectionCheck", "Open settings"),
            Remedy.TRY_AGAIN: translate("ConnectionCheck", "Try again"),
        }
        verb = texts[remedy]
        self.button.setText(verb)
        self.button.setVisible(remedy is not None)
        name = filled(
            translate("ConnectionCheck", "{verb}: {step}"), verb=verb, step=self._title_text
        )
        self.button.setAccessibleName(name)
        self.button.setAccessibleDescription(advice)

    def _choose(self) -> None:
        if self._finding is not None and self._finding.remedy is not None:
            self.remedy_chosen.emit(self._finding.remedy, self._finding.command)

    def _lay_out(self, theme: Theme) -> None:
        self._marks = QStackedLayout()
        self._marks.addWidget(self._icon)
        self._marks.addWidget(self._spinner)
        mark = QWidget()
        mark.setFixedSize(MARK, MARK)
        mark.setLayout(self._marks)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(text_label(theme.fonts.strong, self._title_text))
        words.addWidget(self._line)
        words.addWidget(self._advice)
        upper = QHBoxLayout()
        upper.setSpacing(14)
        upper.addLayout(words, 1)
        upper.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(upper)
        right.addWidget(self._command)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(14)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(right, 1)


class _CommandTile(QWidget):
    """What is to be typed at a terminal: from left to right, in any language."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._label: QLabel = text_label(theme.fonts.small, "", wraps=True)
        self._label.setObjectName("check-command")
        self._label.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.addWidget(self._label)
        theme.changed.connect(self.update)

    def show_command(self, command: str) -> None:
        """Show a command; "" for none."""
        self._label.setText(command)
        self.setVisible(bool(command))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tile."""
        colours, radius = self._theme.palette, self._theme.metrics.radius_segment
        paint_tile(self, radius, colours.window, colours.border)
