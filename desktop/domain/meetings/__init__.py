"""Meetings: their life, agendas, notes and what follows from them."""
