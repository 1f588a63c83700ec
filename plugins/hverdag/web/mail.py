"""Links to write a mail by."""

import re
from collections.abc import Sequence
from urllib.parse import quote

_MAIL = re.compile(r"[^\s@<>\"'?&#%,;:/\\]+@[^\s@<>\"'?&#%,;:/\\]+")


def mail_link(mail: str, subject: str, lines: Sequence[str]) -> str:
    """Return the `mailto:` link of an address, with a subject and the lines of a text; an empty string if it is no
    address."""
    if not _MAIL.fullmatch(mail):
        return ""
    body = quote("\r\n".join(lines))
    return f"mailto:{quote(mail, safe='@+')}?subject={quote(subject)}&body={body}"
