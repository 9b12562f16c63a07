"""Long runs: on demand by `packaging/dev soak NAME`, never part of the tests."""
