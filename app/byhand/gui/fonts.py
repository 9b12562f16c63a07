"""The window's fonts: one family, two weights, sizes relative to the user's own."""

from msgspec import Struct
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from byhand.gui.palette import Metrics
from byhand.resources import resource_path

FAMILY = "Inter"
SMALLEST_POINTS = 10.0
KEPT_TEXTS = 4096


class Face:
    """A font with its measures; remembers how texts were shortened, as rows say the same again."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self.height = self.metrics.height()
        self.points = font.pointSizeF()
        self._elided: dict[tuple[str, int, bool], str] = {}
        self._widths: dict[str, int] = {}

    def elided(self, text: str, width: int, *, keeps_end: bool = False) -> str:
        """Return text shortened with "…" to a width in pixels.

        What `keeps_end` loses its middle: a file's name, whose extension says what it is.
        """
        found = self._elided.get((text, width, keeps_end))
        if found is None:
            if len(self._elided) >= KEPT_TEXTS:
                self._elided.clear()
            mode = Qt.TextElideMode.ElideMiddle if keeps_end else Qt.TextElideMode.ElideRight
            found = self.metrics.elidedText(text, mode, max(0, width))
            self._elided[text, width, keeps_end] = found
        return found

    def folded(self, text: str, width: int) -> tuple[str, ...]:
        """Return text as one line or two equal ones of a width in pixels, broken between words.

        What does not fit is left out at the end of the first line, so that both ends of a
        sentence can be read.
        """
        # A text's own width is rounded: only with a pixel more does it surely fit.
        if self.width(text) < width:
            return (text,)
        words = text.split(" ")
        if len(words) == 1:
            return (self.elided(text, width),)
        breaks = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
        best = min(breaks, key=lambda lines: max(map(self.width, lines)))
        if max(map(self.width, best)) < width:
            return best
        end_fits = [lines for lines in breaks if self.width(lines[1]) < width]
        first, second = end_fits[0] if end_fits else breaks[-1]
        return self.elided(first, width), self.elided(second, width)

    def width(self, text: str) -> int:
        """Return a text's width in pixels."""
        found = self._widths.get(text)
        if found is None:
            if len(self._widths) >= KEPT_TEXTS:
                self._widths.clear()
            found = self._widths[text] = self.metrics.horizontalAdvance(text)
        return found


class Fonts(Struct, frozen=True):
    """Every font of the window; changing numbers are set in the `figures` faces."""

    body: Face
    strong: Face
    small: Face
    small_strong: Face
    figures: Face
    strong_figures: Face
    heading1: Face
    heading2: Face
    digits: Face
    code: Face


def load_font_files() -> None:
    """Make the fonts of `resources/fonts` known to Qt."""
    for path in sorted(resource_path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFontFromData(QByteArray(path.read_bytes()))


def make_fonts(points: float, metrics: Metrics) -> Fonts:
    """Return the fonts for a user whose own font has `points`."""
    demi = QFont.Weight.DemiBold
    normal = QFont.Weight.Normal
    return Fonts(
        body=_face(points, normal),
        strong=_face(points, demi),
        small=_face(points * metrics.small, normal),
        small_strong=_face(points * metrics.small, demi),
        figures=_face(points * metrics.small, normal, has_even_figures=True),
        strong_figures=_face(points, demi, has_even_figures=True),
        heading1=_face(points * metrics.heading1, demi),
        heading2=_face(points * metrics.heading2, demi),
        digits=_face(points * metrics.heading1, demi, has_even_figures=True),
        code=_face(points * metrics.code, demi, has_even_figures=True),
    )


def _face(points: float, weight: QFont.Weight, *, has_even_figures: bool = False) -> Face:
    font = QFont(FAMILY)
    font.setPointSizeF(points)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if has_even_figures:
        # A changing number must not make its line tremble.
        font.setFeature(QFont.Tag("tnum"), 1)
    return Face(font)
