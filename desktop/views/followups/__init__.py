"""Actions and decisions across meetings."""
