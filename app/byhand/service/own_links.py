"""By what link we reach a friend, as only the sender of a group is told."""

from byhand.network.link_kind import LinkTable, carried_by
from byhand.protocol.group_consent import GroupConsent, network_name
from byhand.service.friend_session import FriendSession


def own_link(
    session: FriendSession, group_id: bytes, table: LinkTable = carried_by
) -> GroupConsent:
    """Return what carries a session at our end, its access point named for a group alone."""
    found = table(session.own_host)
    network = network_name(group_id, found.access_point) if found.access_point else b""
    return GroupConsent(found.kind, network)
