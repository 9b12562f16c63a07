"""Follows how friends are made: opens "Add a friend" and pairings, and shows who asks."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from byhand import wording
from byhand.domain.events import (
    AddingFriend,
    Event,
    InviteMade,
    InviteUsed,
    NearbyAppeared,
    NearbyGone,
    PairingChanged,
    PairingWindowChanged,
    ProfileChanged,
)
from byhand.domain.friend import Nearby
from byhand.domain.identity import FriendId
from byhand.domain.pairing import Pairing, PairingId, PairingStage, PairingWindow
from byhand.domain.profile import Profile
from byhand.domain.text import joined
from byhand.gui.add_friend_dialog import AddFriendDialog, Way
from byhand.gui.announcer import announce
from byhand.gui.attempts import problem_of
from byhand.gui.friend_menu import Wish
from byhand.gui.main_window import MainWindow
from byhand.gui.notices import show_notice
from byhand.gui.pairing_cards import ask_card
from byhand.gui.pairing_dialog import PairingDialog
from byhand.gui.pairing_words import person_shown
from byhand.gui.translation import translate
from byhand.service.orders import Service


class Befriending:
    """At most one "Add a friend" and one pairing are open at a time."""

    def __init__(
        self,
        service: Service,
        window: MainWindow,
        now: Callable[[], float],
        block: Callable[[FriendId], None],
    ) -> None:
        self._service = service
        self._window = window
        self._now = now
        self._block = block
        self._profile: Profile | None = None
        self._nearby: dict[str, Nearby] = {}
        self._open_window = PairingWindow()
        self._asking: dict[PairingId, Pairing] = {}
        self._over: set[PairingId] = set()
        self._is_mine = False
        self._adding: AddFriendDialog | None = None
        self._pairing: PairingDialog | None = None

    # --- what the service tells

    def handle(self, event: Event) -> None:
        """Follow an event."""
        match event:
            case ProfileChanged(profile):
                self._profile = profile
            case NearbyAppeared(nearby):
                self._nearby[nearby.key] = nearby
            case NearbyGone(key):
                self._nearby.pop(key, None)
            case PairingWindowChanged(window):
                self._open_window = window
            case PairingChanged(pairing):
                self._pairing_changed(pairing)
            case _:
                pass
        if self._adding is not None:
            _tell(self._adding, event)

    def _pairing_changed(self, pairing: Pairing) -> None:
        if pairing.id in self._over:
            return
        if pairing.stage is PairingStage.ASKED:
            self._asked(pairing)
        elif self._forget_asking(pairing.id) and pairing.stage is PairingStage.FAILED:
            self._over.add(pairing.id)
        else:
            self._show_pairing(pairing)

    def _asked(self, pairing: Pairing) -> None:
        is_new = pairing.id not in self._asking
        self._asking[pairing.id] = pairing
        if is_new:
            self._show_asking(pairing)
            name, _ = person_shown(pairing)
            question = wording.pairing_question(pairing, name, translate)
            announce(self._adding or self._window, question, is_urgent=True)
            QApplication.alert(self._window)

    def _show_asking(self, pairing: Pairing) -> None:
        """Show a card in the open dialog, or in the window if it is a friend who asks."""
        if self._adding is not None:
            self._adding.nearby.show_asking(pairing)
            return
        friend = pairing.friend
        if friend is None:
            return
        card = ask_card(self._window.theme, pairing)
        card.agreed.connect(lambda: self._answer(pairing.id, True, friend.is_mine))
        card.declined.connect(lambda: self._answer(pairing.id, False, friend.is_mine))
        card.offer_block(person_shown(pairing)[0])
        card.block_requested.connect(lambda: self._block(friend.id))
        self._window.pane.offers.put(("pairing", pairing.id), card)

    def _forget_asking(self, pairing_id: PairingId) -> bool:
        """Take somebody's card away; say whether there was one."""
        was_asking = self._asking.pop(pairing_id, None) is not None
        self._window.pane.offers.remove(("pairing", pairing_id))
        if self._adding is not None:
            self._adding.nearby.remove_asking(pairing_id)
        return was_asking

    def _show_pairing(self, pairing: Pairing) -> None:
        dialog = self._pairing
        if dialog is None:
            dialog = self._pairing = self._new_pairing_dialog()
            dialog.show_pairing(pairing)
            dialog.open()
        else:
            shown = dialog.pairing()
            if shown is not None and shown.id != pairing.id:
                self._over.add(shown.id)
            dialog.show_pairing(pairing)
        self._end_well(dialog, pairing)

    def _end_well(self, dialog: PairingDialog, pairing: Pairing) -> None:
        """Tell in a line of the window that they are friends now; the dialogs go."""
        words, friend = dialog.last_words(), pairing.friend
        if words is None or friend is None:
            return
        dialog.accept()
        tell = self._window.sidebar.view.wish_told.emit
        rename = translate("FriendMenu", "Rename…"), lambda: tell(Wish.RENAME, friend.id)
        choice = None if dialog.is_known or friend.is_mine else rename
        sentence = joined((words.heading, words.text))
        show_notice(self._window, ("paired", friend.id), words.sign, sentence, choice)

    def _new_pairing_dialog(self) -> PairingDialog:
        orders = self._service.pairing
        parent = self._adding or self._window
        dialog = PairingDialog(self._window.theme, self._profile, parent)
        dialog.code_typed.connect(orders.type_code)
        dialog.put_off.connect(orders.put_off)
        dialog.refused.connect(self._refuse)
        dialog.again_requested.connect(self._try_again)
        dialog.finished.connect(self._pairing_closed)
        return dialog

    # --- what the user wants

    def add_friend(self, way: Way = Way.NEARBY) -> None:
        """Open "Add a friend", and let people nearby ask."""
        if self._adding is not None:
            self._adding.show_way(way)
            self._adding.activateWindow()
            return
        dialog = self._adding = AddFriendDialog(self._window.theme, self._now, self._window)
        dialog.nearby.pair_requested.connect(self._pick)
        dialog.nearby.answered.connect(self._answer)
        dialog.nearby.look_requested.connect(self._service.pairing.open)
        dialog.nearby.check_requested.connect(lambda: self._window.check_requested.emit(None))
        dialog.invite.invite_requested.connect(self._make_invite)
        dialog.link.add_requested.connect(self._service.add_friend)
        dialog.finished.connect(self._adding_closed)
        for nearby in self._nearby.values():
            dialog.nearby.put_nearby(nearby)
        for pairing in self._asking.values():
            self._window.pane.offers.remove(("pairing", pairing.id))
            dialog.nearby.show_asking(pairing)
        dialog.nearby.show_window(self._open_window)
        dialog.open()
        self._service.pairing.open()
        dialog.show_way(way)

    def pair(self, nearby_key: str) -> None:
        """Open "Add a friend" and pick somebody nearby at once."""
        self.add_friend()
        self._pick(nearby_key, False)

    def compare_codes(self, friend_id: FriendId) -> None:
        """Compare codes with a friend who is there."""
        problem = problem_of(lambda: self._service.pairing.compare_codes(friend_id))
        if problem:
            key, icon = ("comparing", friend_id), ("circle-alert", "warn")
            show_notice(self._window, key, icon, problem)

    def _pick(self, key: str, is_mine: bool) -> None:
        self._is_mine = is_mine
        self._service.pairing.pair(key, is_mine=is_mine)

    def _answer(self, pairing_id: PairingId, agrees: bool, is_mine: bool) -> None:
        self._forget_asking(pairing_id)
        if agrees:
            self._service.pairing.accept(pairing_id, is_mine=is_mine)
        else:
            self._over.add(pairing_id)
            self._service.pairing.refuse(pairing_id)

    def _try_again(self, pairing: Pairing) -> None:
        if pairing.friend is not None:
            if self._pairing is not None:
                self._pairing.reject()
            self.compare_codes(pairing.friend.id)
        else:
            self._pick(pairing.nearby_key, self._is_mine)

    def _refuse(self, pairing_id: PairingId, codes_differ: bool) -> None:
        if not codes_differ:
            # The dialog is being closed: nobody is left to be told what comes of it.
            self._over.add(pairing_id)
        self._service.pairing.refuse(pairing_id, codes_differ=codes_differ)

    def _make_invite(self, hours: float, at: list[str]) -> None:
        problem = problem_of(lambda: self._service.make_invite(hours, at))
        if problem and self._adding is not None:
            self._adding.invite.show_problem(problem)

    def _pairing_closed(self) -> None:
        dialog, self._pairing = self._pairing, None
        pairing = dialog.pairing() if dialog is not None else None
        if pairing is None:
            return
        self._over.add(pairing.id)
        if pairing.stage is PairingStage.DONE and self._adding is not None:
            self._adding.close()

    def _adding_closed(self) -> None:
        self._adding = None
        self._service.pairing.close()
        for pairing in self._asking.values():
            self._show_asking(pairing)


def _tell(dialog: AddFriendDialog, event: Event) -> None:
    match event:
        case NearbyAppeared(nearby):
            dialog.nearby.put_nearby(nearby)
        case NearbyGone(key):
            dialog.nearby.remove_nearby(key)
        case PairingWindowChanged(window):
            dialog.nearby.show_window(window)
        case InviteMade():
            dialog.invite.show_invite(event)
        case InviteUsed():
            dialog.invite.show_used(event)
        case AddingFriend():
            dialog.link.show_adding(event)
        case _:
            pass
