"""Opens what is asked about a friend one has, and gives the orders."""

from collections.abc import Callable

from byhand.domain.friend import Policy
from byhand.domain.identity import FriendId
from byhand.domain.limits import RateLimits
from byhand.domain.text import filled
from byhand.gui.attempts import ask_until_taken, attempt, problem_of
from byhand.gui.circle import told_apart
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.friend_menu import Wish
from byhand.gui.friend_picker import FriendPicker
from byhand.gui.main_window import MainWindow
from byhand.gui.person_row import FriendRow
from byhand.gui.policy_dialog import PolicyDialog
from byhand.gui.questions import ask, tell
from byhand.gui.speed_dialog import open_friend_speed
from byhand.gui.translation import translate
from byhand.service.orders import FriendOrders


class FriendDialogs:
    """Follows the friends' menu; one dialog about what happens to files is open at a time."""

    def __init__(
        self, orders: FriendOrders, window: MainWindow, friends: FriendListModel, home: str
    ) -> None:
        self._orders = orders
        self._window = window
        self._theme = window.theme
        self._friends = friends
        self._home = home
        self._policy: tuple[FriendId, PolicyDialog] | None = None
        window.sidebar.view.wish_told.connect(self.fulfil)
        friends.friend_changed.connect(self._friend_changed)

    def fulfil(self, wish: Wish, friend_id: FriendId) -> None:
        """Do what the menu was asked for."""
        row = self._friends.friend_row(friend_id)
        if row is None:
            return
        questions = {
            Wish.RENAME: self._ask_name,
            Wish.POLICY: self._ask_policy,
            Wish.SPEED: self._ask_speed,
            Wish.JOIN: self._ask_person,
            Wish.ADDRESS: self._ask_address,
            Wish.BLOCK: self._ask_block,
            Wish.REMOVE: self._ask_removal,
        }
        orders: dict[Wish, Callable[[], None]] = {
            Wish.SEND_HERE: lambda: self._window.choose_files((friend_id,)),
            Wish.OWN: lambda: self._orders.set_mine(friend_id, True),
            Wish.DISOWN: lambda: self._orders.set_mine(friend_id, False),
            Wish.UNBLOCK: lambda: self._orders.unblock(friend_id),
        }
        if wish in questions:
            questions[wish](row)
        elif wish in orders:
            attempt(self._theme, self._window, orders[wish])

    def _ask_name(self, row: FriendRow) -> None:
        title = filled(translate("Questions", "Rename {name}"), name=row.name)
        words = title, "", translate("Questions", "Rename")
        ask_until_taken(
            self._theme,
            self._window,
            words,
            row.name,
            lambda name: self._orders.rename(row.friend.id, name),
        )

    def _ask_removal(self, row: FriendRow) -> None:
        title = filled(translate("Questions", "Remove {name}?"), name=self._full_name(row))
        text = translate(
            "Questions",
            "You can't send each other files any more until you invite each other again."
            " Files you already have stay where they are.",
        )
        verb = translate("Questions", "Remove")
        ask(
            self._theme, self._window, title, text, verb, lambda: self._orders.remove(row.friend.id)
        )

    def _ask_block(self, row: FriendRow) -> None:
        title = filled(translate("Questions", "Block {name}?"), name=self._full_name(row))
        text = translate(
            "Questions",
            "What is under way with them ends, and nothing comes from them until you unblock"
            " them. They are not told.",
        )
        verb = translate("Questions", "Block")
        ask(self._theme, self._window, title, text, verb, lambda: self._orders.block(row.friend.id))

    def _ask_speed(self, row: FriendRow) -> None:
        def limit(limits: RateLimits) -> None:
            self._orders.set_limits(row.friend.id, limits)

        name = self._full_name(row)
        open_friend_speed(self._theme, self._window, name, row.friend.limits, limit)

    # --- what happens to their files

    def _ask_policy(self, row: FriendRow) -> None:
        if self._policy is not None:
            self._policy[1].close()
        friend_id = row.friend.id
        dialog = PolicyDialog(self._theme, row, self._full_name(row), self._home, self._window)
        self._policy = friend_id, dialog
        dialog.policy_chosen.connect(lambda policy: self._set_policy(friend_id, policy, dialog))
        dialog.folder_requested.connect(
            lambda folder: self._window.choose_folder(
                translate("Policy", "Save these files in"), folder, dialog.set_folder
            )
        )
        verify = self._window.sidebar.view.verify_requested
        dialog.verify_requested.connect(lambda: verify.emit(friend_id))
        dialog.finished.connect(lambda: self._policy_closed(dialog))
        dialog.open()

    def _set_policy(self, friend_id: FriendId, policy: Policy, dialog: PolicyDialog) -> None:
        problem = problem_of(lambda: self._orders.set_policy(friend_id, policy))
        if problem:
            dialog.say_problem(problem)
        else:
            dialog.accept()

    def _policy_closed(self, dialog: PolicyDialog) -> None:
        if self._policy is not None and self._policy[1] is dialog:
            self._policy = None

    def _friend_changed(self, friend_id: FriendId) -> None:
        if self._policy is None or self._policy[0] != friend_id:
            return
        row = self._friends.friend_row(friend_id)
        if row is None:
            self._policy[1].close()
        else:
            self._policy[1].show_friend(row)

    # --- whose computer it is, and where

    def _ask_person(self, row: FriendRow) -> None:
        others = [
            person.computers[0]
            for person in self._friends.people()
            if not (person.has(row.friend.id) or person.friend.is_mine or person.is_held)
        ]
        title = translate("Questions", "Another computer of whom?")
        if not others:
            text = translate("Questions", "There is no other friend whose computer it could be.")
            tell(self._theme, self._window, title, text)
            return
        picker = FriendPicker(self._theme, self._friends, self._window, others)
        picker.picked.connect(lambda _, chosen: self._ask_join(row, chosen[0]))
        picker.ask(None, self._window.sidebar.view.place_of_current(), title)

    def _ask_join(self, row: FriendRow, person_id: FriendId) -> None:
        person = self._friends.person(person_id)
        if person is None:
            return
        names = {"name": row.name, "person": person.name}
        title = filled(translate("Questions", "Is {name} another computer of {person}?"), **names)
        text = translate(
            "Questions",
            "Both are shown as {person} then, and you choose the computer when you send.",
        )
        verb = translate("Questions", "Show them as one")
        join = self._orders.join
        ask(
            self._theme,
            self._window,
            title,
            filled(text, **names),
            verb,
            lambda: attempt(self._theme, self._window, lambda: join(row.friend.id, person_id)),
        )

    def _ask_address(self, row: FriendRow) -> None:
        title = filled(translate("Questions", "Add an address of {name}"), name=row.name)
        text = translate(
            "Questions",
            "Where their computer can be reached, as HOST or HOST:PORT. It is tried besides the"
            " addresses that are found by themselves.",
        )
        words = title, text, translate("Questions", "Add")
        add = self._orders.add_address
        ask_until_taken(
            self._theme, self._window, words, "", lambda address: add(row.friend.id, address)
        )

    # --- asking

    def _full_name(self, row: FriendRow) -> str:
        """Return a person's name, with the computer's where they have others."""
        person = self._friends.person(row.friend.id)
        return row.name if person is None else told_apart(row.name, row, person)
