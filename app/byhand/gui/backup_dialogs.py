"""Saves one's identity to a file, and takes one over from a file: the dialogs on the way."""

from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QFileDialog

from byhand import wording
from byhand.domain.events import BackupFailed, BackupRead, BackupWritten
from byhand.domain.text import filled, safe_text
from byhand.gui.main_window import MainWindow
from byhand.gui.names import person_name
from byhand.gui.passphrase_dialog import PassphraseDialog
from byhand.gui.questions import ask
from byhand.gui.translation import translate
from byhand.service.profile_orders import ProfileOrders

FILE_CHARACTERS = 60

Say = Callable[[str, str], None]
"""say(sentence, tone)"""


class BackupDialogs:
    """One dialog for a passphrase is open at a time."""

    def __init__(
        self,
        orders: ProfileOrders,
        window: MainWindow,
        take_over: Callable[[str, str], None],
        say: Say,
    ) -> None:
        """`take_over` gets path and passphrase; `say` shows what has come of a copy."""
        self._orders = orders
        self._window = window
        self._take_over = take_over
        self._say = say
        self._open: tuple[str, PassphraseDialog] | None = None

    def save_copy(self) -> None:
        """Ask for a new file, then for a passphrase twice, and write."""
        title = translate("Identity", "Save a copy of your identity")
        dialog = self._file_dialog(title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # The service makes new files only, and says so where there is one.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile(f"byhand-{QDate.currentDate().toString(Qt.DateFormat.ISODate)}.identity")
        dialog.fileSelected.connect(self._ask_new_passphrase)
        dialog.open()

    def take_over(self) -> None:
        """Ask for a file, then for its passphrase, and whether that shall be us."""
        dialog = self._file_dialog(translate("Identity", "Take over an identity"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._ask_old_passphrase)
        dialog.open()

    def handle(self, event: BackupWritten | BackupRead | BackupFailed) -> None:
        """Follow what comes of it."""
        match event:
            case BackupWritten(path=path):
                self._close(path)
                text = translate("Identity", "Your identity is saved in {file}.")
                self._say(filled(text, file=_file_name(path)), "good")
            case BackupRead():
                self._ask_whether(event)
            case BackupFailed(path=path, error=error):
                sentence = wording.error_sentence(error, translate)
                if self._open is not None and self._open[0] == path:
                    self._open[1].say_problem(sentence)
                else:
                    self._say(sentence, "bad")

    def _ask_new_passphrase(self, path: str) -> None:
        words = (
            translate("Identity", "A passphrase for the copy"),
            translate(
                "Identity",
                "Whoever has the file and the passphrase is you to all your friends. Keep both"
                " safe and apart; the passphrase cannot be looked up anywhere. Several words that"
                " do not belong together are a good one.",
            ),
            translate("Identity", "Save"),
        )
        dialog = self._ask(path, words, is_new=True)
        dialog.given.connect(lambda passphrase: self._orders.export(path, passphrase))

    def _ask_old_passphrase(self, path: str) -> None:
        words = (
            translate("Identity", "The passphrase of this copy"),
            filled(
                translate("Identity", "The one that was chosen when {file} was saved."),
                file=_file_name(path),
            ),
            translate("Identity", "Open"),
        )
        dialog = self._ask(path, words, is_new=False)
        dialog.given.connect(lambda passphrase: self._orders.read_backup(path, passphrase))

    def _ask(self, path: str, words: tuple[str, str, str], *, is_new: bool) -> PassphraseDialog:
        dialog = PassphraseDialog(self._window.theme, words, self._window, is_new=is_new)
        self._open = path, dialog
        dialog.finished.connect(lambda: self._closed(dialog))
        dialog.open()
        return dialog

    def _ask_whether(self, backup: BackupRead) -> None:
        if self._open is None or self._open[0] != backup.path:
            return
        passphrase = self._open[1].passphrase()
        self._close(backup.path)
        title = translate("Identity", "Become {name} with %n friend(s)?", "", backup.friends)
        text = translate(
            "Identity",
            "This computer takes over the identity of {name} at {computer}, in place of the one"
            " it has now. Do not use it on {computer} any more: friends would be warned of two"
            " computers with one identity.",
        )
        names = {"name": person_name(backup.name), "computer": person_name(backup.computer)}
        ask(
            self._window.theme,
            self._window,
            filled(title, **names),
            filled(text, **names),
            translate("Identity", "Take it over"),
            lambda: self._take_over(backup.path, passphrase),
        )

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _close(self, path: str) -> None:
        if self._open is not None and self._open[0] == path:
            self._open[1].accept()

    def _closed(self, dialog: PassphraseDialog) -> None:
        if self._open is not None and self._open[1] is dialog:
            self._open = None


def _file_name(path: str) -> str:
    return safe_text(PurePath(path).name, FILE_CHARACTERS)
