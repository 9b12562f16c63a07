"""The part of the settings about the program itself."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from byhand import __version__
from byhand.domain.text import filled
from byhand.gui.announcer import announce
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import push_button, text_label

COPIED_MS = 3000


class AboutSection(QWidget):
    """Version, licence, and a report that can be copied and read before it is sent."""

    def __init__(self, theme: Theme, report: Callable[[], str]) -> None:
        super().__init__()
        self._make_report = report
        version = filled(translate("Settings", "Byhand {version}"), version=__version__)
        licence = translate("Settings", "Free software under the Apache License 2.0.")
        self._report = text_label(theme.fonts.small, "", "secondary", wraps=True)
        self._report.setObjectName("report")
        self._report.hide()
        self._show = push_button(translate("Settings", "Technical report"))
        self._show.setObjectName("show-report")
        self._show.setCheckable(True)
        self._copy = push_button("")
        self._copy.setObjectName("copy-report")
        self._say_copy()
        buttons = QHBoxLayout()
        buttons.addWidget(self._show)
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(text_label(theme.fonts.body, version))
        layout.addWidget(text_label(theme.fonts.small, licence, "secondary", wraps=True))
        layout.addLayout(buttons)
        layout.addWidget(self._report)
        self._show.toggled.connect(self._show_report)
        self._copy.clicked.connect(self._copy_report)

    def _show_report(self, is_shown: bool) -> None:
        self._report.setText(self._make_report())
        self._report.setVisible(is_shown)

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._make_report())
        text = translate("Settings", "Copied")
        self._copy.setText(text)
        announce(self, text)
        QTimer.singleShot(COPIED_MS, self._copy, self._say_copy)

    def _say_copy(self) -> None:
        self._copy.setText(translate("Settings", "Copy report"))
