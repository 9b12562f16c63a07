"""A comparison of codes against somebody who sends any messages in any order."""

from typing import Final

from byhand.domain.codes import Code
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
from byhand.protocol.pairing import Comparison, commitment
from tests.helpers.comparisons import HASH, comparison

_VALUES: Final = tuple(bytes([number]) * 32 for number in range(4))


def compare_with_a_liar(data: bytes) -> None:
    """Each byte is a step: what the liar sends, or what our user does meanwhile."""
    ours = comparison()
    for step in data[:64]:
        try:
            _take_step(ours, step)
        except (RemoteProtocolError, LocalProtocolError):
            return
        assert len(ours.shown) in (0, 6)


def _take_step(ours: Comparison, step: int) -> None:
    value = _VALUES[step >> 6]
    kinds: tuple[PairMessage, ...] = (
        PairCommit(commitment=commitment(HASH, value)),
        PairCommit(commitment=value),
        PairNonce(nonce=value),
        PairReveal(nonce=value),
        PairOk(),
        PairLater(),
        PairNo(code=Code.CANCELLED),
    )
    choice = step & 0b1111
    if choice < len(kinds):
        ours.receive(kinds[choice])
    elif choice == 7:
        ours.start()
    elif choice == 8:
        ours.accept()
    elif choice == 9:
        ours.type_half("123456")
    elif choice == 10:
        ours.put_off()
    elif choice == 11:
        ours.refuse(Code.AUTHENTICATION)
