"""Everybody the list knows, put together to persons."""

from collections.abc import Iterable

from byhand.domain.friend import Trust
from byhand.domain.identity import FriendId
from byhand.domain.text import filled
from byhand.gui.names import short_name
from byhand.gui.person_row import (
    FriendRow,
    PersonRow,
    computer_row,
    person_key,
    person_row,
    rank,
    use_rank,
)
from byhand.gui.resemblances import Resemblances, Warns
from byhand.gui.translation import translate


class Circle:
    """Keeps the friends; those of one name are one person, unless shown `by_computer`."""

    def __init__(self, warns: Warns, *, by_computer: bool) -> None:
        self._by_computer = by_computer
        self._friends: dict[FriendId, FriendRow] = {}
        self._computers: dict[str | FriendId, dict[FriendId, FriendRow]] = {}
        self._people: dict[str | FriendId, PersonRow] = {}
        self._resemblances = Resemblances(warns)

    def put(self, rows: Iterable[FriendRow]) -> None:
        """Take friends as they are now."""
        touched = set()
        for row in rows:
            touched |= {*self._take_out(row.friend.id), self._key(row)}
            self._friends[row.friend.id] = row
            self._computers.setdefault(self._key(row), {})[row.friend.id] = row
        self._renew(touched)

    def remove(self, friend_id: FriendId) -> None:
        """Forget a friend."""
        self._renew(self._take_out(friend_id))

    def friend(self, friend_id: FriendId) -> FriendRow | None:
        """Return one computer of somebody."""
        return self._friends.get(friend_id)

    def friends(self) -> list[FriendRow]:
        """Return every computer, as its people are ordered."""
        return [row for person in self.people() for row in person.computers]

    def person(self, friend_id: FriendId) -> PersonRow | None:
        """Return the person whose computer a friend is."""
        row = self._friends.get(friend_id)
        return self._people[self._key(row)] if row else None

    def people(self) -> list[PersonRow]:
        """Return everybody in the list's order, my own computers first."""
        if self._by_computer:
            return sorted(self._people.values(), key=use_rank)
        return sorted(self._people.values(), key=lambda row: (not row.friend.is_mine, *rank(row)))

    def short_names(self) -> dict[FriendId, str]:
        """Return what every friend is called where the whole name stands beside it."""
        names = [person.name for person in self._people.values()]
        return {
            row.friend.id: told_apart(short_name(person.name, names), row, person)
            for person in self._people.values()
            for row in person.computers
        }

    def _key(self, row: FriendRow) -> str | FriendId:
        return row.friend.id if self._by_computer else person_key(row.friend)

    def _take_out(self, friend_id: FriendId) -> set[str | FriendId]:
        """Forget a friend and return the key of the person they belonged to, if any."""
        row = self._friends.pop(friend_id, None)
        if row is None:
            return set()
        del self._computers[self._key(row)][friend_id]
        return {self._key(row)}

    def _renew(self, keys: set[str | FriendId]) -> None:
        """Put together anew who has one of the keys, and who looks like others than before."""
        for key in keys:
            if not self._computers[key]:
                del self._computers[key]
                self._people.pop(key, None)
        for key in self._computers.keys() & (keys | self._judged_anew(keys)):
            rows = list(self._computers[key].values())
            if self._by_computer:
                self._people[key] = computer_row(rows[0])
            else:
                is_doubtful = self._resemblances.is_doubtful(rows[0].friend.name)
                self._people[key] = person_row(rows, resembles=is_doubtful)

    def _judged_anew(self, keys: set[str | FriendId]) -> set[str]:
        """Compare the names of persons that came, went or changed with all the others."""
        if self._by_computer:
            return set()
        names = {key: self._is_worth_judging(key) for key in keys if isinstance(key, str)}
        return self._resemblances.set_names(names)

    def _is_worth_judging(self, name: str) -> bool:
        """Say whether a name is somebody's who could be taken for another one."""
        rows = self._computers.get(name, {}).values()
        return any(row.friend.trust is not Trust.BLOCKED for row in rows)


def told_apart(name: str, row: FriendRow, person: PersonRow) -> str:
    """Return a person's name, with the computer's where they have others."""
    if len(person.computers) == 1:
        return name
    text = translate("FriendList", "{name} ({computer})")
    return filled(text, name=name, computer=row.computer)
