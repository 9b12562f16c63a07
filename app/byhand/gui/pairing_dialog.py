"""The dialog of one pairing: from reaching the other side to two people who know each other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.pairing import Pairing, PairingProblem, PairingStage
from byhand.domain.profile import Profile
from byhand.gui.announcer import announce
from byhand.gui.code_panel import CodePanel
from byhand.gui.names import person_name
from byhand.gui.pairing_head import PairingHead
from byhand.gui.pairing_words import Words, has_rival, person_shown, words_of
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import push_button

WIDTH_CHARACTERS = 60
WORTH_ANOTHER_TRY = frozenset(
    {
        PairingProblem.UNREACHABLE,
        PairingProblem.NOT_READY,
        PairingProblem.REFUSED,
        PairingProblem.LOST,
        PairingProblem.TIMEOUT,
        PairingProblem.PROTOCOL,
    }
)


class PairingDialog(QDialog):
    """Follows one pairing; closing it while that runs refuses it and asks nothing."""

    code_typed = Signal(object, str)  # PairingId, digits
    put_off = Signal(object)  # PairingId
    refused = Signal(object, bool)  # PairingId, whether the numbers differ
    again_requested = Signal(object)  # Pairing

    def __init__(self, theme: Theme, me: Profile | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._my_name = person_name(me.name) if me is not None else ""
        self._pairing: Pairing | None = None
        self._is_known = False
        self._is_put_off = False
        self._said = ""
        self.setObjectName("pairing")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._head = PairingHead(theme, me)
        self._codes = CodePanel(theme)
        self._differ = push_button(translate("Pairing", "They don't fit"), "flat")
        self._later = push_button(translate("Pairing", "Do this later"))
        self._cancel = push_button(translate("Pairing", "Cancel"))
        self._close = push_button(translate("Pairing", "Close"))
        self._again = push_button(translate("Pairing", "Try again"), "primary")
        self._done = push_button(translate("Pairing", "Done"), "primary")
        self._name_parts()
        self._lay_out(theme)
        self._connect()

    def pairing(self) -> Pairing | None:
        """Return what is shown."""
        return self._pairing

    def show_pairing(self, pairing: Pairing) -> None:
        """Show how far it is; a new try with the same person takes the place of an old one."""
        before, self._pairing = self._pairing, pairing
        if before is None or before.id != pairing.id:
            self._is_known, self._is_put_off = pairing.friend is not None, False
            self._codes.field.clear()
        words = words_of(pairing, self._my_name, is_known=self._is_known)
        self.setWindowTitle(words.title)
        self._head.show_person(*person_shown(pairing))
        self._head.show_words(words)
        self._show_parts(pairing)
        if before is None or (before.id, before.stage) != (pairing.id, pairing.stage):
            self._place_focus(pairing.stage)
        self._say(pairing, words)

    def last_words(self) -> Words | None:
        """Return what is left to say when all went well and nothing is left to decide, else None.

        That needs no dialog in the way of the first file.
        """
        pairing = self._pairing
        if pairing is None or pairing.stage is not PairingStage.DONE or has_rival(pairing):
            return None
        return words_of(pairing, self._my_name, is_known=self._is_known)

    @property
    def is_known(self) -> bool:
        """Whether it is a friend with whom codes are compared, no newcomer."""
        return self._is_known

    def done(self, result: int) -> None:
        """Close; what is under way is refused."""
        if self._pairing is not None and not self._pairing.is_final:
            self.refused.emit(self._pairing.id, False)
        super().done(result)

    # --- what is shown

    def _show_parts(self, pairing: Pairing) -> None:
        stage = pairing.stage
        is_comparing, is_done = stage is PairingStage.COMPARING, stage is PairingStage.DONE
        is_settled, is_failed = stage is PairingStage.SETTLED_HERE, stage is PairingStage.FAILED
        can_retry = pairing.problem in WORTH_ANOTHER_TRY and (
            pairing.nearby_key != "" or pairing.friend is not None
        )
        if is_comparing or is_settled:
            self._codes.show_pairing(pairing, person_shown(pairing)[0], is_put_off=self._is_put_off)
        for part, is_shown in (
            (self._codes, is_comparing or is_settled),
            (self._differ, is_comparing or (is_settled and not self._is_put_off)),
            (self._later, is_comparing),
            (self._cancel, not (is_comparing or is_done or is_failed)),
            (self._close, is_failed),
            (self._again, is_failed and can_retry),
            (self._done, is_comparing or is_done),
        ):
            part.setVisible(is_shown)
        self._tell_done()

    def _tell_done(self) -> None:
        is_comparing = self._pairing is not None and self._pairing.stage is PairingStage.COMPARING
        self._done.setEnabled(not is_comparing or self._codes.field.is_complete())

    def _place_focus(self, stage: PairingStage) -> None:
        goals: dict[PairingStage, QWidget] = {
            PairingStage.COMPARING: self._codes.field,
            PairingStage.DONE: self._done,
            PairingStage.FAILED: self._close,
        }
        goals.get(stage, self._cancel).setFocus()

    def _say(self, pairing: Pairing, words: Words) -> None:
        """Tell screen readers what is new; the dialog itself is read when it opens."""
        if self.last_words() is not None:
            return
        has_status = self._codes.isVisibleTo(self) and self._codes.status() != ""
        end = words.text if pairing.is_final else wording.digits_spoken(pairing.shown)
        said = ". ".join(filter(None, (words.heading, end)))
        if has_status:
            said = self._codes.status()
        if said != self._said:
            self._said = said
            announce(self, said, is_urgent=words.tone == "bad")

    # --- what the user does

    def _connect(self) -> None:
        self._codes.changed.connect(self._tell_done)
        self._codes.entered.connect(self._done.click)
        self._done.clicked.connect(self._finish)
        self._differ.clicked.connect(self._say_differ)
        self._later.clicked.connect(self._say_later)
        self._again.clicked.connect(lambda: self.again_requested.emit(self._pairing))
        for button in (self._cancel, self._close):
            button.clicked.connect(self.reject)

    def _say_differ(self) -> None:
        if self._pairing is not None:
            self.refused.emit(self._pairing.id, True)

    def _say_later(self) -> None:
        if self._pairing is not None:
            self._is_put_off = True
            self.put_off.emit(self._pairing.id)

    def _finish(self) -> None:
        if self._pairing is not None and self._pairing.stage is PairingStage.COMPARING:
            self.code_typed.emit(self._pairing.id, self._codes.field.text())
        else:
            self.accept()

    # --- parts

    def _name_parts(self) -> None:
        for button, name in (
            (self._differ, "pairing-differ"),
            (self._later, "pairing-later"),
            (self._cancel, "pairing-cancel"),
            (self._close, "pairing-close"),
            (self._again, "pairing-again"),
            (self._done, "pairing-done"),
        ):
            button.setObjectName(name)

    def _lay_out(self, theme: Theme) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._differ)
        row.addStretch(1)
        for button in (self._later, self._cancel, self._close, self._again, self._done):
            row.addWidget(button)
        # Wrapped words have no width of their own.
        width = theme.fonts.body.width("n") * WIDTH_CHARACTERS
        for part in (self._head, self._codes):
            part.setFixedWidth(width)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 28, 28, 20)
        layout.setSpacing(16)
        layout.addWidget(self._head)
        layout.addWidget(self._codes)
        layout.addLayout(row)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
