"""Asks who gets something, and which of a person's computers: one question after the other."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from byhand.domain.identity import FriendId
from byhand.domain.text import filled
from byhand.gui.content import Content
from byhand.gui.friend_list_model import FriendListModel
from byhand.gui.friend_picker import FriendPicker
from byhand.gui.names import short_name
from byhand.gui.person_row import PersonRow
from byhand.gui.theme import Theme
from byhand.gui.translation import translate

Friends = tuple[FriendId, ...]


class Recipients(QObject):
    """Nothing is sent to anybody before every question is answered."""

    explain_requested = Signal(object)  # FriendId to whom nothing can be sent

    def __init__(self, theme: Theme, friends: FriendListModel, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._friends = friends
        self._window = window

    @property
    def are_there(self) -> bool:
        """Whether there is any friend to send to."""
        return bool(self._friends.friends())

    def ask(
        self, content: Content, place: QPoint, answer: Callable[[Content, Friends], None]
    ) -> None:
        """Ask at a global place who gets something; nothing is asked where there is nobody.

        The answer has it with how it shall go to several.
        """
        if not self.are_there:
            return
        picker = FriendPicker(self._theme, self._friends, self._window, takes_several=True)
        picker.picked.connect(
            lambda chosen, friends: self.settle(friends, place, lambda to: answer(chosen, to))
        )
        picker.ask(content, place)

    def settle(self, friends: Friends, place: QPoint, answer: Callable[[Friends], None]) -> None:
        """Ask at a global place for which of their computers, where people have several."""
        self._settle(friends, (), place, answer)

    def _settle(
        self, left: Friends, settled: Friends, place: QPoint, answer: Callable[[Friends], None]
    ) -> None:
        if not left:
            answer(settled)
            return
        person = self._friends.person(left[0])
        match person.open_computers if person else ():
            case ():
                if person is not None:
                    self.explain_requested.emit(person.concern.id)
            case (only,):
                self._settle(left[1:], (*settled, only.friend.id), place, answer)
            case _:
                assert person is not None
                picker = self._computer_picker(person, place)
                picker.picked.connect(
                    lambda _, chosen: self._settle(left[1:], (*settled, *chosen), place, answer)
                )

    def _computer_picker(self, person: PersonRow, place: QPoint) -> FriendPicker:
        computers = person.open_computers
        picker = FriendPicker(self._theme, self._friends, self._window, computers, by_computer=True)
        name = short_name(person.name, [each.name for each in self._friends.people()])
        text = translate("FriendPicker", "Send to which of {name}'s computers?")
        picker.ask(None, place, filled(text, name=name))
        return picker
