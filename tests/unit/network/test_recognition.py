import ipaddress
from dataclasses import dataclass, field

import pytest

from byhand.domain.friend import Nearby
from byhand.domain.identity import FriendId
from byhand.network.addresses import Hint, Interface
from byhand.network.announcement import Announcement, Nickname, Sighting, new_announcement
from byhand.network.hints import epoch_at, friend_secret, invite_secret
from byhand.network.recognition import JUDGED_BURST, Findings, Recognition

NOW = 1_740_000_000.0
ETHERNET = Interface("eth0", 2, (ipaddress.ip_interface("192.168.1.1/24"),))
WIRELESS = Interface("wlan0", 3, (ipaddress.ip_interface("10.5.0.1/24"),))
US, BOB, CAROL = (FriendId(bytes([number] * 32)) for number in (1, 2, 3))
PSK, OTHER_PSK = b"p" * 32, b"o" * 32
BOBS_HINT = Hint("192.168.1.2", 47800)


@dataclass
class Found:
    """Everything that was told."""

    candidates: list[tuple[FriendId, Hint]] = field(default_factory=list)
    invites: list[tuple[bytes, Hint]] = field(default_factory=list)
    nearby: dict[str, str] = field(default_factory=dict)

    def show(self, nearby: Nearby) -> None:
        self.nearby[nearby.key] = nearby.name

    def findings(self) -> Findings:
        return Findings(
            on_candidate=lambda *found: self.candidates.append(found),
            on_invite_candidate=lambda *found: self.invites.append(found),
            on_nearby=self.show,
            on_nearby_gone=self.nearby.__delitem__,
        )


class Watch:
    """A recognition with a clock of its own and a list of what it told."""

    def __init__(self) -> None:
        self.now = NOW
        self.found = Found()
        self.recognition = Recognition(US, 47800, self.found.findings(), lambda: self.now)

    def see(
        self,
        announcement: Announcement,
        *hints: Hint,
        interface: Interface = ETHERNET,
        now: float = 0.0,
    ) -> None:
        sighting = Sighting(announcement.instance, hints or (BOBS_HINT,), announcement.text)
        self.recognition.see(interface, sighting, now)


@pytest.fixture
def watch() -> Watch:
    return Watch()


def announced_by(
    announcer: FriendId, psk: bytes = PSK, *, now: float = NOW, name: str = "", token: bytes = b""
) -> Announcement:
    nickname = Nickname(name, token or b"8 bytes!") if name else None
    secret = friend_secret(psk, announcer, US)
    return new_announcement([secret], epoch_at(now), 0, nickname)


def test_a_friend_is_a_candidate_at_every_announced_address(watch: Watch) -> None:
    watch.recognition.set_secrets({BOB: PSK, CAROL: OTHER_PSK}, {})
    hints = (BOBS_HINT, Hint("fe80::2", 47800, scope=2))
    watch.see(announced_by(BOB), *hints)
    assert watch.found.candidates == [(BOB, hint) for hint in hints]
    assert watch.recognition.hints_of(BOB) == hints
    assert watch.recognition.hints_of(CAROL) == ()
    assert watch.recognition.recognised_hosts() == {"192.168.1.2", "fe80::2"}


def test_an_announcement_is_told_once_however_often_it_is_heard(watch: Watch) -> None:
    watch.recognition.set_secrets({BOB: PSK}, {})
    announcement = announced_by(BOB)
    for _ in range(5):
        watch.see(announcement)
    assert len(watch.found.candidates) == 1


def test_a_friend_made_later_is_recognised_in_what_was_heard_before(watch: Watch) -> None:
    watch.see(announced_by(BOB))
    assert watch.found.candidates == []
    assert watch.recognition.set_secrets({BOB: PSK}, {})
    assert watch.found.candidates == [(BOB, BOBS_HINT)]


def test_a_friend_who_was_removed_is_a_stranger(watch: Watch) -> None:
    watch.recognition.set_secrets({BOB: PSK}, {})
    watch.see(announced_by(BOB))
    watch.recognition.set_secrets({}, {})
    assert watch.recognition.hints_of(BOB) == ()
    assert watch.recognition.recognised_hosts() == frozenset()


def test_only_other_secrets_are_a_change(watch: Watch) -> None:
    assert watch.recognition.set_secrets({BOB: PSK, CAROL: OTHER_PSK}, {})
    assert not watch.recognition.set_secrets({CAROL: OTHER_PSK, BOB: PSK}, {})
    assert watch.recognition.set_secrets({BOB: OTHER_PSK}, {})
    assert watch.recognition.set_secrets({BOB: OTHER_PSK}, {PSK: None})


def test_invites_come_first_among_those_we_show_ourselves_to(watch: Watch) -> None:
    watch.recognition.set_secrets({BOB: PSK, CAROL: OTHER_PSK}, {b"i" * 32: None})
    assert watch.recognition.secrets() == [
        invite_secret(b"i" * 32, US, None),
        friend_secret(PSK, US, BOB),
        friend_secret(OTHER_PSK, US, CAROL),
    ]


def test_both_ends_of_a_link_are_told(watch: Watch) -> None:
    made, given = b"m" * 32, b"g" * 32
    watch.recognition.set_secrets({}, {made: None, given: BOB})
    user = new_announcement([invite_secret(made, CAROL, US)], epoch_at(NOW), 0)
    maker = new_announcement([invite_secret(given, BOB, None)], epoch_at(NOW), 0)
    watch.see(user, Hint("192.168.1.3", 47800))
    watch.see(maker, Hint("192.168.1.4", 47800))
    assert watch.found.invites == [
        (made, Hint("192.168.1.3", 47800)),
        (given, Hint("192.168.1.4", 47800)),
    ]
    assert watch.found.candidates == []


def test_our_own_announcement_is_not_somebody_else(watch: Watch) -> None:
    watch.recognition.set_secrets({BOB: PSK}, {})
    ours = announced_by(BOB, name="Me")
    watch.recognition.ignore(ours.instance)
    watch.see(ours)
    assert watch.found == Found()


def test_who_leaves_is_forgotten(watch: Watch) -> None:
    watch.recognition.set_secrets({BOB: PSK}, {})
    announcement = announced_by(BOB)
    watch.see(announcement)
    watch.recognition.lose(3, announcement.instance)
    assert watch.recognition.hints_of(BOB) == (BOBS_HINT,)
    watch.recognition.lose(2, announcement.instance)
    assert watch.recognition.hints_of(BOB) == ()


def test_a_network_that_is_gone_is_forgotten_whole(watch: Watch) -> None:
    watch.recognition.set_secrets({BOB: PSK}, {})
    watch.see(announced_by(BOB))
    watch.see(announced_by(BOB), Hint("10.5.0.2", 47800), interface=WIRELESS)
    watch.recognition.lose(2)
    assert watch.recognition.hints_of(BOB) == (Hint("10.5.0.2", 47800),)


def test_who_shows_a_name_is_shown_until_they_leave(watch: Watch) -> None:
    announcement = announced_by(BOB, name="Bob")
    watch.see(announcement)
    assert list(watch.found.nearby.values()) == ["Bob"]
    watch.recognition.lose(2, announcement.instance)
    assert watch.found.nearby == {}


def test_one_who_is_seen_on_two_networks_is_shown_once(watch: Watch) -> None:
    first, second = announced_by(BOB, name="Bob"), announced_by(BOB, name="Bob")
    watch.see(first)
    watch.see(second, Hint("10.5.0.2", 47800), interface=WIRELESS)
    assert list(watch.found.nearby.values()) == ["Bob"]
    watch.recognition.lose(2)
    assert list(watch.found.nearby.values()) == ["Bob"]
    watch.recognition.lose(3)
    assert watch.found.nearby == {}


def test_a_friend_is_not_shown_as_a_stranger(watch: Watch) -> None:
    watch.recognition.set_secrets({BOB: PSK}, {})
    watch.see(announced_by(BOB, name="Somebody else"))
    assert watch.found.nearby == {}


def test_a_stranger_who_becomes_a_friend_leaves_the_list(watch: Watch) -> None:
    watch.see(announced_by(BOB, name="Bob"))
    watch.recognition.set_secrets({BOB: PSK}, {})
    assert watch.found.nearby == {}


def test_what_is_remembered_is_bounded_and_friends_stay(watch: Watch) -> None:
    watch.recognition.set_secrets({BOB: PSK}, {})
    watch.see(announced_by(BOB))
    for number in range(1, 700):
        host = f"10.{number >> 8}.{number & 255}.9"
        token = number.to_bytes(8, "big")
        stranger = announced_by(CAROL, name="Crowd", token=token)
        watch.see(stranger, Hint(host, 5000), now=float(number))
    assert len(watch.found.nearby) == 511
    assert watch.recognition.hints_of(BOB) == (BOBS_HINT,)


def test_one_address_holds_at_most_eight(watch: Watch) -> None:
    for number in range(20):
        watch.see(announced_by(CAROL, name="Crowd", token=number.to_bytes(8, "big")))
    assert len(watch.found.nearby) == 8


def test_a_flood_is_judged_at_a_bounded_rate(watch: Watch) -> None:
    for number in range(3 * JUDGED_BURST):
        host = f"10.0.{number >> 8}.{number & 255}"
        token = number.to_bytes(8, "big")
        watch.see(announced_by(CAROL, name="Crowd", token=token), Hint(host, 5000))
    assert len(watch.found.nearby) <= JUDGED_BURST


def test_whoever_shows_themselves_can_be_dialled_by_their_key(watch: Watch) -> None:
    wireless = Hint("10.5.0.2", 47800)
    watch.see(announced_by(BOB, name="Bob"))
    watch.see(announced_by(BOB, name="Bob"), wireless, interface=WIRELESS)
    (key,) = watch.found.nearby
    hints, token = watch.recognition.nearby_hints(key)
    assert hints == (BOBS_HINT, wireless)
    assert token.hex() == key


def test_who_is_gone_or_a_friend_cannot_be_dialled_by_a_key(watch: Watch) -> None:
    shown = announced_by(BOB, name="Bob")
    watch.see(shown)
    (key,) = watch.found.nearby
    assert watch.recognition.nearby_hints("00" * 8)[0] == ()
    watch.recognition.lose(ETHERNET.index, shown.instance)
    assert watch.recognition.nearby_hints(key)[0] == ()
    watch.see(announced_by(BOB, name="Bob"))
    assert watch.recognition.nearby_hints(key)[0] == (BOBS_HINT,)
    watch.recognition.set_secrets({BOB: PSK}, {})
    assert watch.recognition.nearby_hints(key)[0] == ()
