"""What a script reads about transfers, their files and the history: the fields of each event."""

from msgspec.structs import asdict

from byhand.cli.rows import TransferRow
from byhand.domain.codes import Code
from byhand.domain.events import UNKNOWN_SIZE, FileRow
from byhand.domain.group import GroupPart, GroupStanding
from byhand.domain.history import HistoryItem
from byhand.domain.history_events import CheckedAgain
from byhand.domain.progress import Progress
from byhand.domain.transfer import Compared, EntryState, Transfer, TransferState

Fields = dict[str, object]


def offer_fields(transfer: Transfer, friend_name: str) -> Fields:
    """Return what a transfer contains: {id, direction, friend, title, files, bytes, …}."""
    return {
        "id": transfer.id.hex(),
        "direction": transfer.direction,
        "friend": friend_name,
        "title": transfer.title,
        "files": transfer.total_files,
        "bytes": transfer.total_bytes,
        **_where_so(
            {
                "note": transfer.note,
                "text": transfer.is_text,
                "programs": transfer.programs,
                "others": transfer.others,
            }
        ),
    }


def state_fields(transfer: Transfer) -> Fields:
    """Return where a transfer stands: {id, state, code?, compared?, accepted_by_policy?, …}."""
    compared = told_comparison(transfer)
    beside: Fields = {} if compared is None else {"compared": asdict(compared)}
    return {"id": transfer.id.hex(), **_standing(transfer), **beside}


def told_comparison(transfer: Transfer) -> Compared | None:
    """Return what an offer would change in a folder that is here, as long as it is an offer."""
    return transfer.compared if transfer.state is TransferState.OFFERED else None


def progress_fields(progress: Progress) -> Fields:
    """Return {bytes, total_bytes, files, total_files, bytes_per_second, bottleneck?, limit?}."""
    return {
        "bytes": progress.bytes,
        "total_bytes": progress.total_bytes,
        "files": progress.files,
        "total_files": progress.total_files,
        "bytes_per_second": round(progress.bytes_per_second),
        **_where_so({"bottleneck": progress.bottleneck, "limit": progress.limit}),
    }


def transfer_fields(row: TransferRow) -> Fields:
    """Return a transfer of a list: what it contains, where it stands, and how far it is.

    `bytes` and `files` are what is there, null where that is not known.
    """
    transfer = row.transfer
    known = Progress(
        transfer.total_bytes, transfer.total_bytes, transfer.done_files, transfer.total_files
    )
    progress = row.progress or (known if transfer.state is TransferState.DONE else None)
    unknown: Fields = {
        "bytes": None,
        "total_bytes": transfer.total_bytes,
        "files": None,
        "total_files": transfer.total_files,
        "bytes_per_second": 0,
    }
    return {
        **offer_fields(transfer, row.friend_name),
        **_standing(transfer),
        "online": row.is_online,
        **(progress_fields(progress) if progress else unknown),
        **({} if row.group is None else {"group": group_fields(row.group)}),
    }


def group_fields(standing: GroupStanding) -> Fields:
    """Return {group, part, total_bytes, from_sender_bytes, may_leave, passing_on_until?, members}.

    Of each member {number, friend_id?, linked, gave, got, has?}: only the sender knows who they
    are and what they have; `gave` went from them to us, `got` from us to them.
    """
    is_sender = standing.part is GroupPart.SENDER
    members = [
        {
            "number": member.number,
            **({} if member.friend_id is None else {"friend_id": member.friend_id.hex()}),
            "linked": member.is_linked,
            "gave": member.taken_bytes,
            "got": member.given_bytes,
            **({"has": member.has_bytes} if is_sender else {}),
        }
        for member in standing.members
    ]
    return {
        "group": standing.group_id.hex(),
        "part": standing.part,
        "total_bytes": standing.total_bytes,
        "from_sender_bytes": standing.from_sender_bytes,
        "may_leave": standing.may_leave,
        **_where_so({"passing_on_until": int(standing.lingers_until)}),
        "members": members,
    }


def file_fields(row: FileRow) -> Fields:
    """Return {index, path, size, state, folder?, code?, caution?, saved_as?}."""
    return {
        "index": row.index,
        "path": row.path,
        "size": None if row.size == UNKNOWN_SIZE else row.size,
        "state": EntryState(row.state).name.lower(),
        **_where_so(
            {
                "folder": row.is_folder,
                "code": _code(row.code),
                "caution": row.caution,
                "saved_as": row.saved_as,
            }
        ),
    }


def history_fields(item: HistoryItem) -> Fields:
    """Return {id, direction, friend, title, files, bytes, state, ended, receipt, paths, …}."""
    transfer = item.transfer
    return {
        **offer_fields(transfer, item.friend_name),
        **_standing(transfer),
        "ended": int(transfer.ended_at),
        "receipt": item.has_receipt,
        "paths": transfer.saved_paths,
    }


def check_fields(checked: CheckedAgain) -> Fields:
    """Return {id, right, missing, changed, …_paths, could_be_fetched, is_signed_right}."""
    return {
        "id": checked.transfer_id.hex(),
        "right": checked.right,
        "missing": checked.missing,
        "changed": checked.changed,
        "missing_paths": checked.missing_paths,
        "changed_paths": checked.changed_paths,
        "could_be_fetched": checked.could_be_fetched,
        "is_signed_right": checked.is_signed_right,
    }


def _standing(transfer: Transfer) -> Fields:
    marks = {
        "code": _code(transfer.code),
        "accepted_by_policy": transfer.accepted_by_policy,
        "put_off": transfer.is_put_off,
        "many_entries": transfer.has_many_entries,
        "paused_by_me": transfer.paused_by_me,
        "paused_by_friend": transfer.paused_by_friend,
        "missing_bytes": transfer.missing_bytes,
        "awaits_turn": transfer.awaits_turn,
    }
    return {"state": transfer.state, **_where_so(marks)}


def _code(code: Code) -> str:
    return "" if code is Code.OK else code.name.lower()


def _where_so(marks: Fields) -> Fields:
    return {name: value for name, value in marks.items() if value}
