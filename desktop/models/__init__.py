"""How things are kept: typed mappings, the encrypted database, its history and its migrations."""
