"""The register of matters: the list, and what one matter says."""
