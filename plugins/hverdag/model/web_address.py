"""Web addresses: what is one, and what was meant by what is none."""

import re
from collections.abc import Mapping
from urllib.parse import quote, urlsplit, urlunsplit

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""What a link may lead to besides our own pages."""

_WEB = re.compile(r"https?://[^\s\"'<>]+")
_BETWEEN = re.compile(r"\{([^{}]*)\}")
_SAFE = "/?&=%:@!$'()*+,;~[]#"
"""What stays as it is in an address."""
_SCHEME = re.compile(r"(?:(https?)(?::/*|/+))?/*(.*)", re.IGNORECASE)


def with_slash(address: str) -> str:
    """Return an address with the slash at its end that other addresses are added to, where it names a folder."""
    last = address.rpartition("/")[2]
    names_file = "." in last and address.count("/") > 2
    return address if not is_web(address) or not last or names_file or set("?#@") & set(address) else f"{address}/"


def is_base(address: str) -> bool:
    """Return True if addresses can be made by adding to this one. It is printed, so it must be what it looks like."""
    return is_web(address) and address.endswith("/") and not set(address) & set("?#@\\")


def mended_base(address: str) -> str:
    """Return the address that was probably meant, to which others can be added; an empty text if it is none at all."""
    plain = re.sub(r"\s+", "", address.strip().strip("<>\"'»«")).replace("\\", "/")
    plain = re.split(r"[?#]", plain, maxsplit=1)[0]
    found = _SCHEME.match(plain)
    scheme, host_and_path = (found[1] or "https", found[2]) if found else ("https", plain)
    host, _, path = host_and_path.partition("/")
    host = host.rpartition("@")[2].casefold()
    folder = re.sub(r"(?:^|(?<=/))[^/]*\.[a-z]{2,5}$", "", re.sub("/{2,}", "/", path), flags=re.IGNORECASE)
    made = f"{scheme.casefold()}://{host}/{folder}"
    made = made if made.endswith("/") else f"{made}/"
    return made if is_base(made) and ("." in host or host.startswith("localhost")) else ""


def is_form(address: str) -> bool:
    """Return True if a text is the whole address of a form that people can be sent to: what they write there travels
    encrypted."""
    return address.startswith("https://") and is_web(address)


def mended_form(address: str) -> str:
    """Return the address of a form that was probably meant, with all that it asks for; an empty text if it is none."""
    found = _SCHEME.match(address.strip())
    rest = found[2] if found else ""
    host, made = rest.partition("/")[0], f"https://{rest}"
    return made if "." in host and not set(host) & set(' :@"\\<>{}') and is_form(made) else ""


def places_in(address: str) -> tuple[str, ...]:
    """Return the names between `{` and `}` in an address, where something is to be filled in."""
    return tuple(dict.fromkeys(_BETWEEN.findall(address)))


def filled(address: str, places: Mapping[str, str]) -> str:
    """Return an address with its places filled in, as it is copied and scanned: letters such as æ are percent-encoded.
    An empty text is returned if there is none, or if no computer can be called so."""
    for place, given in places.items():
        address = address.replace(f"{{{place}}}", quote(given, safe=""))
    parts = urlsplit(address)
    host = parts.netloc
    if not host.isascii():
        try:
            host = host.encode("idna").decode()
        except UnicodeError:
            return ""
    return urlunsplit((parts.scheme, host, *(quote(part, safe=_SAFE) for part in parts[2:])))


def is_web(address: str) -> bool:
    """Return True if a text is a web address."""
    try:
        return _WEB.fullmatch(address) is not None and bool(urlsplit(address).hostname)
    except ValueError:
        return False
