"""The look of our part of a page in a site that has a look of its own.

Our style sheets of texts are written for a page that is all ours: what is ours there stands in `.md-typeset`, which is
Material's name for every text of a site. Here it is what stands in `.hv-site`, and no rule reaches further.
"""

import re
from collections.abc import Mapping

from ..model.own_look import FOLDER as THEME
from .assets import FOLDER, SMALL_STYLE, STATIC, VALUE_COLOURS, asset_address

SITE_STYLE = "site.css"
"""The style sheet that decides between the two."""

PART = "hv-site"
"""The class of our part of a page."""

_FIRST, _LAST = ("book.css", "text.css"), ("print.css", VALUE_COLOURS)
_OF_OWN_FRAME = frozenset({"hverdag.css", "frame.css", "paper.css", SMALL_STYLE})
_PAGE = re.compile(r"(?:\.md-typeset )?\.md-content__inner(?:\.md-typeset)?(?![\w-])")
_TEXT = re.compile(r"\.md-typeset(?![\w-])")
_REM = re.compile(r"(?<![\w.#-])(\d*\.?\d+)rem\b")
_SHEET = re.compile(rf'<link rel="stylesheet" href="[^"]*{re.escape(FOLDER)}/[^"]*">\n?')
_SCALE = 0.8
"""Our sizes are made for a text of 1rem, and Material's texts are .8rem."""


def site_style(contents: Mapping[str, str | bytes]) -> tuple[str, str]:
    """Return the address and the text of the one style sheet of a site that has a look of its own, made of all style
    sheets of ours by their names, also those that only one page of a feature loads."""
    apart = {*_FIRST, *_LAST, *_OF_OWN_FRAME}
    sheets = (name for name in contents if name.endswith(".css") and not name.startswith(f"{THEME}/"))
    names = (*_FIRST, *sorted(name for name in sheets if name not in apart), *_LAST)
    parts = (*(_in_site(str(contents[name])) for name in names), (STATIC / SITE_STYLE).read_text("utf-8"))
    text = "\n".join(parts)
    return asset_address(SITE_STYLE, text), text


def without_sheets(html: str) -> str:
    """Return a page of ours without the style sheets that it loads by itself: they are in the one of the site."""
    return _SHEET.sub("", html)


def _in_site(sheet: str) -> str:
    part = f".{PART}"
    return _REM.sub(_scaled, _TEXT.sub(part, _PAGE.sub(part, sheet)))


def _scaled(size: re.Match[str]) -> str:
    return f"{float(size[1]) * _SCALE:.4f}".rstrip("0").rstrip(".") + "rem"
