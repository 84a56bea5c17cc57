"""What one can do with meetings, their agendas, notes and papers."""
