"""A desktop of the test's own: a session bus for a screen, and programs such as a tray on it.

with Screen() as screen, DesktopSession(screen) as desktop:
    desktop.run("trayer")
    process = subprocess.Popen([...], env=screen.environment)
"""

import subprocess
from pathlib import Path

from tests.helpers.needs import find_tool
from tests.helpers.programs import Programs
from tests.helpers.screen import Screen, wait_until

TOOLS = ("dbus-daemon",)
CONFIGURATION = """
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""Nothing is started by being asked for: what is on the bus the test has put there."""


class DesktopSession(Programs):
    """A session bus for what runs on a screen; everything is gone after the `with` block."""

    def __init__(self, screen: Screen) -> None:
        super().__init__("byhand-desktop-")
        self._screen = screen
        socket = self.folder / "bus"
        self.address = f"unix:path={socket}"

    @property
    def folder(self) -> Path:
        """A folder that goes with it."""
        return self._folder

    def run(self, name: str, *words: str) -> int:
        """Start a program on the screen and return its process id."""
        program = find_tool(name)
        assert program is not None, f"{name} is missing; mark the test with needs_tool"
        process = subprocess.Popen(
            [program, *words],
            env=self._screen.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._processes.append(process)
        return process.pid

    def ask(self, name: str, *words: str) -> str:
        """Run a program on the screen to its end and return what it wrote; "" if it failed."""
        program = find_tool(name)
        assert program is not None, f"{name} is missing; mark the test with needs_tool"
        done = subprocess.run(
            [program, *words],
            env=self._screen.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=20,
        )
        return done.stdout.strip() if done.returncode == 0 else ""

    def _start(self) -> None:
        configuration = self.folder / "bus.conf"
        configuration.write_text(CONFIGURATION.format(socket=self.folder / "bus"))
        self._screen.environment["DBUS_SESSION_BUS_ADDRESS"] = self.address
        self.run("dbus-daemon", "--nofork", "--nosyslog", f"--config-file={configuration}")
        wait_until((self.folder / "bus").exists, "no session bus")
