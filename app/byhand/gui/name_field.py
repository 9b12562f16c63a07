"""The field for what a new friend shall be called; what they propose is filled in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from byhand.domain.friend import NAME_CHARACTERS
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import text_label


class NameField(QWidget):
    """Asks for a name and says below the field what is wrong with it."""

    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._proposed = ""
        label = text_label(
            theme.fonts.body, translate("Pairing", "Your name for them"), "secondary"
        )
        self._field = QLineEdit()
        self._field.setObjectName("pairing-name")
        self._field.setMaxLength(NAME_CHARACTERS)
        self._field.setAccessibleName(label.text())
        label.setBuddy(self._field)
        self._problem = text_label(theme.fonts.small, "", "bad", wraps=True)
        self._problem.hide()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label)
        row.addWidget(self._field, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self._problem)
        self._field.returnPressed.connect(self.entered)

    def propose(self, name: str) -> None:
        """Fill in what the friend proposes."""
        self._proposed = name
        self._field.setText(name)

    def new_name(self) -> str:
        """Return another name than the one proposed; "" where that shall hold."""
        name = self._field.text().strip()
        return "" if name == self._proposed else name

    def show_problem(self, sentence: str) -> None:
        """Say why nobody can be called that; what was typed stays."""
        self._problem.setText(sentence)
        self._problem.show()
        self._field.setFocus()
        self._field.selectAll()
