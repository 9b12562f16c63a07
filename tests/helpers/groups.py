"""What services in a group have told, and how to wait for it."""

from byhand.domain.events import TransferAdded, TransferChanged
from byhand.domain.group import GroupPart, GroupStanding
from byhand.domain.group_events import GroupChanged, GroupOver
from byhand.domain.transfer import Transfer, TransferState
from tests.helpers.two_services import Party


def now(party: Party) -> dict[bytes, Transfer]:
    """Return all transfers of somebody as told last."""
    told = [
        each.transfer for each in party.events if isinstance(each, TransferAdded | TransferChanged)
    ]
    return {transfer.id: transfer for transfer in told}


def is_done(party: Party, count: int = 1) -> bool:
    """Say whether so many transfers of somebody are done."""
    return sum(each.state is TransferState.DONE for each in now(party).values()) == count


def standings(party: Party) -> list[GroupStanding]:
    """Return what somebody was told of where groups stand."""
    return [each.standing for each in party.events if isinstance(each, GroupChanged)]


def is_over(party: Party) -> bool:
    """Say whether somebody was told that a group is over."""
    return any(isinstance(each, GroupOver) for each in party.events)


async def offered(party: Party) -> Transfer:
    """Wait until something is offered that may be answered, and return it."""

    def found() -> list[Transfer]:
        return [
            each
            for each in now(party).values()
            if each.state is TransferState.OFFERED and each.is_counted
        ]

    await party.until(lambda: bool(found()))
    return found()[0]


def from_others(party: Party) -> int:
    """Return how many bytes somebody had from other members, as told last."""
    told = [each for each in standings(party) if each.part is GroupPart.MEMBER]
    return told[-1].from_others_bytes if told else 0
