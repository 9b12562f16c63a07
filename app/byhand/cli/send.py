"""The commands `send` and `text`: offer things to friends and stay while they are on their way."""

import math
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from byhand.cli.error_codes import tell_error
from byhand.cli.happenings import Inbox, Stop, Tick, Typed
from byhand.cli.names import heading, person_name, short_transfer_id
from byhand.cli.orders import ExitCode, Send, SendOrder
from byhand.cli.output import Output
from byhand.cli.present import Present
from byhand.cli.reporting import TransferReporter
from byhand.cli.sent import Sent
from byhand.cli.waiting import subscribed
from byhand.domain.codes import Code
from byhand.domain.events import OrderFailed
from byhand.domain.friend import Friend, Trust
from byhand.domain.identity import FriendId
from byhand.domain.limits import RateLimits
from byhand.domain.text import filled
from byhand.domain.transfer import Transfer, TransferId, TransferState
from byhand.errors import FriendOrderError, FriendProblem
from byhand.service.orders import Service

_WAITING_STATES = frozenset({TransferState.SCANNING, TransferState.QUEUED, TransferState.OFFERED})
"""Nothing has moved yet: the friend may stay away for good. What has begun is stayed with."""


async def send(
    service: Service, inbox: Inbox, output: Output, order: SendOrder, sent: Sent
) -> ExitCode:
    """Carry out the order; an error before anything is sent if one of the names is nobody's.

    The same if nothing may go to one of them: the command must not wait for somebody in vain.
    What `sent` says was begun goes on, and is not sent again. Whatever has not ended when the
    command leaves stays in the queue.
    """
    friends = _friends(service, order.to)
    known = Present.of(service).transfers
    with subscribed(service, inbox):
        left = [friend_id for friend_id in friends if friend_id not in sent.codes]
        _begin(service, order, left, known, sent)
        ids = [sent.ids[friend_id] for friend_id in left]
        sending = _Sending(service, output, ids, order.wait_seconds, sent)
        sending.join(known)
        while not sending.is_over():
            match await inbox.get():
                case Stop():
                    sending.leave_all()
                case Tick(now):
                    sending.look(now)
                case Typed():
                    pass
                case OrderFailed(error):
                    tell_error(output, error)
                case event:
                    sending.present.take(event)
                    sending.report()
    return worst_exit_code(sent.codes.values())


def worst_exit_code(codes: Iterable[ExitCode]) -> ExitCode:
    """Return the one code for several transfers: failed before unreachable before declined."""
    worst_first = (ExitCode.FAILED, ExitCode.UNREACHABLE, ExitCode.DECLINED)
    seen = set(codes)
    return next((code for code in worst_first if code in seen), ExitCode.DONE)


def _friends(service: Service, names: Iterable[str]) -> list[FriendId]:
    """Return who is meant, everybody once; UnknownFriendError, FriendOrderError."""
    friends = [service.friend_named(name) for name in names]
    for friend in friends:
        _check(friend)
    return list(dict.fromkeys(friend.id for friend in friends))


def _check(friend: Friend) -> None:
    if friend.is_held:
        is_blocked = friend.trust is Trust.BLOCKED
        problem = FriendProblem.BLOCKED if is_blocked else FriendProblem.IN_DOUBT
        raise FriendOrderError(problem, friend.name)


def _begin(
    service: Service,
    order: SendOrder,
    friends: Sequence[FriendId],
    known: Mapping[TransferId, Transfer],
    sent: Sent,
) -> None:
    """Send something to friends, but to those for whom that was begun and is known of still."""
    fresh = [each for each in friends if sent.ids.get(each) not in known]
    if not isinstance(order, Send):
        for friend_id in fresh:
            sent.ids[friend_id] = service.send_text(order.text, friend_id, order.at)
        return
    sent.ids.update(zip(fresh, _order(service, order, fresh), strict=True))
    for friend_id in fresh if order.limit is not None else ():
        service.set_transfer_limits(sent.ids[friend_id], RateLimits(up=order.limit))


def _order(service: Service, order: Send, friends: Sequence[FriendId]) -> Sequence[TransferId]:
    if len(friends) > 1:
        return service.send_to_all(order.paths, friends, order.options, order.at)
    return [service.send(order.paths, each, order.at, order.options) for each in friends]


class _Sending:
    """The transfers of one order, since when their friends are away, and which are left alone."""

    def __init__(
        self,
        service: Service,
        output: Output,
        ids: list[TransferId],
        wait_seconds: float | None,
        sent: Sent,
    ) -> None:
        self.present = Present()
        self._service = service
        self._output = output
        self._reporter = TransferReporter(output, self.present)
        self._ids = ids
        self._sent = sent
        self._wait_seconds = math.inf if wait_seconds is None else wait_seconds
        self._leaves = _AT_ONCE if wait_seconds is None else None
        self._away_since: dict[FriendId, float] = {}
        self._left: dict[TransferId, _Leaving] = {}

    def join(self, known: Mapping[TransferId, Transfer]) -> None:
        """Let those of the transfers go on that were there before."""
        for transfer_id in self._ids:
            if transfer_id in known:
                self._output.note("This is on its way to them already:")
                if known[transfer_id].paused_by_me:
                    self._service.queue.resume(transfer_id)

    def is_over(self) -> bool:
        """Say whether none of the transfers is stayed with any more."""
        # Not by the transfers: one that has ended may be off the list by now.
        return self._sent.codes.keys() >= self._sent.ids.keys()

    def report(self) -> None:
        """Tell what has changed, and which are left alone."""
        for transfer in self._transfers():
            self._reporter.report(transfer)
            if transfer.is_final:
                self._sent.codes[transfer.friend_id] = _exit_code_of(transfer)
            if self._leaves is not None:
                self._leave(transfer, self._leaves)
        self._reporter.report_groups()

    def look(self, now: float) -> None:
        """Tell the progress, and leave what waits for a friend who is away too long."""
        self._reporter.report_progress(self._service.progress())
        for transfer in self._transfers() if self._leaves is None else ():
            if self.present.is_online(transfer.friend_id):
                self._away_since.pop(transfer.friend_id, None)
                self._stay(transfer)
                continue
            away_seconds = now - self._away_since.setdefault(transfer.friend_id, now)
            if transfer.state in _WAITING_STATES and away_seconds >= self._wait_seconds:
                self._leave(transfer, _AWAY)

    def leave_all(self) -> None:
        """Stay with none of them; each goes on when Byhand runs again."""
        self._leaves = _ELSEWHERE if self._service.is_elsewhere else _STOPPED
        self.report()

    def _transfers(self) -> list[Transfer]:
        known = self.present.transfers
        return [known[transfer_id] for transfer_id in self._ids if transfer_id in known]

    def _leave(self, transfer: Transfer, why: "_Leaving") -> None:
        if transfer.is_final or self._left.get(transfer.id) is why:
            return
        self._left[transfer.id] = why
        self._sent.codes[transfer.friend_id] = why.code
        name = self.present.friend_name(transfer.friend_id)
        sentence = filled(why.sentence, name=person_name(name), id=short_transfer_id(transfer.id))
        self._output.queued(transfer, f"{heading(transfer, name)}: {sentence}")

    def _stay(self, transfer: Transfer) -> None:
        """Stay with one whose friend is back, after all."""
        if self._left.pop(transfer.id, None) is not None and not transfer.is_final:
            del self._sent.codes[transfer.friend_id]


def _exit_code_of(transfer: Transfer) -> ExitCode:
    if transfer.state is TransferState.DONE:
        return ExitCode.DONE
    if transfer.state is TransferState.DECLINED:
        return ExitCode.DECLINED
    is_failed = transfer.state is TransferState.FAILED
    if is_failed and transfer.code is Code.UNREACHABLE:
        return ExitCode.UNREACHABLE
    return ExitCode.FAILED


class _Leaving(Struct, frozen=True):
    """Why a transfer is left before its end, and what the shell gets to see."""

    code: ExitCode
    sentence: str


_AT_ONCE = _Leaving(ExitCode.DONE, "queued: it goes when {name} is there and Byhand is open.")
_AWAY = _Leaving(ExitCode.UNREACHABLE, "queued: it goes when {name} is back and Byhand is open.")
_ELSEWHERE = _Leaving(
    ExitCode.FAILED, "it goes on in the running Byhand; byhand queue cancel {id} ends it."
)
_STOPPED = _Leaving(
    ExitCode.FAILED, "it goes on the next time Byhand runs; byhand queue cancel {id} ends it."
)
