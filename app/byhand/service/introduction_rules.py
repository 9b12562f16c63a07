"""What may be believed of an introduction that a friend has sent, and what is answered at once."""

from byhand.domain.codes import Code
from byhand.domain.identity import PublicKeys
from byhand.protocol.friend_messages import Introduce
from byhand.protocol.handshake import FUTURE_LIMIT_NS
from byhand.service.friend_book import FriendBook
from byhand.service.introducing import LIFETIME_SECONDS
from byhand.storage.friend_store import IntroductionRecord

CLOCKS_APART_SECONDS = FUTURE_LIMIT_NS // 10**9
"""As in handshakes: with friends whose clocks differ more nothing works at all."""
WAITING_FROM_ONE = 3
WAITING_IN_ALL = 10


def ready_answer(
    introduce: Introduce,
    record: IntroductionRecord,
    own: PublicKeys,
    book: FriendBook,
    now: float,
) -> Code | None:
    """Return what is answered without asking our user, None if they are to be asked."""
    if not now < introduce.expires_at <= now + LIFETIME_SECONDS + CLOCKS_APART_SECONDS:
        return Code.EXPIRED
    if book.get(record.keys.friend_id) is not None:
        return Code.OK
    if belongs_to_others(record, own, book) or _is_taken(record, book):
        return Code.DECLINED
    earlier = earlier_one(record, book)
    waiting = [
        each for each in book.openings.introductions() if not each.is_agreed and each != earlier
    ]
    from_one = [each for each in waiting if each.introducer == record.introducer]
    if len(from_one) >= WAITING_FROM_ONE or len(waiting) >= WAITING_IN_ALL:
        return Code.BUSY
    return None


def earlier_one(record: IntroductionRecord, book: FriendBook) -> IntroductionRecord | None:
    """Return what the same friend has said of the same person before, which this replaces."""
    return next(
        (each for each in book.openings.introductions() if _replaces(record, each)),
        None,
    )


def belongs_to_others(record: IntroductionRecord, own: PublicKeys, book: FriendBook) -> bool:
    """Say whether one of the keys is ours, or another friend's."""
    others = [book.keys(friend.id) for friend in book if friend.id != record.keys.friend_id]
    return any(map(record.keys.shares_one_with, (own, *others)))


def _replaces(record: IntroductionRecord, earlier: IntroductionRecord) -> bool:
    """Say whether both are what the same friend says of the same person."""
    return (earlier.introducer, earlier.keys) == (record.introducer, record.keys)


def _is_taken(record: IntroductionRecord, book: FriendBook) -> bool:
    """Say whether the id, or the secret, already stands for something else."""
    others = [each for each in book.openings.introductions() if not _replaces(record, each)]
    psks = {each.psk for each in others} | {each.psk for each in book.openings.invites()}
    return record.psk in psks or any(each.id == record.id for each in others)
