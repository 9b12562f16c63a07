"""Sockets and multicast: how messages and announcements travel; knows nothing of the service."""
