"""The top of the main pane: its title, a line that sums up, and which transfers are shown."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.progress import Progress
from byhand.domain.transfer import Direction, Transfer, TransferId
from byhand.gui.segmented import SegmentedControl
from byhand.gui.theme import Theme
from byhand.gui.transfer_list_model import Filter
from byhand.gui.transfer_row import Section, section_of
from byhand.gui.translation import translate
from byhand.gui.widgets import ElidedLabel, text_label


class Header(QWidget):
    """Shows title, summary and filter."""

    filter_chosen = Signal(object)  # Filter

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        fonts = theme.fonts
        self.summary = ElidedLabel(fonts.small, "", "secondary")
        self.summary.setObjectName("summary")
        texts = [
            translate("Header", "All"),
            translate("Header", "Active"),
            translate("Header", "Finished"),
        ]
        self._filters = list(Filter)
        self.filter = SegmentedControl(theme, translate("Header", "Show"), texts)
        self.filter.chosen.connect(lambda n: self.filter_chosen.emit(self._filters[n]))
        title = text_label(fonts.heading1, translate("Header", "Transfers"))
        title.setContentsMargins(0, 0, 0, 0)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(title)
        lines.addWidget(self.summary)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(lines, 1)
        layout.addWidget(self.filter)


def summary_line(
    transfers: Iterable[Transfer], latest: Mapping[TransferId, Progress], offers: int
) -> str:
    """Return what goes on: "2 running · 41.8 MB/s up · 18.2 MB/s down · 45 s left".

    `offers` counts those that wait for our own answer; each has a card, and no row.
    """
    moving = [t for t in transfers if section_of(t) is Section.IN_PROGRESS]
    if not moving:
        waiting = sum(section_of(t) is Section.WAITING for t in transfers)
        return _resting_line(offers, waiting)
    parts = [translate("Header", "%n running", "", len(moving))]
    up = _speed(moving, latest, Direction.OUTGOING)
    down = _speed(moving, latest, Direction.INCOMING)
    if up > 0:
        parts.append(translate("Header", "{speed} up").format(speed=wording.speed(up)))
    if down > 0:
        parts.append(translate("Header", "{speed} down").format(speed=wording.speed(down)))
    left = [latest[t.id].seconds_left for t in moving if t.id in latest]
    known = [seconds for seconds in left if seconds is not None]
    if known:
        parts.append(wording.time_left(max(known), translate))
    return " · ".join(parts)


def _resting_line(offers: int, waiting: int) -> str:
    parts = []
    if offers:
        parts.append(translate("Header", "%n waiting for your answer", "", offers))
    if waiting:
        parts.append(translate("Header", "%n waiting", "", waiting))
    return " · ".join(parts) or translate("Header", "Nothing on the way")


def _speed(
    moving: list[Transfer], latest: Mapping[TransferId, Progress], direction: Direction
) -> float:
    return sum(
        latest[transfer.id].bytes_per_second
        for transfer in moving
        if transfer.direction is direction and transfer.id in latest
    )
