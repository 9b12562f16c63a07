"""Starting at login, as the window asks for it: beside the loop, and told when it cannot be."""

from pathlib import Path

from byhand.errors import StorageError
from byhand.main.login import Login
from byhand.service.worker import Worker
from byhand.storage.login_start import LoginStart


async def test_what_is_wanted_holds_and_is_told(tmp_path: Path) -> None:
    worker = Worker("login")
    login = Login(LoginStart(tmp_path / "autostart/byhand.desktop", ["window"]), worker)
    told: list[bool] = []
    found = [login.is_set]
    await login.look()
    found.append(login.is_set)
    assert found == [None, False]
    for is_wanted in (True, False):
        await login.set(is_wanted, told.append)
        assert login.is_set is is_wanted
    assert told == [True, False]
    worker.close()


async def test_what_the_disk_refuses_is_told_and_does_not_hold(tmp_path: Path) -> None:
    worker = Worker("login")
    (tmp_path / "autostart").write_bytes(b"")
    login = Login(LoginStart(tmp_path / "autostart/byhand.desktop", ["window"]), worker)
    told: list[bool] = []
    errors: list[StorageError] = []
    login.failed = errors.append
    await login.set(True, told.append)
    assert (told, login.is_set, len(errors)) == ([False], False, 1)
    worker.close()


async def test_where_it_cannot_be_had_nothing_is_asked(tmp_path: Path) -> None:
    worker = Worker("login")
    login = Login(None, worker)
    told: list[bool] = []
    await login.look()
    await login.set(True, told.append)
    assert (told, login.is_set) == ([], None)
    worker.close()
