"""How a transfer is written into its row: the snapshot and the plan as MessagePack maps.

What a later version adds is ignored, and what an earlier one did not have yet gets its default.
"""

import re
from typing import TypeVar

import msgspec

from byhand.domain.names import check_component
from byhand.domain.plan import IncomingPlan, OutgoingPlan, StoredTransfer
from byhand.domain.transfer import Direction, Transfer, TransferId
from byhand.errors import UnsafeNameError

DAMAGED = (msgspec.DecodeError, ValueError, RecursionError, UnsafeNameError)
"""What a row raises that cannot be read: damaged, or with a state that only others know."""

_PLANS: dict[Direction, type[OutgoingPlan] | type[IncomingPlan]] = {
    Direction.OUTGOING: OutgoingPlan,
    Direction.INCOMING: IncomingPlan,
}
# Local paths may hold bytes that are no UTF-8, as `surrogateescape` puts them. MessagePack takes
# none: each is written as NUL and four digits, and so is NUL.
_UNFIT = re.compile("[\0\ud800-\udfff]")
_ESCAPE = re.compile("\0([0-9a-f]{4})")

_Decoded = TypeVar("_Decoded")


def encode(value: Transfer | OutgoingPlan | IncomingPlan) -> bytes:
    """Return a snapshot or a plan as bytes."""
    return msgspec.msgpack.encode(_escaped(msgspec.to_builtins(value, builtin_types=(bytes,))))


def decode_transfer(transfer_id: TransferId, snapshot: bytes) -> Transfer:
    """Return the transfer that a row of this id holds; raises one of DAMAGED."""
    transfer = _decoded(snapshot, Transfer)
    if transfer.id != transfer_id:
        raise ValueError("a transfer under the id of another")
    return transfer


def decode_stored(transfer_id: TransferId, snapshot: bytes, plan: bytes) -> StoredTransfer:
    """Return a transfer with its plan; raises one of DAMAGED."""
    transfer = decode_transfer(transfer_id, snapshot)
    decoded = _decoded(plan, _PLANS[transfer.direction])
    if isinstance(decoded, IncomingPlan):
        _judge(decoded)
    return StoredTransfer(transfer, decoded)


def _judge(plan: IncomingPlan) -> None:
    """Raise UnsafeNameError for what is no name in a folder, in a row that somebody edited."""
    for each in (*plan.entered, *plan.saved):
        check_component(each.top)
        check_component(each.name)


def _decoded(content: bytes, kind: type[_Decoded]) -> _Decoded:
    values = _unescaped(msgspec.msgpack.decode(content))
    return msgspec.convert(values, kind, builtin_types=(bytes,))


def _escaped(value: object) -> object:
    match value:
        case str():
            return _UNFIT.sub(lambda found: f"\0{ord(found[0]):04x}", value)
        case list() | tuple():
            return [_escaped(each) for each in value]
        case dict():
            return {key: _escaped(each) for key, each in value.items()}
    return value


def _unescaped(value: object) -> object:
    match value:
        case str():
            return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), value)
        case list():
            return [_unescaped(each) for each in value]
        case dict():
            return {key: _unescaped(each) for key, each in value.items()}
    return value
