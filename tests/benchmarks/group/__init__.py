"""How long a group takes, and what it costs the sender, against the bound and sending directly."""
