"""The composition root of the window; the only importer of qasync."""
