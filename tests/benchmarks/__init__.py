"""Measurements: run on demand by `packaging/dev bench`, never asserted in a test."""
