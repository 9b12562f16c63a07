"""The box that says why the window cannot open, and offers what may mend that."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from byhand.gui.translation import translate


def open_problem_box(sentence: str, remedy: str, closed: Callable[[bool], None]) -> QMessageBox:
    """Open the box; `closed` gets whether the button called `remedy` was chosen.

    Without a remedy there is only a way out.
    """
    box = QMessageBox(QMessageBox.Icon.Critical, translate("MainWindow", "Byhand"), sentence)
    box.setObjectName("problem")
    box.setTextFormat(Qt.TextFormat.PlainText)
    way_out = box.addButton(QMessageBox.StandardButton.Close)
    box.setDefaultButton(way_out)
    mending = None
    if remedy:
        mending = box.addButton(remedy, QMessageBox.ButtonRole.AcceptRole)
    box.finished.connect(
        lambda: closed(mending is not None and box.clickedButton() is mending),
    )
    box.open()
    return box
