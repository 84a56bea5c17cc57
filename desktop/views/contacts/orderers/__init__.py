"""The authorised orderers: what each may order, until when, and the check of them twice a year (R29, R32)."""
