"""Two real processes on this machine: friends by an invite, then files, answers and failures."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.helpers.gifts import make_file, make_tree
from tests.helpers.private_network import needs_private_network
from tests.helpers.processes import Byhand, Somebody, become_friends, copied, ran, running
from tests.helpers.trees import snapshot

pytestmark = needs_private_network()

BIG_BYTES = 400_000_000
"""Takes long enough to be broken off after it has begun and before it is there."""
SLOW = ("--limit", "10MB")
"""It takes so long then that a whole command runs meanwhile."""


@pytest.fixture(scope="module")
def friends(tmp_path_factory: pytest.TempPathFactory) -> tuple[Somebody, Somebody]:
    """Anna and Marek, who are friends already."""
    place = tmp_path_factory.mktemp("friends")
    anna, marek = Somebody("Anna", place / "anna"), Somebody("Marek", place / "marek")
    become_friends(anna, marek)
    return anna, marek


@pytest.fixture
def couple(friends: tuple[Somebody, Somebody], tmp_path: Path) -> tuple[Somebody, Somebody]:
    """The two of them before they have sent anything."""
    return copied(friends, tmp_path / "profiles")


@contextmanager
def offered(
    couple: tuple[Somebody, Somebody], inbox: Path, *paths: Path, options: Sequence[str] = ()
) -> Iterator[tuple[Byhand, Byhand, str]]:
    """Anna has offered some paths to Marek: her process, his, and the transfer's id."""
    sent = (*map(str, paths), "--to", "Marek", *options)
    anna, marek = couple
    with running(marek, "receive", "--into", str(inbox)) as receiving:
        receiving.wait_for("ready")
        with running(anna, "send", *sent) as sending:
            offer = receiving.wait_for("offer", direction="incoming", friend="Anna")
            yield sending, receiving, offer["id"]


def test_a_file_and_a_folder_arrive_byte_for_byte(
    couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    sent, inbox = tmp_path / "sent", tmp_path / "inbox"
    file = make_file(sent / "film.mov", 20_000_003)
    folder = make_tree(sent / "Sömmer", 300)
    with offered(couple, inbox, file, folder) as (sending, receiving, transfer_id):
        receiving.write(f"accept {transfer_id}")
        finished = receiving.wait_for("finished", id=transfer_id)
        assert sending.ended() == 0
        receiving.signal(signal.SIGTERM)
        assert receiving.ended() == 0
    assert snapshot(inbox) == snapshot(sent)
    assert (finished["ok"], finished["failed"]) == (302, 0)
    assert set(finished["paths"]) == {str(inbox / "film.mov"), str(inbox / "Sömmer")}
    states = [line["state"] for line in receiving.lines if line["event"] == "state"]
    assert states == ["offered", "checking", "active", "finalizing", "done"]


def test_receive_once_accepts_from_every_friend_and_ends(
    couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    anna, marek = couple
    note = make_file(tmp_path / "note.txt", 12)
    inbox = tmp_path / "inbox"
    arguments = ("receive", "--accept", "friends", "--once", "--into", str(inbox))
    with running(marek, *arguments) as receiving:
        receiving.wait_for("ready")
        code, _ = ran(anna, "send", str(note), "--to", "marek")
        assert code == 0
        assert receiving.ended() == 0
    assert snapshot(inbox) == {"note.txt": note.read_bytes()}


def test_a_file_that_is_there_already_is_kept(
    couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    old = make_file(inbox / "note.txt", 5, seed=1).read_bytes()
    new = make_file(tmp_path / "note.txt", 7, seed=2)
    with offered(couple, inbox, new) as (sending, receiving, transfer_id):
        receiving.write(f"accept {transfer_id}")
        assert receiving.wait_for("finished")["paths"] == [str(inbox / "note (1).txt")]
        assert sending.ended() == 0
    assert snapshot(inbox) == {"note.txt": old, "note (1).txt": new.read_bytes()}


def test_a_folder_that_is_there_already_is_brought_up_to_date(
    couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    anna, marek = couple
    sent, inbox = tmp_path / "sent" / "Summer", tmp_path / "inbox"
    kept = make_file(sent / "a.jpg", 1_000_000, seed=1)
    old = make_file(sent / "b.jpg", 2_000, seed=2).read_bytes()
    arguments = ("receive", "--accept", "friends", "--update", "--into", str(inbox))
    with running(marek, *arguments) as receiving:
        receiving.wait_for("ready")
        assert ran(anna, "send", str(sent), "--to", "Marek")[0] == 0
        receiving.wait_for("finished")
        stayed = (inbox / "Summer" / kept.name).stat()
        make_file(sent / "b.jpg", 3_000, seed=3)
        make_file(sent / "c.jpg", 10, seed=4)
        assert ran(anna, "send", str(sent), "--to", "Marek")[0] == 0
        finished = receiving.wait_for("finished")
    assert finished["paths"] == [str(inbox / "Summer")]
    replaced = [name for name in snapshot(inbox) if name.startswith("Summer (replaced ")]
    assert len(replaced) == 2
    assert snapshot(inbox / replaced[0]) == {"b.jpg": old}
    assert snapshot(inbox / "Summer") == snapshot(sent)
    assert {name.split("/")[0] for name in snapshot(inbox)} == {"Summer", replaced[0]}
    assert (inbox / "Summer" / kept.name).stat().st_ino == stayed.st_ino


def test_a_script_is_executable_only_where_the_receiver_keeps_modes(
    couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    anna, marek = couple
    script, inbox = make_file(tmp_path / "build.sh", 2_000_000), tmp_path / "inbox"
    script.chmod(0o755)
    received = []
    for policy in ("--drop-modes", "--keep-modes"):
        assert ran(marek, "friends", "policy", "Anna", policy)[0] == 0
        with running(marek, "receive", "--accept", "friends", "--into", str(inbox)) as receiving:
            receiving.wait_for("ready")
            assert ran(anna, "send", str(script), "--to", "Marek")[0] == 0
            (path,) = receiving.wait_for("finished")["paths"]
            received.append(os.access(path, os.X_OK))
    assert received == [False, True]


def test_a_decline_reaches_the_sender_and_nothing_is_written(
    couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    note = make_file(tmp_path / "note.txt", 12)
    with offered(couple, inbox, note) as (sending, receiving, transfer_id):
        receiving.write(f"decline {transfer_id}")
        assert sending.ended() == 3
        receiving.wait_for("state", id=transfer_id, state="declined")
    assert snapshot(inbox) == {}


def test_a_sender_who_takes_it_back_is_seen(
    couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    note = make_file(tmp_path / "note.txt", 12)
    with offered(couple, inbox, note) as (sending, receiving, transfer_id):
        assert ran(couple[0], "queue", "cancel", transfer_id[:8])[0] == 0
        assert sending.ended() == 1
        receiving.wait_for("state", id=transfer_id, state="withdrawn")
    assert snapshot(inbox) == {}


def test_a_sender_who_cancels_on_the_way_leaves_nothing_half_written(
    couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    big = make_file(tmp_path / "big.bin", BIG_BYTES)
    with offered(couple, inbox, big, options=SLOW) as (sending, receiving, transfer_id):
        receiving.write(f"accept {transfer_id}")
        sending.wait_for("state", state="active")
        assert ran(couple[0], "queue", "cancel", "big.bin")[0] == 0
        assert sending.ended() == 1
        receiving.wait_for("state", id=transfer_id, state="cancelled")
    assert snapshot(inbox) == {}


def test_a_sender_who_leaves_on_the_way_goes_on_with_the_same_command(
    couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    big = make_file(tmp_path / "big.bin", BIG_BYTES)
    with offered(couple, inbox, big) as (sending, receiving, transfer_id):
        receiving.write(f"accept {transfer_id}")
        sending.wait_for("state", state="active")
        sending.signal(signal.SIGINT)
        assert sending.ended() == 1
        assert {"event": "queued", "id": transfer_id} in sending.lines
        receiving.wait_for("state", id=transfer_id, state="stalled")
        code, lines = ran(couple[0], "send", str(big), "--to", "Marek")
        assert code == 0
        assert {line["id"] for line in lines} == {transfer_id}
        receiving.has_told("finished", id=transfer_id)
    assert snapshot(inbox) == {"big.bin": big.read_bytes()}


def test_a_receiver_who_leaves_on_the_way_goes_on_when_they_are_back(
    couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    big = make_file(tmp_path / "big.bin", BIG_BYTES)
    with offered(couple, inbox, big) as (sending, receiving, transfer_id):
        receiving.write(f"accept {transfer_id}")
        receiving.wait_for("state", id=transfer_id, state="active")
        receiving.signal(signal.SIGTERM)
        assert receiving.ended() == 0
        sending.wait_for("state", id=transfer_id, state="stalled")
        with running(couple[1], "receive") as again:
            again.wait_for("finished", id=transfer_id)
            assert sending.ended() == 0
    assert snapshot(inbox) == {"big.bin": big.read_bytes()}


def test_what_waits_is_listed_held_moved_and_taken_back(
    couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    anna = couple[0]
    for name in ("one", "other"):
        note = make_file(tmp_path / name, 12)
        code, lines = ran(anna, "send", str(note), "--to", "Marek", "--no-wait")
        assert code == 0, lines
    code, lines = ran(anna, "queue")
    assert (code, [(line["title"], line["state"]) for line in lines[:2]]) == (
        0,
        [("one", "queued"), ("other", "queued")],
    )
    assert ran(anna, "queue", "move", "other", "--first")[0] == 0
    assert ran(anna, "queue", "pause", "one")[1][0]["paused_by_me"] is True
    _, lines = ran(anna, "queue")
    assert [line["title"] for line in lines[:2]] == ["other", "one"]
    assert lines[1]["paused_by_me"] is True
    for name in ("one", "other"):
        assert ran(anna, "queue", "cancel", name)[0] == 0
    assert ran(anna, "queue", "cancel", "one")[0] == 2


def test_a_text_is_shown_where_it_arrives(couple: tuple[Somebody, Somebody]) -> None:
    anna, marek = couple
    with running(marek, "receive") as receiving:
        receiving.wait_for("ready")
        with running(anna, "text", "https://a.example/\u00e9", "--to", "Marek") as sending:
            offer = receiving.wait_for("offer", text=True)
            receiving.write(f"accept {offer['id']}")
            shown = receiving.wait_for("text", id=offer["id"])
            assert shown["text"] == "https://a.example/\u00e9"
            assert sending.ended() == 0


def test_some_files_of_an_offer_are_chosen(
    couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    sent, inbox = tmp_path / "Summer", tmp_path / "inbox"
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        make_file(sent / name, 1_000)
    with offered(couple, inbox, sent) as (sending, receiving, transfer_id):
        receiving.write(f"files {transfer_id}")
        rows = [receiving.wait_for("file", id=transfer_id) for _ in range(4)]
        wanted = [row["index"] for row in rows if row["path"] != "Summer/b.jpg"]
        answer = {"id": transfer_id, "answer": "accept", "chosen": wanted}
        receiving.write(json.dumps(answer))
        receiving.wait_for("finished", id=transfer_id)
        assert sending.ended() == 0
    assert set(snapshot(inbox)) == {"Summer", "Summer/a.jpg", "Summer/c.jpg"}


def test_what_was_sent_is_in_the_history_and_can_be_checked_again(
    couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    note = make_file(tmp_path / "history note.txt", 1_000_000)
    with offered(couple, inbox, note) as (sending, receiving, transfer_id):
        receiving.write(f"accept {transfer_id}")
        receiving.wait_for("finished", id=transfer_id)
        assert sending.ended() == 0
        receiving.signal(signal.SIGTERM)
        assert receiving.ended() == 0
    code, (item,) = ran(couple[1], "history", "--find", "history note")
    assert (code, item["id"], item["state"], item["receipt"]) == (0, transfer_id, "done", True)
    code, lines = ran(couple[1], "history", "check", transfer_id[:8])
    assert code == 0, lines
    (inbox / "history note.txt").write_bytes(b"changed")
    code, (checked,) = ran(couple[1], "history", "check", "history note.txt")
    assert (code, checked["changed_paths"]) == (1, ["history note.txt"])
    assert ran(couple[1], "history", "forget", transfer_id)[0] == 0
    assert ran(couple[1], "history", "--find", "history note")[1] == []


def test_a_source_that_vanishes_after_the_offer_is_named_on_both_sides(
    couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    note = make_file(tmp_path / "note.txt", 1_000_000)
    with offered(couple, inbox, note) as (sending, receiving, transfer_id):
        note.unlink()
        receiving.write(f"accept {transfer_id}")
        assert sending.ended() == 1
        told = receiving.wait_for("error", id=transfer_id)
    for message in (told["message"], sending.complaints()[0]["message"]):
        assert "note.txt" in message
    assert snapshot(inbox) == {}


def test_a_path_that_is_not_there_sends_nothing(
    couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    note = make_file(tmp_path / "note.txt", 12)
    code, lines = ran(couple[0], "send", str(note), str(tmp_path / "gone"), "--to", "Marek")
    assert code == 2
    assert [line["event"] for line in lines] == ["error"]
    assert "gone" in lines[0]["message"]


def test_a_friend_nobody_knows_is_wrong_use(
    couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    note = make_file(tmp_path / "note.txt", 12)
    code, lines = ran(couple[0], "send", str(note), "--to", "Mare")
    assert code == 2
    assert [line["code"] for line in lines] == ["unknown_friend"]


def test_the_start_of_an_id_names_a_friend_too(
    couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    anna, marek = couple
    _, (me,) = ran(marek, "me")
    note = make_file(tmp_path / "note.txt", 12)
    code, lines = ran(anna, "send", str(note), "--to", me["id"][:8], "--wait", "0")
    assert code == 4, lines


def test_what_is_for_a_friend_who_is_not_there_stays_in_the_queue(
    couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    anna, marek = couple
    inbox = tmp_path / "inbox"
    note = make_file(tmp_path / "later.txt", 12)
    code, lines = ran(anna, "send", str(note), "--to", "Marek", "--wait", "1")
    assert code == 4
    (queued,) = [line for line in lines if line["event"] == "queued"]
    assert not [line for line in lines if line["event"] == "error"]
    with running(marek, "receive", "--accept", "friends", "--into", str(inbox)) as receiving:
        receiving.wait_for("ready")
        with running(anna, "receive") as there:
            receiving.wait_for("finished", id=queued["id"])
            there.signal(signal.SIGTERM)
            assert there.ended() == 0
    assert snapshot(inbox) == {"later.txt": note.read_bytes()}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_receive_well(
    couple: tuple[Somebody, Somebody], number: signal.Signals
) -> None:
    with running(couple[1], "receive") as receiving:
        receiving.wait_for("ready")
        receiving.signal(number)
        assert receiving.ended() == 0


def test_friends_are_listed_with_name_and_trust(couple: tuple[Somebody, Somebody]) -> None:
    code, lines = ran(couple[0], "friends")
    assert code == 0
    assert [(line["name"], line["trust"], line["online"]) for line in lines] == [
        ("Marek", "unverified", False)
    ]


def test_a_friend_can_be_renamed_and_removed(tmp_path: Path) -> None:
    anna, lea = Somebody("Anna", tmp_path / "anna"), Somebody("Lea", tmp_path / "lea")
    become_friends(anna, lea)
    assert ran(anna, "friends", "rename", "Lea", "Lea F.")[0] == 0
    assert [line["name"] for line in ran(anna, "friends")[1]] == ["Lea F."]
    code, lines = ran(anna, "friends", "rename", "lea f.", "x" * 40)
    assert (code, lines[-1]["message"]) == (2, "A name has 1 to 32 characters.")
    assert ran(anna, "friends", "remove", "lea f.")[0] == 0
    assert ran(anna, "friends")[1] == []


def test_a_link_that_is_none_is_wrong_use(tmp_path: Path) -> None:
    code, lines = ran(Somebody("Anna", tmp_path / "anna"), "friends", "add", "https://example.org")
    assert code == 2
    assert lines[-1]["code"] == "not_an_invite"


def test_ones_own_link_is_refused(tmp_path: Path) -> None:
    anna = Somebody("Anna", tmp_path / "anna")
    with running(anna, "friends", "invite") as invite:
        link = invite.wait_for("invite")["link"]
        invite.signal(signal.SIGINT)
        assert invite.ended() == 0
    code, lines = ran(anna, "friends", "add", link)
    assert code == 2
    assert lines[-1]["code"] == "own"


def test_an_identity_is_made_once_and_kept(tmp_path: Path) -> None:
    anna = Somebody("Anna", tmp_path / "anna")
    first, second = ran(anna, "me"), ran(anna, "me")
    assert first == second
    assert (anna.profile / "identity.key").stat().st_mode & 0o777 == 0o600


def test_a_damaged_identity_is_told_and_not_touched(tmp_path: Path) -> None:
    anna = Somebody("Anna", tmp_path / "anna")
    ran(anna, "me")
    damaged = anna.profile / "identity.key"
    damaged.write_bytes(damaged.read_bytes()[:-1])
    before = damaged.read_bytes()
    code, lines = ran(anna, "me")
    assert code == 1
    assert [line["code"] for line in lines] == ["corrupt_identity"]
    assert str(damaged) in lines[0]["message"]
    assert damaged.read_bytes() == before


def test_an_identity_is_not_moved_under_somebody_who_uses_it(
    couple: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    with running(couple[1], "receive") as receiving:
        receiving.wait_for("ready")
        code, lines = ran(couple[1], "identity", "export", str(tmp_path / "file"))
        assert code == 1
        assert [line["code"] for line in lines] == ["profile_in_use"]


def test_people_get_one_sentence_on_standard_error(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "byhand", "--profile", str(tmp_path / "p")]
    done = subprocess.run(
        [*command, "send", "/nowhere/x", "--to", "Anna"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == ("byhand: There is no /nowhere/x: check the path; nothing was sent.\n")


def test_a_script_that_writes_no_answer_is_told(couple: tuple[Somebody, Somebody]) -> None:
    with running(couple[1], "receive") as receiving:
        receiving.wait_for("ready")
        receiving.write("accept everything")
        assert receiving.wait_for("error")["code"] == "usage"
        receiving.signal(signal.SIGTERM)
        assert receiving.ended() == 0
