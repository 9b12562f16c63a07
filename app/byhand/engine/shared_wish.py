"""A wish of one receiver of a group, as it is served together with those of the others."""

from collections.abc import Iterator

from byhand.domain.ranges import RangeSet
from byhand.engine.group_source import GroupMember
from byhand.engine.wishes import Choice, Run, Wish


class SharedWish:
    """What one receiver wishes: what only the sender can give comes first, the rest is chosen."""

    def __init__(self, member: GroupMember, wish: Wish, *, extends: bool) -> None:
        self._member = member
        self._wish = wish
        self._extends = extends

    def runs(self, left_out: RangeSet) -> Iterator[Run]:
        """Yield what is sent to this receiver alone; then the rest is known to the group."""
        source, numbers = self._member.source, RangeSet()
        for entry, start, end in self._wish.runs(left_out):
            if start < end and source.may_share(entry):
                first = source.numbering.number(entry, start)
                numbers.add(first, first + end - start)
            else:
                yield entry, start, end
        source.want(self._member, numbers, extends=self._extends)

    def choose(self) -> Choice:
        """Return what is sent next."""
        return self._member.source.choose(self._member)
