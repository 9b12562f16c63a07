"""Two whole services: what has ended is listed, found, and kept as long as the user wants."""

from pathlib import Path

from byhand.domain.events import HistoryTold, ProfileChanged
from byhand.domain.history import HistoryPage
from byhand.domain.retention import Retention
from tests.helpers.exchanging import handed_over
from tests.helpers.lanes import write_tree
from tests.helpers.two_services import Party


async def listed(side: Party) -> HistoryPage:
    before = len(side.events)
    side.service.history.request(0, 100)

    def told() -> list[HistoryPage]:
        return [each.page for each in side.events[before:] if isinstance(each, HistoryTold)]

    await side.until(lambda: bool(told()))
    return told()[0]


async def keep_for(side: Party, retention: Retention) -> None:
    """Keep the history that long, and wait until that is saved."""
    side.service.profile.set_retention(retention)
    told = side.events
    await side.until(
        lambda: any(
            isinstance(each, ProfileChanged) and each.profile.retention is retention
            for each in told
        )
    )


async def test_what_is_kept_never_goes_once_it_is_off_the_list(
    pair: tuple[Party, Party], tmp_path: Path
) -> None:
    alice, bob = pair
    transfer_id = await handed_over(alice, bob, write_tree(tmp_path / "photos", [10]))
    assert [item.transfer.id for item in (await listed(bob)).items] == [transfer_id]
    bob.service.remove(transfer_id)
    await keep_for(bob, Retention.THIRTY_DAYS)
    assert (await listed(bob)).total == 1
    await keep_for(bob, Retention.NEVER)
    while (await listed(bob)).total:
        pass
    assert (await listed(alice)).total == 1
    assert (bob.folder / "photos").is_dir()
