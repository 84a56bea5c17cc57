"""The journey of one topic through the meetings."""
