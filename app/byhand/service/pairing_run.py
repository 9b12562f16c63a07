"""One pairing, or one comparison of codes with a friend, from the first call to its end."""

import asyncio
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.friend import Friend
from byhand.domain.identity import FriendId
from byhand.domain.pairing import Pairing, PairingProblem, PairingStage
from byhand.errors import RemoteProtocolError
from byhand.protocol.friend_messages import PairMessage, PairNo, PairNonce, PairReveal
from byhand.protocol.pairing import Comparison, ComparisonState

_Problem = PairingProblem
_Stage = PairingStage
_State = ComparisonState

_STAGES = {
    _State.READY: _Stage.CONNECTING,
    _State.COMMITTED: _Stage.WAITING,
    _State.CROSSED: _Stage.WAITING,
    _State.ASKED: _Stage.ASKED,
    _State.PROMISED: _Stage.WAITING,
    _State.COMPARING: _Stage.COMPARING,
    _State.SETTLED_THERE: _Stage.COMPARING,
    _State.SETTLED_HERE: _Stage.SETTLED_HERE,
    _State.AGREED: _Stage.SETTLED_HERE,  # until it is stored
    _State.OVER: _Stage.FAILED,
}
_REFUSALS = {
    Code.CANCELLED: _Problem.REFUSED,
    Code.DECLINED: _Problem.REFUSED,
    Code.AUTHENTICATION: _Problem.THEY_DIFFER,
    Code.BUSY: _Problem.NOT_READY,
    Code.LIMIT: _Problem.TOO_MANY,
    Code.TIMEOUT: _Problem.TIMEOUT,
}
_UNDECIDED = frozenset({_Stage.CONNECTING, _Stage.ASKED, _Stage.WAITING})


class Talk(Struct, frozen=True):
    """With whom a run is: what both sides computed, and how to say something to them."""

    peer: FriendId
    comparison: Comparison
    post: Callable[[PairMessage], None]


class PairingRun:
    """Goes by the user's orders and by what arrives; says what is to be shown of it.

    `counted` is called when our random value leaves.
    """

    def __init__(
        self,
        pairing: Pairing,
        tell: Callable[["PairingRun"], None],
        counted: Callable[[], None],
    ) -> None:
        self.is_mine = False
        """Whether the friend will be among the user's own computers."""
        self.is_picked = pairing.stage is not _Stage.ASKED
        """Whether our user wants it: then what they begin is answered."""
        self.over = asyncio.Event()
        """Set when both users have settled, or nothing comes of it."""
        self.met = asyncio.Event()
        """Set when it is known with whom it is, or that it is with nobody."""
        self.decided = asyncio.Event()
        """Set when both have picked each other, and at the end."""
        self.stirred = asyncio.Event()
        """Set when who did not answer may answer now, and at the end."""
        self._pairing = pairing
        self._tell = tell
        self._counted = counted
        self._talk: Talk | None = None

    @property
    def pairing(self) -> Pairing:
        """What is shown of it now."""
        return self._pairing

    @property
    def peer(self) -> FriendId | None:
        """With whom it is, once they were reached."""
        return self._talk.peer if self._talk else None

    @property
    def is_asked(self) -> bool:
        """Say whether they want it and our user has not said yes."""
        return not self.is_picked and not self.over.is_set()

    @property
    def is_undecided(self) -> bool:
        """Say whether one side has still to pick the other."""
        return self._pairing.stage in _UNDECIDED

    @property
    def has_settled(self) -> bool:
        """Say whether our word is out and theirs has not come."""
        return self._state is _State.SETTLED_HERE and not self.over.is_set()

    @property
    def has_agreed(self) -> bool:
        """Say whether both words are in: the friend is to be stored."""
        return self._state is _State.AGREED

    @property
    def is_verified(self) -> bool:
        """Say whether both users have typed the other's half."""
        return self._talk is not None and self._talk.comparison.is_verified

    def wait_to_be_picked(self) -> None:
        """Take note that they are there but do not answer: their user has not picked us yet."""
        if not self.over.is_set() and self._pairing.stage is _Stage.CONNECTING:
            self._pairing = replace(self._pairing, stage=_Stage.WAITING)
            self._tell(self)

    def connect(self, talk: Talk, name: str, computer: str) -> None:
        """Take note of who is at the other end, now or instead of another connection."""
        self._talk = talk
        self._pairing = replace(self._pairing, name=name, computer=computer)
        self.met.set()

    def begin(self) -> None:
        """Ask them."""
        if self._talk is not None and not self.over.is_set():
            self._talk.post(self._talk.comparison.start())
            self._update()

    def hear(self, message: PairMessage) -> None:
        """Take what they send."""
        if self._talk is None or self.over.is_set():
            return
        comparison = self._talk.comparison
        try:
            reply = comparison.receive(message)
        except RemoteProtocolError:
            self.end(_Problem.PROTOCOL, Code.PROTOCOL)
            return
        if comparison.refusal is not None:
            self.end(_REFUSALS.get(comparison.refusal, _Problem.PROTOCOL))
            return
        if comparison.state is _State.ASKED and self.is_picked:
            reply = comparison.accept()
        self._answer(reply)

    def accept(self, *, is_mine: bool) -> None:
        """Our user has picked them, too."""
        if self._talk is not None and self.is_asked:
            self.is_picked, self.is_mine = True, is_mine
            self._answer(self._talk.comparison.accept())

    def type_code(self, digits: str) -> None:
        """Take what our user has typed; what is not a half is shown again and costs no try."""
        if self._talk is None or self._state not in (_State.COMPARING, _State.SETTLED_THERE):
            return
        word = self._talk.comparison.type_half(digits)
        if isinstance(word, PairNo):
            self.end(_Problem.WRONG_CODE, word.code)
            return
        if word is not None:
            self._talk.post(word)
        self._update()

    def put_off(self) -> None:
        """Our user will compare another time."""
        if self._talk is not None and self._state in (_State.COMPARING, _State.SETTLED_THERE):
            self._talk.post(self._talk.comparison.put_off())
            self._update()

    def end(self, problem: PairingProblem | None, code: Code | None = None) -> None:
        """Let nothing come of it; with a code, they are told. None: our own user ended it.

        Once both have settled this does nothing.
        """
        if self.over.is_set():
            return
        if self._talk is not None and code is not None:
            self._talk.post(PairNo(code))
        self.fail(problem)

    def fail(self, problem: PairingProblem | None) -> None:
        """Take note that nothing came of it, also of what both have settled."""
        self._finish(replace(self._pairing, stage=_Stage.FAILED, problem=problem))

    def finish(self, friend: Friend) -> None:
        """Take note of the friend that came of it."""
        done = replace(self._pairing, stage=_Stage.DONE, friend=friend, name=friend.name)
        self._finish(done)

    @property
    def _state(self) -> ComparisonState:
        return self._talk.comparison.state if self._talk else ComparisonState.READY

    def _answer(self, reply: PairNonce | PairReveal | None) -> None:
        """Send what holds our random value, and show how far it is."""
        assert self._talk is not None
        if reply is not None:
            self._counted()
            self._talk.post(reply)
        self._update()

    def _update(self) -> None:
        assert self._talk is not None
        comparison = self._talk.comparison
        self._pairing = replace(
            self._pairing,
            stage=_STAGES[comparison.state],
            shown=comparison.shown,
            tries_left=comparison.tries_left,
            has_other_settled=comparison.state in (_State.SETTLED_THERE, _State.AGREED),
            has_other_put_off=comparison.is_put_off_there,
        )
        if not self.is_undecided:
            self.decided.set()
        if self.has_agreed:
            self.over.set()
        self._tell(self)

    def _finish(self, pairing: Pairing) -> None:
        self._pairing = replace(pairing, shown="")
        for event in (self.met, self.decided, self.over, self.stirred):
            event.set()
        self._tell(self)
