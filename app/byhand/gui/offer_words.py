"""What an incoming offer's card says."""

from byhand import wording
from byhand.domain.codes import Code
from byhand.domain.text import filled, joined, safe_text
from byhand.domain.transfer import Transfer, TransferState
from byhand.gui.transfer_row import shown_title
from byhand.gui.translation import translate

NOTE_CHARACTERS = 300


def offer_question(transfer: Transfer, name: str) -> str:
    """Return who wants to send how many files: "Lea Fontaine wants to send you 6 files"."""
    if not transfer.is_counted:
        return filled(translate("Offer", "{name} wants to send you files"), name=name)
    if transfer.is_text:
        return filled(translate("Offer", "{name} wants to send you a text"), name=name)
    if transfer.total_files == 0:
        return filled(translate("Offer", "{name} wants to send you a folder"), name=name)
    text = translate("Offer", "{name} wants to send you %n file(s)", "", transfer.total_files)
    return filled(text, name=name)


def accepted_line(transfer: Transfer, name: str) -> str:
    """Return who sends how much that the user was not asked about."""
    if transfer.is_text:
        text = translate("Offer", "{name} is sending you a text — accepted by itself")
    elif transfer.total_files == 0:
        text = translate("Offer", "{name} is sending you a folder — accepted by itself")
    else:
        text = translate(
            "Offer",
            "{name} is sending you %n file(s) — accepted by itself",
            "",
            transfer.total_files,
        )
    return filled(text, name=name)


def offer_summary(transfer: Transfer, folder: str) -> tuple[str, str]:
    """Return what is offered, and how much and where to: "1.9 GB · goes to Downloads"."""
    title = shown_title(transfer)
    if transfer.state is not TransferState.OFFERED:
        return title, ""
    amount = wording.size(transfer.total_bytes, translate)
    if not transfer.is_counted:
        text = translate("Offer", "counting… %n file(s)", "", transfer.total_files)
        return title, joined((text, amount))
    parts = [amount]
    if not transfer.is_text:
        parts.append(filled(translate("Offer", "goes to {folder}"), folder=folder))
    return title, joined(parts)


def offer_note(transfer: Transfer) -> str:
    """Return what else is to be said: "You decide later · “From last Saturday”"; "" for nothing."""
    note = safe_text(transfer.note, NOTE_CHARACTERS)
    parts = [translate("Offer", "You decide later")] if transfer.is_put_off else []
    many = wording.many_entries_line(transfer, translate)
    parts += [many] if many else []
    parts += [filled(translate("Offer", "“{note}”"), note=note)] if note else []
    return joined(parts)


def comparison_line(transfer: Transfer) -> str:
    """Return what would change: "12 new, 3 changed, 400 identical"; "" where nothing is known."""
    compared = transfer.compared
    return "" if compared is None else wording.compared_line(compared, translate)


def refusal(transfer: Transfer, folder: str, name: str) -> str:
    """Return why the disk did not take it into this folder and what to do; "" if it may try."""
    if transfer.code is Code.OK or folder != transfer.folder or transfer.is_final:
        return ""
    return wording.code_sentence(transfer.code, transfer, name, translate)


def withdrawn_line(transfer: Transfer, name: str) -> str:
    """Return why there is nothing to answer any more: "Lea took it back"."""
    return wording.transfer_line(transfer, None, name, translate)
