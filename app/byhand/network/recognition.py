"""Telling who is behind an announcement; no sockets, the clock is passed in (PROTOCOL.md, §2).

Nothing heard is believed: it gives addresses that are worth a handshake, and strangers who may
be added; it changes nothing about anybody we know.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from byhand.domain.friend import Nearby
from byhand.domain.identity import FriendId
from byhand.network.addresses import Hint, Interface, is_dialable
from byhand.network.announcement import Sighting, judge_text
from byhand.network.hints import HintSecret, epoch_at, friend_secret, invite_secret, recognised
from byhand.network.sightings import Seen, Sightings
from byhand.network.token_bucket import TokenBucket

JUDGED_A_SECOND = 20
JUDGED_BURST = 100
OWN_INSTANCES_REMEMBERED = 256

Subject = TypeVar("Subject", bound=bytes)


class Findings(Struct, frozen=True):
    """Who is told what is found, on the loop: each candidate address once an announcement."""

    on_candidate: Callable[[FriendId, Hint], None]
    on_invite_candidate: Callable[[bytes, Hint], None]
    on_nearby: Callable[[Nearby], None]
    on_nearby_gone: Callable[[str], None]


class Recognition:
    """Knows whose hints to look for and what has been seen; `clock` gives Unix time."""

    def __init__(
        self, own_id: FriendId, own_port: int, findings: Findings, clock: Callable[[], float]
    ) -> None:
        self._own_id = own_id
        self._own_port = own_port
        self._findings = findings
        self._clock = clock
        self._friends: dict[FriendId, HintSecret] = {}
        self._invites: dict[bytes, HintSecret] = {}
        self._own_instances: deque[str] = deque(maxlen=OWN_INSTANCES_REMEMBERED)
        self._sightings = Sightings()
        self._judgements = TokenBucket(JUDGED_A_SECOND, JUDGED_BURST)
        self._nearby: dict[str, Nearby] = {}

    def secrets(self) -> list[HintSecret]:
        """Return whom we show ourselves to, the most urgent first."""
        return [*self._invites.values(), *self._friends.values()]

    def set_secrets(
        self, friends: Mapping[FriendId, bytes], invites: Mapping[bytes, FriendId | None]
    ) -> bool:
        """Say whom to recognise, as `Discovery.set_secrets`; return whether others than before."""
        before = set(self.secrets())
        self._friends = {
            friend_id: friend_secret(psk, self._own_id, friend_id)
            for friend_id, psk in friends.items()
        }
        self._invites = {
            psk: invite_secret(psk, self._own_id, made_by) for psk, made_by in invites.items()
        }
        if set(self.secrets()) == before:
            return False
        for key, seen in self._sightings.items():
            matched = self._matched(seen)
            self._sightings.replace(key, matched)
            self._tell_candidates(seen, matched)
        self._tell_nearby()
        return True

    def ignore(self, instance: str) -> None:
        """Do not take this instance for somebody else: it is ours."""
        self._own_instances.append(instance)

    def see(self, interface: Interface, sighting: Sighting, now: float) -> None:
        """Judge what was announced on an interface; `now` in seconds, never falling."""
        if sighting.instance in self._own_instances:
            return
        heard = judge_text(sighting.text)
        hints = tuple(
            hint for hint in sighting.hints if is_dialable(hint, [interface], self._own_port)
        )
        if heard is None or not hints:
            return
        key = (interface.index, sighting.instance, hints)
        known = self._sightings.get(key)
        if known is not None and known.heard == heard:
            return
        if not self._judgements.take(now):
            return  # a flood; whoever is honest is seen again when we ask again
        seen = Seen(hints, heard)
        matched = self._matched(seen)
        self._sightings.add(key, matched)
        self._tell_candidates(seen, matched)
        self._tell_nearby()

    def lose(self, index: int, instance: str | None = None) -> None:
        """Forget an instance that has left an interface, or everything that was seen there."""
        self._sightings.remove(index, instance)
        self._tell_nearby()

    def hints_of(self, friend_id: FriendId) -> tuple[Hint, ...]:
        """Return the addresses that a friend seems to be announced at now, the latest first."""
        return self._sightings.hints_of(friend_id)

    def nearby_hints(self, key: str) -> tuple[tuple[Hint, ...], bytes]:
        """Return where somebody nearby may be dialled, nowhere once they are gone; and by what."""
        return self._sightings.nearby_hints(key), bytes.fromhex(key)

    def recognised_hosts(self) -> frozenset[str]:
        """Return the addresses that friends and invites' users seem to be announced at now."""
        return self._sightings.recognised_hosts()

    def _matched(self, seen: Seen) -> Seen:
        epoch = epoch_at(self._clock())
        nonce, hints = seen.heard.nonce, seen.heard.hints
        return replace(
            seen,
            friends=recognised(self._friends, nonce, hints, epoch),
            invites=recognised(self._invites, nonce, hints, epoch),
        )

    def _tell_candidates(self, before: Seen, after: Seen) -> None:
        for hint in after.hints:
            for friend_id in _added(before.friends, after.friends):
                self._findings.on_candidate(friend_id, hint)
            for psk in _added(before.invites, after.invites):
                self._findings.on_invite_candidate(psk, hint)

    def _tell_nearby(self) -> None:
        before, self._nearby = self._nearby, self._sightings.nearby()
        for key in before.keys() - self._nearby.keys():
            self._findings.on_nearby_gone(key)
        for key, nearby in self._nearby.items():
            if before.get(key) != nearby:
                self._findings.on_nearby(nearby)


def _added(before: Sequence[bytes], after: Sequence[Subject]) -> list[Subject]:
    return [each for each in after if each not in before]
