"""Why a transfer or a file failed and what to do about it."""

from pathlib import PurePath

from byhand.domain.codes import Code
from byhand.domain.text import filled, safe_text
from byhand.domain.transfer import Direction, FileProblem, Transfer
from byhand.wording.quantities import size
from byhand.wording.translation import Translate, plain

PATH_CHARACTERS = 300


def code_sentence(
    code: Code, transfer: Transfer, friend_name: str, translate: Translate = plain
) -> str:
    """Return why a transfer failed and what to do about it, in one line."""
    is_incoming = transfer.direction is Direction.INCOMING
    texts = _talking_failures(translate) | _file_failures(translate)
    texts |= _receiving_failures(translate) if is_incoming else _sending_failures(translate)
    if code is Code.DISK_FULL and transfer.missing_bytes:
        texts[code] = _disk_full(is_incoming, translate)
    if code is Code.SHUTDOWN and transfer.ended_by_me:
        texts[code] = translate("wording", "Byhand was closed before the end — try again")
    if code is Code.UNSUPPORTED and not is_incoming:
        texts[code] = _too_old(transfer, translate)
    otherwise = translate("wording", "Something went wrong ({code}) — try again")
    first = transfer.problems[0].path if transfer.problems else transfer.title
    return filled(
        texts.get(code, otherwise),
        friend=friend_name,
        code=code.name.lower().replace("_", " "),
        file=safe_text(first, PATH_CHARACTERS),
        missing=size(transfer.missing_bytes, translate),
        folder=safe_text(PurePath(transfer.folder).name, PATH_CHARACTERS),
    )


def problem_line(problem: FileProblem, translate: Translate = plain) -> str:
    """Return which file was not handed over and why: "report.odt could not be read"."""
    reason = file_problem(problem.code, translate)
    return filled("{file} {reason}", file=safe_text(problem.path, PATH_CHARACTERS), reason=reason)


def file_problem(code: Code, translate: Translate = plain) -> str:
    """Return what is said of a file, or of several, that failed: "could not be read"."""
    texts = {
        Code.SOURCE_CHANGED: translate("wording", "changed while being sent"),
        Code.SOURCE_UNREADABLE: translate("wording", "could not be read"),
        Code.SOURCE_GONE: translate("wording", "disappeared before being sent"),
        Code.DENIED: translate("wording", "could not be read (no permission)"),
        Code.UNSUPPORTED: translate("wording", "can't be sent (only files and folders can)"),
        Code.DISK_FULL: translate("wording", "did not fit on the disk"),
        Code.DISK_ERROR: translate("wording", "could not be written"),
        Code.FILE_TOO_LARGE: translate("wording", "is too large for that kind of disk"),
        Code.NAME_REFUSED: translate("wording", "had a name that isn't allowed there"),
        Code.NAME_TAKEN: translate("wording", "had a name that was taken"),
        Code.PATH_TOO_LONG: translate("wording", "had a name too long for the disk"),
        Code.HASH_MISMATCH: translate("wording", "arrived damaged"),
        Code.CANCELLED: translate("wording", "got cancelled"),
    }
    return texts.get(code, translate("wording", "did not arrive"))


def _talking_failures(translate: Translate) -> dict[Code, str]:
    return {
        Code.PROTOCOL: translate(
            "wording", "{friend}'s Byhand and yours did not understand each other — try again"
        ),
        Code.UNSUPPORTED: translate(
            "wording", "{friend} and you need the same version of Byhand for this — update both"
        ),
        Code.LIMIT: translate(
            "wording", "Too many files at once — send them in several goes, or as one archive"
        ),
        Code.AUTHENTICATION: translate(
            "wording", "It could not be proved that this is {friend} — add each other again"
        ),
        Code.TIMEOUT: translate("wording", "{friend} stopped answering — try again"),
        Code.BUSY: translate("wording", "{friend} has too many requests open — try again later"),
        Code.SHUTDOWN: translate("wording", "{friend} closed Byhand before the end — try again"),
        Code.EXPIRED: translate("wording", "The request has expired — send it again"),
        Code.CONNECTION_LOST: translate(
            "wording", "The connection to {friend} was lost — try again"
        ),
        Code.UNREACHABLE: translate(
            "wording",
            "{friend} can't be reached — ask them to open Byhand, and check that no firewall"
            " is in the way",
        ),
    }


def _file_failures(translate: Translate) -> dict[Code, str]:
    return {
        Code.SOURCE_CHANGED: translate(
            "wording", "{file} was changed while sending — send the new version"
        ),
        Code.HASH_MISMATCH: translate(
            "wording", "The bytes arrived damaged and could not be repaired — try again"
        ),
        Code.PATH_TOO_LONG: translate(
            "wording", "A name is too long for the disk — choose another folder or shorten it"
        ),
        Code.NAME_REFUSED: translate(
            "wording", "“{file}” can't be stored under that name — rename it and send it again"
        ),
        Code.NAME_TAKEN: translate(
            "wording", "The name “{file}” is taken again and again — choose another folder"
        ),
    }


def _sending_failures(translate: Translate) -> dict[Code, str]:
    return {
        Code.SOURCE_UNREADABLE: translate(
            "wording", "“{file}” can't be read — check its permissions and send it again"
        ),
        Code.SOURCE_GONE: translate(
            "wording", "“{file}” is not there any more — put it back and send it again"
        ),
        Code.DISK_FULL: translate("wording", "{friend}'s disk is full — try again once it isn't"),
        Code.FILE_TOO_LARGE: translate(
            "wording",
            "{friend}'s disk can't hold files of 4 GB or more — ask them to choose another folder",
        ),
        Code.DISK_ERROR: translate(
            "wording", "{friend}'s disk did not take it — ask them to choose another folder"
        ),
        Code.DENIED: translate(
            "wording", "{friend}'s folder can't be written to — ask them to choose another"
        ),
    }


def _receiving_failures(translate: Translate) -> dict[Code, str]:
    return {
        Code.SOURCE_UNREADABLE: translate(
            "wording", "“{file}” can't be read at {friend}'s — ask for it again"
        ),
        Code.SOURCE_GONE: translate(
            "wording", "“{file}” is not there any more at {friend}'s — ask for it again"
        ),
        Code.SOURCE_CHANGED: translate(
            "wording", "{file} was changed while {friend} sent it — ask for the new version"
        ),
        Code.DISK_FULL: translate(
            "wording", "Your disk is full — make room or choose another folder"
        ),
        Code.FILE_TOO_LARGE: translate(
            "wording",
            "The disk of “{folder}” can't hold files of 4 GB or more — choose another folder",
        ),
        Code.DISK_ERROR: translate(
            "wording", "“{folder}” is not there any more or can't be used — choose another folder"
        ),
        Code.DENIED: translate("wording", "“{folder}” can't be written to — choose another folder"),
    }


def _too_old(transfer: Transfer, translate: Translate) -> str:
    if transfer.is_text:
        return translate(
            "wording", "{friend} needs a newer Byhand to receive a text — send it in a file instead"
        )
    return translate("wording", "{friend} needs a newer Byhand to receive this")


def _disk_full(is_incoming: bool, translate: Translate) -> str:
    if is_incoming:
        return translate("wording", "Your disk is full — free {missing} or choose another folder")
    return translate("wording", "{friend}'s disk is full — {missing} more needed")
