"""Series of meetings: their agreed frequency, and what was planned against what was held."""
