"""What a row of the history says and shows, as plain values."""

import time
from datetime import date, timedelta

from msgspec import Struct
from PySide6.QtCore import QDate, QLocale

from byhand import wording
from byhand.domain.history import HistoryItem
from byhand.domain.history_events import CheckedAgain, CheckingAgain
from byhand.domain.text import filled
from byhand.domain.transfer import Direction, TransferState
from byhand.gui.history_actions import Check, HistoryAction, Known, actions_of, is_gone
from byhand.gui.transfer_row import Tone, shown_title, transfer_icon
from byhand.gui.translation import translate

_S = TransferState
_GIVEN_UP = frozenset({_S.DECLINED, _S.WITHDRAWN, _S.EXPIRED, _S.CANCELLED})


class HistoryLook(Struct, frozen=True):
    """Everything that is drawn or read aloud for one transfer that has ended."""

    time: str
    way: str
    way_icon: str
    title: str
    kind_icon: str
    person: str
    size: str
    result: str
    result_icon: str
    tone: Tone
    is_dimmed: bool
    actions: tuple[HistoryAction, ...]
    spoken: str


class HistoryRow(Struct, frozen=True):
    """A transfer in the list."""

    item: HistoryItem
    known: Known
    look: HistoryLook


class DayRow(Struct, frozen=True):
    """A heading: "Yesterday"; `spoken` has the count, too."""

    text: str
    count: int
    spoken: str


def history_row(item: HistoryItem, known: Known, names: tuple[str, str], today: date) -> HistoryRow:
    """Return how an item looks now; `names` are the friend's, and what is said beside it."""
    person, short_name = names
    transfer = item.transfer
    is_incoming = transfer.direction is Direction.INCOMING
    ended = time.localtime(transfer.ended_at)
    day = day_text(date(*ended[:3]), today)
    clock = time.strftime("%H:%M", ended)
    title = shown_title(transfer)
    size = wording.size(transfer.total_bytes, translate)
    result, icon, tone = _result(item, known, short_name)
    who = translate("History", "from {name}") if is_incoming else translate("History", "to {name}")
    parts = (title, filled(who, name=person), size, result, day, clock)
    look = HistoryLook(
        time=clock,
        way=translate("History", "Received") if is_incoming else translate("History", "Sent"),
        way_icon="arrow-down" if is_incoming else "arrow-up",
        title=title,
        kind_icon=transfer_icon(transfer),
        person=person,
        size=size,
        result=result,
        result_icon=icon,
        tone=tone,
        is_dimmed=transfer.state in _GIVEN_UP or is_gone(item, known),
        actions=actions_of(item, known),
        spoken=", ".join(parts),
    )
    return HistoryRow(item, known, look)


def day_text(day: date, today: date) -> str:
    """Return what a day is called: "Today", "Yesterday", or its date as the reader writes it."""
    if day == today:
        return translate("History", "Today")
    if day == today - timedelta(days=1):
        return translate("History", "Yesterday")
    shown = QDate(day.year, day.month, day.day)
    return QLocale().toString(shown, QLocale.FormatType.LongFormat)


def day_row(day: date, count: int, today: date) -> DayRow:
    """Return the heading over what ended on a day."""
    text = day_text(day, today)
    count_text = translate("History", "%n transfer(s)", "", count)
    return DayRow(text, count, f"{text}, {count_text}")


def _result(item: HistoryItem, known: Known, name: str) -> tuple[str, str, Tone]:
    """Return what has become of it, its icon, and the tone of both."""
    if known.check is not None:
        return _checked(item, known.check)
    if is_gone(item, known):
        return translate("History", "Moved or deleted"), "circle-x", Tone.PLAIN
    transfer = item.transfer
    match transfer.state:
        case _S.DONE if transfer.direction is Direction.OUTGOING:
            return translate("History", "Delivered"), "circle-check", Tone.GOOD
        case _S.DONE:
            return translate("History", "Arrived"), "circle-check", Tone.GOOD
        case _S.PARTLY_DONE:
            text = translate("History", "{done} of %n file(s)", "", transfer.total_files)
            done = wording.number(transfer.done_files, translate)
            return filled(text, done=done), "triangle-alert", Tone.WARNING
        case _:
            line = wording.transfer_line(transfer, None, name, translate)
            is_failed = transfer.state is _S.FAILED
            return line, *(("triangle-alert", Tone.BAD) if is_failed else ("ban", Tone.PLAIN))


def _checked(item: HistoryItem, check: Check) -> tuple[str, str, Tone]:
    match check:
        case CheckingAgain():
            return wording.checking_line(check, translate), "clock", Tone.ACCENT
        case CheckedAgain():
            is_incoming = item.transfer.direction is Direction.INCOMING
            text = wording.check_result(check, is_incoming=is_incoming, translate=translate)
            is_right = not (check.missing or check.changed or check.is_signed_right is False)
            if is_right:
                return text, "shield-check", Tone.GOOD
            return text, "triangle-alert", Tone.WARNING
