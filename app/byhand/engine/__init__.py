"""The data path: plain threads that read, seal and send, or receive, check and write."""
