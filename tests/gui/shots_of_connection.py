"""Pictures of the connection check: python -m tests.gui.shots_of_connection FOLDER."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from byhand.domain.events import ConnectionChecked
from byhand.gui.main_window import MainWindow
from byhand.gui.theme import Theme
from tests.gui import shots
from tests.helpers.checked_connections import ALL_FINE, CLOSED, HALF_WAY, NETWORK_TROUBLE
from tests.helpers.sample_world import FRIENDS, sample_service

STATES = {"fine": ALL_FINE, "closed": CLOSED, "half-way": HALF_WAY, "network": NETWORK_TROUBLE}
MAREK = FRIENDS["Marek Novák"][0].id


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    theme = Theme(application, 10.0)
    for scheme in ("light", "dark", "high-contrast"):
        theme.set_system_scheme(scheme)
        _shoot(theme, folder, scheme)
    theme.set_system_scheme("light")
    theme.set_points(14.0)
    _shoot(theme, folder, "light-14")
    theme.set_points(10.0)
    _shoot(theme, folder, "rtl", Qt.LayoutDirection.RightToLeft)


def _shoot(
    theme: Theme,
    folder: Path,
    look: str,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> None:
    for name, report in STATES.items():
        service = sample_service()
        window = shots._window(theme, service)
        QApplication.setLayoutDirection(direction)
        window.check_requested.emit(report.friend_id)
        service.emit(ConnectionChecked(report))
        shots._save(_part(window, "connection-check"), folder / f"check-{name}-{look}.png")
        window.close()
    window = shots._window(theme, sample_service(with_friends=False))
    QApplication.setLayoutDirection(direction)
    window.sidebar.add_requested.emit()
    shots._save(_part(window, "add-friend"), folder / f"check-nearby-{look}.png")
    window.close()


def _part(window: MainWindow, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert found is not None
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
