"""A screen of the test's own: Xvfb and a window manager, a pointer, keys, and the pixels shown.

with Screen() as screen:
    process = subprocess.Popen([...], env=screen.environment)
    window = screen.window_of(process.pid, "Byhand")
    screen.click(window, Spot(20, 20))
"""

import mmap
import os
import struct
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QColor, QImage

from tests.helpers.needs import find_tool
from tests.helpers.processes import HANG_SECONDS
from tests.helpers.programs import Programs
from tests.helpers.window_layout import Spot

LOOK_SECONDS = 0.05
FRAME = 60
"""A window manager's frame is no wider than this."""
T = TypeVar("T")
TOOLS = ("Xvfb", "openbox", "xdotool")
_XWD_WORDS = struct.Struct(">25I")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; in a window from its upper left corner, without the frame."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Window:
    """A mapped window by its X id, and whose it is."""

    id: str
    process: int


class Screen(Programs):
    """A screen with a window manager; everything is gone after the `with` block."""

    def __init__(self, width: int = 2400, height: int = 1000) -> None:
        self._size = f"{width}x{height}x24"
        super().__init__("byhand-screen-")
        self.environment: dict[str, str] = {}

    # --- windows

    def window_of(self, process: int, name: str) -> Window:
        """Return a process's window with this title, once it is mapped."""
        words = ("search", "--onlyvisible", "--all", "--pid", str(process), "--name", name)
        found = wait_until(lambda: self._found(*words), f"no window {name!r} is mapped")
        return Window(found, process)

    def shows(self, process: int, name: str) -> bool:
        """Say whether a process's window with this title is mapped now."""
        words = ("search", "--onlyvisible", "--all", "--pid", str(process), "--name", name)
        return bool(self._found(*words))

    def close(self, window: Window) -> None:
        """Have the window manager close a window, as its frame's button does."""
        self.xdotool("windowactivate", "--sync", window.id, "key", "alt+F4")

    def place(self, window: Window, spot: Spot) -> None:
        """Move a window, frame and all, and wait until it is there."""
        self.xdotool("windowmove", window.id, str(spot.x), str(spot.y))
        wait_until(lambda: self._is_at(window, spot), "the window did not move")

    # --- pointer and keys

    def point(self, window: Window, spot: Spot) -> None:
        """Move the pointer to a place in a window."""
        self.xdotool("mousemove", "--window", window.id, str(spot.x), str(spot.y))

    def click(self, window: Window, spot: Spot) -> None:
        """Click in a window."""
        self.point(window, spot)
        self.xdotool("click", "1")

    def click_at(self, spot: Spot, button: int = 1) -> None:
        """Click at a place on the screen; the buttons are 1, 2 and 3 from the left."""
        self.xdotool("mousemove", str(spot.x), str(spot.y), "click", str(button))

    def type_keys(self, *keys: str) -> None:
        """Press keys, in xdotool's names, in the window that has the focus."""
        self.xdotool("key", *keys)

    def drag(
        self,
        source: Window,
        start: Spot,
        target: Window,
        end: Spot,
        ready: str,
        *,
        told_by: Window | None = None,
    ) -> None:
        """Drag from a place in one window to a place in another, as a hand would, and let go.

        Not before the title of the source, or of who tells it, is `ready`: the two must have
        agreed that it may be dropped.
        """
        begin, aim = self._on_screen(source, start), self._on_screen(target, end)
        self.point(source, start)
        self.xdotool("mousedown", "1")
        for spot in _path(begin, aim):
            self.xdotool("mousemove", str(spot.x), str(spot.y))
            time.sleep(LOOK_SECONDS)  # a hand takes its time; nothing is waited for
        self.window_of((told_by or source).process, ready)
        self.xdotool("mouseup", "1")

    # --- what is shown

    def count_colour(self, window: Window, box: Box, colour: str) -> int:
        """Return how many pixels in a part of a window have exactly this colour (#rrggbb)."""
        corner = self._on_screen(window, Spot(0, 0))
        picture = self._picture()
        wanted = int(colour[1:], 16)
        rows = range(corner.y + box.y, corner.y + box.y + box.height)
        columns = range(corner.x + box.x, corner.x + box.x + box.width)
        return sum(picture.pixel(x, y) & 0xFFFFFF == wanted for y in rows for x in columns)

    def count_near(self, box: Box, colour: str, most_apart: int = 40) -> int:
        """Return how many pixels of a part of the screen are about this colour (#rrggbb)."""
        picture, wanted = self._picture(), QColor(colour)
        rows, columns = range(box.y, box.y + box.height), range(box.x, box.x + box.width)
        there = (picture.pixelColor(x, y) for y in rows for x in columns)
        return sum(_apart(pixel, wanted) <= most_apart for pixel in there)

    def save_picture(self) -> Path:
        """Save what the screen shows in a new folder that stays, and return the path."""
        path = Path(tempfile.mkdtemp(prefix="byhand-picture-")) / "screen.png"
        self._picture().save(str(path))
        return path

    def _picture(self) -> QImage:
        with (self._folder / "Xvfb_screen0").open("rb") as file:
            pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            head = _XWD_WORDS.unpack_from(pixels)
            start, width, height, stride = head[0] + 12 * head[19], head[4], head[5], head[12]
            content = pixels[start : start + stride * height]
            pixels.close()
        return QImage(content, width, height, stride, QImage.Format.Format_RGB32).copy()

    # --- how

    def xdotool(self, *words: str, check: bool = True) -> str:
        """Run xdotool and return what it wrote."""
        done = subprocess.run(
            [_tool("xdotool"), *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=HANG_SECONDS,
            check=check,
        )
        return done.stdout.strip() if done.returncode == 0 else ""

    def _found(self, *words: str) -> str:
        return self.xdotool(*words, check=False).partition("\n")[0]

    def _is_at(self, window: Window, spot: Spot) -> bool:
        inside = self._on_screen(window, Spot(0, 0))
        return 0 <= inside.x - spot.x <= FRAME and 0 <= inside.y - spot.y <= FRAME

    def _on_screen(self, window: Window, spot: Spot) -> Spot:
        # By the pointer: xdotool's own geometry counts a window manager's frame twice.
        self.point(window, spot)
        words = dict(word.split(":") for word in self.xdotool("getmouselocation").split())
        return Spot(int(words["x"]), int(words["y"]))

    def _start(self) -> None:
        self._start_server()
        self._start_window_manager()

    def _start_server(self) -> None:
        reading, writing = os.pipe()
        with open(reading, encoding="ascii") as told:
            try:
                server = subprocess.Popen(
                    [
                        *(_tool("Xvfb"), _display(), "-displayfd", str(writing)),
                        *("-screen", "0", self._size),
                        *("-fbdir", str(self._folder), "-nolisten", "tcp", "-noreset"),
                    ],
                    stderr=subprocess.DEVNULL,
                    pass_fds=(writing,),
                )
            finally:
                os.close(writing)
            self._processes.append(server)
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        self.environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}

    def _start_window_manager(self) -> None:
        self._processes.append(
            subprocess.Popen(
                [_tool("openbox"), "--sm-disable"],
                env=self.environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )
        words = ("get_num_desktops",)
        wait_until(lambda: self.xdotool(*words, check=False), "no window manager")


def wait_until(look: Callable[[], T | None], complaint: str, seconds: float = HANG_SECONDS) -> T:
    """Look again and again until something true is seen, and return it; else AssertionError."""
    limit = time.monotonic() + seconds
    while not (seen := look()):
        assert time.monotonic() < limit, complaint
        time.sleep(LOOK_SECONDS)
    return seen


def _apart(one: QColor, other: QColor) -> int:
    """Return how far two colours are apart, in the channel in which they differ most."""
    return max(
        abs(one.red() - other.red()),
        abs(one.green() - other.green()),
        abs(one.blue() - other.blue()),
    )


def _path(begin: Spot, end: Spot, steps: int = 12) -> list[Spot]:
    """Small steps first, for the drag to begin where it should; then on to the end."""
    first = [Spot(begin.x + step, begin.y + step) for step in (4, 8, 14, 20)]
    wide = [
        Spot(
            begin.x + (end.x - begin.x) * number // steps,
            begin.y + (end.y - begin.y) * number // steps,
        )
        for number in range(1, steps + 1)
    ]
    return [*first, *wide, Spot(end.x + 1, end.y), end]


def _display() -> str:
    """Return a display of this process's own; by itself Xvfb takes those of other namespaces."""
    return f":{100 + os.getpid() % 50_000}"


def _tool(name: str) -> str:
    found = find_tool(name)
    assert found is not None, f"{name} is missing; mark the test with needs_tool(*TOOLS)"
    return found
