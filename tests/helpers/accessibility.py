"""What a screen reader sees: the names of a window's parts, and where they are on the screen.

with ScreenReader() as reader:
    process = subprocess.Popen([...], env={**environment, **reader.environment})
    reader.wait_for(process.pid, "^Add a friend…$")
"""

import asyncio
import os
import re
import subprocess
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

from tests.helpers.needs import find_tool
from tests.helpers.processes import HANG_SECONDS
from tests.helpers.programs import Programs
from tests.helpers.screen import wait_until
from tests.helpers.window_layout import Spot

TOOLS = ("dbus-daemon", "at-spi2-registryd")
CONFIGURATION = """
<busconfig>
  <type>accessibility</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
ROOT = "/org/a11y/atspi/accessible/root"
ACCESSIBLE, COMPONENT = "org.a11y.atspi.Accessible", "org.a11y.atspi.Component"
REGISTRY, BUS = "org.a11y.atspi.Registry", "org.freedesktop.DBus"
ON_SCREEN = 0
EDITABLE, ENABLED, SHOWING = 1 << 7, 1 << 8, 1 << 25
"""Bits of an accessible's state."""
CONTROLS = frozenset(
    {
        *("push button", "button", "toggle button", "check box", "radio button", "combo box"),
        *("entry", "text", "spin button", "slider", "link", "page tab", "menu item"),
        *("list", "list item", "table", "tree", "tree item", "dialog", "frame"),
    }
)
"""Names of the roles of what is used, or holds what is used."""
USABLE, FIELD = ENABLED, ENABLED | EDITABLE


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a window that is shown, as it is told to screen readers."""

    name: str
    middle: Spot
    states: int
    role: str


class ScreenReader(Programs):
    """A bus for what programs tell screen readers; everything is gone after the `with` block."""

    def __init__(self) -> None:
        super().__init__("byhand-reader-")
        self._runner = asyncio.Runner()
        self._bus: MessageBus | None = None
        socket = self._folder / "bus"
        self._address = f"unix:path={socket}"
        self.environment = {
            "AT_SPI_BUS_ADDRESS": self._address,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }

    def wait_for(self, process: int, pattern: str, states: int = USABLE) -> Part:
        """Return the first part of a process's windows with such a name, once in these states."""
        return wait_until(
            lambda: self._runner.run(self._found(process, re.compile(pattern), states)),
            f"nothing is called {pattern!r}",
        )

    def names(self, process: int) -> list[str]:
        """Return the names of all that a process shows."""
        return self._runner.run(self._names(process))

    def controls(self, process: int) -> list[Part]:
        """Return all that a process shows and that can be used."""
        return self._runner.run(self._controls(process))

    # --- how

    async def _controls(self, process: int) -> list[Part]:
        return [part async for part in self._parts(process) if part.role in CONTROLS]

    async def _found(self, process: int, pattern: re.Pattern[str], states: int) -> Part | None:
        async for part in self._parts(process):
            if part.states & states == states and pattern.search(part.name):
                return part
        return None

    async def _names(self, process: int) -> list[str]:
        return [part.name async for part in self._parts(process) if part.name]

    async def _parts(self, process: int) -> AsyncIterator[Part]:
        for owner, path in await self._children(REGISTRY, ROOT):
            identified = await self._call(BUS, "/", BUS, "GetConnectionUnixProcessID", "s", owner)
            if identified == [process]:
                async for part in self._below(owner, path):
                    yield part

    async def _below(self, owner: str, path: str) -> AsyncIterator[Part]:
        """Walk over what is shown; what goes away meanwhile is left out."""
        for _, child in await self._children(owner, path):
            states = await self._call(owner, child, ACCESSIBLE, "GetState")
            if not states or not states[0][0] & SHOWING:
                continue
            name = await self._name(owner, child)
            extents = await self._call(owner, child, COMPONENT, "GetExtents", "u", ON_SCREEN)
            if extents:
                left, top, width, height = extents[0]
                middle = Spot(left + width // 2, top + height // 2)
                role = await self._call(owner, child, ACCESSIBLE, "GetRoleName")
                yield Part(name, middle, states[0][0], str(role[0]) if role else "")
            async for part in self._below(owner, child):
                yield part

    async def _children(self, owner: str, path: str) -> list[tuple[str, str]]:
        answer = await self._call(owner, path, ACCESSIBLE, "GetChildren")
        return [(child[0], child[1]) for child in answer[0]] if answer else []

    async def _name(self, owner: str, path: str) -> str:
        properties = "org.freedesktop.DBus.Properties"
        answer = await self._call(owner, path, properties, "Get", "ss", ACCESSIBLE, "Name")
        return str(answer[0].value) if answer else ""

    async def _call(
        self, owner: str, path: str, interface: str, member: str, signature: str = "", *body: Any
    ) -> list[Any]:
        """Call a method and return its answer; empty if there is no such thing (any more)."""
        assert self._bus is not None
        message = Message(owner, path, interface, member, signature=signature, body=list(body))
        reply = await asyncio.wait_for(self._bus.call(message), HANG_SECONDS)
        return [] if reply.message_type is MessageType.ERROR else reply.body

    def _start(self) -> None:
        configuration = self._folder / "bus.conf"
        text = CONFIGURATION.format(socket=self._folder / "bus")
        configuration.write_text(text, encoding="utf-8")
        self._run("dbus-daemon", "--nofork", "--nosyslog", f"--config-file={configuration}")
        wait_until((self._folder / "bus").exists, "no bus")
        self._run("at-spi2-registryd")
        self._bus = self._runner.run(self._connected())
        wait_until(lambda: self._runner.run(self._has_registry()), "no registry")

    async def _connected(self) -> MessageBus:
        return await MessageBus(bus_address=self._address).connect()

    async def _has_registry(self) -> bool:
        answer = await self._call(BUS, "/", BUS, "NameHasOwner", "s", REGISTRY)
        return answer == [True]

    def _run(self, name: str, *words: str) -> None:
        program = find_tool(name)
        assert program is not None, f"{name} is missing; mark the test with needs_tool(*TOOLS)"
        self._processes.append(
            subprocess.Popen(
                [program, *words],
                env={**os.environ, **self.environment},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )

    def _end(self) -> None:
        if self._bus is not None:
            self._bus.disconnect()
        self._runner.close()
        super()._end()
