"""HandshakeState: runs the messages of one handshake and ends in a Session (§5.3)."""

import hashlib
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from byhand.errors import LocalProtocolError, OurselvesError, RemoteProtocolError
from byhand.noise.cipher_state import MAX_MESSAGE_SIZE, CipherState
from byhand.noise.patterns import MessagePattern, Protocol, StaticKey, Token, parse_protocol_name
from byhand.noise.primitives import DHLEN, TAG_SIZE, KeyPair, dh
from byhand.noise.symmetric_state import SymmetricState

PSK_SIZE: Final = 32


@dataclass(frozen=True, slots=True)
class Session:
    """What a finished handshake gives: a cipher for each direction and who is at the other end."""

    sending: CipherState
    receiving: CipherState
    handshake_hash: bytes
    remote_static: bytes | None
    is_initiator: bool
    exporter_key: bytes = field(repr=False)

    def exporter(self, label: bytes) -> bytes:
        """Return 32 secret bytes that only the two ends of this session know, one a label."""
        return hashlib.blake2s(label, key=self.exporter_key).digest()


class HandshakeState:
    """One side of one handshake, by the specification's names: s, e, rs, psks (32 bytes each).

    Wrong use raises LocalProtocolError; what the other side did wrong raises RemoteProtocolError,
    mostly AuthenticationError. After any error, and after `split`, every call raises.
    """

    def __init__(
        self,
        protocol_name: str,
        is_initiator: bool,
        prologue: bytes = b"",
        s: KeyPair | None = None,
        e: KeyPair | None = None,
        rs: bytes | None = None,
        psks: tuple[bytes, ...] = (),
    ) -> None:
        self._protocol = parse_protocol_name(protocol_name)
        self._is_initiator = is_initiator
        _check_static_keys(self._protocol, is_initiator, s, rs)
        self._s, self._e, self._rs = s, e, rs
        self._re: bytes | None = None
        self._psks: deque[bytes] = deque()
        self._missing_psks = sum(message.count("psk") for message in self._protocol.messages)
        self._is_psk_handshake = self._missing_psks > 0
        self._finished_messages = 0
        self._is_dead = False
        self._symmetric_state = SymmetricState(self._protocol)
        self._symmetric_state.mix_hash(prologue)
        self._mix_pre_messages()
        for psk in psks:
            self.set_psk(psk)

    @property
    def is_finished(self) -> bool:
        """Whether every message was written or read, so that `split` is due."""
        return self._finished_messages == len(self._protocol.messages)

    @property
    def local_ephemeral(self) -> bytes:
        """Our ephemeral public key; known before the message that carries it is written."""
        return self._ephemeral().public

    @property
    def remote_ephemeral(self) -> bytes | None:
        """The other side's ephemeral public key once it was read."""
        return self._re

    @property
    def remote_static(self) -> bytes | None:
        """The other side's static public key once known; None after a failed handshake."""
        return None if self._is_dead and not self.is_finished else self._rs

    @property
    def handshake_hash(self) -> bytes:
        """The hash that is unique to this handshake (§11.2); LocalProtocolError until finished."""
        if not self.is_finished:
            raise LocalProtocolError("a handshake hash before the handshake finished")
        return self._symmetric_state.get_handshake_hash()

    def set_psk(self, psk: bytes) -> None:
        """Supply the next pre-shared key, any time before the message that needs it."""
        with self._until_error():
            if len(psk) != PSK_SIZE or self._missing_psks == 0:
                raise LocalProtocolError("a pre-shared key of another size, or one too many")
            self._psks.append(psk)
            self._missing_psks -= 1

    def write_message(self, payload: bytes = b"") -> bytes:
        """Return the next handshake message, which carries the payload."""
        with self._turn(is_writing=True) as tokens:
            parts = [self._write_token(token) for token in tokens]
            message = b"".join([*parts, self._symmetric_state.encrypt_and_hash(payload)])
            if len(message) > MAX_MESSAGE_SIZE:
                raise LocalProtocolError(f"a handshake message of {len(message)} bytes")
            return message

    def read_message(self, message: bytes) -> bytes:
        """Return the payload of the other side's next handshake message.

        How far it can be trusted depends on the pattern and the place in it (§7.7).
        """
        with self._turn(is_writing=False) as tokens:
            if len(message) > MAX_MESSAGE_SIZE:
                raise RemoteProtocolError(f"a handshake message of {len(message)} bytes")
            rest = message
            for token in tokens:
                rest = self._read_token(token, rest)
            return self._symmetric_state.decrypt_and_hash(rest)

    def split(self) -> Session:
        """Return the session of a finished handshake; works once, for no key may serve twice."""
        with self._until_error():
            handshake_hash = self.handshake_hash
        self._is_dead = True
        initiator_cipher, responder_cipher, exporter_key = self._symmetric_state.split()
        return Session(
            sending=initiator_cipher if self._is_initiator else responder_cipher,
            receiving=responder_cipher if self._is_initiator else initiator_cipher,
            handshake_hash=handshake_hash,
            remote_static=self._rs,
            is_initiator=self._is_initiator,
            exporter_key=exporter_key,
        )

    @contextmanager
    def _until_error(self) -> Iterator[None]:
        if self._is_dead:
            raise LocalProtocolError("this handshake is over")
        self._is_dead = True
        yield
        self._is_dead = False  # not reached when the body raises

    @contextmanager
    def _turn(self, *, is_writing: bool) -> Iterator[MessagePattern]:
        with self._until_error():
            is_initiators_message = self._finished_messages % 2 == 0
            if self.is_finished or is_writing != (is_initiators_message == self._is_initiator):
                raise LocalProtocolError("a handshake message out of turn")
            yield self._protocol.messages[self._finished_messages]
            self._finished_messages += 1

    def _mix_pre_messages(self) -> None:
        local = self._s.public if self._s else b""
        remote = self._rs or b""
        initiator, responder = (local, remote) if self._is_initiator else (remote, local)
        if self._protocol.initiator_static is StaticKey.KNOWN:
            self._symmetric_state.mix_hash(initiator)
        if self._protocol.responder_static is StaticKey.KNOWN:
            self._symmetric_state.mix_hash(responder)

    def _write_token(self, token: Token) -> bytes:
        match token:
            case "e":
                self._mix_ephemeral(self._ephemeral().public)
                return self._ephemeral().public
            case "s":
                assert self._s is not None  # the constructor saw to it
                return self._symmetric_state.encrypt_and_hash(self._s.public)
            case _:
                self._mix_secret(token)
                return b""

    def _read_token(self, token: Token, message: bytes) -> bytes:
        match token:
            case "e":
                self._re, rest = _cut(message, DHLEN)
                self._mix_ephemeral(self._re)
                return rest
            case "s":
                tag_size = TAG_SIZE if self._symmetric_state.has_key() else 0
                sealed, rest = _cut(message, DHLEN + tag_size)
                self._rs = self._symmetric_state.decrypt_and_hash(sealed)
                if self._s is not None and self._rs == self._s.public:
                    raise OurselvesError("our own static key came back")
                return rest
            case _:
                self._mix_secret(token)
                return message

    def _mix_ephemeral(self, public_key: bytes) -> None:
        self._symmetric_state.mix_hash(public_key)
        if self._is_psk_handshake:
            self._symmetric_state.mix_key(public_key)  # §9.2

    def _mix_secret(self, token: Token) -> None:
        match token:
            case "psk" if not self._psks:
                raise LocalProtocolError("a pre-shared key is missing")
            case "psk":
                self._symmetric_state.mix_key_and_hash(self._psks.popleft())
            case _:
                self._symmetric_state.mix_key(self._shared_secret(token))

    def _shared_secret(self, token: Token) -> bytes:
        initiators, responders = token[0], token[1]  # §7.1
        local, remote = (initiators, responders) if self._is_initiator else (responders, initiators)
        key_pair = self._ephemeral() if local == "e" else self._s
        public_key = self._re if remote == "e" else self._rs
        assert key_pair is not None  # the pattern and the constructor saw to both
        assert public_key is not None
        return dh(key_pair, public_key)

    def _ephemeral(self) -> KeyPair:
        # As late as possible: a first message that is refused shall cost a stranger more than us.
        self._e = self._e or KeyPair.generate()
        return self._e


def _check_static_keys(
    protocol: Protocol, is_initiator: bool, s: KeyPair | None, rs: bytes | None
) -> None:
    """Demand exactly the static keys that the pattern says are known beforehand."""
    sides = (protocol.initiator_static, protocol.responder_static)
    local, remote = sides if is_initiator else reversed(sides)
    if (s is not None) != (local is not StaticKey.NONE):
        raise LocalProtocolError(f"{protocol.name}: a static key of our own missing or unused")
    if (rs is not None) != (remote is StaticKey.KNOWN):
        raise LocalProtocolError(f"{protocol.name}: a remote static key missing or unused")
    if rs is not None and (len(rs) != DHLEN or (s is not None and rs == s.public)):
        raise LocalProtocolError(f"{protocol.name}: not a static key of another side")


def _cut(message: bytes, size: int) -> tuple[bytes, bytes]:
    if len(message) < size:
        raise RemoteProtocolError("a handshake message that ends too early")
    return message[:size], message[size:]
