"""Addresses that stand in a text as they are, such as https://kl.dk: they become links, as GitHub makes them.

mdit_py_plugins has rules for them too, but they take a Danish quotation mark or a dash for a part of the address, miss
what stands in one, and ask at every w of a text.
"""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_ENDS = "<»«›‹„“”‚‘’–—…"
_HOST = r"(?:[^\W_]|-)[\w-]*(?:\.[\w-]+)*"
_REST = rf"(?:[/?#:|\\][^\s{_ENDS}]*)?"
_WEB = re.compile(rf"https?://{_HOST}{_REST}", re.IGNORECASE)
_WITHOUT_PROTOCOL = re.compile(
    rf"(?<![^\s*_~({_ENDS[1:]}\"'])(?P<web>www\.{_HOST}{_REST})"
    r"|(?<![\w.+/:@-])(?:mailto:)?[A-Za-z0-9.+_-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9_-]*[A-Za-z0-9])*\.[A-Za-z0-9_-]*[A-Za-z]"
    r"(?![\w@-])"
)
_PROTOCOL = re.compile(r"(?<![A-Za-z])https?$", re.IGNORECASE)
_LONGEST_PROTOCOL = 5
_TRAILING = frozenset("?!.,:*_~'\"[]")
_ENTITY = re.compile(r"&[A-Za-z]+;$")


def bare_link_plugin(markdown: MarkdownIt) -> None:
    """Read addresses with a protocol while a text is read, before their signs can mean anything else, and those without
    one when it has been read."""
    markdown.inline.ruler.push("bare_link", _with_protocol)
    markdown.core.ruler.after("text_join", "bare_links", _without_protocol)


def _with_protocol(state: StateInline, silent: bool) -> bool:
    """Emit a link for an address with a protocol. It is asked at each colon, when the protocol has been passed."""
    if silent or state.linkLevel or not state.src.startswith("://", state.pos):
        return False
    before = _PROTOCOL.search(state.src[max(0, state.pos - _LONGEST_PROTOCOL - 1) : state.pos])
    if not before or not state.pending.endswith(before[0]):
        return False
    begin = state.pos - len(before[0])
    found = _WEB.match(state.src, begin, state.posMax)
    address = _trimmed(found[0]) if found else ""
    if not _has_domain(address):
        return False
    state.pending = state.pending[: -len(before[0])]
    for token in _link(address, state.level, state.md):
        state.push(token.type, token.tag, token.nesting)
        state.tokens[-1] = token
    state.pos = begin + len(address)
    return True


def _without_protocol(state: StateCore) -> None:
    for block in state.tokens:
        if block.type == "inline" and ("www." in block.content or "@" in block.content):
            block.children = list(_linked(block.children or [], state.md))


def _linked(tokens: list[Token], markdown: MarkdownIt) -> Iterator[Token]:
    links = 0
    for token in tokens:
        links += token.nesting if token.tag == "a" else 0
        if token.type == "text" and not links:
            yield from _parts(token, markdown)
        else:
            yield token


def _parts(token: Token, markdown: MarkdownIt) -> Iterator[Token]:
    text, end = token.content, 0
    for found in _WITHOUT_PROTOCOL.finditer(text):
        address = _trimmed(found[0]) if found["web"] else found[0]
        if _has_domain(address):
            yield _text(text[end : found.start()], token.level)
            yield from _link(address, token.level, markdown)
            end = found.start() + len(address)
    yield _text(text[end:], token.level)


def _has_domain(address: str) -> bool:
    """Return True if an address names a computer: its last two parts hold no underscore, as GitHub asks."""
    host = re.split(r"[/?#:|\\]", address.partition("://")[2] or address.rpartition("@")[2])[0]
    return bool(host) and "_" not in ".".join(host.split(".")[-2:])


def _trimmed(address: str) -> str:
    """Return an address without the signs that end a sentence, and without a bracket that it does not open."""
    while address:
        if address[-1] in _TRAILING:
            address = address[:-1]
        elif address[-1] == ";":
            address = _ENTITY.sub("", address) if _ENTITY.search(address) else address[:-1]
        elif address[-1] == ")" and address.count(")") > address.count("("):
            address = address[:-1]
        else:
            break
    return address


def _text(content: str, level: int) -> Token:
    return Token("text", "", 0, content=content, level=level)


def _link(address: str, level: int, markdown: MarkdownIt) -> Iterator[Token]:
    """Yield the tokens of a link to an address; the first has it as `meta["typed"]`."""
    is_mail = "@" in address and "/" not in address
    scheme = "" if ":" in address.partition("@" if is_mail else "//")[0] else "mailto:" if is_mail else "http://"
    href: dict[str, str | int | float] = {"href": markdown.normalizeLink(scheme + address)}
    yield Token("link_open", "a", 1, attrs=href, level=level, markup="autolink", info="auto", meta={"typed": address})
    yield _text(address, level + 1)
    yield Token("link_close", "a", -1, level=level, markup="autolink", info="auto")
