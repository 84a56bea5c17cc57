"""What stands in the window while the register cannot be opened without the user."""
