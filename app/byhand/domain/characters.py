"""Classes of Unicode characters that names and shown text must judge alike."""

import re

NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}-{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
)
CONTROLS = "\u0000-\u001f\u007f-\u009f"
BIDI_CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
ZERO_WIDTH = "\u200b\u2060-\u2064\ufeff"
LINE_BREAKS = "\u2028\u2029"
SURROGATES = "\ud800-\udfff"
JOINERS = "\u200c\u200d"

MISPLACED_JOINER = re.compile(f"(?<![^\\x00-\\x7f])[{JOINERS}]|[{JOINERS}](?![^\\x00-\\x7f])")
"""A zero-width joiner or non-joiner that does not stand between two non-ASCII characters."""

DEFAULT_IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Unicode's Default_Ignorable_Code_Point: what a reader does not see."""
