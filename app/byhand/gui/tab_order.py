"""Keeps the Tab key going where the eye goes, though parts come and go."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_tab_order_after(first: QWidget, parts: Iterable[QWidget]) -> None:
    """Let Tab lead from one widget through parts and what is in them, then on as before."""
    before = first
    for part in parts:
        for widget in (part, *part.findChildren(QWidget)):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, widget)
                before = widget
