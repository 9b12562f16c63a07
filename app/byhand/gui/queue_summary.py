"""What goes on in the queue, in a line: for the top of the window, and for the tray."""

from collections.abc import Iterable, Mapping, Sequence

from byhand import wording
from byhand.domain.progress import Progress
from byhand.domain.text import filled, joined
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.gui.translation import translate

Latest = Mapping[TransferId, Progress]
"""How far each moving transfer is."""


def summary_line(
    in_progress: Sequence[Transfer], waiting: int, latest: Latest, offers: int, passed_on: int = 0
) -> str:
    """Return what goes on: "2 running · 41.8 MB/s up · 18.2 MB/s down · 45 s left".

    `waiting` counts those whose turn has not come, `offers` those that wait for our own answer;
    each of these has a card, and no row. `passed_on` stay here for others to fetch.
    """
    moving = _moving(in_progress)
    if not moving:
        return _resting_line(offers, waiting, len(in_progress), passed_on)
    what = (*_counts(in_progress, passed_on), *_speeds(moving, latest), *_left(moving, latest))
    return joined(what)


def short_summary(in_progress: Sequence[Transfer], latest: Latest, passed_on: int = 0) -> str:
    """Return what goes on: "2 running · 45 s left"; "" for nothing."""
    return joined((*_counts(in_progress, passed_on), *_left(_moving(in_progress), latest)))


def moving_count(in_progress: Iterable[Transfer]) -> int:
    """Return how many transfers are under way and not held."""
    return len(_moving(in_progress))


def _moving(in_progress: Iterable[Transfer]) -> list[Transfer]:
    return [each for each in in_progress if each.state is not TransferState.PAUSED]


def _counts(in_progress: Sequence[Transfer], passed_on: int) -> list[str]:
    moving = moving_count(in_progress)
    paused = len(in_progress) - moving
    parts = [translate("Header", "%n running", "", moving)] if moving else []
    parts += [translate("Header", "%n paused", "", paused)] if paused else []
    return parts + _passed_on(passed_on)


def _passed_on(count: int) -> list[str]:
    return [translate("Header", "%n passed on to others", "", count)] if count else []


def _speeds(moving: list[Transfer], latest: Latest) -> list[str]:
    ways = (
        (Direction.OUTGOING, translate("Header", "{speed} up")),
        (Direction.INCOMING, translate("Header", "{speed} down")),
    )
    speeds = ((text, _speed(moving, latest, direction)) for direction, text in ways)
    return [filled(text, speed=wording.speed(each, translate)) for text, each in speeds if each > 0]


def _speed(moving: list[Transfer], latest: Latest, direction: Direction) -> float:
    return sum(
        latest[transfer.id].bytes_per_second
        for transfer in moving
        if transfer.direction is direction and transfer.id in latest
    )


def _left(moving: list[Transfer], latest: Latest) -> list[str]:
    """Return when the last of them will be there, as far as that is known."""
    left = [latest[each.id].seconds_left for each in moving if each.id in latest]
    known = [seconds for seconds in left if seconds is not None]
    return [wording.time_left(max(known), translate)] if known else []


def _resting_line(offers: int, waiting: int, paused: int, passed_on: int) -> str:
    parts = _passed_on(passed_on)
    if paused:
        parts.append(translate("Header", "%n paused", "", paused))
    if offers:
        parts.append(translate("Header", "%n waiting for your answer", "", offers))
    if waiting:
        parts.append(translate("Header", "%n waiting", "", waiting))
    return joined(parts) or translate("Header", "Nothing on the way")
