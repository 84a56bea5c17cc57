"""What one can do: one class per subject, the only users of sessions."""
