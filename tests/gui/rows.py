"""Finds what stands in the queue."""

from PySide6.QtCore import QModelIndex

from byhand.domain.transfer import Transfer
from byhand.gui.queue_rows import HeadingRow
from byhand.gui.shown_transfer import TransferRow
from byhand.gui.transfer_list_model import TransferListModel
from byhand.gui.transfer_list_view import TransferListView
from tests.gui.conftest import Opened


def model_of(opened: Opened) -> TransferListModel:
    model = opened.window.pane.view.model()
    assert isinstance(model, TransferListModel)
    return model


def shown_in(model: TransferListModel) -> list[str]:
    """Return headings, as "# Waiting 2", and titles from top to bottom."""
    rows = [model.row_at(position) for position in range(model.rowCount())]
    return [
        f"# {row.text} {row.count}" if isinstance(row, HeadingRow) else row.look.title
        for row in rows
        if row is not None
    ]


def row_of(opened: Opened, transfer: Transfer) -> TransferRow:
    model = model_of(opened)
    row = model.row_at(model.position_of(transfer.id))
    assert isinstance(row, TransferRow)
    return row


def choose(opened: Opened, transfer: Transfer) -> TransferListView:
    """Make a transfer the current one, with the focus in the queue."""
    view, model = opened.window.pane.view, model_of(opened)
    index = model.index(model.position_of(transfer.id), 0)
    assert index != QModelIndex()
    view.setCurrentIndex(index)
    view.scrollTo(index)
    view.setFocus()
    return view


def current_title(opened: Opened) -> str:
    row = model_of(opened).row_at(opened.window.pane.view.currentIndex().row())
    assert isinstance(row, TransferRow)
    return row.look.title
