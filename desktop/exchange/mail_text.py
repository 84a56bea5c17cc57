"""The words of a mail or an invitation as plain text; nothing in them is followed, run or fetched (RFC 5322)."""

import email
import email.policy
from html.parser import HTMLParser

from desktop.errors import FileError
from desktop.exchange.invitation import read_invitation

_BREAKS = frozenset({"br", "div", "h1", "h2", "h3", "h4", "li", "ol", "p", "table", "tr", "ul"})
_UNSEEN = frozenset({"head", "script", "style", "title"})


def mail_text(data: bytes, file_name: str) -> str:
    """The text of a mail: what it says in plain words, else what its web page says.

    Raises:
        FileError: The mail is damaged.
    """
    try:
        body = email.message_from_bytes(data, policy=email.policy.default).get_body(("plain", "html"))  # type: ignore[attr-defined]
        text = str(body.get_content()) if body is not None else ""
        return _page_text(text) if body is not None and body.get_content_type() == "text/html" else text
    except Exception:  # noqa: BLE001 - whatever a hostile mail makes the parser raise, the user gets one sentence
        raise FileError(f"Mejlet {file_name} är skadat.", "Kopiera texten i mejlet och klistra in den.") from None


def calendar_text(data: bytes, file_name: str) -> str:
    """What the invitations of a calendar file say.

    Raises:
        FileError: It is damaged or holds no meeting.
    """
    return "\n".join(meeting.description for meeting in read_invitation(data, file_name).meetings)


def _page_text(page: str) -> str:
    reader = _PageReader()
    reader.feed(page)
    reader.close()
    return "".join(reader.words)


class _PageReader(HTMLParser):
    """Keeps the words of a web page, each block on a line of its own, list items with a bullet."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _BREAKS:
            self.words.append("\n- " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _BREAKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words.append(" ".join(data.split()) + " " if data.strip() else " ")
