"""Says that the run before this one was cut off, and that nothing is lost."""

from byhand.domain.events import ClosedUnexpectedly
from byhand.gui.desktop_orders import DesktopOrders
from byhand.gui.main_window import MainWindow
from byhand.gui.notices import show_notice
from byhand.gui.translation import translate


def show_crash(window: MainWindow, desktop: DesktopOrders, crash: ClosedUnexpectedly) -> None:
    """Show it until it is taken away; its button opens the folder of the log."""
    show_report = translate("Notice", "Show report"), lambda: desktop.open_file(crash.report)
    text = _sentence(crash.going_on)
    icon = ("triangle-alert", "warn")
    show_notice(window, ClosedUnexpectedly, icon, text, show_report, lasting_ms=0)


def _sentence(going_on: int) -> str:
    if going_on == 0:
        return translate("Notice", "Byhand closed unexpectedly. Nothing is lost")
    if going_on == 1:
        return translate("Notice", "Byhand closed unexpectedly. One transfer continues now")
    return translate(
        "Notice", "Byhand closed unexpectedly. %n transfer(s) continue now", "", going_on
    )
