"""What a friend may learn, and make us write, by what is here already."""

from pathlib import Path

import pytest

from byhand.domain.codes import Code
from byhand.domain.transfer import TransferState
from byhand.engine.reports import RootKnown
from byhand.engine.source_hashes import SourceHashes
from tests.helpers.exchanging import arrived, handed_over, offered, tapped
from tests.helpers.lanes import write_tree
from tests.helpers.three_services import three_services
from tests.helpers.trees import snapshot
from tests.helpers.two_services import Party, two_services

_S = TransferState


async def until_friends(*parties: Party) -> None:
    for each in parties:
        await each.until(lambda: each.is_friend_online)  # noqa: B023


async def test_what_one_friend_sent_is_never_used_for_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mira could find out by it which files Marek has sent to Anna."""
    wire = tapped(monkeypatch)
    source = write_tree(tmp_path / "from", [300_000, 2000])
    async with three_services(tmp_path) as (anna, marek, mira):
        await until_friends(marek, mira)
        await handed_over(marek, anna, source)
        wire.clear()
        second = await offered(mira, anna, source)
        anna.service.accept(second, str(tmp_path / "elsewhere"))
        await arrived(mira, anna, second)
        assert "HashAsk" not in wire.control()
        assert wire.lanes > 302_000
        wire.clear()
        third = await offered(mira, anna, source)
        anna.service.accept(third, str(tmp_path / "a third"))
        await arrived(mira, anna, third)
        assert wire.lanes == 0, "of herself she may know it"
    assert snapshot(tmp_path / "a third/from") == snapshot(source)


async def test_a_friend_who_vouches_for_another_root_harms_only_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a root that is not the file's own another file of theirs comes there, and no other."""
    first = write_tree(tmp_path / "first", [300_000])
    second = write_tree(tmp_path / "second", [300_000])
    async with two_services(tmp_path) as (alice, bob):
        await handed_over(alice, bob, first)
        (root,) = set(await _roots(bob))

        def lie(_: SourceHashes, entry: int) -> RootKnown:
            return RootKnown(entry, -1, 0, root)

        monkeypatch.setattr(SourceHashes, "_root_known", lie)
        transfer_id = await offered(alice, bob, second)
        bob.service.accept(transfer_id)
        assert (await bob.until_final(transfer_id)).state is _S.DONE
        ended = await alice.until_final(transfer_id)
        assert (ended.state, ended.code) == (_S.FAILED, Code.HASH_MISMATCH)
        assert snapshot(bob.folder / "second") == snapshot(first)


async def _roots(party: Party) -> list[bytes]:
    exchanges = party.service._handing_over.memory.exchanges
    sizes = await exchanges.sizes(party.friend.id)
    return [file.root for file in await exchanges.of_sizes(party.friend.id, sizes)]
