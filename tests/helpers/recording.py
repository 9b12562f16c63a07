"""What goes over a machine's cable, recorded by tcpdump, and what can be read in it."""

import secrets
import signal
import subprocess
import time
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.lab import INTERFACE, Lab, python
from tests.helpers.needs import require_tool

WHOLE_PACKET = 0
BUFFER_KIB = 65_536
TAIL_BYTES = 256 * 1024
PATIENCE_SECONDS = 30.0
_SAY = (
    "import socket, sys; s = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM);"
    " s.sendto(sys.argv[1].encode(), (sys.argv[2], 9))"
)


@dataclass(slots=True)
class Recording:
    """The recorded packets, once the recording has ended."""

    raw: bytes = b""
    lost_packets: int = -1

    def readable(self, secrets: Iterable[str | bytes]) -> list[str | bytes]:
        """Return those of some secrets that anybody could read, in any usual form."""
        return [secret for secret in secrets if any(form in self.raw for form in _forms(secret))]


@contextmanager
def recorded(
    lab: Lab, machine: str, file: Path, bytes_a_packet: int = WHOLE_PACKET
) -> Iterator[Recording]:
    """Record a machine's packets, or their first bytes, while the block runs."""
    recording = Recording()
    words = ["-i", INTERFACE, "-s", str(bytes_a_packet), "-B", str(BUFFER_KIB), "-U", "-w", "-"]
    with file.open("wb") as stream:
        tcpdump = lab.start(
            machine, require_tool("tcpdump"), *words, stdout=stream, stderr=subprocess.PIPE
        )
        assert tcpdump.stderr is not None
        started = tcpdump.stderr.readline()
        while "listening on" not in started:
            assert started, "tcpdump did not start"
            started = tcpdump.stderr.readline()
        yield recording
        _wait_for_last_packet(lab, machine, file)
        tcpdump.send_signal(signal.SIGINT)
        _, told = tcpdump.communicate(timeout=60)
    recording.raw = file.read_bytes()
    recording.lost_packets = next(
        int(line.split()[0]) for line in told.splitlines() if "dropped by kernel" in line
    )


def _wait_for_last_packet(lab: Lab, machine: str, file: Path) -> None:
    """Send a packet of our own and wait until it is in the file, and with it all before it."""
    mark = secrets.token_hex(16)
    lab.run(machine, *python("-c", _SAY, mark, f"ff02::1%{INTERFACE}"))
    deadline = time.monotonic() + PATIENCE_SECONDS
    while mark.encode() not in _tail(file):
        assert time.monotonic() < deadline, "the recording does not get on"
        time.sleep(0.05)


def _tail(file: Path) -> bytes:
    with file.open("rb") as stream:
        stream.seek(max(0, file.stat().st_size - TAIL_BYTES))
        return stream.read()


def _forms(secret: str | bytes) -> list[bytes]:
    """Return how something may stand in a packet: as it is, in UTF-8, UTF-16, UTF-32 or hex."""
    if isinstance(secret, bytes):
        return [secret, secret.hex().encode(), secret.hex().upper().encode()]
    texts = {unicodedata.normalize(form, secret) for form in ("NFC", "NFD")}
    texts |= {text.casefold() for text in texts}
    encodings = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
    return [text.encode(encoding) for text in texts for encoding in encodings]
