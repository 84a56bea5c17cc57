"""Everyone in one table: filtered as one types, in any order, as of any day."""
