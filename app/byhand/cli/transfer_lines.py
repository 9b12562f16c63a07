"""What a person reads about transfers, their files and the history, line by line."""

import time
from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len

from byhand import wording
from byhand.cli.names import person_name, short_transfer_id, shown_text, title, way
from byhand.cli.rows import TransferRow
from byhand.domain.events import FileRow
from byhand.domain.group import GroupStanding, MemberStanding
from byhand.domain.history import HistoryItem
from byhand.domain.history_events import CheckedAgain
from byhand.domain.identity import FriendId
from byhand.domain.progress import Progress
from byhand.domain.text import joined
from byhand.domain.transfer import EntryState, Transfer

PATH_CHARACTERS = 4096
NOTE_CHARACTERS = 300

_FILE_STATES = {
    EntryState.WAITING: "waiting",
    EntryState.PARTIAL: "under way",
    EntryState.COMPLETE: "there",
    EntryState.DONE: "done",
    EntryState.SKIPPED: "was there already",
    EntryState.NOT_CHOSEN: "not chosen",
    EntryState.CANCELLED: "cancelled",
}


def question_text(transfer: Transfer, friend_name: str) -> str:
    """Return what is asked about an offer, and which answers there are."""
    name, amount = person_name(friend_name), wording.amount(transfer)
    what = "a text" if transfer.is_text else f"“{title(transfer)}”"
    parts = [f"{name} wants to send you {what} ({amount})."]
    if transfer.programs:
        parts.append(f"{wording.programs_line(transfer)}!")
    if transfer.note:
        parts.append(f"They say: “{shown_text(transfer.note, NOTE_CHARACTERS)}”.")
    many = wording.many_entries_line(transfer)
    parts += [f"{many}."] if many else []
    answers = ["y/n"]
    if transfer.compared is not None:
        answers.append("u to update the folder that is there")
        line = wording.compared_line(transfer.compared)
        parts.append(f"Beside what is there already: {line}.")
    if transfer.others:
        answers.append("a for alone, without the others")
        parts.append(wording.consent_line(transfer.others))
    return f"{' '.join(parts)} Accept it? [{', '.join(answers)}, l for later, ? for the files] "


def progress_text(transfer: Transfer, progress: Progress, friend_name: str) -> str:
    """Return how far a moving transfer is, how fast, and when it will be there."""
    line = wording.transfer_line(transfer, progress, person_name(friend_name))
    if transfer.awaits_turn or progress.idle_seconds >= wording.STALLED_SECONDS:
        return line
    speed = wording.speed(progress.bytes_per_second)
    return f"{line} · {speed} · {wording.time_left(progress.seconds_left)}"


def group_text(standing: GroupStanding, friend_name: str) -> str:
    """Return who gave how much of what several receive, or for whom it stays.

    `friend_name` is safe to show.
    """
    if standing.is_passing_on:
        line = wording.passing_on_line(len(standing.members), standing.lingers_until)
        return f"{line[0].lower()}{line[1:]}"
    parts = [wording.group_line(standing, friend_name)]
    if standing.may_leave:
        line = wording.may_leave_line()
        parts.append(f"{line[0].lower()}{line[1:]}")
    return joined(parts)


def member_lines(standing: GroupStanding, names: Mapping[FriendId, str]) -> list[str]:
    """Return a line for each of the others: who, and what they gave and got."""
    return aligned([_member_cells(member, standing, names) for member in standing.members])


def queue_lines(rows: Sequence[TransferRow]) -> list[str]:
    """Return a line a transfer: id, direction, friend, title, size, and where it stands."""
    return aligned([_queue_cells(row) for row in rows])


def file_lines(rows: Sequence[FileRow]) -> list[str]:
    """Return a line a file: its number, size, where it stands, and its path."""
    return aligned([_file_cells(row) for row in rows])


def history_lines(items: Sequence[HistoryItem]) -> list[str]:
    """Return a line a transfer: id, when it ended, direction, friend, title, and how."""
    return aligned([_history_cells(item) for item in items])


def check_lines(checked: CheckedAgain) -> Iterator[str]:
    """Yield what came of a check, and which files are not as they were."""
    yield f"{wording.check_line(checked)}."
    found = (
        ("missing", checked.missing, checked.missing_paths),
        ("changed", checked.changed, checked.changed_paths),
    )
    for what, count, paths in found:
        yield from (f"  {what}: {shown_text(path, PATH_CHARACTERS)}" for path in paths)
        if count > len(paths):
            yield f"  {what}: {wording.plain('', '%n more', '', count - len(paths))}"


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows of texts as lines, their columns below each other; the last is as it is."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            [
                *(
                    cell + " " * (width - cell_len(cell))
                    for cell, width in zip(row[:-1], widths, strict=False)
                ),
                row[-1],
            ]
        )
        for row in rows
    ]


def _queue_cells(row: TransferRow) -> list[str]:
    transfer = row.transfer
    return [
        short_transfer_id(transfer.id),
        way(transfer),
        person_name(row.friend_name),
        title(transfer),
        wording.size(transfer.total_bytes),
        _where_it_stands(row),
    ]


def _where_it_stands(row: TransferRow) -> str:
    standing = _standing_alone(row)
    if row.group is None:
        return standing
    return joined((standing, group_text(row.group, person_name(row.friend_name))))


def _standing_alone(row: TransferRow) -> str:
    transfer, progress = row.transfer, row.progress
    if transfer.is_moving and progress is not None:
        why = wording.bottleneck_line(progress, person_name(row.friend_name))
        text = progress_text(transfer, progress, row.friend_name)
        return f"{text} · {why[0].lower()}{why[1:]}" if why else text
    return wording.transfer_line(
        transfer,
        progress,
        person_name(row.friend_name),
        is_online=row.is_online,
        obstacle=row.obstacle,
        after=row.after,
    )


def _member_cells(
    member: MemberStanding, standing: GroupStanding, names: Mapping[FriendId, str]
) -> list[str]:
    known = names.get(member.friend_id) if member.friend_id is not None else None
    name = wording.member_name(member.number) if known is None else person_name(known)
    return [name, wording.member_line(member, standing)]


def _file_cells(row: FileRow) -> list[str]:
    size = "folder" if row.is_folder else wording.size(row.size) if row.size >= 0 else "?"
    state = _FILE_STATES.get(row.state) or wording.file_problem(row.code)
    path = shown_text(row.path, PATH_CHARACTERS)
    remarks = [wording.caution_tag(row.caution)] if row.caution is not None else []
    remarks += [f"saved as {shown_text(row.saved_as, PATH_CHARACTERS)}"] if row.saved_as else []
    return [f"{row.index}", size, state, f"{path}  ({', '.join(remarks)})" if remarks else path]


def _history_cells(item: HistoryItem) -> list[str]:
    transfer = item.transfer
    return [
        short_transfer_id(transfer.id),
        time.strftime("%Y-%m-%d %H:%M", time.localtime(transfer.ended_at)),
        way(transfer),
        person_name(item.friend_name),
        title(transfer),
        wording.transfer_line(transfer, None, person_name(item.friend_name)),
    ]
