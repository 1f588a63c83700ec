"""The style sheets of an organisation's own look, and the pictures and fonts that they and its templates name."""

import posixpath
import re
from collections.abc import Iterator

from ..model.artifact import relative
from ..model.own_look import FONTS, PAGES, PICTURES, SHEETS, OwnLook, own_path
from .assets import asset_address

_NAMED = re.compile(r"""url\(\s*(?P<quote>["']?)(?P<address>[^"')]+)(?P=quote)\s*\)""", re.IGNORECASE)
_OTHER = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\#]", re.IGNORECASE)
"""How an address begins that is of no file beside the style sheet, as `data:` or `#shape`."""


def look_assets(look: OwnLook) -> dict[str, str | bytes]:
    """Return the files of a look that pages load, by their paths in the publication, as `theme/lilleby.css`."""
    sheets = look.named(SHEETS)
    named = {name for sheet in sheets for _, _, name in named_in_sheet(sheet, look.text(sheet) or "")}
    texts = [look.text(page) or "" for page in look.named(PAGES)]
    named |= {name for name in look.files if any(own_path(name) in text for text in texts)}
    shown = [name for name in look.named(*PICTURES, *FONTS) if name in named]
    pictures: dict[str, str | bytes] = {own_path(name): look.files[name] for name in shown}
    return {own_path(sheet): _with_addresses(sheet, look, pictures) for sheet in sheets} | pictures


def named_in_sheet(sheet: str, css: str) -> Iterator[tuple[int, str, str]]:
    """Yield each file beside a style sheet that it names: its place in the text, as written, and its path in theme/."""
    for found in _NAMED.finditer(css):
        address = found["address"].strip()
        if not _OTHER.match(address):
            path = re.split("[?#]", address, maxsplit=1)[0]
            yield found.start("address"), address, posixpath.normpath(posixpath.join(posixpath.dirname(sheet), path))


def _with_addresses(sheet: str, look: OwnLook, pictures: dict[str, str | bytes]) -> str:
    """Return a style sheet with the addresses at which the files that it names are published."""
    css = look.text(sheet) or ""
    here = asset_address(own_path(sheet), "")
    for at, written, name in reversed(list(named_in_sheet(sheet, css))):
        content = pictures.get(own_path(name))
        if content is not None:
            _, sign, shape = written.partition("#")
            address = f"{relative(asset_address(own_path(name), content), here)}{sign}{shape}"
            css = f"{css[:at]}{address}{css[at + len(written) :]}"
    return css
