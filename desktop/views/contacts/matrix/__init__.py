"""The contact persons of both parties in a grid: level by level, with what is vacant, and the functions below."""
