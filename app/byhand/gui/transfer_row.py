"""What a transfer's row in the queue says and shows, as plain values."""

import time
from dataclasses import dataclass
from enum import Enum, StrEnum
from pathlib import PurePath

from byhand import wording
from byhand.domain.progress import Progress
from byhand.domain.text import safe_text
from byhand.domain.transfer import Direction, Transfer, TransferState
from byhand.gui.translation import translate

TITLE_CHARACTERS = 200
_S = TransferState


class Section(Enum):
    """The parts of the queue, from top to bottom."""

    IN_PROGRESS = 0
    WAITING = 1
    FINISHED = 2


class Tone(StrEnum):
    """The colour that a line, an icon or a bar speaks in; never its only sign."""

    PLAIN = "plain"
    ACCENT = "accent"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    IDLE = "idle"


class Action(Enum):
    """What a row's buttons do."""

    SHOW_IN_FOLDER = 0
    SEND_AGAIN = 1
    TRY_AGAIN = 2
    CANCEL = 3
    REMOVE = 4


@dataclass(frozen=True, slots=True)
class Bar:
    """A progress bar; a fraction of None moves without telling how far."""

    tone: Tone
    fraction: float | None
    is_striped: bool = False


@dataclass(frozen=True, slots=True)
class RowLook:
    """Everything that is drawn or read aloud for one transfer."""

    kind_icon: str
    title: str
    person: str
    line: str
    line_icon: str
    tone: Tone
    bar: Bar | None
    figures: tuple[str, str]
    percent: str
    stamp: str
    actions: tuple[Action, ...]
    is_dimmed: bool
    spoken: str


def section_of(transfer: Transfer) -> Section:
    """Return the part of the queue that a transfer belongs to."""
    if transfer.is_final:
        return Section.FINISHED
    if transfer.state in (_S.QUEUED, _S.OFFERED):
        return Section.WAITING
    return Section.IN_PROGRESS


def has_bar(transfer: Transfer) -> bool:
    """Say whether a transfer's row shows a progress bar."""
    return section_of(transfer) is Section.IN_PROGRESS


def row_look(
    transfer: Transfer,
    progress: Progress | None,
    friend_name: str,
    is_online: bool,
    *,
    short_name: str,
    is_held: bool = False,
) -> RowLook:
    """Return how a transfer looks now; its line says `short_name`, beside the whole name."""
    bar = _bar(transfer, progress)
    icon, tone = _sign(transfer, is_online, is_held)
    title = safe_text(transfer.title, TITLE_CHARACTERS)
    line = wording.transfer_line(
        transfer, progress, short_name, translate, is_online=is_online, is_held=is_held
    )
    figures = _figures(transfer, progress)
    person = _person(transfer, friend_name)
    percent = percent_text(bar.fraction) if bar else ""
    is_idle = progress is not None and progress.idle_seconds >= wording.STALLED_SECONDS
    return RowLook(
        kind_icon=_kind_icon(transfer),
        title=title,
        person=person,
        line=line,
        line_icon="clock" if is_idle and transfer.state is _S.ACTIVE else icon,
        tone=tone,
        bar=bar,
        figures=figures,
        percent=percent,
        stamp=_stamp(transfer),
        actions=actions_of(transfer),
        is_dimmed=transfer.state in (_S.DECLINED, _S.WITHDRAWN, _S.EXPIRED, _S.CANCELLED),
        spoken=", ".join(part for part in (title, person, line, percent, *figures) if part),
    )


def actions_of(transfer: Transfer) -> tuple[Action, ...]:
    """Return what can be done with a transfer right now, in the order of the buttons."""
    if not transfer.is_final:
        return (Action.CANCEL,)
    is_outgoing = transfer.direction is Direction.OUTGOING
    match transfer.state:
        case _S.DONE | _S.PARTLY_DONE if not is_outgoing:
            return (Action.SHOW_IN_FOLDER, Action.REMOVE)
        case _S.FAILED | _S.PARTLY_DONE if is_outgoing:
            return (Action.TRY_AGAIN, Action.REMOVE)
        case _ if is_outgoing:
            return (Action.SEND_AGAIN, Action.REMOVE)
        case _:
            return (Action.REMOVE,)


def percent_text(fraction: float | None) -> str:
    """Return how far a bar is: "62%", never 100% before it is; "" while that is not known."""
    return "" if fraction is None else f"{int(fraction * 100)}%"


def action_icon(action: Action) -> str:
    """Return a button's icon; taking a row off the list is no dustbin: files stay."""
    return {
        Action.SHOW_IN_FOLDER: "folder-open",
        Action.SEND_AGAIN: "send",
        Action.TRY_AGAIN: "rotate-cw",
        Action.CANCEL: "x",
        Action.REMOVE: "x",
    }[action]


def action_name(action: Action, title: str) -> str:
    """Return a button's full name, as a screen reader says it: "Cancel: Summer 2026"."""
    return translate("TransferList", "{action}: {title}").format(
        action=action_text(action), title=title
    )


def action_text(action: Action) -> str:
    """Return what a button does, as its tool tip says it."""
    return {
        Action.SHOW_IN_FOLDER: translate("TransferList", "Show in folder"),
        Action.SEND_AGAIN: translate("TransferList", "Send again"),
        Action.TRY_AGAIN: translate("TransferList", "Try again"),
        Action.CANCEL: translate("TransferList", "Cancel"),
        Action.REMOVE: translate("TransferList", "Remove from this list"),
    }[action]


def section_title(section: Section) -> str:
    """Return the heading over a part of the queue."""
    return {
        Section.IN_PROGRESS: translate("TransferList", "In progress"),
        Section.WAITING: translate("TransferList", "Waiting"),
        Section.FINISHED: translate("TransferList", "Finished"),
    }[section]


_KIND_ICONS = {
    "archive": "7z bz2 gz rar tar tgz xz zip zst",
    "file-text": "doc docx epub md odt pdf rtf tex txt",
    "film": "avi m4v mkv mov mp4 mpeg mpg webm",
    "image": "avif bmp gif heic jpeg jpg png raw svg tif tiff webp",
    "music": "aac aiff flac m4a mp3 oga ogg opus wav",
}
_ICON_OF_SUFFIX = {
    suffix: icon for icon, suffixes in _KIND_ICONS.items() for suffix in suffixes.split()
}


def _kind_icon(transfer: Transfer) -> str:
    if transfer.is_folder:
        return "folder"
    suffix = PurePath(transfer.title).suffix.removeprefix(".").lower()
    return _ICON_OF_SUFFIX.get(suffix, "file")


def _person(transfer: Transfer, friend_name: str) -> str:
    if transfer.direction is Direction.OUTGOING:
        return translate("TransferList", "to {name}").format(name=friend_name)
    return translate("TransferList", "from {name}").format(name=friend_name)


def _sign(transfer: Transfer, is_online: bool, is_held: bool) -> tuple[str, Tone]:
    if transfer.state is _S.QUEUED and is_held:
        return "shield-alert", Tone.BAD
    if transfer.state is _S.QUEUED and not is_online:
        return "wifi-off", Tone.PLAIN
    return {
        _S.SCANNING: ("", Tone.PLAIN),
        _S.QUEUED: ("clock", Tone.PLAIN),
        _S.OFFERED: ("clock", Tone.PLAIN),
        _S.CHECKING: ("", Tone.PLAIN),
        _S.ACTIVE: ("", Tone.PLAIN),
        _S.CLOSING: ("shield-check", Tone.ACCENT),
        _S.FINALIZING: ("shield-check", Tone.ACCENT),
        _S.DONE: ("circle-check", Tone.GOOD),
        _S.PARTLY_DONE: ("triangle-alert", Tone.WARNING),
        _S.DECLINED: ("ban", Tone.PLAIN),
        _S.WITHDRAWN: ("ban", Tone.PLAIN),
        _S.EXPIRED: ("clock", Tone.PLAIN),
        _S.CANCELLED: ("ban", Tone.PLAIN),
        _S.FAILED: ("triangle-alert", Tone.BAD),
    }[transfer.state]


def _bar(transfer: Transfer, progress: Progress | None) -> Bar | None:
    match transfer.state:
        case _S.SCANNING | _S.CHECKING:
            return Bar(Tone.ACCENT, None)
        case _S.ACTIVE:
            is_stalled = progress is not None and progress.idle_seconds >= wording.STALLED_SECONDS
            return Bar(Tone.ACCENT, _fraction(progress), is_stalled)
        case _S.CLOSING | _S.FINALIZING:
            return Bar(Tone.ACCENT, 1.0)
        case _:
            return None


def _fraction(progress: Progress | None) -> float:
    if progress is None or progress.total_bytes <= 0:
        return 0.0
    return min(1.0, progress.bytes / progress.total_bytes)


def _figures(transfer: Transfer, progress: Progress | None) -> tuple[str, str]:
    if transfer.state is not _S.ACTIVE or progress is None:
        return "", ""
    if progress.idle_seconds >= wording.STALLED_SECONDS:
        return "", ""
    left = wording.time_left(progress.seconds_left, translate)
    return wording.speed(progress.bytes_per_second), left


def _stamp(transfer: Transfer) -> str:
    if not transfer.is_final or not transfer.ended_at or transfer.state is _S.FAILED:
        return ""
    return time.strftime("%H:%M", time.localtime(transfer.ended_at))
