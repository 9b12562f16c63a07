"""How two who do not know each other yet show who they are, after the Noise messages (§5, §6)."""

from typing import Final

from byhand.domain.identity import PublicKeys
from byhand.errors import OurselvesError
from byhand.noise.handshake_state import Session
from byhand.protocol import bind
from byhand.protocol.credentials import Introduction, LocalIdentity
from byhand.protocol.records import open_record, seal

FRIEND_LABEL: Final = b"byhand/v1/friend"


def sealed_introduction(
    session: Session, identity: LocalIdentity, introduction: Introduction
) -> bytes:
    """Return the record that introduces us."""
    content = bind.encode_introduction(identity, introduction, session.handshake_hash)
    return seal(session.sending, content)


def opened_introduction(
    session: Session, identity: LocalIdentity, record: bytes
) -> tuple[PublicKeys, Introduction]:
    """Return who introduces themselves in a record; both their keys are proven.

    Raises OurselvesError if it is us, RemoteProtocolError.
    """
    content = open_record(session.receiving, record)
    keys, proposed = bind.decode_introduction(
        content, session.handshake_hash, session.remote_static or b""
    )
    if keys.shares_one_with(identity.keys):
        raise OurselvesError("one of our own keys came back")
    return keys, proposed


def friend_psk(session: Session) -> bytes:
    """Return the secret that both sides pin for later."""
    return session.exporter(FRIEND_LABEL)
