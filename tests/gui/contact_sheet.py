"""Makes every picture of the window, and one sheet of all in light and dark.

python -m tests.gui.contact_sheet FOLDER
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from math import ceil
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

HERE = Path(__file__).parent
SHEET = "contact-sheet.png"
COLUMNS = 4
CELL = QSize(560, 420)
LABEL = 28
GAP = 12
GROUND = 0xFF8A8D94
OTHER_LOOKS = ("14", "high-contrast", "right-to-left", "rtl", "mirrored", "narrow", "large-font")
"""What is in a picture's name that is neither plain light nor plain dark."""


def main(folder: Path) -> None:
    """Make the pictures of each module in a folder of its own, then the sheet."""
    for module in sorted(HERE.glob("*shots*.py")):
        _make(module.stem, folder / module.stem)
    pictures = sorted(path for path in folder.rglob("*.png") if path.name != SHEET)
    plain = [path for path in pictures if is_plain(path.stem)]
    QGuiApplication(sys.argv[:1])
    sheet = sheet_of(plain)
    sheet.save(str(folder / SHEET))
    print(f"{len(pictures)} pictures, {len(plain)} of them in {folder / SHEET}")


def is_plain(name: str) -> bool:
    """Say whether a picture shows the light or the dark look at its usual size."""
    parts = name.split("-")
    is_light_or_dark = "light" in parts or "dark" in parts
    return is_light_or_dark and not any(look in name for look in OTHER_LOOKS)


def sheet_of(pictures: Sequence[Path]) -> QImage:
    """Return the pictures side by side, each under its name, at most as large as a cell."""
    rows = ceil(len(pictures) / COLUMNS)
    step = CELL + QSize(GAP, LABEL + GAP)
    sheet = QImage(COLUMNS * step.width() + GAP, rows * step.height() + GAP, _FORMAT)
    sheet.fill(GROUND)
    painter = QPainter(sheet)
    for number, path in enumerate(pictures):
        row, column = divmod(number, COLUMNS)
        x, y = GAP + column * step.width(), GAP + row * step.height()
        painter.drawText(QRect(x, y, CELL.width(), LABEL), _LEFT, path.stem)
        picture = QImage(str(path))
        if picture.width() > CELL.width() or picture.height() > CELL.height():
            picture = picture.scaled(CELL, _WHOLE, Qt.TransformationMode.SmoothTransformation)
        painter.drawImage(x, y + LABEL, picture)
    painter.end()
    return sheet


_FORMAT = QImage.Format.Format_RGB32
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WHOLE = Qt.AspectRatioMode.KeepAspectRatio


def _make(module: str, folder: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", f"tests.gui.{module}", str(folder)]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    main(Path(sys.argv[1]))
