"""What becomes of a person's data: the extract, the end and the anonymising, one module each."""
