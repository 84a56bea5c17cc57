"""What there is to do after a meeting: closing it, fixing our notes, checking SSC's, and how it was."""
