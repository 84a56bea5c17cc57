"""Text from strangers made plain: no control characters, no tricks of direction, composed letters, honest lengths.

Nothing here interprets what a text says; formulas, addresses and mark-up stay the characters that they are.
"""

import re
import unicodedata

LINE_LENGTH = 300
"""The longest name, title, address or number that is kept, in characters."""
PASSAGE_LENGTH = 20_000
"""The longest description that is kept, in characters."""

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Controls (Cc), surrogates (Cs), what is no character, and format characters that hide or turn text: soft hyphen, zero
# width, bidi, tags.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
    r"|[\U000e0000-\U000e007f]"
)


def _seen(written: str) -> str:
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _LINE_ENDS.sub("\n", written)))


def plain_line(written: str) -> str:
    """The text on one line: unseen characters gone, every run of space a single one, none at the ends."""
    return " ".join(_seen(written).split())


def plain_passage(written: str) -> str:
    """The text with its lines kept: unseen characters gone, no space at line ends, at most one empty line in a row."""
    lines = "\n".join(line.rstrip() for line in _seen(written).expandtabs(4).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def shown_name(file_name: str, longest: int = 80) -> str:
    """A file's name as it can stand in a sentence: on one line, shortened in the middle when it is long."""
    name = plain_line(file_name)
    if len(name) <= longest:
        return name
    half = (longest - 1) // 2
    return f"{name[:half]}…{name[-half:]}"
