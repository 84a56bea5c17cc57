"""What only one kind of matter has: its section in the tab of particulars."""
