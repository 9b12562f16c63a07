"""Which files of a transfer somebody wants to see."""

from msgspec import Struct

TEXT_LIMIT = 200


class FileQuery(Struct, frozen=True):
    """All of them, or those with a text in their paths, or only those that failed.

    They come in the order of the offer, or, without folders, the `largest_first`.

    Large and small letters are one; of the text the first TEXT_LIMIT characters count.
    """

    text: str = ""
    only_problems: bool = False
    largest_first: bool = False

    @property
    def wanted(self) -> str:
        """What has to be in a path, in small letters; "" for anything."""
        return self.text[:TEXT_LIMIT].strip().casefold()

    def fits(self, path: str) -> bool:
        """Say whether the text is in a path."""
        return self.wanted in path.casefold()


EVERY_FILE = FileQuery()
