"""The bank of items that wait for a meeting."""
