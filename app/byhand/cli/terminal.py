"""The output for people: lines, a live progress bar and questions, by Rich."""

import io
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

import segno
from rich.console import Console
from rich.progress import BarColumn, TaskID, TextColumn
from rich.progress import Progress as Bars
from rich.table import Column

from byhand import wording
from byhand.cli import people_lines, transfer_lines
from byhand.cli.names import heading, person_name, shown_text, title
from byhand.cli.orders import ExitCode
from byhand.cli.rows import TransferRow
from byhand.domain.connection_check import ConnectionReport, Finding
from byhand.domain.events import FileRow
from byhand.domain.friend import Friend, Nearby, Presence
from byhand.domain.group import GroupPart, GroupStanding
from byhand.domain.history import HistoryItem
from byhand.domain.history_events import CheckedAgain
from byhand.domain.identity import FriendId
from byhand.domain.introduction import Introduced
from byhand.domain.pairing import Pairing
from byhand.domain.profile import Network, Profile
from byhand.domain.progress import Progress
from byhand.domain.text import POP_ISOLATE, safe_lines, safe_sentence
from byhand.domain.transfer import HELD_STATES, Direction, Transfer, TransferId, TransferState

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
        self._tasks: dict[bytes, TaskID] = {}
        self._going_out: defaultdict[str, set[TransferId]] = defaultdict(set)
        """By title: the bars of what goes to several are called by the friends."""
        self._said: set[bytes] = set()
        self._held: set[TransferId] = set()
        self._is_asking = False

    def offer(self, transfer: Transfer, friend_name: str) -> None:
        """Show what is on its way; an incoming offer is shown by its question instead."""
        if transfer.direction is Direction.OUTGOING:
            self._going_out[title(transfer)].add(transfer.id)
            self._say(f"{heading(transfer, friend_name)}: {wording.amount(transfer)}")

    def state(self, transfer: Transfer, friend_name: str) -> None:
        """Show a transfer's new state in a line; a failure is shown as an error instead."""
        is_held = transfer.state in HELD_STATES
        if transfer.is_final or is_held:
            self._drop_bar(transfer.id)
        goes_on = transfer.id in self._held and transfer.state is TransferState.ACTIVE
        (self._held.add if is_held else self._held.discard)(transfer.id)
        is_asked = transfer.state is TransferState.OFFERED and _is_incoming(transfer)
        if goes_on:
            self._say(f"{heading(transfer, friend_name)}: it goes on")
        elif not is_asked and transfer.state not in _SILENT_STATES:
            # Whoever is offered something is being connected to; whoever was lost is not here.
            is_online = transfer.state is TransferState.QUEUED
            name = person_name(friend_name)
            line = wording.transfer_line(transfer, None, name, is_online=is_online)
            self._say(f"{heading(transfer, friend_name)}: {line}")

    def progress(self, transfer: Transfer, progress: Progress, friend_name: str) -> None:
        """Move a transfer's bar, with files, bytes, speed and time left."""
        is_to_several = not _is_incoming(transfer) and len(self._going_out[title(transfer)]) > 1
        name = person_name(friend_name) if is_to_several else title(transfer)
        line = transfer_lines.progress_text(transfer, progress, friend_name)
        # Ends the isolate of a name that is cut; an end alone does nothing.
        line = f"{POP_ISOLATE}{line}" if POP_ISOLATE in name else line
        self._move_bar(transfer.id, name, progress.bytes, progress.total_bytes, line)

    def group(
        self, standing: GroupStanding, friend_name: str, names: Mapping[FriendId, str]
    ) -> None:
        """Show how a group stands in a line, and each of the others in one."""
        self._say(transfer_lines.group_text(standing, person_name(friend_name)))
        self._say_each(transfer_lines.member_lines(standing, names))

    def group_progress(self, transfer: Transfer, standing: GroupStanding, friend_name: str) -> None:
        """Move the bar of all together; show in a line that it is passed on from here now."""
        if standing.part is GroupPart.SENDER:
            line = wording.together_line(standing)
            self._move_bar(standing.group_id, "all together", *standing.bytes_of_all, line)
            if standing.may_leave:
                self._say_once(standing.group_id, f"{wording.may_leave_line()} (Ctrl+C)")
        elif standing.is_passing_on:
            line = transfer_lines.group_text(standing, person_name(friend_name))
            line = f"{heading(transfer, friend_name)}: {line} (Ctrl+C ends)"
            self._say_once(transfer.id, line)

    def group_over(self, transfer_id: TransferId, group_id: bytes) -> None:
        """Take the bar of all together away."""
        self._said.discard(transfer_id)
        self._drop_bar(group_id)

    def finished(self, transfer: Transfer) -> None:
        """Show where files were saved."""
        for path in () if transfer.is_text else transfer.saved_paths:
            self._say(f"  {shown_text(path, PATH_CHARACTERS)}")

    def question(self, transfer: Transfer, friend_name: str) -> None:
        """Ask for an answer; the bars rest until `question_gone`."""
        self._bars.stop()
        self._say(transfer_lines.question_text(transfer, friend_name), ending="")
        self._is_asking = True

    def question_gone(self) -> None:
        """Let the bars go on."""
        self._is_asking = False
        if self._tasks:
            self._bars.start()

    def transfers(self, rows: Sequence[TransferRow]) -> None:
        """Show transfers, a line each."""
        self._say_each(transfer_lines.queue_lines(rows))

    def ordered(self, rows: Sequence[TransferRow], sentence: str) -> None:  # noqa: ARG002 - it says all
        """Show what has come of an order."""
        self._say(sentence)

    def queued(self, transfer: Transfer, sentence: str) -> None:  # noqa: ARG002 - it says all
        """Show that a transfer is left in the queue."""
        self._say(sentence)

    def files(self, transfer_id: TransferId, rows: Sequence[FileRow]) -> None:  # noqa: ARG002 - asked for
        """Show files, a line each."""
        self._say_each(transfer_lines.file_lines(rows))

    def text(self, transfer: Transfer, friend_name: str, text: str) -> None:
        """Show what a text says, set off from what is ours."""
        self._say(f"{heading(transfer, friend_name)}:")
        self._say_each(f"  {line}" for line in safe_lines(text))

    def history(self, items: Sequence[HistoryItem]) -> None:
        """Show what has ended, a line each."""
        self._say_each(transfer_lines.history_lines(items))

    def checked(self, checked: CheckedAgain) -> None:
        """Show what came of a check, and the files that are not as they were."""
        self._say_each(transfer_lines.check_lines(checked))

    def friend(self, friend: Friend, presence: Presence) -> None:
        """Show a friend in a line."""
        self._say(people_lines.friend_line(friend, presence))

    def policy(self, friend: Friend) -> None:
        """Show in a line what happens to a friend's offers."""
        self._say(people_lines.policy_line(friend))

    def limits(self, profile: Profile) -> None:
        """Show in a line what holds for all, in another what holds in other hours; how many."""
        self._say(f"All together: {wording.limits_line(profile.limits)}")
        self._say(wording.at_once_line(profile.at_once))
        schedule = profile.schedule
        if schedule is not None:
            self._say(f"{wording.hours_line(schedule)}: {wording.limits_line(schedule.limits)}")

    def friend_limits(self, friend: Friend) -> None:
        """Show a friend's limits in a line."""
        self._say(f"{person_name(friend.name)}: {wording.limits_line(friend.limits)}")

    def introduction(self, introduced: Introduced) -> None:
        """Show in a line whom a friend introduces, and how far that is."""
        self._say(people_lines.introduction_line(introduced))

    def network(self, network: Network) -> None:
        """Show a network in a line."""
        self._say(people_lines.network_line(network))

    def finding(self, finding: Finding) -> None:
        """Show what was found at one step, and what may be done about it."""
        self._say_each(people_lines.finding_lines(finding))

    def connection(self, report: ConnectionReport) -> None:
        """Show in a line how it stands with all of it."""
        self._say(f"{wording.check_summary(report)}.")

    def pairing(self, pairing: Pairing) -> None:
        """Show how far a pairing is, and what may be typed."""
        self._say(people_lines.pairing_line(pairing))

    def candidate(self, number: int, nearby: Nearby) -> None:
        """Show somebody who may be picked."""
        self._say(f"{number}  {person_name(nearby.name)}   (type the number to add them)")

    def nearby(self, nearby: Nearby) -> None:
        """Show somebody nearby in a line."""
        self._say(person_name(nearby.name))

    def me(self, profile: Profile) -> None:
        """Show who the user is."""
        self._say_each(people_lines.own_lines(profile))

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
        place = shown_text(path, PATH_CHARACTERS)
        self._say(f"{place} holds {person_name(name)} ({person_name(computer)}), {count}.")

    def note(self, sentence: str) -> None:
        """Show a sentence."""
        self._say(sentence)

    def error(self, code: str, sentence: str, transfer_id: TransferId | None = None) -> None:  # noqa: ARG002 - codes and ids are for scripts
        """Show a sentence on the stream for errors."""
        judged = safe_sentence(sentence, SENTENCE_CHARACTERS)
        self._err.print(f"byhand: {judged}", soft_wrap=True)

    def end(self, exit_code: ExitCode) -> None:  # noqa: ARG002 - the shell gets it
        """Take the bars away and leave the cursor at the start of a line."""
        self._bars.stop()

    def _say(self, text: str, ending: str = "\n") -> None:
        if self._is_asking:
            # The question stands on a line that nobody has ended yet.
            self._out.line()
            self._is_asking = False
        self._out.print(text, end=ending, soft_wrap=True)

    def _say_once(self, key: bytes, text: str) -> None:
        if key not in self._said:
            self._said.add(key)
            self._say(text)

    def _say_each(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._say(line)

    def _move_bar(self, key: bytes, name: str, done: int, total: int, line: str) -> None:
        if key not in self._tasks:
            self._tasks[key] = self._bars.add_task(name, total=None, line="")
            if not self._is_asking:
                self._bars.start()
        self._bars.update(
            self._tasks[key], description=name, completed=done, total=max(1, total), line=line
        )

    def _drop_bar(self, key: bytes) -> None:
        task = self._tasks.pop(key, None)
        if task is not None:
            self._bars.remove_task(task)
        if not self._tasks:
            self._bars.stop()


def _console(stream: TextIO) -> Console:
    # Nothing from outside may be taken as markup, an emoji's name or something to colour.
    return Console(file=stream, markup=False, emoji=False, highlight=False)


def _rest_of_line() -> Column:
    return Column(ratio=1, no_wrap=True, overflow="ellipsis")


def _is_incoming(transfer: Transfer) -> bool:
    return transfer.direction is Direction.INCOMING
