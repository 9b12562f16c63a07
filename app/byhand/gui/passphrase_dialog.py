"""The dialog that asks for the passphrase of a saved identity."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import fit_height, make_room, push_button, set_tone, text_label


class PassphraseDialog(QDialog):
    """Asks once, or twice for a new one; stays open until the service has answered."""

    given = Signal(str)

    def __init__(
        self, theme: Theme, words: tuple[str, str, str], parent: QWidget | None, *, is_new: bool
    ) -> None:
        """`words` are title, explanation and verb."""
        super().__init__(parent)
        title, explanation, verb = words
        self._is_new = is_new
        self.setObjectName("passphrase")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._first = _field(translate("Identity", "Passphrase"))
        self._first.setObjectName("passphrase-first")
        self._second = _field(translate("Identity", "The same once more"))
        self._second.setObjectName("passphrase-second")
        self._second.setVisible(is_new)
        self._problem = text_label(theme.fonts.small, "", "bad", wraps=True)
        self._problem.setObjectName("passphrase-problem")
        self._go = push_button(verb, "primary")
        self._go.setObjectName("passphrase-go")
        self._lay_out(theme, title, explanation)
        for field in (self._first, self._second):
            field.textChanged.connect(self._typed)
            field.returnPressed.connect(self._give)
        self._go.clicked.connect(self._give)
        self._typed()
        fit_height(self)
        self._first.setFocus()

    def passphrase(self) -> str:
        """Return what is typed now."""
        return self._first.text()

    def say_problem(self, sentence: str) -> None:
        """Say beside the field why that was not taken, and let it be typed anew."""
        set_tone(self._problem, "bad")
        self._problem.setText(sentence)
        make_room(self)
        self._set_busy(False)
        self._first.selectAll()
        self._first.setFocus()

    def _typed(self) -> None:
        self._problem.clear()
        is_twice = self._first.text() == self._second.text() or not self._is_new
        self._go.setEnabled(bool(self._first.text()) and is_twice)
        if self._is_new and self._second.text() and not is_twice:
            set_tone(self._problem, "warning")
            self._problem.setText(translate("Identity", "The two are not the same yet."))

    def _give(self) -> None:
        if self._is_new and self.focusWidget() is self._first and not self._second.text():
            self._second.setFocus()
        elif self._go.isEnabled():
            self._set_busy(True)
            self.given.emit(self._first.text())

    def _set_busy(self, is_busy: bool) -> None:
        for part in (self._first, self._second, self._go):
            part.setEnabled(not is_busy)
        if is_busy:
            set_tone(self._problem, "secondary")
            self._problem.setText(translate("Identity", "One moment…"))

    def _lay_out(self, theme: Theme, title: str, explanation: str) -> None:
        way_out = push_button(translate("Identity", "Cancel"), "flat")
        way_out.clicked.connect(self.reject)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(way_out)
        bottom.addWidget(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(10)
        layout.addWidget(text_label(theme.fonts.heading2, title, wraps=True))
        layout.addWidget(text_label(theme.fonts.body, explanation, "secondary", wraps=True))
        layout.addWidget(self._first)
        layout.addWidget(self._second)
        layout.addWidget(self._problem)
        layout.addSpacing(4)
        layout.addLayout(bottom)
        self.setMinimumWidth(theme.fonts.body.height * 26)


def _field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    return field
