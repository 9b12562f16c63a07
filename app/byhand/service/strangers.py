"""Pairing with strangers: called or answered, one line of two that cross, friends in the end."""

import asyncio
import logging
import socket
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress

from byhand.domain.codes import Code
from byhand.domain.friend import Trust
from byhand.domain.identity import PublicKeys, short_id
from byhand.domain.pairing import PairingProblem
from byhand.errors import (
    ByhandError,
    ConnectionLostError,
    KeyChangedError,
    OurselvesError,
    RemoteProtocolError,
    UnreachableError,
)
from byhand.network.addresses import Hint
from byhand.network.dialer import Dialled, dial
from byhand.protocol.credentials import LocalIdentity
from byhand.protocol.friend_messages import PairCommit, PairNo
from byhand.protocol.handshake import PairEstablished, pair_with
from byhand.protocol.newcomer import friend_psk
from byhand.protocol.pairing import Comparison
from byhand.service.friend_book import FriendBook
from byhand.service.pairing_desk import Desk
from byhand.service.pairing_line import Line, open_line
from byhand.service.pairing_needs import PairingNeeds
from byhand.service.pairing_run import PairingRun, Talk
from byhand.service.pending_newcomers import Newcomer, PendingNewcomers

logger = logging.getLogger(__name__)

COMMIT_SECONDS = 5.0
CALLS_A_HOST = 4
CALLS_IN_ALL = 64
"""How many strangers may be on the line at once; the token that they hold is no secret."""
CROSSING_SECONDS = 2.0
KNOCK_SECONDS = 5.0
"""Between two calls to who is not ready yet: well below how many a minute they let in."""


def problem_with(keys: PublicKeys, book: FriendBook) -> PairingProblem | None:
    """Judge keys that a stranger has proven against those of friends."""
    for friend in book:
        known = book.keys(friend.id)
        if known == keys:
            return PairingProblem.REFUSED if friend.trust is Trust.BLOCKED else None
        if known.shares_one_with(keys):
            return PairingProblem.KEY_CHANGED
    return None


class Strangers:
    """Holds the lines to those who are no friends yet."""

    def __init__(
        self,
        identity: LocalIdentity,
        book: FriendBook,
        pending: PendingNewcomers,
        desk: Desk,
        needs: PairingNeeds,
    ) -> None:
        self._identity = identity
        self._book = book
        self._pending = pending
        self._desk = desk
        self._needs = needs
        self._callers: Counter[str] = Counter()
        self._lines: dict[PairingRun, Line] = {}
        self._tasks: dict[PairingRun, asyncio.Task[object]] = {}
        self._dialled: dict[PairingRun, frozenset[str]] = {}

    async def call(self, run: PairingRun, hints: Sequence[Hint], token: bytes) -> None:
        """Dial who announces this token, and pair."""
        self._take_over(run)
        try:
            dialled = await self._dial(run, hints, token)
            established = dialled.established
            assert isinstance(established, PairEstablished)
            async with open_line(dialled.sock, established) as line:
                await self._ask(run, line)
                await line.close()
        except UnreachableError as exc:
            run.end(_why_not_reached(exc))
        except ConnectionLostError:
            run.end(PairingProblem.LOST)
        finally:
            self._forget(run)

    async def answer(self, sock: socket.socket, established: PairEstablished) -> None:
        """Hear what a stranger wants who has called, and let our user decide."""
        with suppress(ConnectionLostError):  # it may be gone already
            async with open_line(sock, established) as line:
                host = line.host
                if self._callers[host] >= CALLS_A_HOST or self._callers.total() >= CALLS_IN_ALL:
                    return
                self._callers[host] += 1
                try:
                    await self._answer(line)
                finally:
                    self._callers -= Counter([host])

    async def _dial(self, run: PairingRun, hints: Sequence[Hint], token: bytes) -> Dialled:
        """Dial until they answer; again for as long as they could pick our user, too."""
        while True:
            self._dialled[run] = frozenset(hint.host for hint in hints)
            run.stirred.clear()
            try:
                return await dial(
                    hints,
                    lambda token=token: pair_with(  # type: ignore[misc]
                        self._identity, self._needs.introduction(), token
                    ),
                    handshakes_at_once=1,
                )
            except UnreachableError as exc:
                is_early = _why_not_reached(exc) is PairingProblem.NOT_READY
                if not is_early or not self._desk.may_knock_again(run):
                    raise
            run.wait_to_be_picked()
            with suppress(TimeoutError):
                async with asyncio.timeout(KNOCK_SECONDS):
                    await run.stirred.wait()
            found = self._needs.discovery().nearby_hints(run.pairing.nearby_key)
            hints, token = found if found[0] else (hints, token)

    async def _answer(self, line: Line) -> None:
        commit = await self._commitment_on(line)
        run = await self._run_for(line) if commit is not None else None
        if commit is not None and run is not None:
            self._take_over(run)
            try:
                self._connect(run, line)
                run.hear(commit)
                await self._carry(run, line)
            finally:
                self._forget(run)
        await line.close()

    async def _ask(self, run: PairingRun, line: Line) -> None:
        """Begin on a line that we have dialled, unless they have asked us and that call stays."""
        line.post(self._needs.hello())
        problem = problem_with(line.established.keys, self._book)
        if problem is not None:
            run.end(problem)
        if run.over.is_set():
            return
        peer = line.established.keys.friend_id
        asked = self._desk.asked()
        if asked is not None and asked.peer == peer and peer < self._identity.friend_id:
            asked.accept(is_mine=run.is_mine)
            run.end(None)
            return
        self._connect(run, line)
        run.begin()
        if asked is not None:
            asked.end(None, None if asked.peer == peer else Code.BUSY)
        await self._carry(run, line)

    async def _commitment_on(self, line: Line) -> PairCommit | None:
        """Greet a caller and return what they begin with; None if that is anything else."""
        line.post(self._needs.hello())
        try:
            async with asyncio.timeout(COMMIT_SECONDS):
                first = await line.next()
        except (TimeoutError, ConnectionLostError, RemoteProtocolError):
            return None
        return first if isinstance(first, PairCommit) else None

    async def _run_for(self, line: Line) -> PairingRun | None:
        """Return what a stranger's call belongs to; None for one too many."""
        established = line.established
        if problem_with(established.keys, self._book) is not None:
            logger.warning("a stranger is refused who is blocked, or has a key of a friend")
            return None
        picked = self._desk.picked()
        if picked is not None:
            picked.stirred.set()  # it may be whom we have called too early
            with suppress(TimeoutError):
                async with asyncio.timeout(CROSSING_SECONDS):
                    await picked.met.wait()
            picked = self._desk.picked()
        if picked is None and self._desk.asked() is None:
            return self._desk.stranger_asks(_name_of(established), established.computer)
        if picked is not None and picked.peer == established.keys.friend_id:
            return picked if self._stays(line, picked) else None
        hosts = self._dialled.get(picked, ()) if picked is not None and not picked.peer else ()
        if picked is not None and line.host in hosts:
            picked.is_picked = False  # their call came through, ours did not: is it them?
            return picked
        line.post(PairNo(Code.BUSY))
        return None

    def _stays(self, line: Line, picked: PairingRun) -> bool:
        """Say whether of two calls that cross it is theirs: the smaller FriendID's."""
        ours = self._lines.get(picked)
        is_crossing = ours is not None and ours.established.session.is_initiator
        theirs_is_smaller = line.established.keys.friend_id < self._identity.friend_id
        return is_crossing and picked.is_undecided and theirs_is_smaller

    def _take_over(self, run: PairingRun) -> None:
        """Let this task be the one that a run goes on in."""
        earlier, current = self._tasks.get(run), asyncio.current_task()
        assert current is not None
        self._tasks[run] = current
        if earlier is not None:
            earlier.cancel()

    def _forget(self, run: PairingRun) -> None:
        """Let no run be left that nobody sees to, unless it goes on in another task."""
        if self._tasks.get(run) is asyncio.current_task():
            run.end(PairingProblem.LOST)
            for each in (self._tasks, self._lines, self._dialled):
                each.pop(run, None)

    def _connect(self, run: PairingRun, line: Line) -> None:
        established, own_id = line.established, self._identity.friend_id
        peer = established.keys.friend_id
        self._lines[run] = line
        comparison = Comparison(established.session.handshake_hash, own_id, peer, may_cross=False)
        run.connect(Talk(peer, comparison, line.post), _name_of(established), established.computer)

    async def _carry(self, run: PairingRun, line: Line) -> None:
        """Give a run what arrives until it is over, and keep what came of it."""
        async with asyncio.TaskGroup() as group:
            hearing = group.create_task(self._hear(run, line))
            await self._desk.until_over(run)
            hearing.cancel()
        if run.has_agreed:
            await self._befriend(run, line)
        elif run.pairing.problem is not PairingProblem.LOST:
            # One of the users does not want it: what was lost before is not wanted any more, too.
            self._pending.drop(line.established.keys.friend_id)

    async def _hear(self, run: PairingRun, line: Line) -> None:
        try:
            while (message := await line.next()) is not None:
                run.hear(message)
        except RemoteProtocolError:
            run.end(PairingProblem.PROTOCOL, Code.PROTOCOL)
        except ConnectionLostError:
            if run.has_settled:
                self._pending.keep(_newcomer(run, line))
        if line.established.session.is_initiator and run.is_undecided:
            await asyncio.sleep(CROSSING_SECONDS)  # their own call may be the one that stays
        run.end(PairingProblem.LOST)

    async def _befriend(self, run: PairingRun, line: Line) -> None:
        newcomer = _newcomer(run, line)
        try:
            friend = await self._book.add(
                newcomer.keys,
                newcomer.psk,
                newcomer.name,
                newcomer.computer,
                is_verified=run.is_verified,
                is_mine=newcomer.is_mine,
            )
        except KeyChangedError:
            run.fail(PairingProblem.KEY_CHANGED)
        except ByhandError as exc:
            logger.warning("a friend could not be stored: %s", type(exc).__name__)
            run.fail(None)
        else:
            self._pending.drop(friend.id)
            self._needs.became_friend(friend.id, line.listening_at)
            run.finish(friend)


def _newcomer(run: PairingRun, line: Line) -> Newcomer:
    established = line.established
    psk = friend_psk(established.session)
    return Newcomer(established.keys, psk, _name_of(established), established.computer, run.is_mine)


def _name_of(established: PairEstablished) -> str:
    return established.name.strip() or short_id(established.keys.friend_id)


def _why_not_reached(error: UnreachableError) -> PairingProblem:
    if isinstance(error.__cause__, OurselvesError):
        return PairingProblem.OURSELVES
    return PairingProblem.NOT_READY if error.was_refused else PairingProblem.UNREACHABLE
