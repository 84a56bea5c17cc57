"""The contact list as a register to read: who holds which role, at which level, and where nobody does."""
