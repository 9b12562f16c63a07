"""Says that the run before this one was cut off, and that nothing is lost."""

from byhand.domain.events import ClosedUnexpectedly
from byhand.gui.desktop_orders import DesktopOrders
from byhand.gui.main_window import MainWindow
from byhand.gui.notices import show_notice
from byhand.gui.translation import translate


def show_crash(window: MainWindow, desktop: DesktopOrders, crash: ClosedUnexpectedly) -> None:
    """Show it until it is taken away; its button opens the folder of the log."""
    text = translate("Notice", "Byhand closed unexpectedly. Nothing is lost")
    if crash.going_on:
        text = translate(
            "Notice",
            "Byhand closed unexpectedly. %n transfer(s) continue now",
            "",
            crash.going_on,
        )
    show_report = translate("Notice", "Show report"), lambda: desktop.open_file(crash.report)
    icon = ("triangle-alert", "warn")
    show_notice(window, ClosedUnexpectedly, icon, text, show_report, lasting_ms=0)
