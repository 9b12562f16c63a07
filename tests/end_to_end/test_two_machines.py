"""Two machines on one network: strangers become friends, hand over a lot, and meet again."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from blake3 import blake3

from byhand.protocol.invite import Invite, decode_link, encode_link
from tests.helpers.gifts import make_file, make_tree
from tests.helpers.lab import INTERFACE, Lab, needs_lab, python
from tests.helpers.lab_people import inhabitant
from tests.helpers.needs import needs_tool
from tests.helpers.processes import Somebody, become_friends, ran, running
from tests.helpers.recording import Recording, recorded
from tests.helpers.small_disk import small_disk
from tests.helpers.trees import snapshot

pytestmark = [*needs_lab(), needs_tool("tcpdump", "unshare", "mount", "umount")]

GIB = 1024**3
FAST_DISK_BYTES = 4 * GIB
FILES = 2_000
FOLDER = "Überraschung für Mila"
NAME_PARTS = (
    FOLDER,
    "héllo",
    "wörld",
    "part ",
    "large.bin",
    "empty",
    "тайна",
    "שלום",
    "文文文",
    "sparse",
)
"""No name in the folder is without one of these, but for a chain of folders called a, b, c."""
MARKER = "the chest lies under the old pear tree, nine steps north; "
HEAD_BYTES = 256
"""MARKER repeats all through the large file, so that the head of any packet would show it."""
STALE = ("tcp://10.77.0.200:47800", "tcp://10.77.0.201:47801")
ANNA, ANNAS_HOST = "Annabelle Quillfeather", "quillfeather-desk"
MAREK, MAREKS_HOST = "Marek Zażółć", "zazolc-tower"

Couple = tuple[Somebody, Somebody]


@pytest.fixture(scope="module")
def machines() -> Iterator[Lab]:
    with Lab("anna", "marek") as lab:
        yield lab


@pytest.fixture
def lab(machines: Lab) -> Iterator[Lab]:
    """The machines, at their first addresses and without any firewall after each test."""
    yield machines
    for machine in ("anna", "marek"):
        machines.firewall(machine)
        machines.readdress(machine, f"{machines.ipv4(machine)}/24")


@pytest.fixture(scope="module")
def friends(machines: Lab, tmp_path_factory: pytest.TempPathFactory) -> Couple:
    """Anna and Marek, friends already, each on a machine of their own."""
    couple = make_couple(machines, tmp_path_factory.mktemp("friends"))
    become_friends(*couple)
    return couple


@pytest.fixture
def strangers(lab: Lab, tmp_path: Path) -> Couple:
    """Anna and Marek before they have met."""
    return make_couple(lab, tmp_path)


@pytest.fixture
def fast(tmp_path: Path) -> Iterator[Path]:
    """A place for large files that no disk slows down."""
    with small_disk(tmp_path / "fast", FAST_DISK_BYTES) as folder:
        yield folder


def make_couple(lab: Lab, place: Path) -> Couple:
    anna = inhabitant(lab, "anna", ANNA, place / "anna", ANNAS_HOST)
    marek = inhabitant(lab, "marek", MAREK, place / "marek", MAREKS_HOST)
    return anna, marek


def hand_over(anna: Somebody, marek: Somebody, what: Path, inbox: Path) -> None:
    """Anna sends something to Marek, who takes what friends send."""
    arguments = ("receive", "--accept", "friends", "--once", "--into", str(inbox))
    with running(marek, *arguments) as receiving:
        receiving.wait_for("ready")
        code, lines = ran(anna, "send", str(what), "--to", marek.name)
        assert code == 0, lines
        assert receiving.ended() == 0


def make_folder(root: Path) -> Path:
    """Write 2,000 files: Unicode names, dates, empty ones, a sparse one, and empty folders."""
    make_tree(root, FILES - 4)
    make_file(root / "тайна/🎁 שלום/тайна.txt", 0)
    make_file(root / ("文" * 85), 10)
    (root / "a/b/c").mkdir(parents=True)
    with make_file(root / "sparse.img", 1_000_000).open("r+b") as file:
        file.truncate(40_000_000)
        file.seek(20_000_000)
        file.write(MARKER.encode())
    dated = [*sorted(root.rglob("*")), root]
    for number, path in enumerate(reversed(dated)):
        second = 1_000_000_000 + number * 86_399
        os.utime(path, ns=(second * 10**9, second * 10**9 + number))
    assert sum(path.is_file() for path in dated) == FILES
    named = [path.name for path in dated if len(path.name) > 1]
    assert all(any(part in name for part in NAME_PARTS) for name in named)
    return root


def dates(root: Path) -> dict[str, int]:
    return {str(path.relative_to(root)): path.stat().st_mtime_ns for path in root.rglob("*")}


def secrets_of(*people: Somebody) -> list[str | bytes]:
    """Return what nobody on the network may learn: names, computers, identities."""
    found: list[str | bytes] = ["computer", ANNAS_HOST, MAREKS_HOST, *ANNA.split(), *MAREK.split()]
    for somebody in people:
        _, (me,) = ran(somebody, "me")
        found.append(bytes.fromhex(me["id"]))
    return found


def assert_is_worth_searching(recording: Recording, at_least: int) -> None:
    """All that passed was recorded, and what is said in clear can be found in it."""
    assert recording.lost_packets == 0
    assert len(recording.raw) > at_least
    assert recording.readable(["_byhand"]) == ["_byhand"]


def test_strangers_become_friends_and_a_folder_of_2000_files_arrives_unseen(
    lab: Lab, strangers: Couple, fast: Path
) -> None:
    folder, inbox = make_folder(fast / "sent" / FOLDER), fast / "inbox"
    with recorded(lab, "anna", fast / "recording.pcap") as recording:
        become_friends(*strangers)
        hand_over(*strangers, folder, inbox)
    assert snapshot(inbox) == snapshot(fast / "sent")
    assert dates(inbox) == dates(fast / "sent")
    sparse = (inbox / FOLDER / "sparse.img").stat()
    assert sparse.st_blocks * 512 < 5_000_000
    assert_is_worth_searching(recording, at_least=8_000_000)
    head = (folder / "large.bin").read_bytes()[:16]
    assert recording.readable([*NAME_PARTS, MARKER, head, *secrets_of(*strangers)]) == []


def test_a_file_of_1_gib_arrives_unseen(lab: Lab, friends: Couple, fast: Path) -> None:
    large, inbox = make_marked_file(fast / "treasure map.bin", GIB), fast / "inbox"
    # Whole packets would be a gigabyte to keep: more than a disk can take without losing some.
    with recorded(lab, "anna", fast / "recording.pcap", HEAD_BYTES) as recording:
        hand_over(*friends, large, inbox)
    arrived = inbox / large.name
    assert digest(arrived) == digest(large)
    assert arrived.stat().st_mtime_ns == large.stat().st_mtime_ns
    assert os.listdir(inbox) == [large.name]
    assert_is_worth_searching(recording, at_least=1_000_000)
    assert recording.readable([large.name, MARKER, *secrets_of(*friends)]) == []


def make_marked_file(path: Path, byte_count: int) -> Path:
    """Write a file full of MARKER in which no two blocks are the same."""
    block = bytearray(MARKER.encode() * (2**16 // len(MARKER) + 1))[: 2**16]
    with path.open("wb") as file:
        for number in range(byte_count // len(block)):
            block[:8] = number.to_bytes(8, "big")
            file.write(block)
    return path


def digest(path: Path) -> str:
    return blake3().update_mmap(path).hexdigest()


def test_a_recording_shows_what_is_said_in_clear(lab: Lab, tmp_path: Path) -> None:
    """Nothing can be read in a recording of nothing: here is something to be read."""
    say = "import socket, sys; s = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)\n"
    say += "for e in ('utf-8', 'utf-16-le'): s.sendto(sys.argv[1].encode(e), (sys.argv[2], 9))"
    with recorded(lab, "anna", tmp_path / "recording.pcap") as recording:
        lab.run("anna", *python("-c", say, MAREK, f"ff02::1%{INTERFACE}"))
    assert recording.readable([MAREK, ANNA]) == [MAREK]
    as_utf_16 = Recording(recording.raw.replace(MAREK.encode(), b""))
    assert as_utf_16.readable([MAREK]) == [MAREK]


def test_a_link_with_stale_addresses_still_leads_to_its_maker(
    lab: Lab,
    strangers: Couple,
) -> None:
    anna, marek = strangers
    lab.firewall("marek", "ip daddr 10.77.0.200", "ip daddr 10.77.0.201")
    with running(anna, "friends", "invite") as invite:
        link = with_hints(invite.wait_for("invite")["link"], STALE)
        code, lines = ran(marek, "friends", "add", link)
        assert code == 0, lines
        assert invite.ended() == 0


def test_a_firewall_before_the_maker_of_a_link_does_not_matter(
    lab: Lab, strangers: Couple, tmp_path: Path
) -> None:
    """Nobody gets through to Anna, so she calls whoever uses her link, and later her friend."""
    anna, marek = strangers
    for each in strangers:
        ran(each, "me", "--name", each.name)
    lab.firewall("anna", "tcp sport 47800")
    with running(anna, "friends", "invite") as invite:
        code, lines = ran(marek, "friends", "add", invite.wait_for("invite")["link"])
        assert code == 0, lines
        assert invite.ended() == 0
    note = make_file(tmp_path / "note.txt", 12)
    hand_over(marek, anna, note, tmp_path / "inbox")
    assert snapshot(tmp_path / "inbox") == {"note.txt": note.read_bytes()}


def with_hints(link: str, hints: tuple[str, ...]) -> str:
    invite = decode_link(link)
    assert invite.hints
    return encode_link(Invite(invite.psk, invite.friend_id, invite.expires_at, hints, invite.name))


def test_friends_meet_again_after_both_have_moved(
    lab: Lab, friends: Couple, tmp_path: Path
) -> None:
    lab.readdress("anna", "10.99.3.7/24")
    lab.readdress("marek", "10.99.3.8/24")
    for machine in ("anna", "marek"):
        lab.firewall(machine, f"ip6 daddr {{ {lab.ipv6('anna')}, {lab.ipv6('marek')} }}")
    note = make_file(tmp_path / "note.txt", 12)
    hand_over(*friends, note, tmp_path / "inbox")
    assert snapshot(tmp_path / "inbox") == {"note.txt": note.read_bytes()}


def test_friends_meet_again_where_no_multicast_passes(
    lab: Lab, friends: Couple, tmp_path: Path
) -> None:
    for machine in ("anna", "marek"):
        lab.firewall(machine, "udp dport 5353")
    note = make_file(tmp_path / "note.txt", 12)
    hand_over(*friends, note, tmp_path / "inbox")
    assert snapshot(tmp_path / "inbox") == {"note.txt": note.read_bytes()}


def test_a_receiver_who_moves_while_running_is_reached(
    lab: Lab, friends: Couple, tmp_path: Path
) -> None:
    anna, marek = friends
    note, inbox = make_file(tmp_path / "note.txt", 12), tmp_path / "inbox"
    arguments = ("receive", "--accept", "friends", "--once", "--into", str(inbox))
    with running(marek, *arguments) as receiving:
        receiving.wait_for("ready")
        lab.readdress("marek", "10.77.0.88/24")
        code, lines = ran(anna, "send", str(note), "--to", MAREK)
        assert code == 0, lines
        assert receiving.ended() == 0
    assert snapshot(inbox) == {"note.txt": note.read_bytes()}


@pytest.mark.parametrize("family", ["ipv4", "ipv6"])
def test_one_family_of_addresses_is_enough(family: str, tmp_path: Path) -> None:
    with Lab("anna", "marek", with_ipv4=family == "ipv4", with_ipv6=family == "ipv6") as lab:
        anna = inhabitant(lab, "anna", ANNA, tmp_path / "anna")
        marek = inhabitant(lab, "marek", MAREK, tmp_path / "marek")
        become_friends(anna, marek)
        note = make_file(tmp_path / "note.txt", 12)
        hand_over(anna, marek, note, tmp_path / "inbox")
    assert snapshot(tmp_path / "inbox") == {"note.txt": note.read_bytes()}
