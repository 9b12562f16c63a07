"""The wire protocol of Byhand, version 1, without I/O; PROTOCOL.md beside this file is its text.

Section marks (§) in this package point into PROTOCOL.md.
"""
