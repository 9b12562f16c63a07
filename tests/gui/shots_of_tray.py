"""Makes pictures of the tray's icons and menu: python -m tests.gui.shots_of_tray FOLDER."""

import sys
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from byhand.domain.events import ProfileChanged
from byhand.gui.opening import open_window
from byhand.gui.palette import Scheme, load_palette
from byhand.gui.theme import Theme
from byhand.gui.tray import Tray
from byhand.gui.tray_picture import SIZES, TrayPicture
from byhand.gui.tray_status import TrayState
from tests.helpers.fake_desktop import FakeDesktop
from tests.helpers.fake_service import PROFILE
from tests.helpers.sample_world import NOW, sample_service

PANELS = ("#F0F0F0", "#202124")
ROW, GAP = 84, 10


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    theme = Theme(application, 10.0)
    _shoot_icons(folder / "tray-icons.png")
    for scheme in Scheme:
        theme.set_system_scheme(scheme)
        _shoot_menu(theme, folder / f"tray-menu-{scheme}.png")


def _shoot_icons(path: Path) -> None:
    """Draw every state in every size, on a light and on a dark panel, in the colours of each."""
    picture = TrayPicture()
    width = len(TrayState) * (sum(SIZES) + len(SIZES) * GAP + 2 * GAP)
    sheet = QPixmap(width, ROW * len(Scheme) * len(PANELS))
    painter = QPainter(sheet)
    top = 0
    for scheme in Scheme:
        for panel in PANELS:
            painter.fillRect(QRect(0, top, width, ROW), QColor(panel))
            left = GAP
            for state in TrayState:
                for size in SIZES:
                    pixmap = picture.pixmap(state, load_palette(scheme), size)
                    painter.drawPixmap(QPoint(left, top + GAP), pixmap)
                    left += size + GAP
                left += 2 * GAP
            top += ROW
    painter.end()
    sheet.save(str(path))
    print(path)


def _shoot_menu(theme: Theme, path: Path) -> None:
    service = sample_service()
    service.emit(ProfileChanged(replace(PROFILE, visible_until=NOW + 600)))
    desktop = FakeDesktop()
    window, controller = open_window(
        service, theme, desktop, lambda: NOW, "/home/mira", take_over=lambda *_: None
    )
    tray = Tray(service, window, controller.models, desktop)
    friends = tray.menu.findChild(QWidget, "tray-friends")
    assert friends is not None
    tray.menu.popup(QPoint(10, 10))
    QApplication.processEvents()
    for widget, name in ((tray.menu, path), (friends, path.with_stem(f"{path.stem}-friends"))):
        widget.adjustSize()
        widget.grab().save(str(name))
        print(name)
    tray.menu.close()
    tray.close()
    controller.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
