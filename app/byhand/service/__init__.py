"""Use cases: what window and command line ask for. Owns all state, emits events, knows no Qt."""
