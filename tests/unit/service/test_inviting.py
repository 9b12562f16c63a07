import dataclasses
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byhand.domain.events import AddingFriend, AddingStage, Event, InviteMade
from byhand.domain.identity import FriendId, PublicKeys
from byhand.domain.introduction import IntroductionId
from byhand.errors import InviteProblem, UsageError
from byhand.network.addresses import Hint
from byhand.protocol.credentials import Introduction
from byhand.protocol.invite import HINT_LIMIT, Invite, decode_link, encode_link
from byhand.protocol.messages import Addresses
from byhand.service.address_book import AddressBook
from byhand.service.first_contacts import FirstContacts
from byhand.service.friend_book import FriendBook
from byhand.service.inviting import Inviting, judged_addresses, judged_hours
from byhand.service.stores import open_stores
from byhand.service.worker import Worker
from byhand.storage.friend_store import (
    BookContents,
    IntroductionRecord,
    InviteRecord,
    load_book,
)

HOUR = 3600.0
ANNA = FriendId(bytes(32))
HERE = "tcp://127.0.0.1:47800"
EMPTY = BookContents()


@dataclasses.dataclass
class Inviter:
    """Somebody who makes invites, and what they were told."""

    inviting: Inviting
    book: FriendBook
    places: AddressBook
    events: list[Event]
    saved: Path
    key: bytes

    async def link(self, hours: float = 24.0, *at: str) -> InviteMade:
        await self.inviting.make(judged_hours(hours), judged_addresses(at))
        made = self.events[-1]
        assert isinstance(made, InviteMade)
        return made


@asynccontextmanager
async def inviter(folder: Path, contents: BookContents = EMPTY) -> AsyncIterator[Inviter]:
    storage, events = Worker("storage"), list[Event]()
    try:
        stores = await storage.run(open_stores, folder)
        stores = dataclasses.replace(stores, book=contents)
        try:
            book = FriendBook(stores, storage, events.append, lambda _: None)
            places = AddressBook({}, stores.database.friends, storage, lambda: 47800)
            contacts = FirstContacts(
                stores.identity, book, lambda: Introduction("Me", ""), lambda _: None, lambda: None
            )
            own_id = stores.identity.friend_id
            inviting = Inviting(
                own_id, lambda: "Me", book.openings, contacts, places, events.append, lambda: None
            )
            yield Inviter(inviting, book, places, events, stores.folder.friends, stores.book_key)
        finally:
            await storage.run(stores.close)
    finally:
        storage.close()


@pytest.mark.parametrize("hours", [0.5, 1, 24.0, 168])
async def test_an_invite_lasts_as_long_as_was_said(tmp_path: Path, hours: float) -> None:
    async with inviter(tmp_path) as mine:
        before = time.time()
        made = await mine.link(hours)
        assert before - 1 <= made.expires_at - hours * HOUR <= time.time()
        assert decode_link(made.link).expires_at == made.expires_at


@pytest.mark.parametrize("hours", [0, -1, 168.01, 1e300, float("inf"), float("nan")])
def test_no_invite_lasts_longer_than_a_week_or_not_at_all(hours: float) -> None:
    with pytest.raises(UsageError, match="at most 7 days"):
        judged_hours(hours)


async def test_typed_addresses_come_first_and_this_computer_last(tmp_path: Path) -> None:
    async with inviter(tmp_path) as mine:
        mine.places.tell(ANNA, Addresses(hints=[], seen_you_as="8.8.8.8"))
        made = await mine.link(24.0, "home.example.net:5000", "100.64.0.9")
        hints = decode_link(made.link).hints
        assert hints[:2] == ("tcp://home.example.net:5000", "tcp://100.64.0.9:47800")
        assert hints[2:] == (*mine.places.ours(), HERE)
        assert "tcp://8.8.8.8:47800" in hints


async def test_each_invite_is_another_and_all_are_kept(tmp_path: Path) -> None:
    async with inviter(tmp_path) as mine:
        links = [(await mine.link()).link for _ in range(3)]
        assert len({decode_link(link).psk for link in links}) == 3
        assert [each.link for each in mine.book.openings.invites()] == links
        assert [each.link for each in load_book(mine.saved, mine.key).invites] == links


@pytest.mark.parametrize("typed", ["", "a b", "host:99999", "https://x/"])
def test_what_is_no_address_is_explained(typed: str) -> None:
    with pytest.raises(UsageError, match="HOST:PORT"):
        judged_addresses(["nas.local", typed])


def test_what_no_link_may_hold_is_explained() -> None:
    with pytest.raises(UsageError, match="too long"):
        judged_addresses(["x" * 250])
    with pytest.raises(UsageError, match="at most 15"):
        judged_addresses([f"host{number}" for number in range(16)])


@given(
    st.lists(st.text("abc.-_:0123456789[]%", max_size=260), max_size=20),
    st.lists(st.ip_addresses().map(str), max_size=20),
)
def test_whatever_was_judged_makes_a_link(typed: list[str], seen: list[str]) -> None:
    try:
        hints = judged_addresses(typed)
    except UsageError:
        return
    every = [*map(str, hints), *(str(Hint(host, 47800)) for host in seen), HERE]
    invite = Invite(bytes(32), ANNA, 0, tuple(dict.fromkeys(every))[:HINT_LIMIT], "")
    assert decode_link(encode_link(invite)).hints[: len(set(hints))] == tuple(
        dict.fromkeys(map(str, hints))
    )


async def test_many_typed_addresses_leave_room_for_this_computer(tmp_path: Path) -> None:
    async with inviter(tmp_path) as mine:
        made = await mine.link(24.0, *(f"10.78.9.{number}" for number in range(1, 16)))
        hints = decode_link(made.link).hints
        assert (len(hints), hints[-1]) == (HINT_LIMIT, HERE)


async def test_what_has_expired_is_dropped_from_the_file(tmp_path: Path) -> None:
    now = time.time()
    expired = InviteRecord(bytes(32), now - 1, "byhand://add/expired")
    used_and_expired = InviteRecord(bytes(32), now - 1, "byhand://add/used", ANNA)
    used = InviteRecord(bytes([1]) * 32, now + HOUR, "byhand://add/2", ANNA)
    opened = InviteRecord(bytes([2]) * 32, now + HOUR, "byhand://add/3")
    introduced = IntroductionRecord(
        IntroductionId(bytes(16)),
        ANNA,
        PublicKeys(bytes(32), bytes(32)),
        "Mira",
        "",
        bytes(32),
        now + HOUR,
        (),
    )
    late = dataclasses.replace(introduced, id=IntroductionId(bytes([1]) * 16), expires_at=now - 1)
    contents = BookContents((), (expired, used_and_expired, used, opened), (late, introduced))
    async with inviter(tmp_path, contents) as mine:
        await mine.book.openings.drop_expired()
        saved = load_book(mine.saved, mine.key)
        assert saved == BookContents((), (used, opened), (introduced,))
        mine.saved.unlink()
        await mine.book.openings.drop_expired()
        assert not mine.saved.exists()


async def test_a_link_that_cannot_be_used_says_why(tmp_path: Path) -> None:
    async with inviter(tmp_path) as mine:
        own = (await mine.link()).link
        psk = decode_link(own).psk
        forged = encode_link(Invite(psk, ANNA, int(time.time()) + 60, (HERE,), "Anna"))
        expired = encode_link(Invite(bytes(32), ANNA, int(time.time()) - 1, (HERE,), "Anna"))
        reasons = {
            own: InviteProblem.OWN,
            f"«{own}».": InviteProblem.OWN,
            forged: InviteProblem.OWN,
            expired: InviteProblem.EXPIRED,
            expired[:-1]: InviteProblem.DAMAGED,
            "hello": InviteProblem.NOT_AN_INVITE,
        }
        for text, problem in reasons.items():
            before = len(mine.events)
            await mine.inviting.use(text)
            # Nobody is said to be called.
            assert mine.events[before:] == [AddingFriend(AddingStage.FAILED, problem=problem)]


def test_addresses_are_taken_as_people_type_them() -> None:
    assert judged_addresses([" nas.local ", "fd00::1"]) == (
        Hint("nas.local", 47800),
        Hint("fd00::1", 47800),
    )
