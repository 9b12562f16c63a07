"""The part of the settings that says how fast bytes go, when at another speed, how many at once."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.limits import (
    AT_ONCE,
    EVERY_DAY,
    UNLIMITED,
    RateLimits,
    Schedule,
    at_once_meant,
    clock_meant,
    clock_written,
)
from byhand.domain.profile import Profile
from byhand.errors import UsageError
from byhand.gui.rate_field import RateField, how_to_write
from byhand.gui.setting_form import label_width
from byhand.gui.switch import Switch
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import set_tone, text_label

Typed = TypeVar("Typed", RateLimits, Schedule, int)
NIGHT = Schedule(UNLIMITED, 22 * 60, 6 * 60)
"""What is proposed: as fast as it goes while most people sleep."""


class SpeedSection(QWidget):
    """Limits for everybody together, others that hold in certain hours, and how many at once."""

    limits_chosen = Signal(object)  # RateLimits
    schedule_chosen = Signal(object)  # Schedule | None
    at_once_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._limits = UNLIMITED
        self._schedule: Schedule | None = None
        self._at_once = AT_ONCE
        self._up, self._down = _field("up"), _field("down")
        self._hours_up, self._hours_down = _field("hours-up"), _field("hours-down")
        self._count = _short(theme, translate("Speed", "Transfers at once"), "at-once")
        self._from = _short(theme, translate("Speed", "From"), "hours-from")
        self._to = _short(theme, translate("Speed", "To"), "hours-to")
        self._has_hours = Switch(theme, translate("Speed", "Other limits at certain hours"))
        self._has_hours.setObjectName("speed-has-hours")
        self._days = text_label(theme.fonts.small, "", "secondary", wraps=True)
        self._days.setObjectName("speed-days")
        self._hint = text_label(theme.fonts.small, "", "secondary", wraps=True)
        self._hint.setObjectName("speed-hint")
        self._hours = QWidget()
        self._lay_out()
        for field in (self._up, self._down):
            field.editingFinished.connect(self._say_limits)
        for part in (self._hours_up, self._hours_down, self._from, self._to):
            part.editingFinished.connect(self._say_schedule)
        self._count.editingFinished.connect(self._say_at_once)
        self._has_hours.clicked.connect(self._switch_hours)
        self._explain("")

    def label_width(self) -> int:
        """Return the width of the widest label before a field."""
        face = self._theme.fonts.body
        widths = (face.width(each.accessibleName()) for each in (self._up, self._down, self._count))
        return max(label_width(self._theme), *widths)

    def show_profile(self, profile: Profile) -> None:
        """Show what holds now; fields being typed in are left alone."""
        self._limits, self._schedule = profile.limits, profile.schedule
        self._at_once = profile.at_once
        if not self._count.hasFocus():
            self._count.setText(str(profile.at_once))
        hours = profile.schedule or NIGHT
        for field, rate in (
            (self._up, profile.limits.up),
            (self._down, profile.limits.down),
            (self._hours_up, hours.limits.up),
            (self._hours_down, hours.limits.down),
        ):
            if not field.hasFocus():
                field.show_rate(rate)
        for clock, minute in ((self._from, hours.from_minute), (self._to, hours.to_minute)):
            if not clock.hasFocus():
                clock.setText(clock_written(minute))
        self._has_hours.setChecked(profile.schedule is not None)
        self._hours.setVisible(profile.schedule is not None)
        is_every_day = hours.days == EVERY_DAY
        self._days.setText("" if is_every_day else wording.hours_line(hours, translate))
        self._days.setVisible(not is_every_day)

    def _say_limits(self) -> None:
        limits = self._typed(lambda: RateLimits(self._up.rate(), self._down.rate()))
        if limits is not None and limits != self._limits:
            self.limits_chosen.emit(limits)

    def _say_schedule(self) -> None:
        if self._schedule is None:
            return
        days = self._schedule.days
        wanted = self._typed(
            lambda: Schedule(
                RateLimits(self._hours_up.rate(), self._hours_down.rate()),
                clock_meant(self._from.text()),
                clock_meant(self._to.text()),
                days,
            )
        )
        if wanted is not None and wanted != self._schedule:
            self.schedule_chosen.emit(wanted)

    def _say_at_once(self) -> None:
        wanted = self._typed(lambda: at_once_meant(self._count.text()))
        if wanted is not None and wanted != self._at_once:
            self.at_once_chosen.emit(wanted)

    def _typed(self, read: Callable[[], Typed]) -> Typed | None:
        """Return what is typed; None, and say what is wrong, if it cannot be."""
        try:
            typed = read()
        except UsageError as error:
            self._explain(wording.error_sentence(error, translate))
            return None
        self._explain("")
        return typed

    def _switch_hours(self, is_on: bool) -> None:
        self.schedule_chosen.emit(NIGHT if is_on else None)

    def _explain(self, problem: str) -> None:
        set_tone(self._hint, "bad" if problem else "secondary")
        self._hint.setText(problem or how_to_write())

    def _lay_out(self) -> None:
        hours = self._grid(self._hours_up, self._hours_down, first_row=1)
        to = text_label(self._theme.fonts.body, translate("Speed", "to"), "secondary")
        self._add_row(hours, 0, self._from, to, self._to)
        hours.addWidget(self._days, 3, 1)
        hours.setContentsMargins(0, 0, 0, 0)
        self._hours.setLayout(hours)
        switch = QHBoxLayout()
        switch.addWidget(self._has_hours)
        switch.addStretch(1)
        usual = self._grid(self._up, self._down)
        usual.addWidget(self._hint, 2, 0, 1, 2)
        whom = translate("Speed", "to one friend; small ones never wait")
        self._add_row(usual, 3, self._count, text_label(self._theme.fonts.body, whom, "secondary"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(usual)
        layout.addLayout(switch)
        layout.addWidget(self._hours)

    def _add_row(self, grid: QGridLayout, row: int, field: QLineEdit, *others: QWidget) -> None:
        """Put a short field into a row, behind its name, and what follows it."""
        label = text_label(self._theme.fonts.body, field.accessibleName(), "secondary")
        label.setBuddy(field)
        parts = QHBoxLayout()
        parts.setSpacing(10)
        for part in (field, *others):
            parts.addWidget(part)
        parts.addStretch(1)
        grid.addWidget(label, row, 0)
        grid.addLayout(parts, row, 1)

    def _grid(self, up: RateField, down: RateField, first_row: int = 0) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, self.label_width())
        for row, field in enumerate((up, down), first_row):
            label = text_label(self._theme.fonts.body, field.accessibleName(), "secondary")
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        return grid


def _field(name: str) -> RateField:
    is_up = name.endswith("up")
    text = translate("Speed", "Send at most") if is_up else translate("Speed", "Receive at most")
    field = RateField(text)
    field.setObjectName(f"speed-{name}")
    return field


def _short(theme: Theme, text: str, name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(text)
    field.setObjectName(f"speed-{name}")
    field.setFixedWidth(theme.fonts.body.width("00:00") + 2 * theme.metrics.page_margin)
    return field
