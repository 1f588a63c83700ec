"""Tells text from other content, whatever a file is named."""

import re

UNREAD = "unread"
"""The place of what cannot be read whole: nobody knows what it holds."""

COMMENT = "comment"
"""The place of a comment in a document, which is searched as a story is: nobody means to publish it."""

_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_PRINTED = re.compile(rb"[\x20-\x7e\xa0-\xff]{6,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){6,}")


def decoded(content: bytes) -> str | None:
    """Return the text that bytes hold in UTF-8, UTF-16 or Latin-1, or None if they are no text."""
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "latin-1"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if _BINARY.search(text) else text
    return None


def printed(raw: bytes) -> str:
    """Return the printable runs in binary data, as Latin-1 and as UTF-16."""
    narrow = (match.decode("latin-1") for match in _PRINTED.findall(raw))
    wide = (match.decode("utf-16-le") for match in _WIDE.findall(raw))
    return "\n".join((*narrow, *wide))
