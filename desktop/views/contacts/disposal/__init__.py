"""What becomes of a person's data: the extract, ending, anonymising and the log of it (R39)."""
