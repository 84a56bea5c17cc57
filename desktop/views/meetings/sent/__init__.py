"""Our items on their way to SSC: what was proposed, what is on their agenda, what was left out (R9)."""
