"""Opens the choice of an offer's files, feeds it and gives the order."""

from byhand.domain.events import Event, FilesPage, TransferChanged, TransferRemoved
from byhand.domain.transfer import Transfer, TransferId, TransferState
from byhand.gui.choose_files_dialog import ChooseFilesDialog
from byhand.gui.main_window import MainWindow
from byhand.service.orders import Service


class Choosing:
    """One choice is open at a time; it goes when there is nothing to choose from any more."""

    def __init__(self, service: Service, window: MainWindow) -> None:
        self._service = service
        self._window = window
        self._open: tuple[TransferId, ChooseFilesDialog] | None = None
        window.pane.offers.choose_requested.connect(self._choose)

    def handle(self, event: Event) -> None:
        """Follow an event."""
        if self._open is None:
            return
        transfer_id, dialog = self._open
        match event:
            case FilesPage() if event.transfer_id == transfer_id:
                dialog.take(event)
            case TransferChanged(transfer) if transfer.id == transfer_id:
                if transfer.state is not TransferState.OFFERED or not transfer.is_counted:
                    dialog.reject()
            case TransferRemoved() if event.transfer_id == transfer_id:
                dialog.reject()
            case _:
                pass

    def _choose(self, transfer: Transfer, name: str) -> None:
        if self._open is not None:
            return
        orders = self._service.queue
        dialog = ChooseFilesDialog(
            self._window.theme,
            transfer,
            name,
            lambda first, count: orders.request_files(transfer.id, first, count),
            self._window,
        )
        self._open = transfer.id, dialog
        dialog.chosen.connect(
            lambda ranges: self._window.pane.offers.accept_chosen(transfer.id, ranges)
        )
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self._open = None
