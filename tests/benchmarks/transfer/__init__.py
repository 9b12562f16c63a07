"""How Byhand hands over, against the figures it is to reach and in turn with its peers."""
