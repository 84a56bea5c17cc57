"""What one can do with contacts, and to keep the list of them right."""
