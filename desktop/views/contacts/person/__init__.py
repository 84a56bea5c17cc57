"""One person: how to reach them, their roles and rights, and everything connected to them."""
