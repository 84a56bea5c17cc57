"""The meetings as a calendar: a month at a time, and the year with one lane for each forum."""
