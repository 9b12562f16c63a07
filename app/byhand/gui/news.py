"""What is worth a notification while the user looks elsewhere."""

from collections.abc import Callable

from byhand import wording
from byhand.domain.events import (
    Event,
    FriendAdded,
    FriendChanged,
    FriendRemoved,
    IntroductionChanged,
    IntroductionGone,
    PairingChanged,
    ProfileChanged,
    TransferAdded,
    TransferChanged,
    TransferRemoved,
)
from byhand.domain.friend import Friend, Trust
from byhand.domain.identity import FriendId
from byhand.domain.introduction import IntroductionStage
from byhand.domain.notification import Notification, Reply, Telling
from byhand.domain.pairing import PairingId, PairingStage
from byhand.domain.text import joined
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from byhand.gui.desktop_orders import DesktopOrders
from byhand.gui.nameless_words import nameless_introduction, nameless_line, nameless_pairing
from byhand.gui.names import person_name, short_name
from byhand.gui.offer_words import accepted_line, offer_question
from byhand.gui.transfer_row import row_look, shown_title
from byhand.gui.translation import translate

WORTH_TELLING = frozenset(
    {
        TransferState.DONE,
        TransferState.PARTLY_DONE,
        TransferState.DECLINED,
        TransferState.FAILED,
    }
)
_Replies = tuple[tuple[Reply, str], ...]


class News:
    """Follows events and says what has happened, unless the window is being looked at.

    What was told as a question and is none any more is taken off the screen.
    """

    def __init__(self, is_looked_at: Callable[[], bool], desktop: DesktopOrders) -> None:
        self._is_looked_at = is_looked_at
        self._desktop = desktop
        self._telling = Telling.EVERYTHING
        self._friends: dict[FriendId, Friend] = {}
        self._transfers: dict[TransferId, Transfer] = {}
        self._told: dict[TransferId, tuple[TransferState, bytes]] = {}
        self._asked: set[bytes] = set()
        self._questions: set[bytes] = set()

    def handle(self, event: Event) -> None:
        """Follow an event."""
        match event:
            case ProfileChanged(profile):
                self._telling = profile.telling
            case FriendAdded(friend) | FriendChanged(friend):
                self._friends[friend.id] = friend
            case FriendRemoved(friend_id):
                self._friends.pop(friend_id, None)
            case TransferAdded(transfer) if transfer.is_counted or transfer.is_final:
                # From before this start: it is a row, and does not come up again by itself.
                self._transfers[transfer.id] = transfer
                self._told[transfer.id] = _stand(transfer)
            case TransferAdded(transfer) | TransferChanged(transfer):
                self._follow(transfer)
            case TransferRemoved(transfer_id):
                self._transfers.pop(transfer_id, None)
                self._told.pop(transfer_id, None)
                self._desktop.withdraw_notification(transfer_id)
            case _:
                self._follow_meetings(event)

    def standing_offer(self, notification: Notification) -> TransferId | None:
        """Return the offer that a notification asks about: the very one, and by a verified friend.

        None if it is answered or gone, another by now, or being told anew.
        """
        transfer = self._transfers.get(TransferId(notification.about))
        if transfer is None or not _is_offer(transfer):
            return None
        friend = self._friends.get(transfer.friend_id)
        is_the_same = bool(transfer.digest) and transfer.digest == notification.digest
        return transfer.id if is_the_same and _is_verified(friend) else None

    def _follow_meetings(self, event: Event) -> None:
        is_nameless = self._telling is Telling.NO_NAMES
        match event:
            case PairingChanged(pairing) if pairing.friend and pairing.stage is PairingStage.ASKED:
                name = person_name(pairing.friend.name)
                question = wording.pairing_question(pairing, name, translate)
                question = nameless_pairing() if is_nameless else question
                self._ask(_pairing_key(pairing.id), question)
            case PairingChanged(pairing):
                self._asked_no_more(_pairing_key(pairing.id))
            case IntroductionChanged(introduced) if introduced.stage is IntroductionStage.ASKED:
                names = person_name(introduced.introducer.name), person_name(introduced.name)
                line = wording.introduction_line(introduced, *names, translate)
                self._ask(introduced.id, nameless_introduction() if is_nameless else line)
            case IntroductionChanged(introduced):
                self._asked_no_more(introduced.id)
            case IntroductionGone(introduction_id):
                self._asked_no_more(introduction_id)
            case _:
                pass

    def _ask(self, key: bytes, question: str) -> None:
        if key in self._asked:
            return
        self._asked.add(key)
        if not self._is_looked_at():
            self._notify(Notification(key, question, "", "im", _opening()), is_question=True)

    def _asked_no_more(self, key: bytes) -> None:
        self._asked.discard(key)
        self._withdraw_question(key)

    def _follow(self, transfer: Transfer) -> None:
        self._transfers[transfer.id] = transfer
        if transfer.state is TransferState.OFFERED and not transfer.is_counted:
            return  # it may turn out to be the same once more
        friend = self._friends.get(transfer.friend_id)
        told = self._told.get(transfer.id)
        if told != _stand(transfer):
            self._withdraw_question(transfer.id)
        is_unasked = transfer.accepted_by_policy and transfer.state is TransferState.ACTIVE
        is_ended = transfer.state in WORTH_TELLING and not transfer.ended_by_me
        is_worth_it = _is_offer(transfer) or is_ended or is_unasked
        if friend is None or not is_worth_it or told == _stand(transfer):
            return
        self._told[transfer.id] = _stand(transfer)
        # What comes by itself always: nobody has seen a question.
        if is_unasked or not self._is_looked_at():
            self._notify(self._notification_of(transfer, friend), is_question=_is_offer(transfer))

    def _notification_of(self, transfer: Transfer, friend: Friend) -> Notification:
        title, body = self._words(transfer, friend)
        if not transfer.is_final:
            replies = _answers(friend) if _is_offer(transfer) else _clicked()
            return Notification(transfer.id, title, body, "transfer", replies, transfer.digest)
        is_good = transfer.state is TransferState.DONE
        category = "transfer.complete" if is_good else "transfer.error"
        return Notification(transfer.id, title, body, category, _clicked())

    def _words(self, transfer: Transfer, friend: Friend) -> tuple[str, str]:
        if self._telling is Telling.NO_NAMES:
            return nameless_line(transfer), joined(_cautions(transfer))
        name = person_name(friend.name)
        if transfer.is_final:
            names = [person_name(each.name) for each in self._friends.values()]
            look = row_look(transfer, None, name, short_name(name, names))
            return look.title, joined((look.person, look.line))
        title = shown_title(transfer)
        if not _is_offer(transfer):
            return accepted_line(transfer, name), title
        return offer_question(transfer, name), joined((title, *_cautions(transfer)))

    def _notify(self, notification: Notification, *, is_question: bool) -> None:
        if self._telling is Telling.NOTHING:
            return
        if is_question:
            self._questions.add(notification.about)
        self._desktop.notify(notification)

    def _withdraw_question(self, about: bytes) -> None:
        if about in self._questions:
            self._questions.discard(about)
            self._desktop.withdraw_notification(about)


def _pairing_key(pairing_id: PairingId) -> bytes:
    return b"pairing %d" % pairing_id


def _stand(transfer: Transfer) -> tuple[TransferState, bytes]:
    """Return what is told once: how it stands, and an offer also by what exactly is offered."""
    return transfer.state, transfer.digest if transfer.state is TransferState.OFFERED else b""


def _cautions(transfer: Transfer) -> list[str]:
    """Return what whoever says yes has to know; also of one that was accepted by itself."""
    programs = wording.programs_line(transfer, translate)
    consent = wording.consent_line(transfer.others, translate) if _is_offer(transfer) else ""
    return [part for part in (programs, consent) if part]


def _is_offer(transfer: Transfer) -> bool:
    is_offered = transfer.state is TransferState.OFFERED and transfer.is_counted
    return is_offered and transfer.direction is Direction.INCOMING


def _is_verified(friend: Friend | None) -> bool:
    return friend is not None and friend.trust is Trust.VERIFIED


def _answers(friend: Friend) -> _Replies:
    """Return how an offer may be answered at once: by one who is not verified it is looked at."""
    if not _is_verified(friend):
        return _opening()
    accept = translate("Notification", "Accept")
    decline = translate("Notification", "Decline")
    return (*_clicked(), (Reply.ACCEPT, accept), (Reply.DECLINE, decline))


def _opening() -> _Replies:
    return (*_clicked(), (Reply.OPEN, translate("Notification", "Open")))


def _clicked() -> _Replies:
    return ((Reply.CLICK, translate("Notification", "Open")),)
