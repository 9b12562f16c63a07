"""What an error means for people: one sentence that says what is wrong and what to do."""

import shlex
from pathlib import Path

from byhand.domain.profile import PASSPHRASE_CHARACTERS
from byhand.domain.text import filled, safe_text
from byhand.errors import (
    BackupError,
    BackupProblem,
    ByhandError,
    ConnectionLostError,
    CorruptIdentityError,
    CorruptStoreError,
    DiskFullError,
    FileTooLargeError,
    FriendOrderError,
    HashMismatchError,
    InviteError,
    InviteProblem,
    KeyChangedError,
    OfferTooLargeError,
    OtherVersionError,
    ProfileInUseError,
    ReadOnlyError,
    RemoteProtocolError,
    ServiceGoneError,
    SourceChangedError,
    SourceMissingError,
    StorageError,
    UnknownFriendError,
    UnreachableError,
    UnsafeNameError,
    UsageError,
)
from byhand.wording.friend_problems import friend_problem_sentence
from byhand.wording.quantities import size
from byhand.wording.translation import Translate, plain

TEXT_CHARACTERS = 300


def error_sentence(error: ByhandError, translate: Translate = plain) -> str:
    """Return one sentence that says what is wrong and what to do."""
    match error:
        case FriendOrderError():
            return friend_problem_sentence(error, translate)
        case UsageError(args=(str(sentence), *_)):
            return sentence
        case InviteError():
            return invite_sentence(error.problem, "", translate)
        case BackupError():
            text = _backup_problems(translate)[error.problem]
            return filled(text, path=_shown(error.path), least=PASSPHRASE_CHARACTERS)
        case CorruptIdentityError(is_mendable=True):
            text = translate(
                "wording",
                "Your identity file can't be used ({reason}): make it private by"
                " chmod 600 {path}, and start Byhand again.",
            )
            return text.format(path=_shown(shlex.quote(str(error.path))), reason=error.reason)
        case UnknownFriendError():
            return _unknown_friend(error, translate)
        case DiskFullError(missing_bytes=int(missing)) if missing > 0:
            text = translate(
                "wording", "The disk of {path} is full: free {missing} or choose another folder."
            )
            return filled(text, path=_shown(error.path), missing=size(missing, translate))
        case _:
            return _sentence_by_kind(error, translate)


def invite_sentence(problem: str, name: str = "", translate: Translate = plain) -> str:
    """Return why an invitation cannot be used and what to do.

    `problem` is an InviteProblem's value, "key_changed", "not_saved" or "unreachable"; `name` is
    who made it, or "".
    """
    otherwise = translate("wording", "This invitation can't be used. Ask {name} for a new one.")
    nobody = translate("wording", "the person who sent it")
    return filled(_invite_problems(translate).get(problem, otherwise), name=name or nobody)


def _invite_problems(translate: Translate) -> dict[str, str]:
    return {
        InviteProblem.NOT_AN_INVITE: translate(
            "wording", "That isn't an invitation: copy the whole link, from byhand:// to its end."
        ),
        InviteProblem.DAMAGED: translate(
            "wording",
            "A character of this invitation is wrong or missing: copy the whole link again.",
        ),
        InviteProblem.EXPIRED: translate(
            "wording", "This invitation has expired. Ask {name} for a new one."
        ),
        InviteProblem.OWN: translate(
            "wording", "That's your own invitation: give it to the friend you want to add."
        ),
        InviteProblem.REFUSED: translate(
            "wording", "This invitation isn't open any more. Ask {name} for a new one."
        ),
        InviteProblem.USED: translate(
            "wording", "This invitation was used by somebody else. Ask {name} for a new one."
        ),
        "key_changed": translate(
            "wording",
            "This invitation has keys of another friend of yours: don't trust it, and ask {name}"
            " in person.",
        ),
        "not_saved": translate(
            "wording",
            "Your friend can't be saved: make room on this computer's disk, then use the"
            " invitation again.",
        ),
        "unreachable": translate(
            "wording",
            "Can't reach {name}: both of you need Byhand open on the same network; or try it"
            " the other way round, with a link of yours.",
        ),
    }


def _backup_problems(translate: Translate) -> dict[BackupProblem, str]:
    return {
        BackupProblem.UNREADABLE: translate(
            "wording", "{path} can't be read: check that it is there and that you may read it."
        ),
        BackupProblem.NOT_A_BACKUP: translate(
            "wording",
            "{path} is no saved identity: choose the file that was made where your identity is.",
        ),
        BackupProblem.NEWER: translate(
            "wording", "{path} was made by a newer Byhand: update this one first."
        ),
        BackupProblem.DAMAGED: translate(
            "wording", "{path} is damaged: copy it again, or save your identity once more."
        ),
        BackupProblem.NOT_OPENED: translate(
            "wording",
            "{path} can't be opened with this passphrase: type it again; if it is the right one,"
            " the file is damaged.",
        ),
        BackupProblem.TOO_SHORT: translate(
            "wording",
            "This passphrase is too short: take {least} characters or more, best some words.",
        ),
        BackupProblem.EXISTS: translate(
            "wording", "{path} is there already and was not touched: choose another name."
        ),
    }


def _unknown_friend(error: UnknownFriendError, translate: Translate) -> str:
    if error.matches > 1:
        text = translate(
            "wording",
            "%n friends fit “{name}”: use the first 8 or more digits of the id instead.",
            "",
            error.matches,
        )
    else:
        text = translate(
            "wording", "No friend of yours is called “{name}”: look at the list of your friends."
        )
    return filled(text, name=safe_text(error.asked_for, TEXT_CHARACTERS))


def _sentence_by_kind(error: ByhandError, translate: Translate) -> str:
    texts = {
        **_identity_and_network_errors(translate),
        **_running_byhand_errors(translate),
        **_file_and_storage_errors(translate),
    }
    text = next(texts[kind] for kind in type(error).__mro__ if kind in texts)
    return filled(
        text,
        path=_shown(getattr(error, "path", "")),
        name=safe_text(getattr(error, "name", ""), TEXT_CHARACTERS),
        version=safe_text(getattr(error, "version", ""), TEXT_CHARACTERS),
        reason=getattr(error, "reason", "") or translate("wording", "no reason given"),
        kind=type(error).__name__,
    )


def _identity_and_network_errors(translate: Translate) -> dict[type, str]:
    return {
        ByhandError: translate(
            "wording", "Something went wrong inside Byhand ({kind}): start it again."
        ),
        RemoteProtocolError: translate(
            "wording",
            "The other side did not keep to the rules, so the connection was closed: check that"
            " both of you have the newest Byhand.",
        ),
        KeyChangedError: translate(
            "wording",
            "This is not the {name} you know: ask them whether they have a new computer, and add"
            " each other again.",
        ),
        CorruptIdentityError: translate(
            "wording",
            "Your identity file {path} can't be used ({reason}) and was not touched: put back a"
            " good copy, or move it away to start as somebody new.",
        ),
        UnreachableError: translate(
            "wording",
            "Your friend can't be reached: ask them to open Byhand, and check that no firewall"
            " is in the way.",
        ),
        ConnectionLostError: translate("wording", "The connection was lost: try again."),
    }


def _running_byhand_errors(translate: Translate) -> dict[type, str]:
    return {
        ServiceGoneError: translate(
            "wording",
            "The Byhand that was doing this has ended or does not answer: start it again to go on.",
        ),
        ProfileInUseError: translate(
            "wording",
            "Another Byhand is already using the profile {path}: close that one first, or choose"
            " another profile.",
        ),
        OtherVersionError: translate(
            "wording",
            "Byhand {version}, which is another version than this one, is already using the"
            " profile {path}: close that one first.",
        ),
    }


def _file_and_storage_errors(translate: Translate) -> dict[type, str]:
    return {
        UnsafeNameError: translate(
            "wording", "“{name}” can't be used as a name ({reason}): rename it and try again."
        ),
        SourceChangedError: translate(
            "wording", "A file changed while it was read: send the new version."
        ),
        SourceMissingError: translate(
            "wording", "“{path}” can't be read: check that it is there and that you may read it."
        ),
        OfferTooLargeError: translate(
            "wording", "Too many files at once: send them in several goes, or as one archive."
        ),
        HashMismatchError: translate("wording", "The bytes arrived damaged: try again."),
        DiskFullError: translate(
            "wording", "The disk of {path} is full: make room or choose another folder."
        ),
        FileTooLargeError: translate(
            "wording", "{path} can't hold files of 4 GB or more: choose another folder."
        ),
        ReadOnlyError: translate(
            "wording",
            "{path} can't be written to: check its permissions, or choose another folder.",
        ),
        CorruptStoreError: translate(
            "wording",
            "{path} is damaged or was edited, and was not touched: put back a good copy, or move"
            " it away to start without it.",
        ),
        StorageError: translate(
            "wording", "{path} can't be used ({reason}): check the disk and its permissions."
        ),
    }


def _shown(path: Path | str) -> str:
    return safe_text(str(path), TEXT_CHARACTERS)
