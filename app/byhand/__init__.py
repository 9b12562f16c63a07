"""Byhand: hand files straight from your computer to a friend's."""

__version__ = "0.1.0"
