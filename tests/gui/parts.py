"""Finds parts of dialogs by the names they have for tests, and what they say."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from byhand.gui.widgets import ElidedLabel

T = TypeVar("T", bound=QWidget)


def settle() -> None:
    """Let what was put into lists and layouts come to its place."""
    for _ in range(3):
        QApplication.processEvents()


def part(root: QWidget, kind: type[T], name: str) -> T:
    found = root.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def button(root: QWidget, name: str) -> QAbstractButton:
    return part(root, QAbstractButton, name)


def field(root: QWidget, name: str) -> QLineEdit:
    return part(root, QLineEdit, name)


def text_of(root: QWidget, name: str) -> str:
    return part(root, QLabel, name).text()


def texts(root: QWidget) -> list[str]:
    """Return what is said in labels that are seen, uncut."""
    settle()
    labels = [label for label in root.findChildren(QLabel) if label.isVisibleTo(root)]
    whole = (each.full_text() if isinstance(each, ElidedLabel) else each.text() for each in labels)
    return [text for text in whole if text]


def says(root: QWidget, text: str) -> bool:
    return any(text in line for line in texts(root))


def nameless(root: QWidget) -> list[str]:
    """Return what can be used and has no name for those who do not see it."""
    kinds = (QAbstractButton, QLineEdit)
    parts = [each for kind in kinds for each in root.findChildren(kind) if each.isVisibleTo(root)]
    named = (each.accessibleName() or getattr(each, "text", str)() for each in parts)
    return [each.objectName() for each, name in zip(parts, named, strict=True) if not name]
