"""Showing files in the user's file manager (org.freedesktop.FileManager1)."""

from collections.abc import Sequence
from pathlib import Path

from dbus_fast.aio import MessageBus

from byhand.desktop.session_bus import Service, call

FILE_MANAGER = Service(
    "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1", "org.freedesktop.FileManager1"
)


async def show_in_folder(bus: MessageBus, paths: Sequence[str]) -> bool:
    """Open the folder with these files chosen in it; say whether a file manager took it."""
    uris = [Path(path).as_uri() for path in paths if Path(path).is_absolute()]
    return await call(bus, FILE_MANAGER, "ShowItems", "ass", uris, "") is not None
