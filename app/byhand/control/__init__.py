"""Orders from other processes to whoever has a profile: one service, window and commands alike."""
