"""Disk: everything here blocks and runs on the storage thread or in a lane, never on the loop."""
