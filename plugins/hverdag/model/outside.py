"""What asks another computer for something: addresses and CSS, as browsers read them."""

import re
from urllib.parse import urlsplit

_DROPPED = "\t\n\r"
"""What browsers take out of an address wherever it stands."""
_AROUND = "".join(map(chr, range(33)))
"""What they take away before and after one."""
_SCHEMES = frozenset({"http", "https", "ftp", "ws", "wss"})
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})(?:\r\n|[ \t\n\r\f])?|(\r\n|[\n\r\f])|(.))", re.DOTALL)
_LAST_SIGN = 0x10FFFF
_LOADING = ("url(", "src(", "image(", "@import", "image-set(")
"""What each match of _LOADS begins with, in small letters."""
_LOADS = re.compile(
    r"(?:\b(?:url|src|image)\(|@import(?:\s|/\*[^*]*\*/)*|\bimage-set\([^{}]{0,500}?(?=[\"']))[\x00-\x20]*[\"']?[\x00-\x20]*"
    r"(?P<address>(?:(?:https?|ftp|wss?):|[/\\]{2})[^)\"'\s;]*)",
    re.IGNORECASE,
)


def as_read(address: str) -> str:
    """Return an address as browsers read it: without the signs that they drop, and with slashes for backslashes."""
    return _without_dropped(address.strip(_AROUND)).replace("\\", "/")


def is_outside(address: str) -> bool:
    """Return True if an address is on another computer."""
    plain = as_read(address)
    try:
        parts = urlsplit(plain)
    except ValueError:
        return True
    return bool(parts.netloc) or plain.startswith("//") or parts.scheme in _SCHEMES


def outside_in_css(css: str) -> str:
    """Return the first address on another computer that a piece of CSS loads; an empty string if there is none. Of a
    text that is no CSS, what comes back is what it would load if it were."""
    read = _without_dropped(_ESCAPE.sub(_unescaped, css) if "\\" in css else css)
    small = read.lower()
    if not any(word in small for word in _LOADING):  # a whole page takes the pattern a hundred times as long
        return ""
    found = _LOADS.search(read)
    return found["address"].strip() if found else ""


def _without_dropped(text: str) -> str:
    for sign in _DROPPED:
        text = text.replace(sign, "")
    return text


def _unescaped(escape: re.Match[str]) -> str:
    number, line_break, sign = escape.groups()
    if number:
        code = int(number, 16)
        return chr(code) if code <= _LAST_SIGN else ""
    return "" if line_break else str(sign)
