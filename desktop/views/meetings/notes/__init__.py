"""The tab of the notes: items at the left, notes at the right, what came of them below."""
