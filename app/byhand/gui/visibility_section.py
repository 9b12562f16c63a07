"""The part of the settings that says who can see me."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from byhand.domain.profile import Network, Profile, Visibility
from byhand.domain.text import filled, joined, safe_text
from byhand.gui.segmented import SegmentedControl
from byhand.gui.switch import Switch
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import text_label

NETWORK_CHARACTERS = 40


class VisibilitySection(QWidget):
    """Friends or nobody; people nearby for ten minutes; always on networks one trusts."""

    visible_requested = Signal(bool)
    visibility_chosen = Signal(object)  # Visibility
    trusted_chosen = Signal(str, bool)  # id of a network, whether it is trusted

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._order = (Visibility.FRIENDS, Visibility.NOBODY)
        self._networks: tuple[Network, ...] = ()
        self._switches: dict[str, Switch] = {}
        texts = [translate("Settings", "Friends only"), translate("Settings", "Nobody")]
        self._whom = SegmentedControl(theme, translate("Settings", "Who can see me"), texts)
        self._whom.setObjectName("visibility")
        self._meaning = text_label(theme.fonts.small, "", "secondary", wraps=True)
        self.visible = Switch(theme, translate("Settings", "People nearby can see me for 10 min"))
        self.visible.setObjectName("visible-nearby")
        self._untold = text_label(theme.fonts.small, "", "secondary", wraps=True)
        self._untold.setObjectName("networks-not-told-apart")
        self._trusted = QVBoxLayout()
        self._trusted.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(_at_start(self._whom))
        layout.addWidget(self._meaning)
        layout.addLayout(_at_start(self.visible))
        layout.addLayout(self._trusted)
        layout.addWidget(self._untold)
        self._whom.chosen.connect(lambda n: self.visibility_chosen.emit(self._order[n]))
        self.visible.clicked.connect(self.visible_requested)
        self._explain(())

    def show_profile(self, profile: Profile) -> None:
        """Show what holds now."""
        self._whom.choose(self._order.index(profile.visibility))
        self._meaning.setText(_meaning(profile.visibility))
        if profile.networks != self._networks:
            self._show_networks(profile.networks)

    def _show_networks(self, networks: tuple[Network, ...]) -> None:
        self._networks = networks
        self._explain([network for network in networks if not network.can_be_trusted])
        trusted = [network for network in networks if network.can_be_trusted]
        wanted = {network.id for network in trusted}
        for gone in self._switches.keys() - wanted:
            row = self._switches.pop(gone)
            self._trusted.removeWidget(row)
            row.deleteLater()
        for network in trusted:
            if network.id not in self._switches:
                self._add_network(network)
            self._switches[network.id].setChecked(network.is_trusted)

    def _explain(self, untold: Sequence[Network]) -> None:
        """Say why there is no switch for a network that cannot be told from others."""
        text = translate(
            "Settings",
            "{network} can't be told from other networks like it: there people nearby see you for"
            " some minutes only.",
        )
        names = joined((safe_text(network.name, NETWORK_CHARACTERS) for network in untold), ", ")
        self._untold.setText(filled(text, network=names))
        self._untold.setVisible(bool(untold))

    def _add_network(self, network: Network) -> None:
        text = translate("Settings", "Always visible on {network}")
        name = safe_text(network.name, NETWORK_CHARACTERS)
        switch = Switch(self._theme, filled(text, network=name))
        switch.setObjectName("trusted-network")
        switch.clicked.connect(
            lambda is_on, network_id=network.id: self.trusted_chosen.emit(network_id, is_on)
        )
        self._switches[network.id] = switch
        self._trusted.addWidget(switch)


def _at_start(part: QWidget) -> QHBoxLayout:
    """Return a row in which a part is no wider than its words: a click beside it does nothing."""
    row = QHBoxLayout()
    row.addWidget(part)
    row.addStretch(1)
    return row


def _meaning(visibility: Visibility) -> str:
    if visibility is Visibility.NOBODY:
        return translate(
            "Settings",
            "Friends can't find this computer by themselves; it still finds those it can see.",
        )
    return translate("Settings", "Only friends can tell that this computer is here.")
