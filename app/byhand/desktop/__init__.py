"""The desktop around us: asyncio, no Qt. What is not there is a quiet state, never an error."""
