"""The agency and its agreement: filled in at the first run, changed when the parties agree on something else."""
