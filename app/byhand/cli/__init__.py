"""The command line: one module a question; `arguments.run` is the way in."""
