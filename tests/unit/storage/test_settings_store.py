import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from byhand.domain.limits import UNLIMITED, RateLimits, Schedule
from byhand.domain.notification import Telling
from byhand.domain.person_name import judge_name
from byhand.domain.profile import Visibility
from byhand.errors import CorruptStoreError, StorageError
from byhand.storage.settings_store import (
    TRUSTED_KEPT,
    Settings,
    TrustedNetwork,
    default_settings,
    load_settings,
    save_settings,
)

HOME = TrustedNetwork("00112233445566778899aabbccddeeff", "192.168.1.0/24 (wlan0)")
SETTINGS = Settings(
    *("Ada", "laptop", "/somewhere/né \udcff", 47801, "dark"),
    Visibility.NOBODY,
    (HOME,),
    RateLimits(up=50_000),
    Schedule(RateLimits(10_000, 20_000), 22 * 60, 6 * 60, 0b0011111),
    keeps_running=False,
    knows_tray=True,
    telling=Telling.NO_NAMES,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_without_a_file_the_system_names_the_user_and_the_computer(path: Path) -> None:
    settings = load_settings(path)
    assert settings == default_settings()
    assert settings.name
    assert settings.computer
    judge_name(settings.name)
    judge_name(settings.computer)
    assert Path(settings.downloads).is_absolute()
    assert (settings.port, settings.appearance) == (47800, "system")
    assert (settings.visibility, settings.trusted_networks) == (Visibility.FRIENDS, ())
    assert (settings.limits, settings.schedule, settings.at_once) == (UNLIMITED, None, 3)
    assert (settings.keeps_running, settings.knows_tray) == (True, False)
    assert settings.telling is Telling.EVERYTHING
    assert not path.exists()


def test_settings_come_back_as_they_were_saved(path: Path) -> None:
    save_settings(path, SETTINGS)
    assert load_settings(path) == SETTINGS


def test_what_is_not_set_has_its_default(path: Path) -> None:
    path.write_text('{"name": "Ada"}')
    assert load_settings(path) == replace(default_settings(), name="Ada")


def test_P7_what_another_version_has_set_is_kept(path: Path) -> None:
    path.write_text('{"name": "Ada", "future": {"x": [1, null]}}')
    save_settings(path, replace(load_settings(path), port=5000))
    stored = json.loads(path.read_text())
    assert stored["future"] == {"x": [1, None]}
    assert (stored["name"], stored["port"]) == ("Ada", 5000)


def test_a_language_that_only_another_version_speaks_is_kept(path: Path) -> None:
    path.write_text('{"language": "tlh"}')
    save_settings(path, replace(load_settings(path), name="Ada"))
    assert json.loads(path.read_text()) == {"language": "tlh", "name": "Ada"}


def test_what_is_not_set_follows_the_system_after_saving(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_settings(path, replace(load_settings(path), name="Ada"))
    assert json.loads(path.read_text()) == {"name": "Ada"}
    monkeypatch.setenv("HOME", "/elsewhere")
    assert load_settings(path).downloads == "/elsewhere/Downloads"


def test_what_is_set_back_to_its_default_is_not_stored_any_more(path: Path) -> None:
    save_settings(path, SETTINGS)
    save_settings(path, replace(SETTINGS, appearance="system"))
    assert "appearance" not in json.loads(path.read_text())


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"port": "x"}', b'{"port": 70000}'),
        *(
            b'{"port": -1}',
            b'{"name": 5}',
            b'{"appearance": "pink"}',
            b'{"language": 5}',
            b'{"downloads": null}',
        ),
        *(b'{"visibility": "everybody"}', b'{"trusted_networks": [5]}'),
        json.dumps({"trusted_networks": [{"id": "x"}] * (TRUSTED_KEPT + 1)}).encode(),
        json.dumps({"trusted_networks": [{"id": "x" * 65}]}).encode(),
        *(b'{"limits": 5}', b'{"limits": {"up": "fast"}}', b'{"limits": {"up": 9999}}'),
        *(b'{"limits": {"down": 1.5}}', b'{"schedule": []}', b'{"schedule": {"days": 3}}'),
        *(b'{"at_once": 0}', b'{"at_once": 9}', b'{"at_once": "2"}', b'{"at_once": 1.5}'),
        b'{"schedule": {"limits": {}, "from_minute": 0, "to_minute": 1440}}',
        b'{"schedule": {"limits": {}, "from_minute": 0, "to_minute": 5, "days": 0}}',
        b'{"schedule": {"limits": {"up": -1}, "from_minute": 0, "to_minute": 5}}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_an_error_and_not_touched(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(CorruptStoreError):
        load_settings(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("content", [b"{", b"[]"])
def test_saving_does_not_replace_a_damaged_file(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(CorruptStoreError):
        save_settings(path, SETTINGS)
    assert path.read_bytes() == content


def test_a_name_that_may_not_travel_is_made_to_fit(path: Path) -> None:
    save_settings(path, replace(SETTINGS, name="A\u202eda" + "x" * 100, computer="\n"))
    settings = load_settings(path)
    judge_name(settings.name)
    assert settings.name.startswith("Adaxxx")
    assert settings.computer == default_settings().computer


def test_a_folder_in_its_place_is_a_storage_error(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StorageError):
        load_settings(path)
