"""What all links of one member's transfer share."""

from collections.abc import Callable

from msgspec import Struct

from byhand.engine.arriving_pieces import ArrivingPieces
from byhand.engine.bandwidth import Bucket
from byhand.engine.exchanged_pieces import ExchangedPieces
from byhand.engine.member_pieces import MemberPieces
from byhand.engine.served_pieces import ServedPieces


class LinkSharing(Struct, frozen=True):
    """`up` limits what is given; while it `is_held`, nothing is asked and nothing given."""

    exchanged: ExchangedPieces
    arriving: ArrivingPieces
    judged: MemberPieces
    served: ServedPieces
    up: Bucket
    is_held: Callable[[], bool]
    clock: Callable[[], float]
