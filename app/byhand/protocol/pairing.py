"""One comparison of codes, without I/O: commit, nonce, reveal, and what both users say (§17)."""

import hashlib
import hmac
import secrets
import unicodedata
from collections.abc import Callable
from enum import Enum, auto
from typing import Final

from byhand.domain.codes import Code
from byhand.domain.identity import FriendId
from byhand.domain.pairing import HALF_DIGITS, TRIES
from byhand.errors import LocalProtocolError, RemoteProtocolError
from byhand.protocol.friend_messages import (
    PairCommit,
    PairLater,
    PairMessage,
    PairNo,
    PairNonce,
    PairOk,
    PairReveal,
)

COMMIT_LABEL: Final = b"byhand/pair-commit/v1"
CODE_LABEL: Final = b"byhand/pair-sas/v1"
NONCE_BYTES: Final = 32
CODE_BYTES: Final = 10
DIGITS: Final = 2 * HALF_DIGITS


class ComparisonState(Enum):
    """Where a comparison stands, seen from this side."""

    READY = auto()
    COMMITTED = auto()
    """We began: our commitment is out."""
    CROSSED = auto()
    """They began as well; ours stands, and they will see that."""
    ASKED = auto()
    """They began; our user has not picked them yet."""
    PROMISED = auto()
    """They began, and our random value is out."""
    COMPARING = auto()
    SETTLED_HERE = auto()
    """Our user is through, theirs is not."""
    SETTLED_THERE = auto()
    AGREED = auto()
    OVER = auto()
    """Nothing comes of it."""


class Move(Enum):
    """What can happen in a comparison."""

    COMMIT = auto()
    ACCEPT = auto()
    SETTLE = auto()
    COMMIT_COMES = auto()
    COMMIT_COMES_IN_VAIN = auto()
    """Both began, and it is ours that stands."""
    COMMIT_COMES_AND_STANDS = auto()
    """Both began, and it is theirs that stands."""
    NONCE_COMES = auto()
    REVEAL_COMES = auto()
    SETTLEMENT_COMES = auto()
    END = auto()


_S = ComparisonState
_M = Move

_LIVE: Final[dict[ComparisonState, dict[Move, ComparisonState]]] = {
    _S.READY: {_M.COMMIT: _S.COMMITTED, _M.COMMIT_COMES: _S.ASKED},
    _S.COMMITTED: {
        _M.NONCE_COMES: _S.COMPARING,
        _M.COMMIT_COMES_IN_VAIN: _S.CROSSED,
        _M.COMMIT_COMES_AND_STANDS: _S.PROMISED,
    },
    _S.CROSSED: {_M.NONCE_COMES: _S.COMPARING},
    _S.ASKED: {_M.ACCEPT: _S.PROMISED},
    _S.PROMISED: {_M.REVEAL_COMES: _S.COMPARING},
    _S.COMPARING: {_M.SETTLE: _S.SETTLED_HERE, _M.SETTLEMENT_COMES: _S.SETTLED_THERE},
    _S.SETTLED_HERE: {_M.SETTLEMENT_COMES: _S.AGREED},
    _S.SETTLED_THERE: {_M.SETTLE: _S.AGREED},
}
TRANSITIONS: Final = {state: row | {_M.END: _S.OVER} for state, row in _LIVE.items()} | {
    _S.AGREED: {},
    _S.OVER: {},
}
"""What is not in the table may not happen; who did it anyway is at fault."""


def commitment(handshake_hash: bytes, nonce: bytes) -> bytes:
    """Return what the committer sends of its random value before it sees the other's."""
    return hashlib.blake2s(COMMIT_LABEL + handshake_hash + nonce).digest()


def comparison_code(
    handshake_hash: bytes,
    people: tuple[FriendId, FriendId],
    committers: bytes,
    answerers: bytes,
    digits: int = DIGITS,
) -> str:
    """Return the digits that both sides see if nobody is in between; nonces by who sent them."""
    content = CODE_LABEL + handshake_hash + min(people) + max(people) + committers + answerers
    number = int.from_bytes(hashlib.blake2s(content).digest()[:CODE_BYTES], "little")
    return f"{number % 10**digits:0{digits}}"


class Comparison:
    """One side of one comparison; what a method returns is to be sent.

    After RemoteProtocolError it is OVER. `may_cross` where both sides may begin: between friends.
    """

    def __init__(
        self,
        handshake_hash: bytes,
        own_id: FriendId,
        other_id: FriendId,
        *,
        may_cross: bool,
        digits: int = DIGITS,
        random: Callable[[int], bytes] = secrets.token_bytes,
    ) -> None:
        self._handshake_hash = handshake_hash
        self._own_id = own_id
        self._other_id = other_id
        self._may_cross = may_cross
        self._digits = digits
        self._random = random
        self._nonce = random(NONCE_BYTES)
        self._commitment = b""
        self._expected = ""
        self._state = ComparisonState.READY
        self._shown = ""
        self._tries_left = TRIES
        self._settled: list[type[PairMessage]] = []
        self._is_put_off_there = False
        self._refusal: Code | None = None

    @property
    def state(self) -> ComparisonState:
        """Where it stands."""
        return self._state

    @property
    def shown(self) -> str:
        """The half that our user reads out; "" before there is one."""
        return self._shown

    @property
    def tries_left(self) -> int:
        """How often our user may still type the other half."""
        return self._tries_left

    @property
    def is_verified(self) -> bool:
        """Say whether both users have typed the other's half."""
        return self._state is ComparisonState.AGREED and self._settled == [PairOk, PairOk]

    @property
    def is_put_off_there(self) -> bool:
        """Say whether the other user does it later, instead of having typed our half."""
        return self._is_put_off_there

    @property
    def refusal(self) -> Code | None:
        """Why the other side ended it; None if it did not."""
        return self._refusal

    def start(self) -> PairCommit:
        """Begin: our user has picked them."""
        self._move(Move.COMMIT, LocalProtocolError)
        self._commitment = commitment(self._handshake_hash, self._nonce)
        return PairCommit(self._commitment)

    def accept(self) -> PairNonce:
        """Go on with what they began: our user has picked them, too."""
        self._move(Move.ACCEPT, LocalProtocolError)
        return PairNonce(self._nonce)

    def type_half(self, text: str) -> PairOk | PairNo | None:
        """Judge what our user has typed; None if they may try again, and if it is not a half.

        What is no digit does not count. The third wrong half ends the comparison.
        """
        if Move.SETTLE not in TRANSITIONS[self._state]:
            raise LocalProtocolError(f"a half when {self._state.name}")
        typed = _digits_in(text)
        if len(typed) != len(self._expected):
            return None
        if hmac.compare_digest(typed.encode(), self._expected.encode()):
            self._settle(PairOk)
            return PairOk()
        self._tries_left -= 1
        return None if self._tries_left else self.refuse(Code.AUTHENTICATION)

    def put_off(self) -> PairLater:
        """Settle without having compared."""
        self._settle(PairLater)
        return PairLater()

    def refuse(self, code: Code) -> PairNo:
        """End it from this side."""
        self._move(Move.END, LocalProtocolError)
        return PairNo(code)

    def receive(self, message: PairMessage) -> PairNonce | PairReveal | None:
        """Take what the other side sends and return the answer, if there is one.

        Raises RemoteProtocolError for what may not come now, or does not fit what came before.
        """
        try:
            return self._receive(message)
        except RemoteProtocolError:
            self._state = ComparisonState.OVER
            raise

    def _receive(self, message: PairMessage) -> PairNonce | PairReveal | None:
        match message:
            case PairCommit():
                return self._take_commit(message.commitment)
            case PairNonce():
                return self._take_nonce(message.nonce)
            case PairReveal():
                self._take_reveal(message.nonce)
            case PairOk() | PairLater():
                self._move(Move.SETTLEMENT_COMES, RemoteProtocolError)
                self._settled.append(type(message))
                self._is_put_off_there = isinstance(message, PairLater)
            case PairNo():
                self._move(Move.END, RemoteProtocolError)
                self._refusal = message.code
        return None

    def _take_commit(self, theirs: bytes) -> PairNonce | None:
        if not self._may_cross or self._state is not ComparisonState.COMMITTED:
            self._move(Move.COMMIT_COMES, RemoteProtocolError)
            self._commitment = theirs
            return None
        if theirs == self._commitment:
            raise RemoteProtocolError("our own commitment came back")
        if self._own_id < self._other_id:
            self._move(Move.COMMIT_COMES_IN_VAIN, RemoteProtocolError)
            return None
        self._move(Move.COMMIT_COMES_AND_STANDS, RemoteProtocolError)
        self._commitment = theirs
        self._nonce = self._random(NONCE_BYTES)
        return PairNonce(self._nonce)

    def _take_nonce(self, theirs: bytes) -> PairReveal:
        self._move(Move.NONCE_COMES, RemoteProtocolError)
        code = self._code(self._nonce, theirs)
        half = self._digits // 2
        self._shown, self._expected = code[:half], code[half:]
        return PairReveal(self._nonce)

    def _take_reveal(self, theirs: bytes) -> None:
        self._move(Move.REVEAL_COMES, RemoteProtocolError)
        if not hmac.compare_digest(commitment(self._handshake_hash, theirs), self._commitment):
            raise RemoteProtocolError("another random value than the other side chose first")
        code = self._code(theirs, self._nonce)
        half = self._digits // 2
        self._expected, self._shown = code[:half], code[half:]

    def _code(self, committers: bytes, answerers: bytes) -> str:
        if committers == answerers:
            raise RemoteProtocolError("our own random value came back")
        people = self._own_id, self._other_id
        return comparison_code(self._handshake_hash, people, committers, answerers, self._digits)

    def _settle(self, settlement: type[PairOk | PairLater]) -> None:
        self._move(Move.SETTLE, LocalProtocolError)
        self._settled.append(settlement)

    def _move(self, move: Move, fault: type[LocalProtocolError | RemoteProtocolError]) -> None:
        after = TRANSITIONS[self._state].get(move)
        if after is None:
            raise fault(f"{move.name} when {self._state.name}")
        self._state = after


def _digits_in(text: str) -> str:
    """Return the digits of any script in a text, as ASCII."""
    found = (unicodedata.decimal(character, None) for character in text)
    return "".join(str(digit) for digit in found if digit is not None)
