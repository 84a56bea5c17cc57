"""The way of a matter through the levels, drawn (R20)."""
