"""A desktop's tray on the session bus (StatusNotifierWatcher), as most desktops have it."""

from typing import Any

from dbus_fast import Message, Variant

from tests.helpers.bus_program import BusProgram

ITEM, MENU = "org.kde.StatusNotifierItem", "com.canonical.dbusmenu"
PROPERTIES = "org.freedesktop.DBus.Properties"


class TrayHost(BusProgram):
    """Takes the icons that programs register, and looks at the newest and at its menu."""

    name = "org.kde.StatusNotifierWatcher"

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self._items: list[tuple[str, str]] = []

    def has_item(self) -> bool:
        """Say whether a program has an icon here."""
        return bool(self._items)

    def tool_tip(self) -> str:
        """Return what the icon says when it is pointed at."""
        told: str = self._property("ToolTip")[2]
        return told

    def entries(self) -> list[str]:
        """Return what the icon's menu shows, "-" for a line."""
        return [_text(entry) for entry in self._layout() if _is_shown(entry)]

    def choose(self, text: str) -> None:
        """Choose an entry of the menu."""
        number = next(entry[0] for entry in self._layout() if _text(entry) == text)
        self._menu("Event", "isvu", number, "clicked", Variant("s", ""), 0)

    def click(self) -> None:
        """Click the icon."""
        self.ask(*self._items[-1], ITEM, "Activate", "ii", 0, 0)

    def answer(self, message: Message) -> Message | None:
        if message.interface == self.name and message.member == "RegisterStatusNotifierItem":
            told, sender = message.body[0], str(message.sender)
            is_path = told.startswith("/")
            self._items.append((sender, told) if is_path else (told, "/StatusNotifierItem"))
            return Message.new_method_return(message)
        if message.interface == PROPERTIES and message.body[0] == self.name:
            return Message.new_method_return(message, "v", [Variant("b", True)])
        return None

    def _property(self, name: str) -> Any:
        return self.ask(*self._items[-1], PROPERTIES, "Get", "ss", ITEM, name)[0].value

    def _menu(self, member: str, signature: str, *body: Any) -> list[Any]:
        owner, _ = self._items[-1]
        return self.ask(owner, self._property("Menu"), MENU, member, signature, *body)

    def _layout(self) -> list[list[Any]]:
        _, (_, _, children) = self._menu("GetLayout", "iias", 0, -1, [])
        return [child.value for child in children]


def _text(entry: list[Any]) -> str:
    kind = entry[1].get("type")
    return "-" if kind and kind.value == "separator" else str(entry[1]["label"].value)


def _is_shown(entry: list[Any]) -> bool:
    return "visible" not in entry[1] or bool(entry[1]["visible"].value)
