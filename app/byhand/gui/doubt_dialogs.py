"""Opens what explains a friend whose identity is in doubt, and gives the user's verdict."""

from collections.abc import Callable

from byhand.domain.friend import Trust
from byhand.domain.identity import FriendId
from byhand.domain.text import filled
from byhand.gui.attempts import ask_until_taken, attempt
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.friend_menu import Wish
from byhand.gui.identity_dialog import IdentityDialog, Verdict
from byhand.gui.main_window import MainWindow
from byhand.gui.person_row import FriendRow, is_changed
from byhand.gui.questions import ask
from byhand.gui.translation import translate
from byhand.service.orders import FriendOrders


class DoubtDialogs:
    """One dialog about a changed identity is open at a time; it goes when that is settled."""

    def __init__(
        self,
        orders: FriendOrders,
        window: MainWindow,
        friends: FriendListModel,
        pair: Callable[[], None],
    ) -> None:
        """`pair` leads to where people pair in person: a held friend has no other connection."""
        self._orders = orders
        self._window = window
        self._friends = friends
        self._pair = pair
        self._open: tuple[FriendId, FriendId, IdentityDialog] | None = None
        window.sidebar.view.wish_told.connect(self._wish_told)
        window.pane.notice.explain_requested.connect(self.explain)
        friends.friend_changed.connect(lambda _: self._renew())

    def explain(self, friend_id: FriendId) -> None:
        """Say what is in doubt about a friend, and offer the ways out."""
        row = self._friends.friend_row(friend_id)
        if row is None:
            return
        if is_changed(row.friend):
            self._explain_change(row)
        elif row.friend.trust is Trust.BLOCKED:
            self._explain_block(row)
        elif row.friend.is_copied:
            self._explain_copy(row)

    def _wish_told(self, wish: Wish, friend_id: FriendId) -> None:
        if wish is Wish.EXPLAIN:
            self.explain(friend_id)

    # --- an identity that has changed

    def _explain_change(self, row: FriendRow) -> None:
        if self._open is not None:
            self._open[2].activateWindow()
            return
        rival = self._friends.friend_row(row.friend.rival) if row.friend.rival else None
        if rival is None:
            self._explain_loss(row)
            return
        known, newcomer = (row, rival) if row.friend.trust is Trust.KEY_CHANGED else (rival, row)
        now = self._friends.now()
        dialog = IdentityDialog(self._window.theme, known, newcomer, now, self._window)
        self._open = known.friend.id, newcomer.friend.id, dialog
        dialog.verdict_given.connect(lambda verdict: self._judge(verdict, known, newcomer))
        dialog.verify_requested.connect(self._verify_newcomer)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _explain_loss(self, row: FriendRow) -> None:
        """Explain a change of which the newcomer is not there any more."""
        friend_id = row.friend.id
        title = filled(translate("Identity", "The identity of {name} has changed"), name=row.name)
        text = translate(
            "Identity", "Nothing is sent until you have paired with them again and compared codes."
        )
        ask(
            self._window.theme,
            self._window,
            title,
            text,
            translate("Identity", "Pair again…"),
            self._pair,
            (translate("Identity", "Block"), lambda: self._orders.block(friend_id)),
        )

    def _renew(self) -> None:
        """Show the newcomer as they are now; close the dialog when there is nothing to say."""
        if self._open is None:
            return
        known_id, newcomer_id, dialog = self._open
        known, newcomer = (self._friends.friend_row(each) for each in (known_id, newcomer_id))
        if known is None or newcomer is None or not is_changed(known.friend):
            dialog.close()
        else:
            dialog.show_newcomer(newcomer)

    def _closed(self) -> None:
        self._open = None

    def _verify_newcomer(self) -> None:
        if self._open is None:
            return
        newcomer = self._friends.friend_row(self._open[1])
        if newcomer is not None and newcomer.presence.is_online:
            self._window.sidebar.view.verify_requested.emit(newcomer.friend.id)
        else:
            self._pair()

    def _judge(self, verdict: Verdict, known: FriendRow, newcomer: FriendRow) -> None:
        window = self._window
        match verdict:
            case Verdict.SOMEBODY_ELSE:
                self._ask_name(newcomer)
            case Verdict.ANOTHER_COMPUTER:
                join = self._orders.join
                attempt(window.theme, window, lambda: join(newcomer.friend.id, known.friend.id))
            case Verdict.REPLACES:
                self._ask_replacement(known)
            case Verdict.BLOCK:
                window.sidebar.view.wish_told.emit(Wish.BLOCK, newcomer.friend.id)
            case Verdict.REMOVE:
                window.sidebar.view.wish_told.emit(Wish.REMOVE, newcomer.friend.id)

    def _ask_name(self, newcomer: FriendRow) -> None:
        window, friend_id = self._window, newcomer.friend.id
        title = filled(translate("Identity", "What do you call {name}?"), name=newcomer.name)
        text = translate("Identity", "A name that none of your friends has.")
        words = title, text, translate("Identity", "Call them that")
        keep_apart = self._orders.keep_apart
        ask_until_taken(
            window.theme, window, words, newcomer.name, lambda name: keep_apart(friend_id, name)
        )

    def _ask_replacement(self, known: FriendRow) -> None:
        title = filled(translate("Identity", "Forget the old {name}?"), name=known.name)
        text = translate(
            "Identity",
            "What waits for the old computer goes off the list. Files you already have stay where"
            " they are.",
        )
        ask(
            self._window.theme,
            self._window,
            title,
            text,
            translate("Identity", "Replace the old one"),
            lambda: self._orders.remove(known.friend.id),
        )

    # --- an identity used on two computers, and a friend who is blocked

    def _explain_copy(self, row: FriendRow) -> None:
        friend_id = row.friend.id
        title = filled(translate("Identity", "{name} is used on two computers"), name=row.name)
        text = translate(
            "Identity",
            "The identity came from one computer, and now from another one. Either it has moved"
            " there, or somebody has a copy of it. Ask {name}; until then every file is asked"
            " about.",
        )
        ask(
            self._window.theme,
            self._window,
            title,
            filled(text, name=row.name),
            translate("Identity", "It has moved"),
            lambda: self._orders.confirm_moved(friend_id),
            (translate("Identity", "Block"), lambda: self._orders.block(friend_id)),
        )

    def _explain_block(self, row: FriendRow) -> None:
        title = filled(translate("Identity", "You have blocked {name}"), name=row.name)
        text = translate("Identity", "Nothing comes from them, and nothing can be sent to them.")
        ask(
            self._window.theme,
            self._window,
            title,
            text,
            translate("Identity", "Unblock"),
            lambda: self._orders.unblock(row.friend.id),
        )
