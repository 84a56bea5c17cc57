"""Contacts: persons, roles and rights, and what keeps the list of them right."""
