"""Short questions to the user; each opens, reports and blocks nothing."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import push_button, text_label


def ask(
    theme: Theme,
    parent: QWidget,
    title: str,
    explanation: str,
    verb: str,
    answer: Callable[[], object],
    other: tuple[str, Callable[[], object]] | None = None,
) -> None:
    """Open a question with one verb and a way out; `answer` is called for the verb.

    `other` is a second verb with its own answer.
    """
    dialog = _dialog(theme, parent, title, explanation)
    dialog.accepted.connect(answer)
    if other is None:
        _finish(dialog, verb)
        return
    other_verb, other_answer = other
    button = push_button(other_verb)
    button.setObjectName("question-other")
    button.clicked.connect(dialog.reject)
    button.clicked.connect(other_answer)
    _finish(dialog, verb, button)


def tell(theme: Theme, parent: QWidget, title: str, explanation: str) -> None:
    """Open a sentence that the user should know."""
    dialog = _dialog(theme, parent, title, explanation)
    close = push_button(translate("Questions", "Close"), "primary")
    close.setObjectName("question-close")
    close.clicked.connect(dialog.accept)
    _finish_with(dialog, close)


def ask_name(
    theme: Theme,
    parent: QWidget,
    title: str,
    explanation: str,
    name: str,
    answer: Callable[[str], None],
    verb: str = "",
) -> None:
    """Open a question for a name; `answer` gets what was typed, unless it is empty."""
    dialog = _dialog(theme, parent, title, explanation)
    field = QLineEdit(name)
    field.setObjectName("name-field")
    field.setAccessibleName(title)
    field.selectAll()
    layout = dialog.layout()
    assert layout is not None
    layout.addWidget(field)

    def done() -> None:
        if field.text().strip():
            answer(field.text().strip())

    dialog.accepted.connect(done)
    field.returnPressed.connect(dialog.accept)
    _finish(dialog, verb or translate("Questions", "Rename"))
    field.setFocus()


def _dialog(theme: Theme, parent: QWidget, title: str, explanation: str) -> QDialog:
    dialog = QDialog(parent)
    dialog.setObjectName("question")
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 22, 24, 18)
    layout.setSpacing(10)
    layout.addWidget(text_label(theme.fonts.heading2, title, wraps=True))
    if explanation:
        layout.addWidget(text_label(theme.fonts.body, explanation, "secondary", wraps=True))
    dialog.setMinimumWidth(theme.fonts.body.height * 24)
    return dialog


def _finish(dialog: QDialog, verb: str, *others: QPushButton) -> None:
    way_out = push_button(translate("Questions", "Keep as it is"), "flat")
    way_out.setObjectName("question-no")
    way_out.clicked.connect(dialog.reject)
    go = push_button(verb, "primary")
    go.setObjectName("question-yes")
    go.clicked.connect(dialog.accept)
    _finish_with(dialog, way_out, *others, go)


def _finish_with(dialog: QDialog, *buttons: QPushButton) -> None:
    row = QHBoxLayout()
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    layout = dialog.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.addSpacing(8)
    layout.addLayout(row)
    dialog.open()
