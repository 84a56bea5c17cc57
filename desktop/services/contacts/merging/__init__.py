"""Making one contact of two: who leads where, and what moves."""
