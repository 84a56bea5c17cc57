"""Whom to call in a matter, to be read with the phone in the other hand."""
