"""Where members of a group may find each other: told by the sender, judged by who dials."""

from collections.abc import Iterable

from byhand.network.addresses import LOWEST_DIALLED_PORT, Hint, is_local, parse_hints
from byhand.service.address_book import AddressBook
from byhand.service.friend_session import FriendSession


class MemberPlaces:
    """Addresses of this very computer mean something only to those who are on it, too."""

    def __init__(self, addresses: AddressBook) -> None:
        self._addresses = addresses

    def of(self, session: FriendSession, far: bool) -> tuple[str, ...]:
        """Return where a friend who is here may be reached by others; if `far`, by anybody."""
        here = session.listening_at
        if here is not None and _is_loopback(here):
            return (str(here),)
        told = parse_hints(self._addresses.passed_on(session.friend_id))
        return tuple(str(hint) for hint in told if far or is_local(hint))

    def dialable(self, session: FriendSession, uris: Iterable[str]) -> tuple[Hint, ...]:
        """Return where another member may be dialled, by what the sender told in a session."""
        told, here = list(uris), session.listening_at
        are_here = here is not None and _is_loopback(here)
        on_this = filter(_is_dialable_here, parse_hints(told)) if are_here else ()
        return (*on_this, *self._addresses.dialable(told))


def _is_dialable_here(hint: Hint) -> bool:
    return _is_loopback(hint) and hint.port >= LOWEST_DIALLED_PORT


def _is_loopback(hint: Hint) -> bool:
    return hint.address is not None and hint.address.is_loopback
