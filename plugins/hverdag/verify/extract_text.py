"""Tells text from other content, whatever a file is named."""

import re

UNREAD = "unread"
"""The place of what cannot be read whole: nobody knows what it holds."""

COMMENT = "comment"
"""The place of a comment in a document, which is searched as a story is: nobody means to publish it."""

_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_PRINTED = re.compile(rb"(?:[\xc2-\xdf][\x80-\xbf]|[\x20-\x7e\xa0-\xff]){6,}")
_WIDE = re.compile(rb"(?:\x00[\x20-\x7e\xa0-\xff]){6,}|(?:[\x20-\x7e\xa0-\xff]\x00){6,}[\x20-\x7e\xa0-\xff]?")
"""Letters of UTF-16 in either order."""


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
    """Return the printable runs in binary data, as UTF-8 or Latin-1 and as UTF-16."""
    narrow = (_narrow(run) for run in _PRINTED.findall(raw))
    wide = (text for run in _WIDE.findall(raw) for text in _wide(run.replace(b"\x00", b"").decode("latin-1"), run))
    return "\n".join((*narrow, *wide))


def _wide(text: str, run: bytes) -> tuple[str, ...]:
    is_doubtful = run[:1] != b"\x00" != run[-1:]  # its first or its last letter may be part of something else
    return (text[:-1], text[1:]) if is_doubtful else (text,)


def _narrow(run: bytes) -> str:
    try:
        return run.decode("utf-8")
    except UnicodeDecodeError:
        return run.decode("latin-1")
