"""The timeline of a matter on screen: what was said and done, and what one writes down (R19)."""
