import socket

from byhand.service.door import NO_MEMBERS
from tests.helpers.connection_pair import member_pair


def test_without_groups_no_tag_is_known_nobody_is_awaited_and_whoever_came_is_hung_up_on() -> None:
    near, far = socket.socketpair()
    with near, far:
        assert NO_MEMBERS.by_tag(bytes(16)) is None
        assert NO_MEMBERS.awaited("10.0.0.1") == 0
        NO_MEMBERS.arrived(far, member_pair()[1])
        assert far.fileno() == -1
        assert near.recv(1) == b""
