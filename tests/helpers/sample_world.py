"""Sample people and transfers, the same as in the pictures of the design."""

import zlib

from msgspec.structs import replace

from byhand.domain.codes import Code
from byhand.domain.events import FriendAdded, NearbyAppeared, ProfileChanged, TransferAdded
from byhand.domain.friend import Friend, Nearby, Path, Presence, Trust
from byhand.domain.identity import FriendId
from byhand.domain.progress import Progress
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState
from tests.helpers.fake_service import PROFILE, FakeService

NOW = 1_782_000_000.0
"""A Saturday at 00:00 UTC."""
_IN, _OUT = Direction.INCOMING, Direction.OUTGOING
_S = TransferState


def friend_id(name: str, pair: int = 0) -> FriendId:
    """Return an id that is always the same for a name and has a certain pair of colours."""
    for number in range(10_000):
        candidate = name.encode()[:24].ljust(30, b".") + number.to_bytes(2, "big")
        if zlib.crc32(candidate) % 8 == pair:
            return FriendId(candidate)
    raise ValueError(name)


FRIENDS = {
    name: (Friend(friend_id(name, pair), name, f"{name}'s computer", trust), presence)
    for name, pair, trust, presence in (
        ("Anna Lindqvist", 0, Trust.VERIFIED, Presence(Path.SAME_NETWORK)),
        ("Jonas Weber", 1, Trust.VERIFIED, Presence(Path.SAME_NETWORK)),
        ("Lea Fontaine", 2, Trust.VERIFIED, Presence(Path.SAME_NETWORK)),
        ("Marek Novák", 3, Trust.UNVERIFIED, Presence(Path.SAME_NETWORK)),
        ("Priya Nair", 4, Trust.VERIFIED, Presence(Path.INTERNET)),
        ("Sam Okafor", 5, Trust.VERIFIED, Presence(Path.SAME_NETWORK)),
        ("Elsa Berg", 6, Trust.VERIFIED, Presence(None, NOW - 20 * 60)),
        ("Dad", 6, Trust.VERIFIED, Presence(None, NOW - 26 * 3600)),
    )
}
NEARBY = (Nearby("tomas", "Tomás's ThinkPad"), Nearby("studio", "studio-pc"))


def transfer(
    number: int, direction: Direction, name: str, title: str, state: TransferState, **more: object
) -> Transfer:
    """Return a sample transfer with a friend of the sample world."""
    return Transfer(
        id=TransferId(number.to_bytes(16, "big")),
        direction=direction,
        friend_id=FRIENDS[name][0].id,
        title=title,
        state=state,
        created_at=NOW - 1000 + number,
        is_counted=True,
        **more,  # type: ignore[arg-type]
    )


OFFER = transfer(
    1,
    _IN,
    "Lea Fontaine",
    "Concert videos",
    _S.OFFERED,
    total_files=6,
    total_bytes=1_900_000_000,
    is_folder=True,
    folder="/home/mira/Downloads/Lea",
)
MOVING = (
    transfer(
        2,
        _OUT,
        "Anna Lindqvist",
        "Summer 2026",
        _S.ACTIVE,
        total_files=480,
        total_bytes=3_400_000_000,
        is_folder=True,
    ),
    transfer(
        3,
        _IN,
        "Jonas Weber",
        "rehearsal-take-04.wav",
        _S.ACTIVE,
        total_files=1,
        total_bytes=1_100_000_000,
    ),
    transfer(
        4, _OUT, "Priya Nair", "thesis-final.pdf", _S.CLOSING, total_files=1, total_bytes=48_000_000
    ),
    transfer(
        5,
        _IN,
        "Sam Okafor",
        "laptop-backup.tar.zst",
        _S.PAUSED,
        total_files=1,
        total_bytes=12_200_000_000,
        paused_by_me=True,
    ),
)
WAITING = (
    transfer(6, _OUT, "Marek Novák", "3 files", _S.OFFERED, total_files=3, total_bytes=86_000_000),
    transfer(
        7,
        _OUT,
        "Elsa Berg",
        "Garden videos",
        _S.STALLED,
        total_files=9,
        total_bytes=2_000_000_000,
        is_folder=True,
    ),
)
FINISHED = (
    transfer(
        8,
        _IN,
        "Anna Lindqvist",
        "Invitation.pdf",
        _S.DONE,
        total_files=1,
        total_bytes=2_100_000,
        folder="/home/mira/Downloads",
        ended_at=NOW + 14 * 3600 + 120,
        saved_paths=("/home/mira/Downloads/Invitation.pdf",),
    ),
    transfer(
        9,
        _OUT,
        "Jonas Weber",
        "Festival footage",
        _S.FAILED,
        total_files=14,
        total_bytes=30_000_000_000,
        is_folder=True,
        code=Code.DISK_FULL,
        missing_bytes=9_300_000_000,
        ended_at=NOW + 13.9 * 3600,
    ),
    transfer(
        10,
        _OUT,
        "Lea Fontaine",
        "draft-contract.docx",
        _S.DECLINED,
        total_files=1,
        total_bytes=240_000,
        code=Code.DECLINED,
        ended_at=NOW + 13 * 3600 + 2400,
    ),
    transfer(
        11,
        _IN,
        "Priya Nair",
        "Slides",
        _S.DONE,
        total_files=14,
        total_bytes=61_000_000,
        is_folder=True,
        folder="/home/mira/Downloads",
        ended_at=NOW + 11 * 3600 + 1560,
        saved_paths=("/home/mira/Downloads/Slides",),
    ),
    transfer(
        12,
        _OUT,
        "Sam Okafor",
        "holiday.zip",
        _S.DONE,
        total_files=1,
        total_bytes=412_000_000,
        ended_at=NOW + 10 * 3600,
    ),
    transfer(
        13,
        _OUT,
        "Marek Novák",
        "Minutes",
        _S.CANCELLED,
        total_files=20,
        is_folder=True,
        total_bytes=5_000_000,
        ended_by_me=True,
        ended_at=NOW + 9.5 * 3600,
    ),
    transfer(
        14,
        _OUT,
        "Anna Lindqvist",
        "Receipts",
        _S.PARTLY_DONE,
        total_files=480,
        is_folder=True,
        done_files=478,
        failed_files=2,
        total_bytes=90_000_000,
        ended_at=NOW + 9 * 3600,
    ),
)
PROGRESS = {
    MOVING[0].id: Progress(2_108_000_000, 3_400_000_000, 312, 480, 41_800_000, 31),
    MOVING[1].id: Progress(300_000_000, 1_100_000_000, 0, 1, 18_200_000, 45),
    MOVING[3].id: Progress(5_900_000_000, 12_200_000_000, 0, 1, 0, None, 15),
    WAITING[1].id: Progress(1_420_000_000, 2_000_000_000, 6, 9, 0, None, 600),
}


Known = tuple[Friend, Presence]


def two_computers() -> tuple[Known, Known]:
    """Return Anna's laptop, which is there, and her desktop, which is not and was used last."""
    anna = replace(FRIENDS["Anna Lindqvist"][0], computer="laptop")
    desktop = replace(anna, id=friend_id("Anna's desktop", 1), computer="desktop")
    return (
        (anna, Presence(Path.SAME_NETWORK, NOW, NOW - 9000)),
        (desktop, Presence(None, NOW - 3600, NOW - 4000)),
    )


def own_computer() -> Known:
    """Return another computer of the user's own, which is there."""
    mine = Friend(friend_id("studio", 7), "Mira Kohl", "Mira's studio", Trust.VERIFIED)
    return replace(mine, is_mine=True, verified_at=NOW - 86_400), Presence(Path.SAME_NETWORK)


def blocked_friend() -> Known:
    """Return somebody who was verified once and is blocked now."""
    friend = Friend(friend_id("Victor Hale", 2), "Victor Hale", "tower", Trust.BLOCKED)
    return replace(friend, verified_at=NOW - 9 * 86_400), Presence(None, NOW - 3 * 86_400)


def copied_friend() -> Known:
    """Return a verified friend whose identity was met on two computers."""
    return replace(FRIENDS["Sam Okafor"][0], is_copied=True), FRIENDS["Sam Okafor"][1]


def rivals() -> tuple[Known, Known]:
    """Return Jonas, whose identity has changed, and the newcomer who came by his name."""
    known = FRIENDS["Jonas Weber"][0]
    newcomer = Friend(friend_id("Jonas Weber (2)", 5), "Jonas Weber (2)", "new laptop")
    known = replace(known, trust=Trust.KEY_CHANGED, verified_at=NOW - 400 * 86_400)
    return (
        (replace(known, rival=newcomer.id), Presence(None, NOW - 2 * 86_400)),
        (replace(newcomer, rival=known.id), Presence(None, NOW - 300)),
    )


def doubtful_service() -> FakeService:
    """Return a service that knows, beside the sample world, every state that trust can be in."""
    service = sample_service()
    look_alike = Friend(friend_id("look-alike", 3), "Priya Naіr", "phone")
    for friend, presence in (
        *two_computers(),
        own_computer(),
        blocked_friend(),
        copied_friend(),
        *rivals(),
        (look_alike, Presence(Path.INTERNET)),
    ):
        service.emit(FriendAdded(friend, presence))
    return service


def sample_service(*, with_transfers: bool = True, with_friends: bool = True) -> FakeService:
    """Return a service that knows the sample world."""
    service = FakeService()
    mine = replace(PROFILE, id=friend_id("Mira Kohl", 0), visible_until=NOW + 600)
    service.emit(ProfileChanged(mine))
    if with_friends:
        for friend, presence in FRIENDS.values():
            service.emit(FriendAdded(friend, presence))
        for nearby in NEARBY:
            service.emit(NearbyAppeared(nearby))
    if with_transfers:
        for sample in (OFFER, *MOVING, *WAITING, *FINISHED):
            service.emit(TransferAdded(sample))
        service.latest = dict(PROGRESS)
    return service
