"""Which shape of the register's file this program reads and writes; known without loading the mapping layer."""

HEAD = "0004"
"""The newest migration."""
