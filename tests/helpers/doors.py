"""Two people who are friends, and what each answers a handshake with."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from byhand.domain.codes import Code
from byhand.domain.identity import FriendId, PublicKeys
from byhand.protocol.credentials import Introduction, InviteSecret, LocalIdentity, PinnedFriend
from byhand.protocol.handshake import LaneTicket, MemberTicket, Steps, answer, call_friend


@dataclass
class Person:
    """An identity with a book of friends, good as the Door of an answering side."""

    name: str
    identity: LocalIdentity = field(default_factory=LocalIdentity.generate)
    friends: list[PinnedFriend] = field(default_factory=list)
    invites: list[InviteSecret] = field(default_factory=list)
    lanes: dict[bytes, LaneTicket] = field(default_factory=dict)
    members: dict[bytes, MemberTicket] = field(default_factory=dict)
    pairing_tokens: tuple[bytes, ...] = ()

    @property
    def introduction(self) -> Introduction:
        return Introduction(self.name, "computer")

    @property
    def id(self) -> FriendId:
        return self.identity.friend_id

    def friend_by_static(self, x25519: bytes) -> PinnedFriend | None:
        return next((each for each in self.friends if each.keys.x25519 == x25519), None)

    def open_invites(self) -> Iterable[InviteSecret]:
        return self.invites

    def invite_refusal(self, psk: bytes, newcomer: PublicKeys) -> Code:
        return Code.OK

    def lane_by_tag(self, tag: bytes) -> LaneTicket | None:
        return self.lanes.pop(tag, None)

    def member_by_tag(self, tag: bytes) -> MemberTicket | None:
        return self.members.get(tag)

    def now_ns(self) -> int:
        return time.time_ns()

    def pin(self, other: "Person", psk: bytes) -> None:
        self.friends.append(PinnedFriend(other.id, other.identity.keys, psk))

    def calls(self, other: "Person") -> Steps:
        friend = next(each for each in self.friends if each.friend_id == other.id)
        return call_friend(self.identity, friend, self.now_ns())

    def answers(self) -> Steps:
        return answer(self)


def two_friends() -> tuple[Person, Person]:
    """Return two people who hold each other's keys."""
    alice, bob = Person("Alice"), Person("Bob")
    alice.pin(bob, psk=bytes(32))
    bob.pin(alice, psk=bytes(32))
    return alice, bob
