"""What threads of links report, and keep of those they speak with: shown without their tags."""

import pytest

from byhand.engine.exchange import LinkStanding
from byhand.engine.peer import Peer
from byhand.engine.reports import LinkEnded, PeerLied
from byhand.errors import ConnectionLostError

TAG = b"t" * 16


@pytest.mark.parametrize(
    "shown",
    [
        PeerLied(TAG, 3, 7),
        LinkEnded(TAG, ConnectionLostError()),
        LinkStanding(TAG, 3, 7, is_open=True),
        Peer(TAG, lambda: None),
    ],
)
def test_what_is_shown_of_a_peer_tells_no_tag(shown: object) -> None:
    assert "ttt" not in repr(shown)
