"""Names of files: those that the program proposes, and those that files from outside may keep."""

import re
import unicodedata
from pathlib import PurePath

LONGEST = 100
"""The longest proposed name in characters, its ending not counted."""
LONGEST_ENDING = 12
_LONGEST_IN_BYTES = 200
"""What file systems that count bytes leave for it, the ending and what the program adds not counted."""
NAMELESS = "Namnlös fil"
"""What a file is called when nothing of its own name can be kept."""
_NOT_IN_FILE_NAMES = re.compile(r"[^\w .,()–-]+")
_FORBIDDEN = re.compile(r'[<>:"|?*]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)


def file_name(text: str) -> str:
    """A name, without ending, that every file system takes."""
    return " ".join(_NOT_IN_FILE_NAMES.sub(" ", text).split())[:LONGEST].rstrip(" .")


def kept_name(name: str) -> str:
    """A file's own name as far as it is harmless on every system: no folders, no unseen signs, no reserved name.

    Signs that turn the direction of a text go too, since they can hide what the ending is.
    """
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(sign for sign in unicodedata.normalize("NFC", last) if _is_seen(sign))
    plain = " ".join(_FORBIDDEN.sub(" ", seen).split()).strip(" .")
    stem, ending = _parted(plain)
    if _RESERVED.fullmatch(stem.partition(".")[0].strip()):
        stem = f"_{stem}"
    return f"{_shortened(stem) or NAMELESS}{ending}"


def _is_seen(sign: str) -> bool:
    """Whether a sign shows, be it as space; controls, format signs, surrogates and unassigned ones do not."""
    return sign.isspace() or unicodedata.category(sign)[0] != "C"


def _shortened(stem: str) -> str:
    return stem[:LONGEST].encode()[:_LONGEST_IN_BYTES].decode(errors="ignore").rstrip(" .")


def _parted(name: str) -> tuple[str, str]:
    """Stem and ending; what is too long for an ending is part of the stem."""
    ending = PurePath(name).suffix
    if len(ending) > LONGEST_ENDING:
        return name, ""
    return name.removesuffix(ending).rstrip(" ."), ending
