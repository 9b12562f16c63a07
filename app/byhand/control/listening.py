"""How this system lets processes of one user talk to each other."""

import sys

if sys.platform == "win32":
    from byhand.control.pipes import connected, listening
else:
    from byhand.control.unix_sockets import connected, listening

__all__ = ["connected", "listening"]
