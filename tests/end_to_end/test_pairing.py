"""Two real processes become friends in person: found by mDNS, numbers read and typed."""

import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from byhand.network.addresses import parse_hints
from byhand.protocol.credentials import Introduction
from byhand.protocol.handshake import use_invite
from byhand.protocol.invite import decode_link
from byhand.storage.identity_store import load_identity
from tests.helpers.private_network import needs_private_network
from tests.helpers.processes import (
    HANG_SECONDS,
    Byhand,
    Line,
    Somebody,
    become_friends,
    ran,
    running,
)

pytestmark = needs_private_network()


@pytest.fixture
def strangers(tmp_path: Path) -> tuple[Somebody, Somebody]:
    """Anna and Marek, who have given themselves names and know nobody."""
    people = Somebody("Anna", tmp_path / "anna"), Somebody("Marek", tmp_path / "marek")
    for somebody in people:
        assert ran(somebody, "me", "--name", somebody.name, "--computer", "computer")[0] == 0
    return people


def comparing(process: Byhand) -> Line:
    """Return the line that shows a number to read out."""
    return process.wait_for("pairing", stage="comparing")


def trust_of(somebody: Somebody, friend: str) -> str | None:
    _, lines = ran(somebody, "friends", "list")
    found = [
        line["trust"] for line in lines if line["event"] == "friend" and line["name"] == friend
    ]
    return found[0] if found else None


def test_two_people_who_type_each_others_number_are_verified_friends(
    strangers: tuple[Somebody, Somebody], tmp_path: Path
) -> None:
    anna, marek = strangers
    with (
        running(marek, "friends", "pair", "Anna") as his,
        running(anna, "friends", "pair", "Marek") as hers,
    ):
        his_number, her_number = comparing(his)["shown"], comparing(hers)["shown"]
        assert his_number != her_number
        hers.write(his_number)
        his.write(f"{her_number[:3]} {her_number[3:]}")
        assert hers.ended() == 0
        assert his.ended() == 0
    assert (trust_of(anna, "Marek"), trust_of(marek, "Anna")) == ("verified", "verified")
    note = tmp_path / "note.txt"
    note.write_text("hello")
    inbox = tmp_path / "inbox"
    with running(
        marek, "receive", "--accept", "friends", "--once", "--into", str(inbox)
    ) as receiving:
        receiving.wait_for("ready")
        assert ran(anna, "send", str(note), "--to", "Marek")[0] == 0
        assert receiving.ended() == 0
    assert (inbox / "note.txt").read_text() == "hello"


def test_a_number_that_comes_through_a_pipe_counts_as_typed(
    strangers: tuple[Somebody, Somebody],
) -> None:
    anna, marek = strangers
    words = [*anna.prefix, sys.executable, "-m", "byhand", "--profile", str(anna.profile)]
    with (
        running(marek, "friends", "pair", "Anna") as his,
        subprocess.Popen(
            [*words, "friends", "pair", "Marek"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as hers,
    ):
        his_number = comparing(his)["shown"]
        assert hers.stdin is not None
        assert hers.stdout is not None
        told = next(line for line in hers.stdout if line.startswith("Read your number"))
        her_number = re.search(r"\d{3} \d{3}", told)
        assert her_number is not None, told
        hers.stdin.write(f"{his_number}\n")
        hers.stdin.flush()
        his.write(her_number.group())
        assert his.ended() == 0
        assert hers.wait(HANG_SECONDS) == 0
    assert (trust_of(anna, "Marek"), trust_of(marek, "Anna")) == ("verified", "verified")


def test_somebody_who_was_not_named_is_asked_about_and_may_be_put_off_verifying(
    strangers: tuple[Somebody, Somebody],
) -> None:
    anna, marek = strangers
    with (
        running(marek, "friends", "pair") as his,
        running(anna, "friends", "pair", "Marek") as hers,
    ):
        his.wait_for("pairing", stage="asked", name="Anna")
        his.write("yes")
        comparing(hers)
        comparing(his)
        hers.write("later")
        his.write("later")
        assert hers.ended() == 0
        assert his.ended() == 0
    assert (trust_of(anna, "Marek"), trust_of(marek, "Anna")) == ("unverified", "unverified")


def test_a_number_that_was_read_wrong_three_times_makes_nobody_friends(
    strangers: tuple[Somebody, Somebody],
) -> None:
    anna, marek = strangers
    with (
        running(marek, "friends", "pair", "Anna") as his,
        running(anna, "friends", "pair", "Marek") as hers,
    ):
        right = comparing(his)["shown"]
        comparing(hers)
        wrong = f"{(int(right) + 1) % 10**6:06}"
        for tries_left in (2, 1):
            hers.write(wrong)
            hers.wait_for("pairing", stage="comparing", tries_left=tries_left)
        hers.write(wrong)
        hers.wait_for("pairing", stage="failed", problem="wrong_code")
        his.wait_for("pairing", stage="failed", problem="they_differ")
        assert hers.ended() != 0
        assert his.ended() != 0
    assert (trust_of(anna, "Marek"), trust_of(marek, "Anna")) == (None, None)


def test_nobody_answers_while_the_other_has_not_opened_the_window(
    strangers: tuple[Somebody, Somebody],
) -> None:
    anna, marek = strangers
    with running(marek, "receive"), running(anna, "nearby", "--seconds", "4") as hers:
        assert hers.ended() == 0
        assert [line for line in hers.lines if line["event"] == "nearby"] == []


def test_friends_by_a_link_compare_codes_later(tmp_path: Path) -> None:
    anna, marek = Somebody("Anna", tmp_path / "anna"), Somebody("Marek", tmp_path / "marek")
    become_friends(anna, marek)
    assert trust_of(anna, "Marek") == "unverified"
    with (
        running(marek, "friends", "verify", "Anna") as his,
        running(anna, "friends", "verify", "Marek") as hers,
    ):
        his_number, her_number = comparing(his)["shown"], comparing(hers)["shown"]
        hers.write(his_number)
        his.write(her_number)
        assert hers.ended() == 0
        assert his.ended() == 0
    assert (trust_of(anna, "Marek"), trust_of(marek, "Anna")) == ("verified", "verified")


def test_whoever_has_missed_the_last_word_may_use_the_link_once_more(
    strangers: tuple[Somebody, Somebody],
) -> None:
    """Who made the link knows of the friendship first: they must be there a while yet."""
    anna, marek = strangers
    with running(anna, "friends", "invite") as invite:
        link = invite.wait_for("invite")["link"]
        hang_up_too_soon(marek, link)
        assert invite.wait_for("friend")["name"] == "Marek"
        code, lines = ran(marek, "friends", "add", link)
        assert code == 0, lines
        assert invite.ended() == 0
    assert (trust_of(anna, "Marek"), trust_of(marek, "Anna")) == ("unverified", "unverified")


def hang_up_too_soon(somebody: Somebody, link: str) -> None:
    """Use a link as somebody, and do not listen to the last word of who made it."""
    stored, invite = load_identity(somebody.profile / "identity.key"), decode_link(link)
    assert stored is not None
    here = parse_hints(invite.hints)[-1]
    steps = use_invite(stored.identity, Introduction(somebody.name, "computer"), invite)
    with socket.create_connection((here.host, here.port), HANG_SECONDS) as sock:
        said, step = 0, next(steps)
        while True:
            sock.sendall(step.send)
            said += bool(step.send)
            if said == 2:
                break
            step = steps.send(sock.recv(step.wanted, socket.MSG_WAITALL))
        assert sock.recv(1, socket.MSG_PEEK) != b""
    steps.close()
