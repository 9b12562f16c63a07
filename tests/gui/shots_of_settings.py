"""Makes pictures of the first run, the settings and the review: python -m … FOLDER."""

import sys
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from byhand.gui.theme import Theme
from tests.gui.shots import _save, _window
from tests.helpers.fake_service import PROFILE, FakeService

LOOKS = (("light", 10.0), ("dark", 10.0), ("high-contrast", 10.0), ("light", 14.0))


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    theme = Theme(application, 10.0)
    for scheme, points in LOOKS:
        theme.set_system_scheme(scheme)
        theme.set_points(points)
        _shoot(theme, folder, f"{scheme}-{points:.0f}")
    theme.set_points(10.0)
    theme.set_system_scheme("light")
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    _shoot(theme, folder, "mirrored")


def _shoot(theme: Theme, folder: Path, look: str) -> None:
    window = _window(theme, FakeService(replace(PROFILE, is_new=True)))
    _save(dialog_of(window, "first-run"), folder / f"first-run-{look}.png")
    window.close()


def dialog_of(window: QWidget, name: str) -> QWidget:
    dialog = window.findChild(QWidget, name)
    assert dialog is not None, name
    return dialog


if __name__ == "__main__":
    main(Path(sys.argv[1]))
