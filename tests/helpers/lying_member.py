"""A program that is Byhand, but of all it hands to the others of its group one bit is another."""

import json
import sys
import threading
from pathlib import Path

from byhand.__main__ import commands
from byhand.engine.served_pieces import Served, ServedPieces

LIAR = (sys.executable, str(Path(__file__)))
"""The words that start it in place of `byhand`; its first lie is told as `lied {}`."""


def lie() -> None:
    """Let this process lie from now on."""
    read, told = ServedPieces.read, threading.Lock()

    def read_wrong(
        pieces: ServedPieces, entry: int, piece: int, known: bytes, view: memoryview
    ) -> Served:
        came = read(pieces, entry, piece, known, view)
        if came is Served.READY:
            view[-1] ^= 1
            if told.acquire(blocking=False):  # once for all threads
                sys.stdout.write(json.dumps({"event": "lied"}) + "\n")
                sys.stdout.flush()
        return came

    setattr(ServedPieces, "read", read_wrong)  # noqa: B010 - nothing else of it is another


if __name__ == "__main__":
    lie()
    commands()
