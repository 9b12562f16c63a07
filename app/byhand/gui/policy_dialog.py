"""The dialog that says what happens when a friend sends files."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.friend import Policy
from byhand.domain.text import filled
from byhand.gui.check_box import CheckBox
from byhand.gui.names import folder_name, plain_tool_tip
from byhand.gui.person_row import FriendRow
from byhand.gui.segmented import SegmentedControl
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import ElidedLabel, IconLabel, fit_height, push_button, text_label

LIMITS = (100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000)


class PolicyDialog(QDialog):
    """Lets a verified friend's files be accepted without asking, up to a size.

    Any friend's executable files may stay executable; nothing else.
    """

    policy_chosen = Signal(object)  # Policy
    folder_requested = Signal(str)
    verify_requested = Signal()

    def __init__(
        self, theme: Theme, row: FriendRow, name: str, home: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        policy = row.friend.policy
        self._home = home
        self._folder = policy.folder
        # A limit set elsewhere is a choice, too.
        self._limits = sorted({*LIMITS, policy.limit_bytes})
        self.setObjectName("policy")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = filled(translate("Policy", "When {name} sends files"), name=name)
        self.setWindowTitle(title)
        ways = [translate("Policy", "Ask every time"), translate("Policy", "Accept by itself")]
        self._ways = SegmentedControl(theme, title, ways)
        self._ways.choose(int(policy.accepts_by_itself))
        sizes = [wording.round_size(limit, translate) for limit in self._limits]
        self._sizes = SegmentedControl(theme, translate("Policy", "Up to"), sizes)
        self._sizes.choose(self._limits.index(policy.limit_bytes))
        self._modes = CheckBox(theme, translate("Policy", "Keep executable files executable"))
        self._modes.setChecked(policy.keeps_modes)
        self._where = ElidedLabel(theme.fonts.body)
        self._change = push_button(translate("Policy", "Change…"))
        self._usual = push_button(translate("Policy", "Usual folder"), "flat")
        self._compare = push_button(translate("Policy", "Compare codes…"), "soft")
        self._problem = text_label(theme.fonts.small, "", "bad", wraps=True)
        self._doubt = QWidget()
        self._details = QWidget()
        self._name_parts(name)
        self._lay_out(theme, title)
        self._ways.chosen.connect(self._tell_possible)
        self._change.clicked.connect(lambda: self.folder_requested.emit(self._folder))
        self._usual.clicked.connect(lambda: self.set_folder(""))
        self._compare.clicked.connect(self.verify_requested)
        self.set_folder(policy.folder)
        self.show_friend(row)
        self._ways.focus_chosen()

    def show_friend(self, row: FriendRow) -> None:
        """Show what is possible with a friend as they are now."""
        is_trusted = row.is_verified and not row.friend.is_held
        self._ways.set_possible(1, is_trusted)
        if not is_trusted:
            self._ways.choose(0)
        self._doubt.setVisible(not is_trusted)
        self._compare.setEnabled(row.presence.is_online)
        self._tell_possible()
        fit_height(self)

    def set_folder(self, folder: str) -> None:
        """Save into another folder; "" is the usual one."""
        self._folder = folder
        usual = translate("Policy", "The usual folder")
        self._where.set_full_text(folder_name(folder, self._home) if folder else usual)
        self._where.setToolTip(plain_tool_tip(folder))
        self._usual.setVisible(bool(folder))

    def say_problem(self, sentence: str) -> None:
        """Say why this cannot be."""
        self._problem.setText(sentence)
        self._problem.show()
        fit_height(self)

    def _tell_possible(self) -> None:
        self._details.setEnabled(self._ways.number() == 1)

    def _say_policy(self) -> None:
        limit = self._limits[self._sizes.number()]
        accepts, keeps_modes = self._ways.number() == 1, self._modes.isChecked()
        self.policy_chosen.emit(Policy(accepts, limit, self._folder, keeps_modes))

    def _name_parts(self, name: str) -> None:
        self._ways.setObjectName("policy-ways")
        self._sizes.setObjectName("policy-sizes")
        self._change.setObjectName("policy-folder")
        text = translate("Policy", "Change the folder for files from {name}")
        self._change.setAccessibleName(filled(text, name=name))
        self._usual.setObjectName("policy-usual")
        self._compare.setObjectName("policy-compare")
        self._modes.setObjectName("policy-modes")
        self._problem.setObjectName("policy-problem")

    def _lay_out(self, theme: Theme, title: str) -> None:
        self._lay_out_doubt(theme)
        self._lay_out_details(theme)
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(14)
        layout.addWidget(text_label(theme.fonts.heading2, title, wraps=True))
        layout.addWidget(self._ways)
        layout.addWidget(self._doubt)
        layout.addWidget(self._details)
        programs = translate("Policy", "Programs are always asked about.")
        layout.addWidget(text_label(theme.fonts.small, programs, "secondary", wraps=True))
        layout.addWidget(self._modes)
        layout.addWidget(self._problem)
        layout.addSpacing(4)
        layout.addLayout(self._bottom())
        self.setMinimumWidth(round(theme.fonts.body.height * 32))

    def _lay_out_doubt(self, theme: Theme) -> None:
        text = translate(
            "Policy",
            "Only for friends with whom you have compared codes: until then it may be somebody"
            " else who sends.",
        )
        words = text_label(theme.fonts.small, text, "warning", wraps=True)
        row = QHBoxLayout(self._doubt)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel(theme, "shield-alert", "warn", 16))
        row.addWidget(words, 1)
        row.addWidget(self._compare)

    def _lay_out_details(self, theme: Theme) -> None:
        folder = QHBoxLayout()
        folder.addWidget(self._where, 1)
        folder.addWidget(self._usual)
        folder.addWidget(self._change)
        grid = QGridLayout(self._details)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        body = theme.fonts.body
        grid.addWidget(text_label(body, translate("Policy", "Up to"), "secondary"), 0, 0)
        grid.addWidget(self._sizes, 0, 1)
        grid.addWidget(text_label(body, translate("Policy", "Save in"), "secondary"), 1, 0)
        grid.addLayout(folder, 1, 1)

    def _bottom(self) -> QHBoxLayout:
        keep = push_button(translate("Questions", "Keep as it is"), "flat")
        keep.clicked.connect(self.reject)
        save = push_button(translate("Policy", "Save"), "primary")
        save.setObjectName("policy-save")
        save.clicked.connect(self._say_policy)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(keep)
        row.addWidget(save)
        return row
