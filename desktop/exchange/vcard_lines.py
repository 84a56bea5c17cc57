"""The lines of visiting cards, whatever program wrote them (vCard 2.1, 3.0 and 4.0; RFC 2425, 2426, 6350 and 6868).

A card is told apart into properties and nothing more: line ends of every kind, folds, soft breaks of quoted-printable,
character sets and escapes are undone. Pictures, sounds and keys are passed over without being put together.
"""

import base64
import binascii
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.exchange.delimited import decode

_LINE_END = re.compile(rb"\r*\n|\r")
_BEGIN = re.compile(rb"BEGIN[ \t]*:[ \t]*VCARD[ \t]*", re.IGNORECASE)
_END = re.compile(rb"END[ \t]*:[ \t]*VCARD[ \t]*", re.IGNORECASE)
_AGENT = re.compile(rb"(?:[\w-]+\.)?AGENT(?:;[^:]*)?:[ \t]*", re.IGNORECASE)
_VERSION = re.compile(rb"VERSION[ \t]*:[ \t]*([\d.]+)[ \t]*", re.IGNORECASE)
_PASSED_OVER = re.compile(rb"(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|AGENT)[;:]", re.IGNORECASE)
_QUOTED_PRINTABLE = re.compile(rb"[^:]*[;=]QUOTED-PRINTABLE[;:]", re.IGNORECASE)
_HEADER = re.compile(rb'((?:[^":]|"[^"]*")*):(.*)', re.DOTALL)
_HEADER_PART = re.compile(r'(?:[^";]|"[^"]*"?)+')
_PARAMETER_PART = re.compile(r'(?:[^",]|"[^"]*"?)+')
_LONGEST_HEADER = 1000
_ENCODINGS = {"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"}
_CHARACTER_SETS = re.compile(
    r"us-ascii|utf-?8|iso-?8859-?\d{1,2}|latin-?1|windows-125\d|cp(?:125\d|437|850)|macintosh|utf-?16|"
    r"koi8-[ru]|shift_jis|euc-(?:jp|kr)|big5|gb(?:2312|k|18030)",
    re.IGNORECASE,
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PIECE = re.compile(r"[;,]|(?:\\.|[^;,\\])+|\\", re.DOTALL)
_CARETS = {"^n": "\n", "^'": '"', "^^": "^"}


@dataclass(frozen=True, slots=True)
class CardLine:
    """One property of a card: its name in capitals, its group, its parameters in small letters, and its value.

    ``value`` is decoded but keeps its escapes; ask ``text`` or ``components``.
    """

    name: str
    group: str
    parameters: Mapping[str, tuple[str, ...]]
    value: str
    is_old: bool = False

    @property
    def types(self) -> frozenset[str]:
        """What kind of number or address it is: ``work``, ``cell``, ``pref``."""
        return frozenset(self.parameters.get("TYPE", ()))

    def text(self) -> str:
        """The whole value with its escapes undone."""
        return self._plain(self.value)

    def components(self) -> list[str]:
        """The parts of a value that has several, as names and organisations do.

        A part may be a list of its own since 3.0; its members come with space between them.
        """
        parts = [""]
        for piece in _PIECE.findall(self.value):
            if piece == ";":
                parts.append("")
            else:
                parts[-1] += " " if piece == "," and not self.is_old else piece
        return [self._plain(part) for part in parts]

    def _plain(self, written: str) -> str:
        return _ESCAPED.sub(lambda match: _escaped(match[1], is_old=self.is_old), written)


@dataclass(frozen=True, slots=True)
class Card:
    """One card: the number of its first line, its properties, and whether it is whole.

    ``unread`` is the number of the first line that is no property, or nothing.
    """

    number: int
    lines: tuple[CardLine, ...] = field(repr=False)
    is_whole: bool = True
    unread: int | None = None

    def all(self, name: str) -> list[CardLine]:
        """Every property of a name, in order."""
        return [line for line in self.lines if line.name == name]

    def first(self, name: str) -> CardLine | None:
        """The first property of a name that says something."""
        return next((line for line in self.lines if line.name == name and line.text().strip()), None)


def cards_of(data: bytes) -> Iterator[Card]:
    """The cards of a file, one by one, in order; what stands between them is passed over."""
    lines = _LINE_END.split(_in_utf_8(data))
    for begins, ends, is_whole in _spans(lines):
        yield _card(lines, begins, ends, is_whole=is_whole)


def _in_utf_8(data: bytes) -> bytes:
    """The bytes without mark; wide text as UTF-8, since every other character set keeps its line ends single."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or 0 in data[:2]:
        data = decode(data).encode("utf-8", "replace")
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()


def _spans(lines: Sequence[bytes]) -> Iterator[tuple[int, int, bool]]:
    """First and last line of each card, counted from 0, and whether it has an end of its own.

    A card within a card is that of somebody's agent (2.1) and goes with the outer one; any other card that begins
    before the last has ended shows that the last one's end is missing.
    """
    begins, depth = -1, 0
    for place, line in enumerate(lines):
        if _BEGIN.fullmatch(line):
            if depth and _AGENT.fullmatch(_before(lines, place)):
                depth += 1
                continue
            if depth:
                yield begins, place, False
            begins, depth = place, 1
        elif depth and _END.fullmatch(line):
            depth -= 1
            if not depth:
                yield begins, place, True
    if depth:
        yield begins, len(lines), False


def _before(lines: Sequence[bytes], place: int) -> bytes:
    """The last line before a place that says something."""
    return next((line for line in reversed(lines[max(0, place - 3) : place]) if line), b"")


def _card(lines: Sequence[bytes], begins: int, ends: int, *, is_whole: bool) -> Card:
    found = [match[1] for line in lines[begins + 1 : ends] if (match := _VERSION.fullmatch(line))]
    is_old = bool(found) and found[0].startswith(b"2")
    properties: list[CardLine] = []
    unread: int | None = None
    for number, logical in _unfolded(lines, begins + 1, ends, is_old=is_old):
        line = _line(logical, is_old=is_old)
        if line is not None:
            properties.append(line)
        elif unread is None:
            unread = number
    return Card(begins + 1, tuple(properties), is_whole, unread)


def _unfolded(lines: Sequence[bytes], begins: int, ends: int, *, is_old: bool) -> Iterator[tuple[int, bytes]]:
    """The properties, each with its number and on one line.

    A fold of 2.1 was made before a space that belongs to the text; later ones put in a space that does not.
    """
    pieces: list[bytes] = []
    first = begins
    passed_over = False
    for place in _own_lines(lines, begins, ends):
        line = lines[place]
        folded = line[:1] in {b" ", b"\t"}
        if pieces and _goes_on(pieces):
            pieces[-1] = pieces[-1].rstrip()[:-1]
            pieces.append(line)  # an empty one ends it
        elif not line or (passed_over and (folded or b":" not in line)):
            continue
        elif pieces and folded:
            pieces.append(line if is_old else line[1:])
        else:
            if pieces:
                yield first + 1, b"".join(pieces)
            passed_over = _PASSED_OVER.match(line) is not None
            pieces, first = ([] if passed_over else [line]), place
    if pieces:
        yield first + 1, b"".join(pieces)


def _own_lines(lines: Sequence[bytes], begins: int, ends: int) -> Iterator[int]:
    """The places of the lines that belong to the card itself and not to its agent."""
    depth = 0
    for place in range(begins, ends):
        line = lines[place]
        if _BEGIN.fullmatch(line):
            depth += 1
        elif depth and _END.fullmatch(line):
            depth -= 1
        elif not depth:
            yield place


def _goes_on(pieces: list[bytes]) -> bool:
    """Whether a line of quoted-printable says that it goes on (RFC 2045, section 6.7)."""
    return pieces[-1].rstrip().endswith(b"=") and _QUOTED_PRINTABLE.match(pieces[0][:_LONGEST_HEADER]) is not None


def _line(logical: bytes, *, is_old: bool) -> CardLine | None:
    """A property; nothing when the line is none."""
    match = _HEADER.match(logical) or re.match(rb"([^:]*):(.*)", logical, re.DOTALL)
    if match is None or len(match[1]) > _LONGEST_HEADER:
        return None
    name, *rest = _HEADER_PART.findall(_text(match[1])) or [""]
    group, _, plain = name.strip().upper().rpartition(".")
    if not re.fullmatch(r"[A-Z0-9-]+", plain):
        return None
    parameters = _parameters(rest)
    return CardLine(plain, group, parameters, _value(match[2], parameters), is_old)


def _parameters(parts: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The parameters by name; a bare one, as 2.1 has them, is an encoding or a type."""
    found: dict[str, tuple[str, ...]] = {}
    for part in parts:
        name, equals, written = part.strip().partition("=")
        name = name.strip().upper()
        if not equals:
            name, written = ("ENCODING" if name in _ENCODINGS else "TYPE"), name
        values = [_unquoted(value) for value in _PARAMETER_PART.findall(written)]
        flat = [one.strip().lower() for value in values for one in (value.split(",") if name == "TYPE" else [value])]
        found[name] = (*found.get(name, ()), *filter(None, flat))
    return found


def _unquoted(written: str) -> str:
    return re.sub(r"\^[n'^]", lambda match: _CARETS[match[0]], written.strip().strip('"'))


def _value(raw: bytes, parameters: Mapping[str, tuple[str, ...]]) -> str:
    encodings = parameters.get("ENCODING", ())
    try:
        if "quoted-printable" in encodings:
            raw = binascii.a2b_qp(raw)
        elif {"base64", "b"} & set(encodings):
            raw = base64.b64decode(raw)
    except (ValueError, binascii.Error):
        return ""
    return _text(raw, *parameters.get("CHARSET", ()))


def _text(raw: bytes, charset: str = "", *_: str) -> str:
    """Text in the character set it claims, else in UTF-8, else in Windows-1252."""
    if charset and _CHARACTER_SETS.fullmatch(charset):
        try:
            return raw.decode(charset)
        except (UnicodeDecodeError, LookupError):
            pass
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _escaped(sign: str, *, is_old: bool) -> str:
    """What a sign after a backslash means; 2.1 knows no line breaks written so."""
    if sign in "nN":
        return f"\\{sign}" if is_old else "\n"
    return sign if sign in ",;:\\" else f"\\{sign}"
