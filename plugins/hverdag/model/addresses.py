"""Addresses in the site, which are folder addresses such as `vaerdier/tillid/`. An address that only one feature uses
is in that feature."""

import posixpath
from urllib.parse import quote

from .artifact import INDEX
from .printable import VARIANT_NAMES, Printable, Variant
from .settings import Settings

PRINT = "print"
"""The folder of everything that is printed."""

SHORT = "f"
"""The folder of the short addresses; they stand on paper, so they never change."""

STORY_LIST = "stories/"
"""The target of the page that lists the stories."""

THEME_LIST = "themes/"
"""The target of the page that lists the themes."""

PROTECTION = "protection"
"""The target of the page on data protection."""

GUIDE_LIST = "guides/"
"""The target of the page that leads to all guides."""

COMPOSER = "guides/compose"
"""The target of the page where a leader puts a guide together."""

DRAW = "cards/draw"
"""The target of the page where cards are drawn."""

TELLING = "telling"
"""The target of the hand-written page on telling a story; it has an address only if the settings name such a page."""

HANDBOOK_GUIDE = "handbook"
"""Stands for the subject in the target of a guide that is about the handbook itself."""

HANDBOOK_CODE = "H"
"""Stands for the subject in the code of such a guide, as in H-M09."""

MOST_IN_A_NAME = 60
"""The most characters of a file's name: the whole path on a USB stick is limited."""


def guide_path(method: str, subject: str) -> str:
    """Return the target of links to a guide, by the names of its method and its story or value, or HANDBOOK_GUIDE."""
    return f"guides/{method}/{subject}"


def printed_address(printable: Printable, variant: Variant, settings: Settings) -> str:
    """Return the address of one variant of a printable, such as `print/pjece-ark.pdf`."""
    names = VARIANT_NAMES[settings.language]
    return f"{PRINT}/{'-'.join((printable.name, *(names.get(part, part) for part in variant.parts)))}.pdf"


def picture_address(printable: Printable) -> str:
    """Return the address of the small picture of a printable."""
    return f"{PRINT}/{printable.name}.png"


def short_address(code: str) -> str:
    """Return the short address of a code, in lower case, since readers type it from paper."""
    return f"{SHORT}/{code.casefold()}/"


def is_code(code: str) -> bool:
    """Return True if the last part of a short address is the code of a text, and no word such as `pjece`."""
    return any(map(str.isdigit, code))


def page_address(path: str) -> str:
    """Return the address of a hand-written page: `metoder/kort/` for `docs/metoder/kort.md`."""
    stem = path.removeprefix("docs/").removesuffix(".md")
    folder, name = posixpath.split(stem)
    if name == "index":
        return f"{folder}/" if folder else ""
    return f"{stem}/"


def in_a_file(address: str) -> str:
    """Return the address in the offline edition, where every page is a file: `vaerdier/tillid/` becomes
    `vaerdier/tillid.html`, and the list `vaerdier/` becomes `vaerdier/index.html`."""
    if address and not address.endswith("/"):
        return address
    folder, name = posixpath.split(address.rstrip("/"))
    return f"{folder}/{name}.html" if folder else posixpath.join(name, INDEX)


def page_file(path: str) -> str:
    """Return the address of a hand-written page in the offline edition, which is the path of its text with .html."""
    return f"{path.removeprefix('docs/').removesuffix('.md')}.html"


def edit_link(template: str, path: str) -> str:
    """Return the address where a file is edited, from the settings' template; an empty string if there is none."""
    return template.replace("{path}", quote(path)) if template else ""


def is_page(address: str) -> bool:
    """Return True if an address is that of a page, in either edition."""
    return address.endswith(("/", ".html"))


def stem(address: str) -> str:
    """Return the common beginning of the ways to write a page's address: its Markdown file, its folder, its HTML
    file."""
    return address.removesuffix("index.html").removesuffix(".html").removesuffix(".md").rstrip("/")
