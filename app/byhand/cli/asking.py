"""A person who answers offers at a terminal, one question at a time."""

from byhand.cli.answers import Answer, Give, Verdict, is_answerable
from byhand.cli.choosing import entries_chosen
from byhand.cli.file_pages import FilePages
from byhand.cli.indexes import indexes_meant
from byhand.cli.output import Output
from byhand.cli.present import Present
from byhand.domain.events import FileRow, FilesPage
from byhand.domain.ranges import RangeSet
from byhand.domain.transfer import Compared, Transfer, TransferId
from byhand.errors import UsageError
from byhand.service.orders import Service
from byhand.wording import plain

ARMING_SECONDS = 0.7
"""An answer this soon after its question was meant for the one before it."""
LISTED_ROWS = 200
CHOOSABLE_ROWS = 10_000
"""From an offer of more files nobody chooses by their numbers."""
_WORDS = {
    "y": Verdict.ACCEPT,
    "yes": Verdict.ACCEPT,
    "n": Verdict.DECLINE,
    "no": Verdict.DECLINE,
    "l": Verdict.LATER,
    "later": Verdict.LATER,
}
_LIST = "?"
_UPDATE = ("u", "update")
_ALONE = ("a", "alone")


class Person:
    """Asks about each offer: yes, no, later, only some of its files, or an update with them."""

    def __init__(self, output: Output, present: Present, service: Service, give: Give) -> None:
        self._output = output
        self._present = present
        self._service = service
        self._give = give
        self._waiting: list[TransferId] = []
        self._put_off: set[TransferId] = set()
        self._asked_at = 0.0
        self._asked_of: Compared | None = None
        self._choice: _Choice | None = None

    def transfer_changed(self, transfer: Transfer, now: float) -> None:
        """Ask about a new offer, after those asked before; forget one that is gone.

        Of what is here already is told later: then it is asked anew.
        """
        is_open = is_answerable(transfer) and transfer.id not in self._put_off
        if is_open and transfer.id not in self._waiting:
            self._waiting.append(transfer.id)
            if len(self._waiting) == 1:
                self._ask(now)
        elif not is_open and transfer.id in self._waiting:
            self._forget(transfer.id, now)
        elif is_open and transfer.id == self._waiting[0] and transfer.compared != self._asked_of:
            self._ask(now)

    def line_typed(self, line: str, now: float) -> None:
        """Take a line as the answer to the question that is open; ask again for anything else."""
        if not self._waiting:
            return
        word = line.strip().lower()
        if now < self._asked_at + ARMING_SECONDS:
            self._ask(now)
        elif word in _WORDS:
            self._answer(Answer(self._waiting[0], _WORDS[word]), now)
        elif word in _UPDATE and self._asked_of is not None:
            self._answer(Answer(self._waiting[0], Verdict.ACCEPT, updates=True), now)
        elif word in _ALONE and self._present.transfers[self._waiting[0]].others:
            self._answer(Answer(self._waiting[0], Verdict.ACCEPT, takes_part=False), now)
        elif word == _LIST:
            self._look(None)
        elif word[:1].isdigit():
            self._choose(word, now)
        else:
            self._ask(now)

    def files_told(self, page: FilesPage, now: float) -> None:
        """Show the files of the offer that is asked about, or choose from them."""
        choice = self._choice
        rows = choice.pages.take(page) if choice is not None else None
        if choice is None or rows is None:
            return
        if choice.typed is None:
            self._choice = None
            self._show(rows, choice, now)
            return
        choice.rows += rows
        if choice.pages.total > CHOOSABLE_ROWS:
            self._refuse("There are too many files in it to choose from here.", now)
        elif choice.pages.is_whole:
            self._take(choice.rows, choice.typed, now)
        else:
            choice.pages.ask()

    def _choose(self, word: str, now: float) -> None:
        try:
            self._look(indexes_meant(word))
        except UsageError as error:
            self._refuse(str(error), now)

    def _look(self, typed: RangeSet | None) -> None:
        """Have the offer's files told: to show the first of them, or to choose by number."""
        if typed is None:
            pages = FilePages(self._service, self._waiting[0], LISTED_ROWS)
        else:
            pages = FilePages(self._service, self._waiting[0])
        self._choice = _Choice(pages, typed)
        pages.ask()

    def _show(self, rows: tuple[FileRow, ...], choice: "_Choice", now: float) -> None:
        self._output.files(self._waiting[0], rows)
        more = choice.pages.total - len(rows)
        if more > 0:
            self._output.note(f"… and {plain('', '%n more', '', more)}")
        self._output.note("Type the numbers of those that you want, like 1,3-7, or y for all.")
        self._ask(now)

    def _take(self, rows: list[FileRow], typed: RangeSet, now: float) -> None:
        try:
            chosen = entries_chosen(rows, typed)
        except UsageError as error:
            self._refuse(str(error), now)
            return
        self._answer(Answer(self._waiting[0], Verdict.ACCEPT, chosen), now)

    def _refuse(self, sentence: str, now: float) -> None:
        self._choice = None
        self._output.note(sentence)
        self._ask(now)

    def _answer(self, answer: Answer, now: float) -> None:
        if answer.verdict is Verdict.LATER:
            self._put_off.add(answer.transfer_id)
        self._forget(answer.transfer_id, now)
        self._give(answer)

    def _forget(self, transfer_id: TransferId, now: float) -> None:
        was_asked = self._waiting[0] == transfer_id
        self._waiting.remove(transfer_id)
        if not was_asked:
            return
        self._choice = None
        self._output.question_gone()
        if self._waiting:
            self._ask(now)

    def _ask(self, now: float) -> None:
        transfer = self._present.transfers[self._waiting[0]]
        self._asked_at = now
        self._asked_of = transfer.compared
        self._output.question(transfer, self._present.friend_name(transfer.friend_id))


class _Choice:
    """Files of an offer that are being told: to be shown, or to choose those `typed` from."""

    def __init__(self, pages: FilePages, typed: RangeSet | None) -> None:
        self.pages = pages
        self.typed = typed
        self.rows: list[FileRow] = []
