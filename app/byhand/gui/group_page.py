"""The page of those who receive the same: how all stand together, and each of them."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from byhand import wording
from byhand.domain.group import GroupStanding
from byhand.domain.identity import FriendId
from byhand.gui.group_delegate import GroupDelegate
from byhand.gui.group_model import Column, GroupModel
from byhand.gui.group_notes import note_of
from byhand.gui.margins import set_margins
from byhand.gui.reading import in_order
from byhand.gui.row_table import set_up_rows
from byhand.gui.theme import Theme
from byhand.gui.translation import translate
from byhand.gui.widgets import IconLabel, push_button, text_label

SIGN = 16
MOST_LETTERS = 50


class GroupPage(QWidget):
    """Shows one standing at a time; what is passed on from here can be stopped."""

    stop_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.model = GroupModel(self)
        self._whole = text_label(theme.fonts.body, "", wraps=True)
        self._whole.setObjectName("group-whole")
        self._sign = IconLabel(theme, "check", "ok", SIGN)
        self._news = text_label(theme.fonts.small, "", "secondary", wraps=True)
        self._news.setObjectName("group-news")
        self.stop = push_button(translate("Group", "Stop"), "soft")
        self.stop.setObjectName("group-stop")
        self.stop.setAccessibleName(translate("Group", "Stop passing it on"))
        self.stop.clicked.connect(self.stop_requested)
        self.table = QTableView()
        self._set_up_table()
        self._lay_out()

    def show_standing(
        self, standing: GroupStanding, sender: str, names: Mapping[FriendId, str]
    ) -> None:
        """Show how a group stands; `sender` and `names` are safe to show."""
        self._whole.setText(in_order(wording.group_line(standing, sender, translate)))
        news = _news(standing)
        self._news.setText(in_order(news))
        icon = ("share-2", "accent") if standing.is_passing_on else ("circle-check", "ok")
        self._sign.set_icon(*icon)
        for part in (self._news, self._sign):
            part.setVisible(bool(news))
        self.stop.setVisible(standing.is_passing_on)
        self.model.show_standing(standing, names)

    def _set_up_table(self) -> None:
        view = self.table
        view.setObjectName("group-members")
        view.setAccessibleName(translate("Group", "Those who receive it"))
        set_up_rows(view)
        view.setModel(self.model)
        view.setItemDelegate(GroupDelegate(self._theme, view))
        view.selectionModel().currentChanged.connect(lambda *_: view.viewport().update())
        view.setFont(self._theme.fonts.figures.font)
        # What is far from the name it belongs to is hard to find.
        view.setMaximumWidth(self._theme.fonts.body.width("m") * MOST_LETTERS)
        view.verticalHeader().setDefaultSectionSize(self._theme.fonts.body.height + 10)
        header = view.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setFont(self._theme.fonts.small.font)
        header.setSectionResizeMode(Column.WHO, QHeaderView.ResizeMode.Stretch)
        for column in (Column.WHAT, Column.FROM_US):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def _lay_out(self) -> None:
        news = QHBoxLayout()
        news.setSpacing(6)
        news.addWidget(self._sign)
        news.addWidget(self._news, 1)
        news.addWidget(self.stop)
        layout = QVBoxLayout(self)
        set_margins(layout, 0, 4, 8, 4)
        layout.setSpacing(6)
        layout.addWidget(self._whole)
        layout.addLayout(news)
        table = QHBoxLayout()
        table.addWidget(self.table, 1)
        table.addStretch(0)
        layout.addLayout(table, 1)


def _news(standing: GroupStanding) -> str:
    """Return what the user may like to know before they leave; "" for nothing."""
    if standing.is_passing_on:
        return note_of(standing).passing_on_line()
    return wording.may_leave_line(translate) if standing.may_leave else ""
