"""Names of the files that the program proposes."""

import re

LONGEST = 100
"""The longest proposed name in characters, its ending not counted."""
_NOT_IN_FILE_NAMES = re.compile(r"[^\w .,()–-]+")


def file_name(text: str) -> str:
    """A name, without ending, that every file system takes."""
    return " ".join(_NOT_IN_FILE_NAMES.sub(" ", text).split())[:LONGEST].rstrip(" .")
