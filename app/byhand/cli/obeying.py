"""A script that answers offers by lines on standard input."""

import json

from byhand.cli.answers import Answer, Give, Verdict, is_answerable
from byhand.cli.file_pages import FilePages
from byhand.cli.names import shown_text
from byhand.cli.output import Output
from byhand.cli.present import Present
from byhand.domain.events import FilesPage
from byhand.domain.manifest import ENTRY_LIMIT
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import Transfer, TransferId
from byhand.errors import UsageError
from byhand.service.orders import Service

WORD_CHARACTERS = 80
_FILES = "files"
_VERDICTS = {verdict.value: verdict for verdict in Verdict}
_FORM = (
    'write accept ID, decline ID, later ID or files ID; or {"id": ID, "answer": "accept",'
    ' "chosen": [0, 1], "update": true, "group": false}'
)


class Script:
    """Obeys `accept ID`, `decline ID`, `later ID`, `files ID`, and answers as JSON objects."""

    def __init__(self, output: Output, present: Present, service: Service, give: Give) -> None:
        self._output = output
        self._present = present
        self._service = service
        self._give = give
        self._listing: dict[TransferId, FilePages] = {}

    def transfer_changed(self, transfer: Transfer, now: float) -> None:
        """Do nothing: the script has seen it as a line."""

    def line_typed(self, line: str, now: float) -> None:  # noqa: ARG002 - see Answerer
        """Answer the offer that a line names, or say what is wrong with the line."""
        try:
            if line.strip():
                self._obey(line)
        except UsageError as error:
            self._output.error("usage", str(error))

    def files_told(self, page: FilesPage, now: float) -> None:  # noqa: ARG002 - see Answerer
        """Pass files on that the script wanted to see, and ask for the next."""
        pages = self._listing.get(page.transfer_id)
        rows = pages.take(page) if pages is not None else None
        if pages is None or rows is None:
            return
        self._output.files(page.transfer_id, rows)
        if pages.is_whole:
            del self._listing[page.transfer_id]
        else:
            pages.ask()

    def _obey(self, line: str) -> None:
        if line.lstrip().startswith("{"):
            self._give(self._spelt_out(line))
            return
        match line.split():
            case [verb, text] if verb == _FILES:
                transfer_id = self._offer(text)
                self._listing[transfer_id] = FilePages(self._service, transfer_id)
                self._listing[transfer_id].ask()
            case [verb, text] if verb in _VERDICTS:
                self._give(Answer(self._offer(text), _VERDICTS[verb]))
            case _:
                raise _no_answer(line)

    def _spelt_out(self, line: str) -> Answer:
        try:
            parsed = json.loads(line)
        except (ValueError, RecursionError) as exc:
            raise _no_answer(line) from exc
        match parsed:
            case {"id": str(text), "answer": str(verb), **more} if verb in _VERDICTS:
                verdict = _VERDICTS[verb]
                chosen = _entries(line, more.pop("chosen", None))
                updates, takes_part = more.pop("update", False), more.pop("group", True)
                if more or not (isinstance(updates, bool) and isinstance(takes_part, bool)):
                    raise _no_answer(line)
                says_how = updates or chosen is not None or not takes_part
                if says_how and verdict is not Verdict.ACCEPT:
                    raise _no_answer(line)
                return Answer(self._offer(text), verdict, chosen, updates, takes_part)
            case _:
                raise _no_answer(line)

    def _offer(self, text: str) -> TransferId:
        transfers = self._present.transfers.values()
        named = [transfer for transfer in transfers if transfer.id.hex() == text.lower()]
        if not named or not is_answerable(named[0]):
            shown = shown_text(text, WORD_CHARACTERS)
            raise UsageError(f"No offer {shown} waits for an answer: use the id of an offer line.")
        return named[0].id


def _entries(line: str, chosen: object) -> tuple[int, ...] | None:
    """Return ranges of the entries that a script lists; UsageError unless they are numbers."""
    if chosen is None:
        return None
    entries = RangeSet()
    for index in chosen if isinstance(chosen, list) else ():
        if type(index) is not int or not 0 <= index < ENTRY_LIMIT:
            raise _no_answer(line)
        entries.add(index, index + 1)
    if not entries:
        raise _no_answer(line)
    return tuple(entries.encode())


def _no_answer(line: str) -> UsageError:
    return UsageError(f"“{shown_text(line, WORD_CHARACTERS)}” is no answer: {_FORM}.")
