"""How files are chosen where the desktop has no dialog of its own for it."""

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog, QHeaderView
from pytestqt.qtbot import QtBot

from byhand.gui.theme import Theme


def test_the_head_of_the_list_is_no_hole(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = QFileDialog(None, "", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.show()
    (header,) = dialog.findChildren(QHeaderView)
    ground = dialog.grab().toImage().pixelColor(header.mapTo(dialog, QPoint(2, 2)))
    assert abs(ground.lightness() - theme.palette.surface.lightness()) < 20
