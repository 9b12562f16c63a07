"""The folder in which what one friend sends is saved, where each has one of their own."""

from byhand.domain.friend import Friend
from byhand.domain.local_names import System, local_name
from byhand.domain.names import cleaned_component


def folder_of(friend: Friend) -> str:
    """Return the folder's name: the person's, or that of a computer of our own.

    It can be made on any system, is never hidden, and never leads anywhere else.
    """
    called = (friend.computer if friend.is_mine else "") or friend.name
    name = cleaned_component(called).lstrip(". ")
    return local_name(name or "_", System.WINDOWS)
