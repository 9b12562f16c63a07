"""What lets somebody new in: our invites and friends' introductions, saved before they count."""

import time
from dataclasses import replace

from byhand.domain.identity import FriendId
from byhand.domain.introduction import IntroductionId
from byhand.service.book_file import BookFile
from byhand.storage.friend_store import IntroductionRecord, InviteRecord


class Openings:
    """Invites and introductions; what the disk refuses raises StorageError and changes nothing."""

    def __init__(self, file: BookFile) -> None:
        self._file = file

    def invites(self) -> tuple[InviteRecord, ...]:
        """Return the invites of ours that have not expired."""
        now = time.time()
        return tuple(invite for invite in self._file.invites if invite.expires_at > now)

    async def open_invite(self, invite: InviteRecord) -> None:
        """Keep an invite of ours until it is used or expires."""
        async with self._file.turn:
            await self._file.save(invites=(*self.invites(), invite))

    async def use_invite(self, psk: bytes, friend_id: FriendId) -> InviteRecord | None:
        """Mark an invite as used by a friend; only they may use it again (a lost last message).

        Returns it, or None if it is not open to them.
        """
        async with self._file.turn:
            for invite in self.invites():
                if invite.psk == psk and invite.used_by in (None, friend_id):
                    used = replace(invite, used_by=friend_id)
                    others = [other for other in self.invites() if other.psk != psk]
                    await self._file.save(invites=(*others, used))
                    return used
        return None

    def introductions(self) -> tuple[IntroductionRecord, ...]:
        """Return who is introduced to us, unless that has expired."""
        now = time.time()
        return tuple(each for each in self._file.introductions if each.expires_at > now)

    async def keep_introduction(self, record: IntroductionRecord) -> None:
        """Keep an introduction, in place of what was kept of it before."""
        async with self._file.turn:
            others = [each for each in self.introductions() if each.id != record.id]
            await self._file.save(introductions=(*others, record))

    async def drop_introduction(self, introduction_id: IntroductionId) -> None:
        """Forget an introduction that has come to its end."""
        async with self._file.turn:
            others = tuple(each for each in self.introductions() if each.id != introduction_id)
            if others != self._file.introductions:
                await self._file.save(introductions=others)

    async def drop_expired(self) -> None:
        """Forget the invites and introductions whose time is over."""
        async with self._file.turn:
            invites, introductions = self.invites(), self.introductions()
            if (invites, introductions) != (self._file.invites, self._file.introductions):
                await self._file.save(invites=invites, introductions=introductions)
