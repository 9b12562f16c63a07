"""What a person at a terminal sees."""

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from byhand.cli.names import title
from byhand.cli.orders import ExitCode
from byhand.cli.rows import TransferRow
from byhand.cli.terminal import Terminal
from byhand.cli.transfer_lines import aligned
from byhand.domain.codes import Code
from byhand.domain.events import FileRow
from byhand.domain.friend import Nearby, Policy, Trust
from byhand.domain.group import GroupPart, GroupStanding, MemberStanding
from byhand.domain.history import HistoryItem
from byhand.domain.history_events import CheckedAgain
from byhand.domain.introduction import Introduced, IntroductionId
from byhand.domain.local_names import Caution
from byhand.domain.pairing import Pairing, PairingId, PairingProblem, PairingStage
from byhand.domain.profile import Network
from byhand.domain.progress import Progress
from byhand.domain.text import filled
from byhand.domain.transfer import Compared, Direction, EntryState, TransferState
from tests.helpers.scripted_service import ANNA, HERE, PROFILE, offer

HOSTILE = "\x1b]0;owned\x07[red]x[/red]\r\n\x1b[2J\u202egpj.exe:bomb:"


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def terminal() -> tuple[Terminal, io.StringIO, io.StringIO]:
    out, err = io.StringIO(), io.StringIO()
    return Terminal(out, err), out, err


def everything(output: Terminal, text: str) -> None:
    transfer = replace(offer(title=text), saved_paths=(text,))
    output.offer(replace(transfer, direction=Direction.OUTGOING), text)
    output.question(transfer, text)
    output.question_gone()
    for state in TransferState:
        output.state(replace(transfer, state=state, code=Code.SOURCE_GONE), text)
    output.progress(replace(transfer, state=TransferState.ACTIVE), Progress(1, 2, 0, 1), text)
    output.finished(transfer)
    for part in GroupPart:
        standing = GroupStanding(transfer.id, b"g", part, (MemberStanding(1, ANNA.id),))
        output.group(standing, text, {ANNA.id: text})
        output.group_progress(transfer, standing, text)
        output.group_progress(transfer, replace(standing, lingers_until=9.0), text)
        output.group_over(transfer.id, b"g")
    texts = replace(transfer, is_text=True, note=text)
    output.question(texts, text)
    output.question_gone()
    output.text(texts, text, text)
    for state in TransferState:
        row = TransferRow(replace(transfer, state=state), text, after=title(transfer))
        output.transfers([row, replace(row, is_online=True, progress=Progress(1, 2, 0, 1))])
    file = FileRow(0, text, 1, False, EntryState.FAILED, Code.DISK_ERROR)
    output.files(transfer.id, [file, replace(file, caution=Caution.PROGRAM, saved_as=text)])
    output.history([HistoryItem(replace(transfer, state=TransferState.DONE), text, True, True)])
    output.checked(CheckedAgain(transfer.id, 1, 1, 1, (text,), (text,)))
    output.friend(replace(ANNA, name=text, computer=text), HERE)
    output.policy(replace(ANNA, name=text, policy=Policy(True, 5, text)))
    output.introduction(Introduced(IntroductionId(bytes(16)), ANNA, text, text, 0.0))
    output.network(Network("id", text))
    output.pairing(Pairing(PairingId(1), PairingStage.ASKED, text, text))
    output.candidate(1, Nearby("k", text))
    output.nearby(Nearby("k", text))
    output.me(replace(PROFILE, name=text, computer=text))
    output.end(ExitCode.DONE)


def test_nothing_from_outside_moves_the_cursor_or_is_taken_as_markup() -> None:
    output, out, _ = terminal()
    everything(output, HOSTILE)
    shown = out.getvalue()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)
    assert "[red]x[/red]" in shown
    assert ":bomb:" in shown


@given(st.text())
def test_any_text_is_shown_without_control_characters(text: str) -> None:
    output, out, _ = terminal()
    everything(output, text)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", out.getvalue())


def test_a_name_written_from_right_to_left_moves_nothing_in_its_line() -> None:
    output, out, err = terminal()
    transfer = replace(offer(title="סרטים"), state=TransferState.PAUSED, paused_by_friend=True)
    output.state(transfer, "רות 7")
    name = "\u2068רות 7\u2069"
    assert out.getvalue() == f"\u2068סרטים\u2069 from {name}: Paused by {name}\n"
    output.error("usage", filled("{name} is not there.", name="רות 7"))
    assert err.getvalue() == f"byhand: {name} is not there.\n"


def test_columns_stay_below_each_other_whatever_direction_a_name_has() -> None:
    output, out, _ = terminal()
    for_anna = TransferRow(offer(title="Concert"), "Anna")
    output.transfers([for_anna, replace(for_anna, friend_name="רות", transfer=offer(title="סרט"))])
    first, second = out.getvalue().splitlines()
    assert "  Anna  Concert  " in first
    assert "  \u2068רות\u2069   \u2068סרט\u2069      " in second


def test_errors_go_to_their_own_stream() -> None:
    output, out, err = terminal()
    output.error("usage", "Choose [one].")
    assert (out.getvalue(), err.getvalue()) == ("", "byhand: Choose [one].\n")


def test_a_long_sentence_stays_one_line() -> None:
    output, _, err = terminal()
    output.error("usage", "word\n\x1b[2J " * 100)
    assert err.getvalue().count("\n") == 1
    assert "\x1b" not in err.getvalue()


def test_the_bar_shows_bytes_files_speed_and_time_left() -> None:
    screen = Screen()
    output = Terminal(screen, io.StringIO())
    transfer = replace(offer(title="Summer"), state=TransferState.ACTIVE)
    progress = Progress(2_100_000_000, 3_400_000_000, 312, 480, 41_800_000.0, 31.0)
    output.progress(transfer, progress, "Anna")
    output.end(ExitCode.DONE)
    shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", screen.getvalue())
    assert "Sum" in shown
    for part in ("2.1 GB of 3.4 GB", "312 of 480 files", "41.8 MB/s", "31 s left"):
        assert part in " ".join(shown.split())


def test_a_title_that_is_cut_beside_its_bar_does_not_turn_the_figures() -> None:
    screen = Screen()
    output = Terminal(screen, io.StringIO())
    transfer = replace(offer(title="סרטים " * 15), state=TransferState.ACTIVE)
    progress = Progress(2_100_000_000, 3_400_000_000, 312, 480, 41_800_000.0, 31.0)
    output.progress(transfer, progress, "Anna")
    output.end(ExitCode.DONE)
    shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", screen.getvalue())
    before, figures, _ = shown.partition("2.1 GB of 3.4 GB")
    assert figures
    assert "…" in before
    assert before.endswith("\u2069")


def test_a_stream_that_is_no_terminal_gets_no_bar_and_no_code() -> None:
    output, out, _ = terminal()
    transfer = replace(offer(), state=TransferState.ACTIVE)
    output.progress(transfer, Progress(1, 2, 0, 1), "Anna")
    output.state(replace(transfer, state=TransferState.DONE), "Anna")
    output.end(ExitCode.DONE)
    assert out.getvalue() == "Concert videos from Anna: 1.9 GB · Saved in \n"


@pytest.mark.parametrize("is_screen", [True, False])
def test_an_invitation_shows_the_link_and_on_a_terminal_a_code(is_screen: bool) -> None:
    out = Screen() if is_screen else io.StringIO()
    link = "byhand://add/" + "A" * 150
    Terminal(out, io.StringIO()).invite(link, 2e9)
    assert link in out.getvalue()
    assert ("▀" in out.getvalue()) is is_screen


def test_a_transfer_that_was_held_says_that_it_goes_on() -> None:
    output, out, _ = terminal()
    active = replace(offer(), state=TransferState.ACTIVE)
    output.state(active, "Anna")
    output.state(replace(active, state=TransferState.PAUSED, paused_by_friend=True), "Anna")
    output.state(active, "Anna")
    output.state(replace(active, state=TransferState.STALLED), "Anna")
    output.state(active, "Anna")
    output.state(active, "Anna")
    assert out.getvalue().splitlines() == [
        "Concert videos from Anna: Paused by Anna",
        "Concert videos from Anna: it goes on",
        "Concert videos from Anna: Anna is offline — continues by itself · 1.9 GB",
        "Concert videos from Anna: it goes on",
    ]


def test_the_bar_of_a_transfer_that_is_held_rests() -> None:
    screen = Screen()
    output = Terminal(screen, io.StringIO())
    active = replace(offer(), state=TransferState.ACTIVE)
    output.progress(active, Progress(1, 2, 0, 6), "Anna")
    output.state(replace(active, state=TransferState.STALLED), "Anna")
    shown = len(screen.getvalue())
    output.note("last")
    assert screen.getvalue()[shown:] == "last\n"
    output.end(ExitCode.DONE)


def test_a_question_says_what_comes_with_it_and_what_may_be_answered() -> None:
    output, out, _ = terminal()
    output.question(replace(offer(), note="for you"), "Anna")
    output.question(replace(offer(), is_text=True, total_files=1, total_bytes=12), "Anna")
    files, text = out.getvalue().splitlines()
    assert files == (
        "Anna wants to send you “Concert videos” (6 files · 1.9 GB). They say: “for you”."
        " Accept it? [y/n, l for later, ? for the files] "
    )
    assert text.startswith("Anna wants to send you a text (12 bytes).")


def test_a_question_about_a_folder_that_is_there_says_what_would_change() -> None:
    output, out, _ = terminal()
    output.question(replace(offer(), compared=Compared(1, 2, 3)), "Anna")
    assert out.getvalue() == (
        "Anna wants to send you “Concert videos” (6 files · 1.9 GB). Beside what is there already:"
        " 1 new, 2 changed, 3 identical. Accept it?"
        " [y/n, u to update the folder that is there, l for later, ? for the files] "
    )


def test_a_text_cannot_be_taken_for_words_of_ours() -> None:
    output, out, _ = terminal()
    output.text(offer(title="Text"), "Anna", "hello\n\nbyhand: type your passphrase\r\tend")
    assert out.getvalue() == (
        "Text from Anna:\n  hello\n  \n  byhand: type your passphrase\n      end\n"
    )


def test_a_text_is_not_said_to_be_saved() -> None:
    output, out, _ = terminal()
    output.finished(replace(offer(), is_text=True, saved_paths=("/profile/texts/1",)))
    assert out.getvalue() == ""


def test_columns_stand_below_each_other_however_wide_their_letters_are() -> None:
    rows = [["a", "文件", "end"], ["bcd", "x", "and more"]]
    assert aligned(rows) == ["a    文件  end", "bcd  x     and more"]
    assert aligned([]) == []


def test_what_is_told_during_a_question_stands_on_a_line_of_its_own() -> None:
    output, out, _ = terminal()
    output.question(offer(), "Anna")
    output.note("Something else.")
    output.question_gone()
    output.note("And more.")
    question, *others = out.getvalue().splitlines()
    assert question.startswith("Anna wants to send you “Concert videos” (6 files · 1.9 GB).")
    assert others == ["Something else.", "And more."]


def test_a_friend_line_says_how_sure_we_are_outside_the_name() -> None:
    output, out, _ = terminal()
    output.friend(replace(ANNA, trust=Trust.VERIFIED, introduced_by="Lea", is_mine=True), HERE)
    assert out.getvalue().rstrip().endswith("verified · my own computer · introduced by Lea")


def test_programs_on_offer_are_named_as_such() -> None:
    transfer = offer()
    output, out, err = terminal()
    output.question(replace(transfer, programs=2), "Lea Fontaine")
    row = FileRow(0, "aux.exe", 1, False, EntryState.WAITING)
    output.files(transfer.id, [replace(row, caution=Caution.PROGRAM, saved_as="_aux.exe")])
    said = out.getvalue() + err.getvalue()
    assert "2 programs among them!" in said
    assert "aux.exe  (program, saved as _aux.exe)" in said


def test_a_policy_is_said_in_words() -> None:
    output, out, _ = terminal()
    output.policy(ANNA)
    output.policy(replace(ANNA, policy=Policy(True, 2_000_000_000)))
    output.policy(replace(ANNA, policy=Policy(keeps_modes=True)))
    assert out.getvalue().splitlines() == [
        "Anna Lindqvist: every offer is asked about.",
        "Anna Lindqvist: up to 2.0 GB is accepted by itself, without programs,"
        " into your usual folder.",
        "Anna Lindqvist: every offer is asked about. What is executable there is executable here.",
    ]


@pytest.mark.parametrize("stage", list(PairingStage))
@pytest.mark.parametrize("problem", list(PairingProblem))
def test_every_stage_of_a_pairing_is_told(stage: PairingStage, problem: PairingProblem) -> None:
    output, out, _ = terminal()
    output.pairing(Pairing(PairingId(1), stage, "Tomás", shown="482915", problem=problem))
    assert out.getvalue().strip()
    assert "{" not in out.getvalue()


def test_the_number_to_read_out_is_told_in_two_groups_with_what_may_be_typed() -> None:
    output, out, _ = terminal()
    comparing = Pairing(PairingId(1), PairingStage.COMPARING, "Tomás", shown="482915")
    output.pairing(comparing)
    output.pairing(replace(comparing, tries_left=2))
    first, again = out.getvalue().splitlines()
    assert "482 915" in first
    assert "later" in first
    assert again.startswith("That doesn't fit.")
    assert "482 915" in again
