"""The rows of the table, one question a module; each returns a Report or raises LeftOut."""
