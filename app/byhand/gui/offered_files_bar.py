"""Above the files of a large offer: a field to find some, and the order they come in."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from byhand import wording
from byhand.domain.file_query import EVERY_FILE, TEXT_LIMIT, FileQuery
from byhand.domain.text import filled
from byhand.gui.check_box import CheckBox
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import text_label

TYPING_MS = 200
"""What is looked for is asked once the user pauses."""


class OfferedFilesBar(QWidget):
    """Says what is looked for; Down leads to what was found, Esc takes the words away."""

    query_changed = Signal(object)  # FileQuery
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._query = EVERY_FILE
        self._field = QLineEdit()
        self._field.setObjectName("offered-filter")
        self._field.setMaxLength(TEXT_LIMIT)
        self._field.setClearButtonEnabled(True)
        name = translate("Review", "Find a file")
        self._field.setPlaceholderText(name)
        self._field.setAccessibleName(name)
        self._largest = CheckBox(theme, translate("Review", "Largest first"))
        self._largest.setObjectName("offered-largest")
        self._found = text_label(theme.fonts.small, "", "secondary")
        self._found.setObjectName("offered-found")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._field, 1)
        layout.addWidget(self._found)
        layout.addWidget(self._largest)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_MS)
        self._pause.timeout.connect(self._say)
        self._field.textChanged.connect(lambda _: self._pause.start())
        self._largest.toggled.connect(self._say)

    def show_found(self, count: int | None) -> None:
        """Show how many were found; None while nobody knows, and nothing if none are looked for."""
        is_wanted = bool(self._query.wanted) and count is not None
        text = ""
        if is_wanted and count == 0:
            text = translate("Review", "Nothing found")
        elif is_wanted and count is not None:
            text = filled(
                translate("Review", "{count} found"), count=wording.number(count, translate)
            )
        self._found.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead to the files, or take back what was typed before the dialog is left."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._say()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self._field.text():
            self._field.clear()
            self._say()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        self._pause.stop()
        query = FileQuery(self._field.text().strip(), largest_first=self._largest.isChecked())
        if query != self._query:
            self._query = query
            self.query_changed.emit(query)
