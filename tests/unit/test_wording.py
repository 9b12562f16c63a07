"""How sizes, times, states and errors are said."""

import re
from pathlib import Path as FilePath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from byhand import errors, wording
from byhand.domain.bottleneck import Bottleneck
from byhand.domain.codes import Code
from byhand.domain.friend import Friend, Path, Presence, Trust
from byhand.domain.history_events import CheckedAgain, CheckingAgain
from byhand.domain.identity import FriendId
from byhand.domain.obstacle import Obstacle
from byhand.domain.progress import Progress
from byhand.domain.transfer import (
    Compared,
    Direction,
    FileProblem,
    Transfer,
    TransferId,
    TransferState,
)

ID = TransferId(bytes(16))
MAREK = Friend(FriendId(bytes(32)), "Marek Novák", "desktop", Trust.VERIFIED)
NOW = 1_000_000.0


def transfer(state: TransferState, direction: Direction = Direction.OUTGOING) -> Transfer:
    return Transfer(
        ID,
        direction,
        MAREK.id,
        "Summer 2026",
        state,
        created_at=0.0,
        total_files=480,
        total_bytes=3_400_000_000,
        is_counted=True,
        folder="/home/mira/Downloads",
    )


@pytest.mark.parametrize(
    ("byte_count", "text"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (9_949, "9.9 kB"),
        (9_960, "10 kB"),
        (240_000, "240 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (2_100_000, "2.1 MB"),
        (86_000_000, "86 MB"),
        (2_100_000_000, "2.1 GB"),
        (34_200_000_000, "34.2 GB"),
        (212_000_000_000, "212 GB"),
        (2**56, "72,058 TB"),
    ],
)
def test_sizes_are_short_and_si(byte_count: int, text: str) -> None:
    assert wording.size(byte_count) == text


@pytest.mark.parametrize(
    ("bytes_per_second", "text"),
    [(0, "0 kB/s"), (812_345, "812 kB/s"), (41_800_000, "41.8 MB/s"), (1.24e9, "1.2 GB/s")],
)
def test_speeds_are_short_and_si(bytes_per_second: float, text: str) -> None:
    assert wording.speed(bytes_per_second) == text


@given(st.integers(0, 2**63))
def test_a_size_never_needs_more_than_three_digits_before_terabytes(byte_count: int) -> None:
    figure, unit = wording.size(byte_count).split(" ")
    assert unit == "TB" or len(re.sub(r"\D", "", figure)) <= 3


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, "estimating…"),
        (0.0, "1 s left"),
        (30.2, "31 s left"),
        (59.1, "1 min left"),
        (61.0, "2 min left"),
        (3599.0, "about 1 h left"),
        (5000.0, "about 1 h left"),
        (7200.0, "about 2 h left"),
        (200_000.0, "about 2 days left"),
    ],
)
def test_time_left_is_rounded_up_and_vague_when_long(seconds: float | None, text: str) -> None:
    assert wording.time_left(seconds) == text


def test_counts_have_a_plural_and_thousands() -> None:
    assert [wording.count_files(count) for count in (1, 0, 2000)] == [
        "1 file",
        "0 files",
        "2,000 files",
    ]


@pytest.mark.parametrize(
    ("trust", "presence", "text"),
    [
        (Trust.VERIFIED, Presence(Path.SAME_NETWORK), "On this network"),
        (Trust.VERIFIED, Presence(Path.INTERNET), "Over the internet"),
        (Trust.UNVERIFIED, Presence(Path.SAME_NETWORK), "Not verified yet"),
        (Trust.BLOCKED, Presence(Path.SAME_NETWORK), "Blocked"),
        (Trust.KEY_CHANGED, Presence(), "Identity has changed"),
        (Trust.VERIFIED, Presence(), "Not seen yet"),
        (Trust.VERIFIED, Presence(last_seen=NOW - 5), "Last seen just now"),
        (Trust.VERIFIED, Presence(last_seen=NOW + 500), "Last seen just now"),
        (Trust.VERIFIED, Presence(last_seen=NOW - 1200), "Last seen 20 min ago"),
        (Trust.VERIFIED, Presence(last_seen=NOW - 7300), "Last seen 2 h ago"),
        (Trust.VERIFIED, Presence(last_seen=NOW - 86_400), "Last seen yesterday"),
        (Trust.VERIFIED, Presence(last_seen=NOW - 172_799), "Last seen yesterday"),
        (Trust.VERIFIED, Presence(last_seen=NOW - 172_800), "Last seen 2 days ago"),
    ],
)
def test_the_line_under_a_friend_says_where_they_are(
    trust: Trust, presence: Presence, text: str
) -> None:
    assert wording.presence_line(replace(MAREK, trust=trust), presence, NOW) == text


def test_a_doubtful_friend_is_shown_as_such_wherever_they_are() -> None:
    here = Presence(Path.SAME_NETWORK)
    newcomer = replace(MAREK, rival=FriendId(b"r" * 32))
    assert wording.presence_line(newcomer, here, NOW) == "Who is this?"
    copied = replace(MAREK, is_copied=True)
    assert wording.presence_line(copied, here, NOW) == "Used on two computers"
    blocked = replace(copied, trust=Trust.BLOCKED)
    assert wording.presence_line(blocked, here, NOW) == "Blocked"


def test_the_name_of_a_friend_order_is_shown_safely() -> None:
    problem = errors.FriendOrderError(errors.FriendProblem.NAME_TAKEN, "a\x07{limit}")
    sentence = wording.error_sentence(problem)
    assert "\x07" not in sentence
    assert "{limit}" in sentence


def test_what_nobody_was_asked_about_says_so() -> None:
    incoming = replace(transfer(TransferState.DONE, Direction.INCOMING), accepted_by_policy=True)
    for state in (TransferState.ACTIVE, TransferState.DONE):
        line = wording.transfer_line(replace(incoming, state=state), None, "Marek")
        assert line.endswith(" · accepted by itself")


@pytest.mark.parametrize(
    ("friend", "text"),
    [
        (replace(MAREK, rival=MAREK.id), "Who is this?"),
        (replace(MAREK, rival=MAREK.id, trust=Trust.KEY_CHANGED), "Identity has changed"),
        (replace(MAREK, rival=MAREK.id, trust=Trust.BLOCKED), "Blocked"),
        (replace(MAREK, is_copied=True), "Used on two computers"),
    ],
    ids=["newcomer", "known", "blocked", "copied"],
)
def test_a_doubt_about_a_friend_is_said_before_where_they_are(friend: Friend, text: str) -> None:
    assert wording.presence_line(friend, Presence(Path.SAME_NETWORK), NOW) == text


def test_what_waits_for_a_held_friend_says_what_the_user_must_do() -> None:
    queued = transfer(TransferState.QUEUED)
    for state in (TransferState.QUEUED, TransferState.STALLED):
        waiting = replace(queued, state=state)
        line = wording.transfer_line(waiting, None, "Marek", is_online=True, obstacle=Obstacle.HELD)
        assert line == "Held until you say who Marek is"


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (TransferState.SCANNING, "Counting files… 480 so far"),
        (TransferState.QUEUED, "Marek is offline — starts by itself when they're back"),
        (TransferState.OFFERED, "Waiting for Marek to accept · 3.4 GB"),
        (TransferState.ACTIVE, "0 bytes of 3.4 GB · 0 of 480 files"),
        (TransferState.CLOSING, "Checking that every byte arrived · 3.4 GB"),
        (TransferState.DONE, "3.4 GB · Delivered"),
        (TransferState.DECLINED, "Marek declined"),
        (TransferState.CANCELLED, "Marek cancelled"),
        (TransferState.EXPIRED, "Nobody answered in time"),
    ],
)
def test_an_outgoing_row_says_who_acts_next(state: TransferState, text: str) -> None:
    assert wording.transfer_line(transfer(state), None, "Marek") == text


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (TransferState.OFFERED, "Marek waits for your answer · 480 files · 3.4 GB"),
        (TransferState.CHECKING, "Making room for it · 480 files · 3.4 GB"),
        (TransferState.FINALIZING, "Checking that every byte arrived · 3.4 GB"),
        (TransferState.DONE, "3.4 GB · Saved in Downloads"),
        (TransferState.WITHDRAWN, "Marek took it back"),
        (TransferState.EXPIRED, "You did not answer in time"),
    ],
)
def test_an_incoming_row_says_who_acts_next(state: TransferState, text: str) -> None:
    line = wording.transfer_line(transfer(state, Direction.INCOMING), None, "Marek")
    assert line == text


def test_an_offer_that_is_lost_with_the_connection_was_not_taken_back() -> None:
    lost = transfer(TransferState.WITHDRAWN, Direction.INCOMING)
    lost = replace(lost, code=Code.CONNECTION_LOST)
    line = wording.transfer_line(lost, None, "Marek")
    assert line == "Marek went offline before you answered"


@pytest.mark.parametrize(
    ("by_me", "text"),
    [
        (True, "Byhand was closed before the end — try again"),
        (False, "Marek closed Byhand before the end — try again"),
    ],
)
def test_a_row_says_who_closed_the_program(by_me: bool, text: str) -> None:
    ended = replace(transfer(TransferState.FAILED), code=Code.SHUTDOWN, ended_by_me=by_me)
    assert wording.transfer_line(ended, None, "Marek") == text


def test_a_queued_row_of_a_friend_who_is_there_says_that_it_connects() -> None:
    line = wording.transfer_line(transfer(TransferState.QUEUED), None, "Marek", is_online=True)
    assert line == "Connecting to Marek…"


def test_an_offer_that_is_still_being_counted_says_how_far() -> None:
    offer = replace(transfer(TransferState.OFFERED, Direction.INCOMING), is_counted=False)
    assert wording.transfer_line(offer, None, "Marek") == "Counting files… 480 so far"


def test_who_ended_it_is_said_from_the_readers_side() -> None:
    mine = replace(transfer(TransferState.CANCELLED), ended_by_me=True)
    assert wording.transfer_line(mine, None, "Marek") == "You cancelled"


def test_a_moving_row_shows_bytes_and_files() -> None:
    progress = Progress(2_100_000_000, 3_400_000_000, 312, 480)
    line = wording.transfer_line(transfer(TransferState.ACTIVE), progress, "Marek")
    assert line == "2.1 GB of 3.4 GB · 312 of 480 files"


def test_a_single_file_is_not_counted() -> None:
    progress = Progress(100, 3000, 0, 1)
    line = wording.transfer_line(transfer(TransferState.ACTIVE), progress, "Marek")
    assert line == "100 bytes of 3.0 kB"


def test_a_row_at_rest_for_ten_seconds_says_so() -> None:
    progress = Progress(100, 3000, 0, 1, idle_seconds=15.9)
    line = wording.transfer_line(transfer(TransferState.ACTIVE), progress, "Marek")
    assert line == "No data for 15 s — still trying"


def test_a_row_partly_done_says_how_many_and_why() -> None:
    problems = (FileProblem("a", Code.SOURCE_UNREADABLE), FileProblem("b", Code.SOURCE_UNREADABLE))
    partly = replace(
        transfer(TransferState.PARTLY_DONE), done_files=478, failed_files=2, problems=problems
    )
    line = wording.transfer_line(partly, None, "Marek")
    assert line == "478 of 480 files arrived — 2 could not be read"


def test_a_row_partly_done_for_several_reasons_names_none() -> None:
    problems = (FileProblem("a", Code.SOURCE_UNREADABLE), FileProblem("b", Code.SOURCE_GONE))
    partly = replace(
        transfer(TransferState.PARTLY_DONE), done_files=478, failed_files=2, problems=problems
    )
    line = wording.transfer_line(partly, None, "Marek")
    assert line == "478 of 480 files arrived — 2 did not"


def test_a_full_disk_is_told_from_both_sides() -> None:
    theirs = replace(
        transfer(TransferState.FAILED), code=Code.DISK_FULL, missing_bytes=9_300_000_000
    )
    mine = replace(theirs, direction=Direction.INCOMING)
    assert wording.transfer_line(theirs, None, "Jonas") == (
        "Jonas's disk is full — 9.3 GB more needed"
    )
    assert wording.transfer_line(mine, None, "Jonas") == (
        "Your disk is full — free 9.3 GB or choose another folder"
    )


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("state", TransferState)
def test_every_state_and_code_has_words(state: TransferState, direction: Direction) -> None:
    for code in Code:
        every = replace(transfer(state, direction), code=code)
        line = wording.transfer_line(every, None, "Marek")
        assert line
        assert "{" not in line
        assert "%n" not in line


@pytest.mark.parametrize("code", Code)
def test_every_file_problem_has_words(code: Code) -> None:
    assert wording.problem_line(FileProblem("a/b.txt", code)).startswith("a/b.txt ")


HALF = Progress(1_632_000_000, 3_400_000_000, 100, 480)


@pytest.mark.parametrize(
    ("by_me", "by_friend", "text"),
    [
        (True, False, "Paused by you · 48 % kept"),
        (False, True, "Paused by Anna · 48 % kept"),
        (True, True, "Paused by you and Anna · 48 % kept"),
    ],
)
@pytest.mark.parametrize("direction", Direction)
def test_a_paused_row_says_who_holds_it_and_what_is_kept(
    direction: Direction, by_me: bool, by_friend: bool, text: str
) -> None:
    paused = replace(
        transfer(TransferState.PAUSED, direction), paused_by_me=by_me, paused_by_friend=by_friend
    )
    assert wording.transfer_line(paused, HALF, "Anna") == text
    assert wording.transfer_line(paused, None, "Anna") == text.removesuffix(" · 48 % kept")


@pytest.mark.parametrize(
    "state", [TransferState.SCANNING, TransferState.QUEUED, TransferState.OFFERED]
)
def test_what_is_paused_before_it_was_accepted_says_so(state: TransferState) -> None:
    paused = replace(transfer(state), paused_by_me=True)
    line = wording.transfer_line(paused, None, "Anna", is_online=True)
    assert line == "Paused by you · 480 files · 3.4 GB"


@pytest.mark.parametrize("direction", Direction)
def test_a_row_whose_friend_went_away_goes_on_by_itself(direction: Direction) -> None:
    stalled = transfer(TransferState.STALLED, direction)
    line = wording.transfer_line(stalled, HALF, "Elsa")
    assert line == "Elsa is offline — continues by itself · 1.6 GB of 3.4 GB"
    assert wording.transfer_line(stalled, None, "Elsa").endswith(" · 3.4 GB")
    back = wording.transfer_line(stalled, HALF, "Elsa", is_online=True)
    assert back == "Connecting to Elsa… · 1.6 GB of 3.4 GB"


@pytest.mark.parametrize(
    ("direction", "missing", "text"),
    [
        (
            Direction.INCOMING,
            1_100_000_000,
            "Your disk is full — free 1.1 GB and it goes on by itself",
        ),
        (Direction.INCOMING, 0, "Your disk is full — goes on by itself once there is room"),
        (
            Direction.OUTGOING,
            9_300_000_000,
            "Jonas's disk is full — 9.3 GB more needed, goes on by itself",
        ),
        (Direction.OUTGOING, 0, "Jonas's disk is full — goes on by itself once there is room"),
    ],
)
def test_a_row_that_waits_for_room_says_on_whose_disk(
    direction: Direction, missing: int, text: str
) -> None:
    blocked = replace(
        transfer(TransferState.BLOCKED, direction), code=Code.DISK_FULL, missing_bytes=missing
    )
    assert wording.transfer_line(blocked, HALF, "Jonas") == text


def test_an_offer_that_is_put_off_says_who_decides_later() -> None:
    sent = replace(transfer(TransferState.OFFERED), is_put_off=True)
    got = replace(sent, direction=Direction.INCOMING)
    assert wording.transfer_line(sent, None, "Anna") == "Anna decides later · 3.4 GB"
    assert wording.transfer_line(got, None, "Anna") == "You decide later · 480 files · 3.4 GB"


def test_a_queued_row_says_whose_turn_is_before_it() -> None:
    queued = transfer(TransferState.QUEUED)
    line = wording.transfer_line(queued, None, "Anna", is_online=True, after="Summer")
    assert line == "Next after “Summer”"
    away = wording.transfer_line(queued, None, "Anna", after="Summer")
    assert away == "Anna is offline — starts by itself when they're back"


def test_a_row_that_only_waits_for_its_turn_says_so() -> None:
    sent = replace(transfer(TransferState.ACTIVE), others_first=True)
    got = replace(sent, direction=Direction.INCOMING)
    idle = Progress(0, 3_400_000_000, 0, 480, 0.0, None, 15.0)
    amount = "0 bytes of 3.4 GB"
    assert wording.transfer_line(sent, None, "Anna") == "Waits for its turn · 3.4 GB"
    assert wording.transfer_line(sent, idle, "Anna") == f"Waits for its turn · {amount}"
    after = wording.transfer_line(sent, idle, "Anna", after="Winter")
    assert after == f"Next after “Winter” · {amount}"
    theirs = wording.transfer_line(got, idle, "Anna", after="Winter")
    assert theirs == f"Anna sends something else first · {amount}"
    paused = replace(sent, state=TransferState.PAUSED, paused_by_me=True)
    assert wording.transfer_line(paused, None, "Anna") == "Paused by you"


def test_a_text_that_the_friend_cannot_show_says_what_to_do_instead() -> None:
    failed = replace(transfer(TransferState.FAILED), code=Code.UNSUPPORTED, is_text=True)
    line = wording.transfer_line(failed, None, "Anna")
    assert line == "Anna needs a newer Byhand to receive a text — send it in a file instead"
    file = replace(failed, is_text=False)
    assert wording.transfer_line(file, None, "Anna") == "Anna needs a newer Byhand to receive this"
    theirs = replace(failed, direction=Direction.INCOMING)
    assert "the same version" in wording.transfer_line(theirs, None, "Anna")


def test_a_text_that_was_received_is_not_saved_anywhere() -> None:
    text = replace(transfer(TransferState.DONE, Direction.INCOMING), is_text=True, total_bytes=12)
    assert wording.transfer_line(text, None, "Anna") == "12 bytes · Text received"


@pytest.mark.parametrize(
    ("checked", "line"),
    [
        (CheckedAgain(ID, 480), "480 files checked — all are as they were handed over"),
        (CheckedAgain(ID, 478, missing=2), "480 files checked — 2 missing"),
        (CheckedAgain(ID, 0, changed=1), "1 file checked — 1 changed"),
        (
            CheckedAgain(ID, 1_000, missing=2_000, changed=1),
            "3,001 files checked — 2,000 missing, 1 changed",
        ),
        (
            CheckedAgain(ID, 1, is_signed_right=False),
            "1 file checked — all are as they were handed over,"
            " but the receipt is not signed for them",
        ),
        (
            CheckedAgain(ID, 1, missing=1, is_signed_right=True),
            "2 files checked — 1 missing",
        ),
    ],
)
def test_a_check_says_how_many_files_are_not_as_they_were(checked: CheckedAgain, line: str) -> None:
    assert wording.check_line(checked) == line


@pytest.mark.parametrize(
    ("checked", "is_incoming", "sentence"),
    [
        (CheckedAgain(ID, 480), True, "All 480 files are as they arrived"),
        (CheckedAgain(ID, 1_480), False, "All 1,480 files are as they were sent"),
        (CheckedAgain(ID, 1), True, "It is as it arrived"),
        (CheckedAgain(ID, 1), False, "It is as it was sent"),
        (CheckedAgain(ID, 3, missing=2, changed=1), True, "2 files are missing, 1 changed"),
        (CheckedAgain(ID, 3, missing=1), True, "1 file is missing"),
        (CheckedAgain(ID, 3, changed=1), False, "1 file has changed"),
        (CheckedAgain(ID, 3, changed=4), False, "4 files have changed"),
        (
            CheckedAgain(ID, 3, is_signed_right=False),
            True,
            "The receipt is not signed for these files",
        ),
    ],
)
def test_what_came_of_a_check_is_a_sentence(
    checked: CheckedAgain, is_incoming: bool, sentence: str
) -> None:
    assert wording.check_result(checked, is_incoming=is_incoming) == sentence


@pytest.mark.parametrize(
    ("done", "total", "line"),
    [
        (0, 200, "Checking… 0%"),
        (85, 200, "Checking… 42%"),
        (200, 200, "Checking… 99%"),
        (5, 0, "Checking… 0%"),
    ],
)
def test_a_check_under_way_says_how_far_it_is(done: int, total: int, line: str) -> None:
    assert wording.checking_line(CheckingAgain(ID, done, total)) == line


def test_names_from_outside_cannot_act_as_a_pattern_or_move_the_cursor() -> None:
    failed = replace(
        transfer(TransferState.FAILED), title="{missing}\x1b[2J%n", code=Code.SOURCE_GONE
    )
    line = wording.transfer_line(failed, None, "{code}")
    assert "{missing}" in line
    assert "\x1b" not in line


def every_error() -> list[errors.ByhandError]:
    path = FilePath("/tmp/x")
    return [
        errors.ByhandError(),
        errors.UsageError("Choose one."),
        *(errors.FriendOrderError(problem, "Anna") for problem in errors.FriendProblem),
        errors.ProtocolError(),
        errors.LocalProtocolError(),
        errors.RemoteProtocolError(),
        errors.AuthenticationError(),
        errors.OurselvesError(),
        errors.InviteRefusedError(12),
        errors.UnsupportedMessageError(1),
        errors.IdentityError(),
        errors.UnknownFriendError("ann"),
        errors.UnknownFriendError("ann", 2),
        errors.KeyChangedError("Anna"),
        errors.CorruptIdentityError(path, "too short"),
        errors.CorruptIdentityError(path, "too open", is_mendable=True),
        *(errors.BackupError(path, problem) for problem in errors.BackupProblem),
        *(errors.InviteError(problem) for problem in errors.InviteProblem),
        errors.NetworkError(),
        errors.UnreachableError(),
        errors.UnreachableError(was_refused=True),
        errors.ConnectionLostError(),
        errors.ServiceGoneError(),
        errors.TransferError(),
        errors.UnsafeNameError("..", "dots"),
        errors.SourceChangedError(),
        errors.SourceMissingError(path),
        errors.OfferTooLargeError(),
        errors.HashMismatchError(),
        errors.StorageError(path, "why"),
        errors.ProfileInUseError(path),
        errors.OtherVersionError(path, "2.0"),
        errors.FileTooLargeError(path, 2**32 - 1),
        errors.DiskFullError(path),
        errors.DiskFullError(path, 1_100_000_000),
        errors.ReadOnlyError(path),
        errors.CorruptStoreError(path),
        errors.StagingGoneError(path),
        errors.FolderGoneError(path),
    ]


def test_the_list_of_errors_is_whole() -> None:
    defined = {
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.ByhandError)
    }
    assert {type(error) for error in every_error()} == defined


@pytest.mark.parametrize("error", every_error(), ids=repr)
def test_every_error_is_one_sentence_that_says_what_to_do(error: errors.ByhandError) -> None:
    sentence = wording.error_sentence(error)
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert "\n" not in sentence


def test_an_error_names_the_file_and_the_room_it_needs() -> None:
    sentence = wording.error_sentence(errors.DiskFullError(FilePath("/media/stick"), 1_100_000_000))
    assert "/media/stick" in sentence
    assert "1.1 GB" in sentence


def test_an_identity_that_others_may_read_names_the_command_that_mends_it() -> None:
    path = FilePath("/home/mira k/identity.key")
    sentence = wording.error_sentence(errors.CorruptIdentityError(path, "why", is_mendable=True))
    assert "chmod 600 '/home/mira k/identity.key'" in sentence


def test_a_passphrase_that_is_too_short_is_told_how_long_to_be() -> None:
    error = errors.BackupError(FilePath("/f"), errors.BackupProblem.TOO_SHORT)
    assert "10 characters" in wording.error_sentence(error)


def test_an_unknown_friend_is_shown_without_control_characters() -> None:
    assert "\x07" not in wording.error_sentence(errors.UnknownFriendError("a\x07b"))


@pytest.mark.parametrize(
    "problem", [*errors.InviteProblem, "key_changed", "not_saved", "unreachable", "something new"]
)
def test_every_invite_problem_has_a_sentence(problem: str) -> None:
    sentence = wording.invite_sentence(problem, "Tomás")
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_an_expired_invitation_says_whom_to_ask() -> None:
    assert wording.invite_sentence("expired", "Mira") == (
        "This invitation has expired. Ask Mira for a new one."
    )
    assert "Ask the person who sent it" in wording.invite_sentence("expired")


def in_capitals(context: str, text: str, disambiguation: str = "", n: int = -1) -> str:
    """Another language: capitals, a comma before the decimal and a point between thousands."""
    assert context == "wording"
    if text == "{whole}.{tenth}":
        return "{whole},{tenth}"
    said = wording.plain(context, text, disambiguation, n).upper().replace(",", ".")
    return re.sub(r"{\w+}", lambda place: place[0].lower(), said)


def test_another_language_gets_every_text_and_its_own_figures() -> None:
    offered = wording.transfer_line(transfer(TransferState.OFFERED), None, "Marek", in_capitals)
    assert offered == "WAITING FOR Marek TO ACCEPT · 3,4 GB"
    now = Progress(0, 2, 1204, 48_000)
    active = transfer(TransferState.ACTIVE)
    assert wording.transfer_line(active, now, "Marek", in_capitals).endswith(
        "1.204 OF 48.000 FILES"
    )
    assert wording.size(1_234_000_000_000_000, in_capitals) == "1.234 TB"
    assert wording.size(1, in_capitals) == "1 BYTE"
    assert wording.speed(1_500_000, in_capitals) == "1,5 MB/S"


def test_what_an_offer_changes_is_said_as_far_as_there_is_any() -> None:
    assert wording.compared_line(Compared(12, 3, 400)) == "12 new, 3 changed, 400 identical"
    assert wording.compared_line(Compared(0, 0, 2)) == "2 identical"


def test_a_file_too_large_for_a_kind_of_disk_is_told_from_both_sides() -> None:
    theirs = replace(transfer(TransferState.FAILED), code=Code.FILE_TOO_LARGE)
    mine = replace(theirs, direction=Direction.INCOMING, folder="/media/stick")
    assert wording.transfer_line(theirs, None, "Jonas") == (
        "Jonas's disk can't hold files of 4 GB or more — ask them to choose another folder"
    )
    assert wording.transfer_line(mine, None, "Jonas") == (
        "The disk of “stick” can't hold files of 4 GB or more — choose another folder"
    )


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (None, ""),
        (Bottleneck.DISK_HERE, "Slowed down by the disk of this computer"),
        (Bottleneck.DISK_THERE, "Slowed down by Marek's disk"),
        (Bottleneck.NETWORK, "Slowed down by the network"),
        (Bottleneck.LIMIT_HERE, "Slowed down by the limit that is set"),
        (Bottleneck.LIMIT_THERE, "Slowed down by a limit that Marek has set"),
        (Bottleneck.COMPUTER_HERE, "As fast as this computer can"),
        (Bottleneck.COMPUTER_THERE, "As fast as Marek's computer can"),
    ],
)
def test_what_slows_a_transfer_down_is_said(found: Bottleneck | None, text: str) -> None:
    assert wording.bottleneck_line(Progress(1, 2, 0, 1, bottleneck=found), "Marek") == text


def test_every_bottleneck_has_its_own_words() -> None:
    lines = {
        wording.bottleneck_line(Progress(1, 2, 0, 1, bottleneck=each), "Marek")
        for each in Bottleneck
    }
    assert len(lines - {""}) == len(Bottleneck)


def test_a_limit_of_ours_is_named() -> None:
    progress = Progress(1, 2, 0, 1, bottleneck=Bottleneck.LIMIT_HERE, limit=10_000_000)
    line = wording.bottleneck_line(progress, "Marek")
    assert line == "Slowed down by the limit that is set: 10 MB/s"


def test_of_what_has_stalled_it_is_not_said_what_slows_it_down() -> None:
    idle = wording.STALLED_SECONDS
    progress = Progress(1, 2, 0, 1, idle_seconds=idle, bottleneck=Bottleneck.NETWORK)
    assert wording.bottleneck_line(progress, "Marek") == ""
