"""Reconciling with SSC's contact list: the file, its columns, what differs in three ways, and what becomes of it."""
