"""Comparing codes with friends, in the session that we have with them."""

from collections.abc import Callable, Coroutine

from byhand.domain.codes import Code
from byhand.domain.identity import FriendId
from byhand.domain.pairing import PairingProblem
from byhand.errors import ByhandError
from byhand.protocol.friend_messages import PairCommit, PairMessage, PairNo
from byhand.protocol.pairing import Comparison
from byhand.service.friend_book import FriendBook
from byhand.service.friend_session import FriendSession, SessionEnded
from byhand.service.pairing_desk import Desk
from byhand.service.pairing_run import PairingRun, Talk


class Comparisons:
    """Runs in sessions with friends; what comes of one is that the friend is verified."""

    def __init__(
        self,
        own_id: FriendId,
        book: FriendBook,
        desk: Desk,
        wait: Callable[[Coroutine[None, None, None]], None],
    ) -> None:
        self._own_id = own_id
        self._book = book
        self._desk = desk
        self._wait = wait
        self._runs: dict[FriendSession, PairingRun] = {}

    def run_in(self, session: FriendSession) -> PairingRun | None:
        """Return the run that goes on in a session."""
        run = self._runs.get(session)
        return None if run is None or run.over.is_set() else run

    def start(self, run: PairingRun, session: FriendSession) -> None:
        """Ask a friend to compare codes."""
        self._connect(run, session)
        run.begin()

    def heard(self, session: FriendSession, message: PairMessage | SessionEnded) -> None:
        """Take what a friend sends; what belongs to a run that is over is passed over."""
        run = self.run_in(session)
        match message:
            case SessionEnded():
                if run is not None:
                    run.end(PairingProblem.LOST)
            case PairCommit() if run is None:
                self._asked(session, message)
            case _ if run is not None:
                run.hear(message)
            case _:
                pass

    def _asked(self, session: FriendSession, commit: PairCommit) -> None:
        friend = self._book.get(session.friend_id)
        if friend is None:
            return  # forgotten a moment ago
        run = self._desk.friend_asks(friend)
        if isinstance(run, Code):
            session.post(PairNo(run))
            return
        self._connect(run, session)
        run.hear(commit)

    def _connect(self, run: PairingRun, session: FriendSession) -> None:
        peer, post = session.friend_id, session.post
        comparison = Comparison(session.control_hash, self._own_id, peer, may_cross=True)
        self._runs[session] = run
        run.connect(Talk(peer, comparison, post), run.pairing.name, run.pairing.computer)
        self._wait(self._see_to_its_end(run, session))

    async def _see_to_its_end(self, run: PairingRun, session: FriendSession) -> None:
        try:
            await self._desk.until_over(run)
        finally:
            if self._runs.get(session) is run:
                del self._runs[session]
        if not run.has_agreed:
            return
        try:
            if run.is_verified:
                await self._book.set_verified(session.friend_id)
        except ByhandError:
            run.fail(None)
            raise
        friend = self._book.get(session.friend_id)
        if friend is None:
            run.fail(None)  # forgotten meanwhile
        else:
            run.finish(friend)
