"""What is worth a notification while the user looks elsewhere."""

from collections.abc import Callable

from byhand import wording
from byhand.domain.events import (
    Event,
    FriendAdded,
    FriendChanged,
    IntroductionChanged,
    PairingChanged,
    TransferAdded,
    TransferChanged,
    TransferRemoved,
)
from byhand.domain.friend import Friend
from byhand.domain.identity import FriendId
from byhand.domain.introduction import IntroductionId, IntroductionStage
from byhand.domain.pairing import PairingId, PairingStage
from byhand.domain.text import joined
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
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

Notify = Callable[[bytes, str, str, str], None]
"""notify(about, title, body, category)"""


class News:
    """Follows events and says what has happened, unless the window is being looked at."""

    def __init__(self, is_looked_at: Callable[[], bool], notify: Notify) -> None:
        self._is_looked_at = is_looked_at
        self._notify = notify
        self._friends: dict[FriendId, Friend] = {}
        self._told: dict[TransferId, TransferState] = {}
        self._asked: set[PairingId | IntroductionId] = set()

    def handle(self, event: Event) -> None:
        """Follow an event."""
        match event:
            case FriendAdded(friend) | FriendChanged(friend):
                self._friends[friend.id] = friend
            case TransferAdded(transfer) if transfer.is_counted or transfer.is_final:
                # From before this start: it is a row, and does not come up again by itself.
                self._told[transfer.id] = transfer.state
            case TransferAdded(transfer) | TransferChanged(transfer):
                self._follow(transfer)
            case TransferRemoved(transfer_id):
                self._told.pop(transfer_id, None)
            case PairingChanged(pairing) if pairing.friend and pairing.stage is PairingStage.ASKED:
                name = person_name(pairing.friend.name)
                question = wording.pairing_question(pairing, name, translate)
                self._ask(pairing.id, pairing.friend, question)
            case IntroductionChanged(introduced) if introduced.stage is IntroductionStage.ASKED:
                names = person_name(introduced.introducer.name), person_name(introduced.name)
                question = wording.introduction_line(introduced, *names, translate)
                self._ask(introduced.id, introduced.introducer, question)
            case _:
                pass

    def _ask(self, key: PairingId | IntroductionId, friend: Friend, question: str) -> None:
        if key in self._asked:
            return
        self._asked.add(key)
        if not self._is_looked_at():
            self._notify(friend.id, question, "", "im")

    def _follow(self, transfer: Transfer) -> None:
        friend = self._friends.get(transfer.friend_id)
        is_unasked = transfer.accepted_by_policy and transfer.state is TransferState.ACTIVE
        is_offer = (
            transfer.direction is Direction.INCOMING
            and transfer.state is TransferState.OFFERED
            and transfer.is_counted
        )
        is_ended = transfer.state in WORTH_TELLING and not transfer.ended_by_me
        if friend is None or not (is_offer or is_ended or is_unasked):
            return
        if self._told.get(transfer.id) is transfer.state:
            return
        self._told[transfer.id] = transfer.state
        name = person_name(friend.name)
        if is_unasked:
            # Always: nobody has seen a question.
            title = shown_title(transfer)
            self._notify(transfer.id, accepted_line(transfer, name), title, "transfer")
        elif not self._is_looked_at():
            self._notify_of(transfer, name, is_offer=is_offer)

    def _notify_of(self, transfer: Transfer, name: str, *, is_offer: bool) -> None:
        names = [person_name(each.name) for each in self._friends.values()]
        short = short_name(name, names)
        look = row_look(transfer, None, name, short)
        if is_offer:
            programs = wording.programs_line(transfer, translate)
            body = joined((look.title, programs)) if programs else look.title
            self._notify(transfer.id, offer_question(transfer, name), body, "transfer")
        else:
            is_good = transfer.state is TransferState.DONE
            category = "transfer.complete" if is_good else "transfer.error"
            self._notify(transfer.id, look.title, joined((look.person, look.line)), category)
