"""Who answers the offers that come while a command receives."""

import sys
from enum import Enum

from byhand.cli.orders import AcceptPolicy, Options, Receive


class Asked(Enum):
    """Who answers the offers."""

    PERSON = "person"
    SCRIPT = "script"
    EVERY_FRIEND = "every friend"
    NOBODY = "nobody"

    @property
    def types(self) -> bool:
        """Whether the answers come on standard input."""
        return self in (Asked.PERSON, Asked.SCRIPT)


def who_is_asked(order: Receive, options: Options) -> Asked:
    """Return who it is: nobody where there is no terminal at both ends."""
    if order.accept is AcceptPolicy.FRIENDS:
        return Asked.EVERY_FRIEND
    if options.is_json:
        return Asked.SCRIPT
    return Asked.PERSON if sys.stdin.isatty() and sys.stdout.isatty() else Asked.NOBODY
