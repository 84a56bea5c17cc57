"""What surrounds every page: navigation, top bar, status line, the hint for dropped files."""
