import os
import stat
from pathlib import Path

import pytest

from byhand.errors import ByhandError, CorruptIdentityError
from byhand.storage.identity_store import load_or_create_identity


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "identity.key"


def test_an_identity_is_made_once_and_then_kept(path: Path) -> None:
    made = load_or_create_identity(path)
    again = load_or_create_identity(path)
    assert again == made
    assert again.identity.friend_id == made.identity.keys.friend_id
    assert len(made.installation_id) == 16
    assert again.identity.sign(b"x") == made.identity.sign(b"x")


def test_two_profiles_have_two_identities(tmp_path: Path) -> None:
    one, other = (load_or_create_identity(tmp_path / name) for name in ("one", "other"))
    assert one.identity.keys.x25519 != other.identity.keys.x25519
    assert one.identity.keys.ed25519 != other.identity.keys.ed25519
    assert one.installation_id != other.installation_id


def test_only_the_owner_may_read_it(path: Path) -> None:
    old = os.umask(0)
    try:
        load_or_create_identity(path)
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in path.parent.iterdir()] == ["identity.key"]


def test_no_secret_is_in_its_repr(path: Path) -> None:
    made = load_or_create_identity(path)
    for secret in (made.identity.x25519.private, made.identity.ed25519_private):
        assert repr(secret)[2:-1] not in repr(made)
        assert secret.hex() not in repr(made)


def assert_refused(path: Path) -> CorruptIdentityError:
    before = os.lstat(path), path.read_bytes() if path.is_file() else b""
    with pytest.raises(CorruptIdentityError) as caught:
        load_or_create_identity(path)
    after = os.lstat(path), path.read_bytes() if path.is_file() else b""
    assert after[1] == before[1]
    assert (after[0].st_mode, after[0].st_mtime_ns) == (before[0].st_mode, before[0].st_mtime_ns)
    assert caught.value.path == path
    assert caught.value.reason
    return caught.value


@pytest.mark.parametrize("length", [0, 1, 17, 105, 107, 10_000])
def test_P6_a_file_of_another_length_is_refused_and_not_touched(path: Path, length: int) -> None:
    load_or_create_identity(path)
    path.write_bytes((path.read_bytes() * 100)[:length])
    assert_refused(path)


def test_P6_any_changed_byte_is_noticed(path: Path) -> None:
    load_or_create_identity(path)
    content = path.read_bytes()
    for place in range(len(content)):
        damaged = bytearray(content)
        damaged[place] ^= 0x40
        path.write_bytes(damaged)
        assert_refused(path)


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o660, 0o602])
def test_P6_a_file_that_others_may_read_or_write_is_refused(path: Path, mode: int) -> None:
    load_or_create_identity(path)
    path.chmod(mode)
    assert "600" in assert_refused(path).reason


def test_P6_a_link_a_folder_or_a_pipe_is_refused(path: Path, tmp_path: Path) -> None:
    load_or_create_identity(tmp_path / "real")
    path.symlink_to("real")
    assert_refused(path)
    path.unlink()
    path.symlink_to("nowhere")
    assert_refused(path)
    path.unlink()
    path.mkdir(mode=0o700)
    assert_refused(path)
    path.rmdir()
    os.mkfifo(path, 0o600)
    assert_refused(path)


def test_P6_no_new_identity_takes_the_place_of_one_that_had_friends(path: Path) -> None:
    path.with_name("friends").write_bytes(b"friends")
    with pytest.raises(CorruptIdentityError):
        load_or_create_identity(path)
    assert not path.exists()


def test_a_folder_that_is_not_there_is_our_error(tmp_path: Path) -> None:
    with pytest.raises(ByhandError):
        load_or_create_identity(tmp_path / "nowhere/identity.key")
