"""Who may become a friend by a shared secret: by links, and by introductions."""

from collections.abc import Callable

from byhand.domain.codes import Code
from byhand.domain.identity import FriendId
from byhand.protocol.credentials import Introduction, InviteSecret, LocalIdentity
from byhand.service.address_book import AddressBook
from byhand.service.first_contacts import FirstContact, FirstContacts
from byhand.service.friend_book import FriendBook
from byhand.service.friend_session import FriendSession
from byhand.service.introductions import IntroductionNeeds, Introductions
from byhand.service.inviting import Inviting
from byhand.service.sessions import Connected


class Newcomers:
    """Leads everything that concerns a secret to whoever keeps it."""

    def __init__(
        self,
        identity: LocalIdentity,
        book: FriendBook,
        places: AddressBook,
        introduction: Callable[[], Introduction],
        adopt: Callable[[Connected], None],
        needs: IntroductionNeeds,
    ) -> None:
        self._book = book
        self._openings = book.openings
        self._needs = needs
        self._contacts = FirstContacts(identity, book, introduction, adopt, needs.secrets_changed)
        self.inviting = Inviting(
            identity.friend_id,
            lambda: introduction().name,
            book.openings,
            self._contacts,
            places,
            needs.tell,
            needs.secrets_changed,
        )
        self.introductions = Introductions(identity, book, self._contacts, places, needs)
        self.acquainting = self.introductions.acquainting

    def given_secrets(self) -> tuple[InviteSecret, ...]:
        """Return the secrets that others have given us and that open the door now."""
        return (*self.inviting.given(), *self.acquainting.secrets())

    def refusal(self, psk: bytes, newcomer: FriendId) -> Code:
        """Say why a newcomer may not use a secret; OK if they may."""
        # An introduction's secret opens to the one whom it names alone: the handshake sees to that.
        if self.acquainting.holds(psk):
            return Code.OK
        friend = self._book.get(newcomer)
        if friend is not None and friend.is_held:
            return Code.DENIED  # as if it was used: nothing tells them that they are held
        return self.inviting.refusal(psk, newcomer)

    def introduced(self) -> dict[FriendId, bytes]:
        """Return who is to be recognised as friends are, though they are none yet."""
        return self.acquainting.announced()

    def invites(self) -> dict[bytes, FriendId | None]:
        """Return the secrets of links that are not used up, and who made them; None is us."""
        own = {invite.psk: None for invite in self._openings.invites() if invite.used_by is None}
        return {**own, **{invite.psk: invite.friend_id for invite in self.inviting.given()}}

    async def established(self, contact: FirstContact) -> None:
        """Store whom a secret has brought and go on with the session."""
        is_introduced = self.acquainting.holds(contact.established.psk_invite)
        await (self.acquainting if is_introduced else self.inviting).established(contact)

    def ready(self, session: FriendSession) -> None:
        """Take note that both sides are in a session."""
        self._needs.spawn(self._contacts.confirm(session))
        self.introductions.ready(session.friend_id)

    async def review(self) -> None:
        """Let go of what is over by time."""
        await self._openings.drop_expired()
        await self.introductions.review()
        self._needs.secrets_changed()
