"""The meetings: their agendas, proposals, participants and history."""
