"""What an accepted transfer tells of itself to the group that it is received in, if to any."""

from byhand.domain.transfer import Transfer
from byhand.engine.held_back import Released
from byhand.protocol.resume_messages import Pieces
from byhand.service.friend_session import FriendSession


class Part:
    """The part of a transfer that is received alone: it tells nobody."""

    @property
    def is_fed(self) -> bool:
        """Whether something has come from others lately."""
        return False

    def attach(self, session: FriendSession) -> None:
        """Go on in a session with the sender."""

    def detach(self) -> None:
        """The sender is away; the others may be here."""

    def hold(self, *, is_held: bool) -> None:
        """Ask for nothing and give nothing while it is held."""

    def hashes_told(self, message: Pieces) -> None:
        """Take hashes from the sender; RemoteProtocolError for those of what was not offered."""

    def released(self, released: Released) -> None:
        """Ask others, too, for what was held back and is not here after all."""

    async def let_go(self) -> None:
        """Exchange nothing any more."""

    async def close(self, now: Transfer) -> bool:  # noqa: ARG002  # others need it
        """Take nothing more; say whether what has come is still given, from where it is saved."""
        return False
