"""Why a transfer that is not over does not move, and who acts next."""

from byhand.domain.codes import Code
from byhand.domain.progress import Progress
from byhand.domain.text import filled, joined
from byhand.domain.transfer import Direction, Transfer, TransferState
from byhand.wording.quantities import done_of_total, size
from byhand.wording.translation import Translate, plain


def held_line(
    transfer: Transfer,
    progress: Progress | None,
    friend_name: str,
    translate: Translate = plain,
    *,
    is_online: bool = False,
    after: str = "",
) -> str:
    """Return the line of a transfer that was accepted and waits: for somebody, room or its turn."""
    match transfer.state:
        case TransferState.BLOCKED:
            return _blocked_line(transfer, friend_name, translate)
        case TransferState.PAUSED:
            parts = [paused_by(transfer, friend_name, translate), *_kept(progress, translate)]
        case TransferState.ACTIVE:
            why = _turn_line(transfer, friend_name, after, translate)
            parts = [why, _far(transfer, progress, translate)]
        case _:
            why = _away_line(friend_name, is_online, translate)
            parts = [why, _far(transfer, progress, translate)]
    return joined(parts)


def paused_by(transfer: Transfer, friend_name: str, translate: Translate = plain) -> str:
    """Return who holds a transfer: "Paused by you", by a friend, or by both."""
    if not transfer.paused_by_friend:
        return translate("wording", "Paused by you")
    if not transfer.paused_by_me:
        return filled(translate("wording", "Paused by {name}"), name=friend_name)
    return filled(translate("wording", "Paused by you and {name}"), name=friend_name)


def _far(transfer: Transfer, progress: Progress | None, translate: Translate) -> str:
    return done_of_total(progress, translate) if progress else size(transfer.total_bytes, translate)


def _kept(progress: Progress | None, translate: Translate) -> list[str]:
    if progress is None or not progress.total_bytes:
        return []
    percent = 100 * progress.bytes // progress.total_bytes
    return [filled(translate("wording", "{percent} % kept"), percent=percent)]


def _away_line(friend_name: str, is_online: bool, translate: Translate) -> str:
    if is_online:
        return filled(translate("wording", "Connecting to {name}…"), name=friend_name)
    text = translate("wording", "{name} is offline — continues by itself")
    return filled(text, name=friend_name)


def _turn_line(transfer: Transfer, friend_name: str, after: str, translate: Translate) -> str:
    """Say that others go first; only the sender knows which."""
    if transfer.direction is Direction.INCOMING:
        text = translate("wording", "{name} sends something else first")
        return filled(text, name=friend_name)
    if after:
        return filled(translate("wording", "Next after “{title}”"), title=after)
    return translate("wording", "Waits for its turn")


def _blocked_line(transfer: Transfer, friend_name: str, translate: Translate) -> str:
    is_incoming = transfer.direction is Direction.INCOMING
    if transfer.code is not Code.DISK_FULL:
        mine = translate("wording", "Your disk does not take it — goes on by itself once it does")
        theirs = translate(
            "wording", "{name}'s disk does not take it — goes on by itself once it does"
        )
    elif transfer.missing_bytes:
        mine = translate("wording", "Your disk is full — free {missing} and it goes on by itself")
        theirs = translate(
            "wording", "{name}'s disk is full — {missing} more needed, goes on by itself"
        )
    else:
        mine = translate("wording", "Your disk is full — goes on by itself once there is room")
        theirs = translate(
            "wording", "{name}'s disk is full — goes on by itself once there is room"
        )
    text = mine if is_incoming else theirs
    return filled(text, name=friend_name, missing=size(transfer.missing_bytes, translate))
