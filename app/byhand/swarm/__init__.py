"""Who hands which piece to whom in a group: pure functions and values."""
