import os
import stat
import tempfile
from pathlib import Path

import pytest

from byhand.errors import ByhandError, CorruptIdentityError
from byhand.storage.identity_store import load_or_create_identity, make_private
from tests.helpers.fake_protection import FakeProtection
from tests.helpers.needs import needs_root
from tests.helpers.privileges import NOBODY, without_privileges

ACCOUNT = FakeProtection(b"this account")


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
    assert not assert_refused(path).is_mendable


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
    assert assert_refused(path).is_mendable


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


def test_P7_an_identity_of_a_newer_version_is_not_called_damaged(path: Path) -> None:
    path.write_bytes(b"byhand identity 2\n" + bytes(88))
    path.chmod(0o600)
    assert "newer" in assert_refused(path).reason


def test_a_file_that_nobody_may_read_can_be_made_private(path: Path) -> None:
    with without_privileges(), tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "identity.key")
        made = load_or_create_identity(path)
        path.chmod(0)
        with pytest.raises(CorruptIdentityError) as caught:
            load_or_create_identity(path)
        assert caught.value.is_mendable
        make_private(path)
        assert load_or_create_identity(path) == made


@pytest.mark.parametrize("mode", [0o644, 0o660, 0o777, 0o4755])
def test_a_file_of_ours_is_made_private_with_its_folder(path: Path, mode: int) -> None:
    made = load_or_create_identity(path)
    path.chmod(mode)
    path.parent.chmod(0o775)
    make_private(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert load_or_create_identity(path) == made


def test_what_a_link_leads_to_is_never_made_private(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_bytes(b"x")
    other.chmod(0o644)
    path.symlink_to(other)
    with pytest.raises(CorruptIdentityError):
        make_private(path)
    assert stat.S_IMODE(other.stat().st_mode) == 0o644


def test_a_folder_or_a_pipe_is_not_made_private(path: Path) -> None:
    path.mkdir(mode=0o755)
    with pytest.raises(CorruptIdentityError):
        make_private(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o755
    path.rmdir()
    os.mkfifo(path, 0o644)
    with pytest.raises(CorruptIdentityError):
        make_private(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


@needs_root()
def test_what_belongs_to_somebody_else_is_not_made_private(path: Path) -> None:
    load_or_create_identity(path)
    path.chmod(0o644)
    for owned in (path, path.parent):
        os.chown(owned, NOBODY, NOBODY)
        with pytest.raises(CorruptIdentityError) as caught:
            make_private(path)
        assert "somebody else" in caught.value.reason
        assert stat.S_IMODE(path.stat().st_mode) == 0o644
        os.chown(owned, 0, 0)


def test_where_the_system_seals_keys_none_is_in_the_file(path: Path) -> None:
    made = load_or_create_identity(path, ACCOUNT)
    content = path.read_bytes()
    assert content.startswith(b"byhand identity 1 protected\n")
    assert made.identity.x25519.private not in content
    assert made.identity.ed25519_private not in content
    assert load_or_create_identity(path, ACCOUNT) == made


def test_keys_from_before_are_sealed_once_they_are_loaded(path: Path) -> None:
    made = load_or_create_identity(path, None)
    assert load_or_create_identity(path, ACCOUNT) == made
    assert made.identity.x25519.private not in path.read_bytes()
    assert load_or_create_identity(path, ACCOUNT) == made


@pytest.mark.parametrize("protection", [FakeProtection(b"another account"), None])
def test_keys_sealed_elsewhere_are_refused_and_not_touched(
    path: Path, protection: FakeProtection | None
) -> None:
    load_or_create_identity(path, ACCOUNT)
    before = path.read_bytes()
    with pytest.raises(CorruptIdentityError) as caught:
        load_or_create_identity(path, protection)
    assert "another account or on another computer" in caught.value.reason
    assert not caught.value.is_mendable
    assert path.read_bytes() == before


def test_any_changed_byte_of_sealed_keys_is_noticed(path: Path) -> None:
    load_or_create_identity(path, ACCOUNT)
    content = path.read_bytes()
    for place in range(len(content)):
        damaged = bytearray(content)
        damaged[place] ^= 0x40
        path.write_bytes(damaged)
        with pytest.raises(CorruptIdentityError):
            load_or_create_identity(path, ACCOUNT)


def test_a_folder_that_is_not_there_is_our_error(tmp_path: Path) -> None:
    with pytest.raises(ByhandError):
        load_or_create_identity(tmp_path / "nowhere/identity.key")
