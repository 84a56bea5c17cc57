"""What one can do with matters."""
