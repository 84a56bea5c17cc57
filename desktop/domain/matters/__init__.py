"""Matters: questions, deficiencies, incidents and risks, and their way through the levels."""
