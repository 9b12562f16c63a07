"""Files of a transfer, as they are told."""

from byhand.domain.codes import Code
from byhand.domain.events import FileRow
from byhand.domain.transfer import EntryState


def file_row(
    index: int,
    path: str = "",
    state: EntryState = EntryState.WAITING,
    *,
    is_folder: bool = False,
    code: Code = Code.OK,
) -> FileRow:
    """Return a row whose size follows from its number."""
    return FileRow(index, path or f"file {index}", 1000 * index, is_folder, state, code)


FOLDER_TREE = (
    file_row(0, "note.txt"),
    file_row(1, "Summer", is_folder=True),
    file_row(2, "Summer/Day 1", is_folder=True),
    file_row(3, "Summer/Day 1/a.jpg"),
    file_row(4, "Summer 2.zip"),
)
