"""Finished documents before they are saved or printed."""
