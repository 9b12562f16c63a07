"""The look of the window: colours, fonts, icons and measures, changed in one place."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from byhand.gui.fonts import SMALLEST_POINTS, Fonts, load_font_files, make_fonts
from byhand.gui.icons import Icons
from byhand.gui.palette import Metrics, Palette, Scheme, load_metrics, load_palette
from byhand.gui.pixmap_cache import PixmapCache
from byhand.gui.stylesheet import stylesheet


class Theme(QObject):
    """Holds the present look and applies it to the application; everything is read when made."""

    changed = Signal()

    def __init__(self, application: QApplication, points: float | None = None) -> None:
        super().__init__(application)
        self._application = application
        self._palettes = {scheme: load_palette(scheme) for scheme in Scheme}
        self._appearance = "system"
        self._system_scheme: Scheme | None = None
        load_font_files()
        self.metrics: Metrics = load_metrics()
        self.icons = Icons(self.metrics.icon_stroke)
        self.cards = PixmapCache()
        own = application.font().pointSizeF()
        self.fonts: Fonts = make_fonts(points or max(own, SMALLEST_POINTS), self.metrics)
        self.palette: Palette = self._palettes[Scheme.LIGHT]
        self.scheme = Scheme.LIGHT
        application.setStyle("Fusion")
        application.setFont(self.fonts.body.font)
        application.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    def set_appearance(self, appearance: str) -> None:
        """Follow the user's choice: one of domain.appearance.APPEARANCES."""
        self._appearance = appearance
        self._apply()

    def set_system_scheme(self, scheme: str) -> None:
        """Follow what the desktop says: "light", "dark", "high-contrast", or "" for nothing."""
        self._system_scheme = Scheme(scheme) if scheme else None
        self._apply()

    def set_points(self, points: float) -> None:
        """Make every font anew from the size of the user's own; for windows opened later."""
        self.fonts = make_fonts(points, self.metrics)
        self._application.setFont(self.fonts.body.font)
        self._application.setStyleSheet(stylesheet(self.palette, self.metrics, self.fonts))

    def ratio(self) -> float:
        """Return how many device pixels one logical pixel has."""
        return self._application.devicePixelRatio()

    def _apply(self) -> None:
        scheme = self._wanted()
        if scheme is self.scheme and self._application.styleSheet():
            return
        self.scheme = scheme
        self.palette = self._palettes[scheme]
        self._application.setPalette(_qt_palette(self.palette))
        self._application.setStyleSheet(stylesheet(self.palette, self.metrics, self.fonts))
        self.changed.emit()

    def _wanted(self) -> Scheme:
        if self._system_scheme is Scheme.HIGH_CONTRAST:
            return Scheme.HIGH_CONTRAST
        if self._appearance != "system":
            return Scheme(self._appearance)
        if self._system_scheme is not None:
            return self._system_scheme
        hinted = self._application.styleHints().colorScheme()
        return Scheme.DARK if hinted is Qt.ColorScheme.Dark else Scheme.LIGHT


def _qt_palette(colours: Palette) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.sidebar,
        role.Text: colours.text,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.PlaceholderText: colours.text_tertiary,
        role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.text,
        role.Link: colours.accent_text,
        role.Accent: colours.accent,
        role.Mid: colours.border_strong,
        role.Dark: colours.border_strong,
        role.Light: colours.surface,
        role.Midlight: colours.border,
        role.Shadow: QColor(0, 0, 0, 60),
    }.items():
        palette.setColor(name, colour)
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, colours.idle)
    return palette
