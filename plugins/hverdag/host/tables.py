"""Tables of hand-written pages: MkDocs' Markdown gives them neither a caption nor the scope of their headings."""

import re
from html import escape, unescape

from ..web.captions import Captions

_HEADING_OR_TABLE = re.compile(
    r"<(?P<level>h[1-6])\b[^>]*>(?P<words>.*?)</(?P=level)>"
    r"|(?P<begin><table\b[^>]*>)(?P<inside>(?:(?!<table\b).)*?)</table>",
    re.S,
)
_PART_OR_HEADING = re.compile(r"<(?P<part>thead|tbody)\b|<th(?=[\s>])(?P<rest>[^>]*>)")
_CAPTION = re.compile(r"\s*<caption\b")
_SCOPE = re.compile(r"\sscope\s*=")
_TAG = re.compile(r"<[^>]*>")


def named_tables(html: str, otherwise: str) -> str:
    """Return a page whose tables say what they are, in frames that scroll with the keyboard. A caption holds the words
    of the heading before the table, or `otherwise`; what an author wrote is kept."""
    captions, label = Captions(), escape(otherwise)

    def piece(found: re.Match[str]) -> str:
        if found["level"]:
            captions.heading = unescape(_TAG.sub("", found["words"])).replace("\u00b6", "").strip()
            return found[0]
        inside = _with_scopes(found["inside"])
        if not _CAPTION.match(inside):
            inside = f'<caption class="hv-aside">{escape(captions.next(otherwise), quote=False)}</caption>{inside}'
        frame = f'<div class="table-frame" tabindex="0" role="group" aria-label="{label}">'
        return f"{frame}{found['begin']}{inside}</table></div>"

    return _HEADING_OR_TABLE.sub(piece, html)


def _with_scopes(rows: str) -> str:
    """Return the inside of a table whose headings say whether they are a column's or a row's."""
    scope = "row"

    def piece(found: re.Match[str]) -> str:
        nonlocal scope
        if found["part"]:
            scope = "col" if found["part"] == "thead" else "row"
        elif not _SCOPE.search(found["rest"]):
            return f'<th scope="{scope}"{found["rest"]}'
        return found[0]

    return _PART_OR_HEADING.sub(piece, rows)
