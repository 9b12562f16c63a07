"""What the window's script may be told."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from byhand.gui.side_place import SIDES
from byhand.storage.locations import default_profile_folder


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what the words of a command line ask for; a wrong one ends the program."""
    parser = argparse.ArgumentParser("byhand-window", description="Byhand's window.")
    parser.add_argument(
        "--profile", type=Path, default=default_profile_folder(), help="where everything is kept"
    )
    parser.add_argument(
        "--hidden", action="store_true", help="open no window while there is a tray to be in"
    )
    parser.add_argument("--side", choices=SIDES, help="open in one half of the screen")
    parser.add_argument(
        "--screenshot",
        type=Path,
        metavar="FILE",
        help="save one picture of the window (.png, .ppm) once a friend is there",
    )
    return parser.parse_args(arguments)
