"""What must stay secret is in no log, no repr, no error, no command line (security rule 13)."""

import gc
import io
import logging
import os
import subprocess
import sys
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from byhand.domain.events import AddingFriend, AddingStage, BackupFailed, BackupWritten, InviteMade
from byhand.errors import ByhandError
from byhand.service.stores import Stores
from tests.helpers.sample_backups import PASSPHRASE
from tests.helpers.two_services import Party, two_services

WRONG_PASSPHRASE = "never the right one"


class Everything(logging.StreamHandler[io.StringIO]):
    """Keeps all that anybody logs, at any level, raw."""

    def __init__(self) -> None:
        super().__init__(io.StringIO())

    @property
    def text(self) -> str:
        return self.stream.getvalue()


@pytest.fixture
def everything() -> Iterator[Everything]:
    handler = Everything()
    root, ours = logging.getLogger(), logging.getLogger("byhand")
    before = root.level, ours.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    ours.setLevel(logging.DEBUG)
    yield handler
    root.removeHandler(handler)
    root.setLevel(before[0])
    ours.setLevel(before[1])


def secrets_of(party: Party) -> set[str | bytes]:
    """Return what nobody but this party, or it and one friend, may know."""
    stores: Stores = party.service._stores
    book = party.service._people.book
    records = book._file.records.values()
    links = {each.link for each in party.events if isinstance(each, InviteMade)}
    return {
        stores.identity.x25519.private,
        stores.identity.ed25519_private,
        stores.book_key,
        *(record.psk for record in records),
        *(invite.psk for invite in book._file.invites),
        *links,
        *(link.removeprefix("byhand://") for link in links),
        PASSPHRASE,
        WRONG_PASSPHRASE,
    }


def found_in(text: str, secrets: Iterable[str | bytes]) -> list[str]:
    """Return in which form any secret can be read in a text."""
    forms = []
    for secret in secrets:
        if isinstance(secret, str):
            forms += [secret, ascii(secret)[1:-1]]
        else:
            forms += [secret.hex(), repr(secret)[2:-1], secret.decode("latin-1")]
    return [form for form in forms if form in text]


def ours() -> Iterator[object]:
    """Yield every object of ours that is alive."""
    for each in gc.get_objects():
        if str(type(each).__module__).partition(".")[0] == "byhand":
            yield each


def shown(each: object) -> str:
    """Return how an object shows itself; a window that is gone shows nothing."""
    try:
        return repr(each)
    except RuntimeError:
        return ""


def stages(party: Party) -> set[AddingStage]:
    return {each.stage for each in party.events if isinstance(each, AddingFriend)}


def told_errors(party: Party) -> list[ByhandError]:
    return [each.error for each in party.events if isinstance(each, BackupFailed)]


async def test_no_secret_is_in_a_log_a_repr_or_an_error(
    tmp_path: Path, everything: Everything
) -> None:
    file = str(tmp_path / "alice.byhand")
    async with two_services(tmp_path) as (alice, bob):
        alice.service.profile.export(file, PASSPHRASE)
        await alice.until(lambda: BackupWritten(file) in alice.events)
        bob.service.profile.read_backup(file, WRONG_PASSPHRASE)
        bob.service.profile.export(file, PASSPHRASE)
        await bob.until(lambda: len(told_errors(bob)) == 2)
        bob.service.add_friend("byhand://add/" + "a" * 80)
        await bob.until(lambda: AddingStage.FAILED in stages(bob))
        secrets = secrets_of(alice) | secrets_of(bob)
        looked_at, talkative = set(), set()
        for each in ours():
            looked_at.add(type(each).__qualname__)
            if found_in(shown(each), secrets):
                talkative.add(type(each).__qualname__)
    assert talkative == set()
    assert len(looked_at) > 50
    assert len(secrets) >= 12
    errors = "".join(traceback.format_exception(each)[-1] for each in told_errors(bob))
    logs = "".join(
        path.read_text(encoding="utf-8")
        for path in tmp_path.glob("*/log/*")  # noqa: ASYNC240
    )
    for text in (errors, repr(told_errors(bob)), everything.text, logs):
        assert found_in(text, secrets) == []
    assert "BackupError" in errors
    assert everything.text


def test_a_secret_would_be_found() -> None:
    secret = bytes(range(32))
    for text in (f"key={secret!r}", f"key={secret.hex()}", f"x{PASSPHRASE}y", ascii(PASSPHRASE)):
        assert found_in(text, {secret, PASSPHRASE}) != []


def test_a_passphrase_comes_in_by_no_option_and_no_variable(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "byhand", "identity", "export"]
    help_text = subprocess.run(
        [*command, "--help"], capture_output=True, text=True, check=True, timeout=60
    ).stdout
    assert "--pass" not in help_text
    profile, file = tmp_path / "profile", tmp_path / "file"
    begin = [sys.executable, "-m", "byhand", "--profile", str(profile)]
    subprocess.run([*begin, "me"], check=True, capture_output=True, timeout=60)
    with subprocess.Popen(
        [*begin, "--debug", "identity", "export", str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as export:
        place = Path("/proc", str(export.pid))
        shown = (place / "cmdline").read_bytes() + (place / "environ").read_bytes()
        told = "".join(export.communicate(PASSPHRASE + "\n", timeout=60))
    assert file.exists()
    assert PASSPHRASE.encode() not in shown
    assert PASSPHRASE not in told
    assert all(PASSPHRASE.encode() not in path.read_bytes() for path in files_below(tmp_path))


def files_below(folder: Path) -> list[Path]:
    found = [Path(place, name) for place, _, names in os.walk(folder) for name in names]
    assert found
    return found
