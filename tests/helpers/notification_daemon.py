"""A program that shows notifications, for tests that say exactly what is clicked and when."""

from dataclasses import dataclass
from typing import Any

from dbus_fast import Message

from tests.helpers.bus_program import BusProgram

PATH = "/org/freedesktop/Notifications"


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on the screen: its number, its words, and its buttons' words with their keys."""

    number: int
    title: str
    body: str
    actions: dict[str, str]


class NotificationDaemon(BusProgram):
    """Shows nothing, but says what would be on the screen, and clicks what a test wants clicked."""

    name = "org.freedesktop.Notifications"

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self._shown: dict[int, Shown] = {}
        self._numbers = 0

    def shown(self, title: str) -> Shown | None:
        """Return the notification that begins so, if it is on the screen."""
        return next(
            (each for each in [*self._shown.values()] if each.title.startswith(title)), None
        )

    def click(self, shown: Shown, button: str) -> None:
        """Click a button, and close the notification as programs do."""
        self.say(PATH, "ActionInvoked", "us", shown.number, shown.actions[button])
        self._shown.pop(shown.number, None)
        self.say(PATH, "NotificationClosed", "uu", shown.number, 2)

    def answer(self, message: Message) -> Message | None:
        if message.interface != self.name:
            return None
        match message.member:
            case "GetCapabilities":
                return Message.new_method_return(message, "as", [["actions", "body"]])
            case "Notify":
                return Message.new_method_return(message, "u", [self._show(message.body)])
            case "CloseNotification":
                self._shown.pop(message.body[0], None)
                return Message.new_method_return(message)
        return None

    def _show(self, body: list[Any]) -> int:
        number: int = body[1]
        if number not in self._shown:
            self._numbers += 1
            number = self._numbers
        actions = dict(zip(body[5][1::2], body[5][::2], strict=True))
        self._shown[number] = Shown(number, body[3], body[4], actions)
        return number
