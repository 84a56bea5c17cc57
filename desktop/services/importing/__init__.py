"""What an import would do, worked out from what a file said and what the register holds; then done, all at once."""
