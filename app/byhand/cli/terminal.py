"""The output for people: lines, a live progress bar and questions, by Rich."""

import io
import time
from typing import TextIO

import segno
from rich.console import Console
from rich.progress import BarColumn, TaskID, TextColumn
from rich.progress import Progress as Bars
from rich.table import Column

from byhand import wording
from byhand.cli.names import person_name
from byhand.cli.orders import ExitCode
from byhand.domain.friend import Friend, Nearby, Presence, Trust
from byhand.domain.identity import short_id
from byhand.domain.introduction import Introduced, IntroductionStage
from byhand.domain.limits import RateLimits, Schedule
from byhand.domain.pairing import Pairing, PairingStage
from byhand.domain.profile import Network, Profile, Visibility
from byhand.domain.progress import Progress
from byhand.domain.text import safe_text
from byhand.domain.transfer import Direction, Transfer, TransferId, TransferState

TITLE_CHARACTERS = 100
PATH_CHARACTERS = 4096
SENTENCE_CHARACTERS = 1000
BAR_WIDTH = 16

_SILENT_STATES = frozenset({TransferState.SCANNING, TransferState.ACTIVE, TransferState.FAILED})


class Terminal:
    """Writes results to one stream and errors to another; only plain, judged text."""

    tick_seconds = 0.2

    def __init__(self, out: TextIO, err: TextIO) -> None:
        self._out = _console(out)
        self._err = _console(err)
        self._bars = Bars(
            # The title gives way first: the figures must fit into 80 columns.
            TextColumn("{task.description}", markup=False, table_column=_rest_of_line()),
            BarColumn(bar_width=BAR_WIDTH),
            TextColumn("{task.fields[line]}", markup=False, table_column=Column(no_wrap=True)),
            console=self._out,
            disable=not self._out.is_terminal,
            transient=True,
            expand=True,
        )
        self._tasks: dict[TransferId, TaskID] = {}
        self._is_asking = False

    def offer(self, transfer: Transfer, friend_name: str) -> None:
        """Show what is on its way; an incoming offer is shown by its question instead."""
        if transfer.direction is Direction.OUTGOING:
            self._say(f"{_heading(transfer, friend_name)}: {wording.amount(transfer)}")

    def state(self, transfer: Transfer, friend_name: str) -> None:
        """Show a transfer's new state in a line; a failure is shown as an error instead."""
        if transfer.is_final:
            self._drop_bar(transfer.id)
        is_asked = transfer.state is TransferState.OFFERED and _is_incoming(transfer)
        if is_asked or transfer.state in _SILENT_STATES:
            return
        line = wording.transfer_line(transfer, None, person_name(friend_name), is_online=True)
        self._say(f"{_heading(transfer, friend_name)}: {line}")

    def progress(self, transfer: Transfer, progress: Progress, friend_name: str) -> None:
        """Move a transfer's bar, with files, bytes, speed and time left."""
        if transfer.id not in self._tasks:
            self._tasks[transfer.id] = self._bars.add_task(_title(transfer), total=None, line="")
            if not self._is_asking:
                self._bars.start()
        self._bars.update(
            self._tasks[transfer.id],
            completed=progress.bytes,
            total=max(1, progress.total_bytes),
            line=_progress_line(transfer, progress, friend_name),
        )

    def finished(self, transfer: Transfer) -> None:
        """Show where files were saved."""
        for path in transfer.saved_paths:
            self._say(f"  {safe_text(path, PATH_CHARACTERS)}")

    def question(self, transfer: Transfer, friend_name: str) -> None:
        """Ask for y or n; the bars rest until `question_gone`."""
        self._bars.stop()
        what = f"{person_name(friend_name)} wants to send you “{_title(transfer)}”"
        self._say(f"{what} ({wording.amount(transfer)}). Accept it? [y/n] ", ending="")
        self._is_asking = True

    def question_gone(self) -> None:
        """Let the bars go on."""
        self._is_asking = False
        if self._tasks:
            self._bars.start()

    def friend(self, friend: Friend, presence: Presence) -> None:
        """Show a friend in a line."""
        presence_line = wording.presence_line(friend, presence, time.time())
        is_online = "online" if presence.is_online else "offline"
        parts = [
            person_name(friend.name),
            person_name(friend.computer),
            short_id(friend.id),
            is_online,
            presence_line,
            *_marks(friend),
        ]
        self._say(" · ".join(parts))

    def policy(self, friend: Friend) -> None:
        """Show in a line what happens to a friend's offers."""
        name, policy = person_name(friend.name), friend.policy
        if not policy.accepts_by_itself:
            self._say(f"{name}: every offer is asked about.")
            return
        where = safe_text(policy.folder, PATH_CHARACTERS) or "your usual folder"
        limit = wording.size(policy.limit_bytes)
        self._say(f"{name}: up to {limit} is accepted by itself, without programs, into {where}.")

    def limits(self, limits: RateLimits, schedule: Schedule | None) -> None:
        """Show in a line what holds for all, and in another what holds in other hours."""
        self._say(f"All together: {wording.limits_line(limits)}")
        if schedule is not None:
            self._say(f"{wording.hours_line(schedule)}: {wording.limits_line(schedule.limits)}")

    def friend_limits(self, friend: Friend) -> None:
        """Show a friend's limits in a line."""
        self._say(f"{person_name(friend.name)}: {wording.limits_line(friend.limits)}")

    def introduction(self, introduced: Introduced) -> None:
        """Show in a line whom a friend introduces, and how far that is."""
        who = f"{person_name(introduced.introducer.name)} introduces {person_name(introduced.name)}"
        state = _INTRODUCTION_STATES[introduced.stage]
        self._say(f"{who} ({person_name(introduced.computer)}): {state}")

    def network(self, network: Network) -> None:
        """Show a network in a line."""
        state = "your name is always shown here" if network.is_trusted else "not trusted"
        if not network.can_be_trusted:
            state = "can't be told from other networks like it"
        self._say(f"{person_name(network.name)} · {network.id} · {state}")

    def pairing(self, pairing: Pairing) -> None:
        """Show how far a pairing is, and what may be typed."""
        name = person_name(pairing.name)
        lines = [wording.pairing_line(pairing, name), _what_to_type(pairing, name)]
        self._say(" ".join(filter(None, lines)))

    def candidate(self, number: int, nearby: Nearby) -> None:
        """Show somebody who may be picked."""
        self._say(f"{number}  {person_name(nearby.name)}   (type the number to add them)")

    def nearby(self, nearby: Nearby) -> None:
        """Show somebody nearby in a line."""
        self._say(person_name(nearby.name))

    def me(self, profile: Profile) -> None:
        """Show who the user is."""
        for label, value in (
            ("Name", person_name(profile.name)),
            ("Computer", person_name(profile.computer)),
            ("Id", short_id(profile.id)),
            ("Port", profile.port),
            ("Seen by", _SEEN_BY[profile.visibility]),
        ):
            self._say(f"{label + ':':<10}{value}")

    def ready(self, profile: Profile) -> None:
        """Show that waiting has begun."""
        self._say(f"Ready to receive as {person_name(profile.name)}. (Ctrl+C ends)")

    def invite(self, link: str, expires_at: float) -> None:
        """Show a link, and on a terminal that is wide enough its QR code."""
        until = time.strftime("%Y-%m-%d %H:%M", time.localtime(expires_at))
        self._say(
            f"Give this link to one friend, by a way you trust. It works once, until {until}:"
        )
        self._say(f"\n{link}\n")
        code = segno.make_qr(link, error="l")
        if self._out.is_terminal and self._out.width >= code.symbol_size()[0]:
            picture = io.StringIO()
            code.terminal(out=picture, compact=True)
            self._out.file.write(picture.getvalue() + "\n")
            self._out.file.flush()

    def backup(self, path: str, name: str, computer: str, friends: int) -> None:
        """Show a file's content in a line."""
        count = wording.plain("", "%n friend(s)", "", friends)
        place = safe_text(path, PATH_CHARACTERS)
        self._say(f"{place} holds {person_name(name)} ({person_name(computer)}), {count}.")

    def note(self, sentence: str) -> None:
        """Show a sentence."""
        self._say(sentence)

    def error(self, code: str, sentence: str, transfer_id: TransferId | None = None) -> None:  # noqa: ARG002 - codes and ids are for scripts
        """Show a sentence on the stream for errors."""
        self._err.print(f"byhand: {safe_text(sentence, SENTENCE_CHARACTERS)}", soft_wrap=True)

    def end(self, exit_code: ExitCode) -> None:  # noqa: ARG002 - the shell gets it
        """Take the bars away and leave the cursor at the start of a line."""
        self._bars.stop()

    def _say(self, text: str, ending: str = "\n") -> None:
        if self._is_asking:
            # The question stands on a line that nobody has ended yet.
            self._out.line()
            self._is_asking = False
        self._out.print(text, end=ending, soft_wrap=True)

    def _drop_bar(self, transfer_id: TransferId) -> None:
        task = self._tasks.pop(transfer_id, None)
        if task is not None:
            self._bars.remove_task(task)
        if not self._tasks:
            self._bars.stop()


_SEEN_BY = {
    Visibility.NOBODY: "nobody",
    Visibility.FRIENDS: "friends only",
}
_INTRODUCTION_STATES = {
    IntroductionStage.ASKED: "waits for your answer",
    IntroductionStage.AGREED: "you agreed; they have to agree, too",
    IntroductionStage.DONE: "you are friends now",
    IntroductionStage.DECLINED: "you would rather not",
    IntroductionStage.EXPIRED: "came to nothing in time",
}


def _marks(friend: Friend) -> list[str]:
    """Return what else is to be known of a friend; drawn by us, never part of a name."""
    marks = (
        (friend.trust is Trust.VERIFIED, "verified"),
        (friend.is_mine, "my own computer"),
        (friend.is_copied, "used on two computers"),
        (bool(friend.introduced_by), f"introduced by {person_name(friend.introduced_by)}"),
    )
    return [text for holds, text in marks if holds]


def _what_to_type(pairing: Pairing, name: str) -> str:
    """Return what the user may type at this stage of a pairing; "" for nothing."""
    match pairing.stage:
        case PairingStage.ASKED:
            return "(type yes or no)"
        case PairingStage.COMPARING:
            number = wording.digits_apart(pairing.shown)
            return (
                f"Read your number {number} to {name}, and type the one that they read to you"
                " (or: later, differ):"
            )
        case _:
            return ""


def _console(stream: TextIO) -> Console:
    # Nothing from outside may be taken as markup, an emoji's name or something to colour.
    return Console(file=stream, markup=False, emoji=False, highlight=False)


def _rest_of_line() -> Column:
    return Column(ratio=1, no_wrap=True, overflow="ellipsis")


def _title(transfer: Transfer) -> str:
    return safe_text(transfer.title, TITLE_CHARACTERS)


def _is_incoming(transfer: Transfer) -> bool:
    return transfer.direction is Direction.INCOMING


def _heading(transfer: Transfer, friend_name: str) -> str:
    way = "from" if _is_incoming(transfer) else "to"
    return f"{_title(transfer)} {way} {person_name(friend_name)}"


def _progress_line(transfer: Transfer, progress: Progress, friend_name: str) -> str:
    line = wording.transfer_line(transfer, progress, person_name(friend_name))
    if progress.idle_seconds >= wording.STALLED_SECONDS:
        return line
    speed = wording.speed(progress.bytes_per_second)
    return f"{line} · {speed} · {wording.time_left(progress.seconds_left)}"
