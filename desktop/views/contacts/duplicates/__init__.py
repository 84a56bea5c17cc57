"""Contacts that may be one person: compared side by side, merged, or told apart for good."""
