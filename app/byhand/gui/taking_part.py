"""The choice, beside an offer that others get, too, whether to pass it on to each other."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.transfer import Transfer, TransferState
from byhand.gui.check_box import CheckBox
from byhand.gui.reading import in_order
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import text_label


class TakingPart(QWidget):
    """Is seen only where there are others; says what whoever takes part agrees to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = text_label(theme.fonts.small, "", "secondary", wraps=True)
        self._words.setObjectName("offer-others")
        self._box = CheckBox(theme, translate("Offer", "Take part"))
        self._box.setObjectName("offer-take-part")
        self._box.setChecked(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._words)
        layout.addWidget(self._box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    @property
    def takes_part(self) -> bool:
        """Whether what comes is passed on to the others, who may give of it, too."""
        return self._box.isChecked()

    @takes_part.setter
    def takes_part(self, takes_part: bool) -> None:
        self._box.setChecked(takes_part)

    @property
    def words(self) -> str:
        """What is said, as long as it is to be seen."""
        return "" if self.isHidden() else self._words.text()

    def show_offer(self, transfer: Transfer) -> None:
        """Be there for an offer that others get, too."""
        text = wording.consent_line(transfer.others, translate)
        self._words.setText(in_order(text))
        self._box.setAccessibleDescription(text)
        self.setVisible(bool(text) and transfer.state is TransferState.OFFERED)
