"""The files of a meeting: their list, and what is known of the chosen one."""
