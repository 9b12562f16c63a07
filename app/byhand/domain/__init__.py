"""What the app is about: frozen values and rules, without I/O, asyncio, threads or Qt."""
