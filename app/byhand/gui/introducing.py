"""Follows introductions: the cards of those made to us, and the dialog to make one."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from byhand import wording
from byhand.domain.events import (
    Event,
    FriendAdded,
    FriendChanged,
    FriendRemoved,
    IntroductionAnswered,
    IntroductionChanged,
    IntroductionGone,
)
from byhand.domain.friend import Friend, Presence
from byhand.domain.identity import FriendId
from byhand.domain.introduction import Introduced, IntroductionId, IntroductionStage
from byhand.gui.announcer import announce
from byhand.gui.attempts import problem_of
from byhand.gui.introduce_dialog import IntroduceDialog
from byhand.gui.main_window import MainWindow
from byhand.gui.names import person_name
from byhand.gui.notice_card import NoticeCard
from byhand.gui.notices import LASTING_MS, show_notice
from byhand.gui.request_card import RequestCard
from byhand.gui.translation import translate
from byhand.service.orders import Service

SIGNS = {
    IntroductionStage.AGREED: ("clock", "text_secondary"),
    IntroductionStage.DONE: ("circle-check", "ok"),
    IntroductionStage.EXPIRED: ("clock", "warn"),
}


class Introducing:
    """Shows a card for each introduction, and a line for what comes of it."""

    def __init__(
        self, service: Service, window: MainWindow, block: Callable[[FriendId], None]
    ) -> None:
        self._service = service
        self._window = window
        self._block = block
        self._friends: dict[FriendId, tuple[Friend, Presence]] = {}
        self._shown: dict[IntroductionId, IntroductionStage] = {}

    # --- what the service tells

    def handle(self, event: Event) -> None:
        """Follow an event."""
        match event:
            case FriendAdded(friend, presence) | FriendChanged(friend, presence):
                self._friends[friend.id] = friend, presence
            case FriendRemoved(friend_id):
                self._friends.pop(friend_id, None)
            case IntroductionChanged(introduced):
                self._changed(introduced)
            case IntroductionGone(introduction_id):
                self._shown.pop(introduction_id, None)
                self._window.pane.offers.remove(("introduction", introduction_id))
            case IntroductionAnswered(friend, other_name, agrees):
                self._answered(friend, other_name, agrees=agrees)
            case _:
                pass

    def _changed(self, introduced: Introduced) -> None:
        before = self._shown.get(introduced.id)
        if before is introduced.stage:
            return
        self._shown[introduced.id] = introduced.stage
        if introduced.stage is IntroductionStage.DECLINED:
            # It was the user who declined: there is nothing to be told.
            self._dismiss(introduced.id)
            return
        is_asked = introduced.stage is IntroductionStage.ASKED
        key, offers = ("introduction", introduced.id), self._window.pane.offers
        if is_asked:
            offers.put(key, self._request(introduced))
        else:
            offers.put_notice(key, self._notice(introduced))
        if self._window.isVisible():
            # What was there before the window opened is no news.
            self._announce(introduced, is_urgent=is_asked)

    def _announce(self, introduced: Introduced, *, is_urgent: bool) -> None:
        line = wording.introduction_line(introduced, *_names(introduced), translate)
        announce(self._window, line, is_urgent=is_urgent)
        if is_urgent:
            QApplication.alert(self._window)

    def _request(self, introduced: Introduced) -> RequestCard:
        introducer, name = _names(introduced)
        computer = person_name(introduced.computer)
        question = wording.introduction_line(introduced, introducer, name, translate)
        details = wording.introduction_details(introducer, name, computer, translate)
        card = RequestCard(self._window.theme, translate("Introduction", "Become friends"))
        card.show_request(name, introduced.id, question, details)
        card.offer_block(introducer)
        card.agreed.connect(lambda: self._answer(introduced.id, agrees=True))
        card.declined.connect(lambda: self._answer(introduced.id, agrees=False))
        card.block_requested.connect(lambda: self._block(introduced.introducer.id))
        return card

    def _notice(self, introduced: Introduced) -> NoticeCard:
        is_waiting = introduced.stage is IntroductionStage.AGREED
        line = wording.introduction_line(introduced, *_names(introduced), translate)
        verb = translate("Introduction", "Take it back") if is_waiting else ""
        lasting = LASTING_MS if introduced.stage is IntroductionStage.DONE else 0
        card = NoticeCard(self._window.theme, SIGNS[introduced.stage], line, verb, lasting)
        if is_waiting:
            card.acted.connect(lambda: self._answer(introduced.id, agrees=False))
            key = ("introduction", introduced.id)
            card.gone.connect(lambda: self._window.pane.offers.remove(key))
        else:
            card.gone.connect(lambda: self._dismiss(introduced.id))
        return card

    def _answered(self, friend: Friend, other_name: str, *, agrees: bool) -> None:
        name, other = person_name(friend.name), person_name(other_name)
        text = wording.introduction_answer(name, other, translate, agrees=agrees)
        icon = ("circle-check", "ok") if agrees else ("circle-x", "text_tertiary")
        show_notice(self._window, ("answer", friend.id, other_name), icon, text)

    # --- what the user wants

    def introduce(self, friend_id: FriendId) -> None:
        """Ask to whom a friend shall be introduced."""
        if friend_id not in self._friends:
            return
        friend, _ = self._friends[friend_id]
        dialog = IntroduceDialog(self._window.theme, friend, self._others(friend), self._window)
        dialog.picked.connect(lambda other: self._order(dialog, friend, other))
        dialog.open()

    def _others(self, friend: Friend) -> list[Friend]:
        """Return who can be introduced: those who are there, other than the friend themselves."""
        return [
            other
            for other, presence in self._friends.values()
            if presence.is_online
            and not other.is_held
            and other.id != friend.id
            and other.name != friend.name
        ]

    def _order(self, dialog: IntroduceDialog, friend: Friend, other: Friend) -> None:
        problem = problem_of(lambda: self._service.introductions.introduce(friend.id, other.id))
        if problem:
            dialog.show_problem(problem)
            return
        dialog.accept()
        text = wording.introduction_sent(
            person_name(friend.name), person_name(other.name), translate
        )
        key = ("introduced", friend.id, other.id)
        show_notice(self._window, key, ("users", "text_secondary"), text)

    def _answer(self, introduction_id: IntroductionId, *, agrees: bool) -> None:
        self._window.pane.offers.remove(("introduction", introduction_id))
        self._service.introductions.answer(introduction_id, agrees=agrees)

    def _dismiss(self, introduction_id: IntroductionId) -> None:
        self._window.pane.offers.remove(("introduction", introduction_id))
        self._service.introductions.dismiss(introduction_id)


def _names(introduced: Introduced) -> tuple[str, str]:
    """Return what introducer and introduced are called here."""
    return person_name(introduced.introducer.name), person_name(introduced.name)
