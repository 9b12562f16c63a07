"""The command `send`: offers paths to friends and stays until every transfer has ended."""

from collections.abc import Iterable

from byhand import wording
from byhand.cli.happenings import Inbox, Stop, Tick, Typed
from byhand.cli.names import person_name
from byhand.cli.orders import ExitCode, Send
from byhand.cli.output import Output
from byhand.cli.present import Present
from byhand.cli.reporting import TransferReporter
from byhand.cli.waiting import subscribed
from byhand.domain.codes import Code
from byhand.domain.friend import Trust
from byhand.domain.identity import FriendId
from byhand.domain.transfer import Transfer, TransferId, TransferState
from byhand.errors import FriendOrderError, FriendProblem
from byhand.service.orders import Service

_WAITING_STATES = frozenset({TransferState.SCANNING, TransferState.QUEUED, TransferState.OFFERED})


Sent = dict[FriendId, ExitCode]
"""What has come of an order so far, by friend."""


async def send(service: Service, inbox: Inbox, output: Output, order: Send, sent: Sent) -> ExitCode:
    """Carry out the order; an error before anything is sent if one of the names is nobody's.

    The same if nothing may go to one of them: the command must not wait for somebody in vain.
    Nothing is sent to those of `sent` again; the others join them there.
    """
    friends = [service.friend_named(name) for name in order.to]
    for friend in friends:
        if friend.is_held:
            is_blocked = friend.trust is Trust.BLOCKED
            problem = FriendProblem.BLOCKED if is_blocked else FriendProblem.IN_DOUBT
            raise FriendOrderError(problem, friend.name)
    friend_ids = list(dict.fromkeys(friend.id for friend in friends if friend.id not in sent))
    with subscribed(service, inbox):
        ids = [service.send(order.paths, friend_id, order.at) for friend_id in friend_ids]
        sending = _Sending(service, output, ids, order.wait_seconds, sent)
        while not sending.has_ended():
            match await inbox.get():
                case Stop() if service.is_elsewhere:
                    output.note("This goes on in the running Byhand.")
                    return ExitCode.FAILED
                case Stop():
                    sending.cancel_all()
                case Tick(now):
                    sending.look(now)
                case Typed():
                    pass
                case event:
                    sending.present.take(event)
                    sending.report()
    return worst_exit_code(sent.values())


def worst_exit_code(codes: Iterable[ExitCode]) -> ExitCode:
    """Return the one code for several transfers: failed before unreachable before declined."""
    worst_first = (ExitCode.FAILED, ExitCode.UNREACHABLE, ExitCode.DECLINED)
    seen = set(codes)
    return next((code for code in worst_first if code in seen), ExitCode.DONE)


class _Sending:
    """The transfers of one order, and since when their friends are away."""

    def __init__(
        self,
        service: Service,
        output: Output,
        ids: list[TransferId],
        wait_seconds: float,
        sent: Sent,
    ) -> None:
        self.present = Present()
        self._service = service
        self._output = output
        self._reporter = TransferReporter(output, self.present)
        self._ids = ids
        self._wait_seconds = wait_seconds
        self._sent = sent
        self._away_since: dict[FriendId, float] = {}
        self._unreachable: set[TransferId] = set()

    def has_ended(self) -> bool:
        """Say whether nothing will happen to any of the transfers any more."""
        transfers = self._transfers()
        return len(transfers) == len(self._ids) and all(each.is_final for each in transfers)

    def report(self) -> None:
        """Tell what has changed."""
        for transfer in self._transfers():
            self._reporter.report(transfer)
            if transfer.is_final:
                self._sent[transfer.friend_id] = self._exit_code_of(transfer)

    def look(self, now: float) -> None:
        """Tell the progress, and give up on friends who are away too long."""
        self._reporter.report_progress(self._service.progress())
        for transfer in self._transfers():
            if self.present.is_online(transfer.friend_id):
                self._away_since.pop(transfer.friend_id, None)
                continue
            away_since = self._away_since.setdefault(transfer.friend_id, now)
            is_waiting = transfer.state in _WAITING_STATES
            if is_waiting and now - away_since >= self._wait_seconds:
                self._give_up(transfer)

    def cancel_all(self) -> None:
        """End every transfer that has not ended."""
        for transfer in self._transfers():
            if not transfer.is_final:
                self._service.cancel(transfer.id)

    def _transfers(self) -> list[Transfer]:
        known = self.present.transfers
        return [known[transfer_id] for transfer_id in self._ids if transfer_id in known]

    def _give_up(self, transfer: Transfer) -> None:
        if transfer.id in self._unreachable:
            return
        self._unreachable.add(transfer.id)
        name = person_name(self.present.friend_name(transfer.friend_id))
        sentence = wording.code_sentence(Code.UNREACHABLE, transfer, name)
        self._output.error(Code.UNREACHABLE.name.lower(), sentence, transfer.id)
        self._service.cancel(transfer.id)

    def _exit_code_of(self, transfer: Transfer) -> ExitCode:
        if transfer.state is TransferState.DONE:
            return ExitCode.DONE
        is_failed = transfer.state is TransferState.FAILED
        if transfer.id in self._unreachable or (is_failed and transfer.code is Code.UNREACHABLE):
            return ExitCode.UNREACHABLE
        if transfer.state is TransferState.DECLINED:
            return ExitCode.DECLINED
        return ExitCode.FAILED
