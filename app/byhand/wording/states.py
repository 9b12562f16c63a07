"""How the state of a friend or a transfer is said: the second line of its row."""

from pathlib import PurePath

from byhand.domain.codes import Code
from byhand.domain.friend import Friend, Path, Presence, Trust
from byhand.domain.obstacle import NO_OBSTACLE, Obstacle
from byhand.domain.progress import Progress
from byhand.domain.text import filled, joined, safe_text
from byhand.domain.transfer import HELD_STATES, Direction, Transfer, TransferState
from byhand.wording.failures import code_sentence, file_problem
from byhand.wording.holding import held_line, paused_by
from byhand.wording.quantities import amount, done_of_total, number, size
from byhand.wording.translation import Translate, plain

STALLED_SECONDS = 10.0
FOLDER_CHARACTERS = 100
MANY_FILES = 100_000
"""Counting so many files takes longer than people expect."""
_S = TransferState


def presence_line(
    friend: Friend, presence: Presence, now: float, translate: Translate = plain
) -> str:
    """Return the line under a friend's name; `now` in Unix seconds."""
    if friend.trust is Trust.BLOCKED:
        return translate("wording", "Blocked")
    if friend.trust is Trust.KEY_CHANGED:
        return translate("wording", "Identity has changed")
    if friend.rival is not None:
        return translate("wording", "Who is this?")
    if friend.is_copied:
        return translate("wording", "Used on two computers")
    if presence.is_online and friend.trust is Trust.UNVERIFIED:
        return translate("wording", "Not verified yet")
    if presence.path is Path.SAME_NETWORK:
        return translate("wording", "On this network")
    if presence.path is Path.INTERNET:
        return translate("wording", "Over the internet")
    if presence.is_unreachable:
        return translate("wording", "Online, but can't be reached")
    return last_seen_line(presence.last_seen, now, translate)


def last_seen_line(last_seen: float | None, now: float, translate: Translate = plain) -> str:
    """Return when somebody was there last; both in Unix seconds."""
    if last_seen is None:
        return translate("wording", "Not seen yet")
    minutes = int(max(0.0, now - last_seen) // 60)
    if minutes < 1:
        return translate("wording", "Last seen just now")
    if minutes < 60:
        return translate("wording", "Last seen %n min ago", "", minutes)
    if minutes < 24 * 60:
        return translate("wording", "Last seen %n h ago", "", minutes // 60)
    days = minutes // (24 * 60)
    if days == 1:
        return translate("wording", "Last seen yesterday")
    return translate("wording", "Last seen %n day(s) ago", "", days)


def transfer_line(
    transfer: Transfer,
    progress: Progress | None,
    friend_name: str,
    translate: Translate = plain,
    *,
    is_online: bool = False,
    obstacle: Obstacle = NO_OBSTACLE,
    after: str = "",
) -> str:
    """Return a transfer's second line without speed and time left.

    `is_online` tells a waiting transfer's friend who is away from one being connected to;
    `obstacle` is what is in their way. `after` is the title, safe to show, of the one whose turn
    is before that of one that waits for its own.
    """
    match transfer.state:
        case _S.SCANNING | _S.QUEUED | _S.OFFERED if transfer.paused_by_me:
            return f"{paused_by(transfer, friend_name, translate)} · {amount(transfer, translate)}"
        case _S.SCANNING:
            return _counting_line(transfer, translate)
        case _S.QUEUED | _S.STALLED if obstacle is not Obstacle.NONE:
            return obstacle_line(obstacle, friend_name, translate)
        case _S.QUEUED:
            return _queued_line(friend_name, is_online, after, translate)
        case _S.OFFERED:
            return _offered_line(transfer, friend_name, translate)
        case state if state in HELD_STATES or transfer.awaits_turn:
            return held_line(
                transfer, progress, friend_name, translate, is_online=is_online, after=after
            )
        case _S.ACTIVE:
            return _moving_line(transfer, progress, translate)
        case _S.CHECKING | _S.CLOSING | _S.FINALIZING:
            return _checking_line(transfer, translate)
        case _:
            return _ended_line(transfer, friend_name, translate)


def obstacle_line(obstacle: Obstacle, friend_name: str, translate: Translate = plain) -> str:
    """Return why nothing goes to a friend; "" if nothing is in the way."""
    texts = {
        Obstacle.NONE: "",
        Obstacle.HELD: translate("wording", "Held until you say who {name} is"),
        Obstacle.NEW_IDENTITY: translate(
            "wording", "{name}'s identity has changed — nothing is sent until you pair again"
        ),
        Obstacle.UNREACHABLE: translate(
            "wording", "{name} is online but can't be reached. A firewall may be in the way"
        ),
    }
    return filled(texts[obstacle], name=friend_name)


def _counting_line(transfer: Transfer, translate: Translate) -> str:
    if transfer.total_files < MANY_FILES:
        return translate("wording", "Counting files… %n so far", "", transfer.total_files)
    return translate("wording", "Counting %n file(s) takes a while", "", transfer.total_files)


def _queued_line(friend_name: str, is_online: bool, after: str, translate: Translate) -> str:
    if is_online and after:
        return filled(translate("wording", "Next after “{title}”"), title=after)
    if is_online:
        return filled(translate("wording", "Connecting to {name}…"), name=friend_name)
    text = translate("wording", "{name} is offline — starts by itself when they're back")
    return filled(text, name=friend_name)


def _offered_line(transfer: Transfer, friend_name: str, translate: Translate) -> str:
    if transfer.direction is Direction.OUTGOING:
        if transfer.is_put_off:
            text = translate("wording", "{name} decides later")
        else:
            text = translate("wording", "Waiting for {name} to accept")
        return f"{filled(text, name=friend_name)} · {size(transfer.total_bytes, translate)}"
    if not transfer.is_counted:
        return _counting_line(transfer, translate)
    if transfer.is_put_off:
        text = translate("wording", "You decide later")
    else:
        text = translate("wording", "{name} waits for your answer")
    return f"{filled(text, name=friend_name)} · {amount(transfer, translate)}"


def _moving_line(transfer: Transfer, progress: Progress | None, translate: Translate) -> str:
    now = progress or Progress(0, transfer.total_bytes, transfer.done_files, transfer.total_files)
    if now.idle_seconds >= STALLED_SECONDS:
        idle = int(now.idle_seconds)
        return translate("wording", "No data for %n s — still trying", "", idle)
    parts = [done_of_total(now, translate)]
    if now.total_files != 1:
        text = translate("wording", "{done} of %n file(s)", "", now.total_files)
        parts.append(filled(text, done=number(now.files, translate)))
    return joined([*parts, *_unasked(transfer, translate)])


def _checking_line(transfer: Transfer, translate: Translate) -> str:
    if transfer.state is _S.CHECKING:
        text = translate("wording", "Making room for it")
        return f"{text} · {amount(transfer, translate)}"
    text = translate("wording", "Checking that every byte arrived")
    return f"{text} · {size(transfer.total_bytes, translate)}"


def _ended_line(transfer: Transfer, friend_name: str, translate: Translate) -> str:
    match transfer.state:
        case _S.DONE:
            return _done_line(transfer, translate)
        case _S.PARTLY_DONE:
            return _partly_done_line(transfer, translate)
        case _S.FAILED:
            return code_sentence(transfer.code, transfer, friend_name, translate)
        case _:
            return _given_up_line(transfer, friend_name, translate)


def _done_line(transfer: Transfer, translate: Translate) -> str:
    if transfer.direction is Direction.OUTGOING:
        delivered = translate("wording", "Delivered")
        return f"{size(transfer.total_bytes, translate)} · {delivered}"
    saved = filled(
        translate("wording", "Saved in {folder}"),
        folder=safe_text(PurePath(transfer.folder).name, FOLDER_CHARACTERS),
    )
    text = translate("wording", "Text received") if transfer.is_text else saved
    return joined([size(transfer.total_bytes, translate), text, *_unasked(transfer, translate)])


def _unasked(transfer: Transfer, translate: Translate) -> list[str]:
    return [translate("wording", "accepted by itself")] if transfer.accepted_by_policy else []


def _partly_done_line(transfer: Transfer, translate: Translate) -> str:
    arrived = translate("wording", "{done} of %n file(s) arrived", "", transfer.total_files)
    codes = {problem.code for problem in transfer.problems}
    failed = number(transfer.failed_files, translate)
    is_one_reason = len(codes) == 1
    reason = (
        file_problem(codes.pop(), translate) if is_one_reason else translate("wording", "did not")
    )
    done = filled(arrived, done=number(transfer.done_files, translate))
    return f"{done} — {failed} {reason}"


def _given_up_line(transfer: Transfer, friend_name: str, translate: Translate) -> str:
    if transfer.state is _S.WITHDRAWN and transfer.code is Code.CONNECTION_LOST:
        text = translate("wording", "{name} went offline before you answered")
        return filled(text, name=friend_name)
    texts = {
        _S.DECLINED: (
            translate("wording", "You declined"),
            translate("wording", "{name} declined"),
        ),
        _S.WITHDRAWN: (
            translate("wording", "You took it back"),
            translate("wording", "{name} took it back"),
        ),
        _S.CANCELLED: (
            translate("wording", "You cancelled"),
            translate("wording", "{name} cancelled"),
        ),
        _S.EXPIRED: (
            translate("wording", "Nobody answered in time"),
            translate("wording", "You did not answer in time"),
        ),
    }
    mine, theirs = texts[transfer.state]
    if transfer.state is _S.EXPIRED:
        return theirs if transfer.direction is Direction.INCOMING else mine
    return mine if transfer.ended_by_me else filled(theirs, name=friend_name)
