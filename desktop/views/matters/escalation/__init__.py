"""Escalating a matter one level at a time, and returning it (R20)."""
