"""Saving an identity and looking into saved ones while the service runs, and moving it."""

import asyncio
import os
from pathlib import Path

from byhand.domain.events import BackupFailed, BackupRead, BackupWritten
from byhand.errors import BackupError, BackupProblem, StorageError
from byhand.service.moving import import_profile
from byhand.storage.backup import read_backup
from tests.helpers.sample_backups import PASSPHRASE, written_backup
from tests.helpers.two_services import Party, party, two_services

Answer = BackupWritten | BackupRead | BackupFailed


async def next_answer(party: Party) -> Answer:
    """Return the next thing that is told about a backup."""
    count = len(answers(party))
    await party.until(lambda: len(answers(party)) > count)
    return answers(party)[-1]


def answers(party: Party) -> list[Answer]:
    return [each for each in party.events if isinstance(each, Answer)]


async def test_what_a_running_service_saves_is_who_it_is_and_whom_it_knows(
    tmp_path: Path,
) -> None:
    file = tmp_path / "alice.byhand"
    async with two_services(tmp_path) as (alice, bob):
        alice.service.profile.set_names("Alice", "old laptop")
        alice.service.profile.export(str(file), PASSPHRASE)
        assert await next_answer(alice) == BackupWritten(str(file))
        bob.service.profile.read_backup(str(file), PASSPHRASE)
        assert await next_answer(bob) == BackupRead(str(file), "Alice", "old laptop", 1)
        backup = read_backup(file, PASSPHRASE)
        assert backup.identity.friend_id == bob.friend.id
        assert [record.friend.id for record in backup.book.friends] == [alice.friend.id]


async def test_a_moved_identity_is_known_to_its_friends_at_once(tmp_path: Path) -> None:
    file = tmp_path / "alice.byhand"
    async with two_services(tmp_path) as (alice, _):
        alice.service.profile.export(str(file), PASSPHRASE)
        await next_answer(alice)
    await asyncio.to_thread(import_profile, tmp_path / "new computer", file, PASSPHRASE)
    async with (
        party(tmp_path / "new computer", tmp_path / "downloads") as moved,
        party(tmp_path / "bob", tmp_path / "bob's downloads") as bob,
    ):
        port = bob.service.profile.now().port
        moved.service.send([str(file)], moved.friend.id, f"127.0.0.1:{port}")
        await moved.until(lambda: moved.is_friend_online)
        await bob.until(lambda: bob.is_friend_online)


async def test_each_problem_is_told_and_nothing_is_left_behind(tmp_path: Path) -> None:
    file = tmp_path / "mira.byhand"
    written_backup(file)
    async with party(tmp_path / "alice", tmp_path / "downloads") as alice:
        profile = alice.service.profile
        profile.read_backup(str(file), "another passphrase")
        assert problem_of(await next_answer(alice)) is BackupProblem.NOT_OPENED
        profile.export(str(file), PASSPHRASE)
        assert problem_of(await next_answer(alice)) is BackupProblem.EXISTS
        profile.export(str(tmp_path / "new"), "short")
        assert problem_of(await next_answer(alice)) is BackupProblem.TOO_SHORT
        profile.export(str(tmp_path / "nowhere/new"), PASSPHRASE)
        told = await next_answer(alice)
        assert isinstance(told, BackupFailed)
        assert isinstance(told.error, StorageError)
    assert sorted(os.listdir(tmp_path)) == ["alice", "downloads", "mira.byhand"]


def problem_of(told: Answer) -> BackupProblem:
    assert isinstance(told, BackupFailed)
    assert isinstance(told.error, BackupError)
    return told.error.problem
