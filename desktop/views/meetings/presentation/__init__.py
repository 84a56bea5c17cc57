"""A meeting as a whole room sees it: one item at a time, in large type, without anything private."""
