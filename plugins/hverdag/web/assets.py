"""The site's own style sheets, scripts and icon, and where they are published: at addresses with a digest of their
content, so that a new release is seen at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..model.artifact import Artifact
from ..model.digest_name import with_digest
from ..model.own_look import FOLDER as THEME
from ..model.own_look import FONTS

FOLDER = "assets/hverdag"
FONT_FOLDER = "assets/fonts"
STATIC = Path(__file__).parent / "static"

VALUE_COLOURS = "values.css"
"""The style sheet with the colours of the values, generated for each publication."""

ICON = "icon.svg"
SMALL_STYLE = "small.css"
"""The style sheet of small pages that stand outside the frame, such as those at short addresses."""

COPY = "copy.js"
"""The script of buttons that copy a text; only pages with one load it."""

_OWN = (
    "hverdag.css",
    "frame.css",
    "book.css",
    "text.css",
    "print.css",
    "paper.css",
    SMALL_STYLE,
    "first.js",
    "frame.js",
    "hverdag.js",
    COPY,
    ICON,
)


@dataclass(frozen=True)
class SiteAssets:
    """All style sheets, scripts and icons of one site: their contents, by name."""

    contents: Mapping[str, str | bytes]

    def asset(self, name: str) -> str:
        """Return the address of a file, by its name: the one place that says where it is published. Raises KeyError if
        there is no such file."""
        return self.addresses[name]

    def artifacts(self) -> Iterator[Artifact]:
        """Yield every file as it is published."""
        yield from (Artifact(self.asset(name), content) for name, content in self.contents.items())

    @cached_property
    def addresses(self) -> Mapping[str, str]:
        """The address of each file, by its name. It holds a digest of the content."""
        return {name: asset_address(name, content) for name, content in self.contents.items()}


def asset_address(name: str, content: str | bytes) -> str:
    """Return where a file is published. Those of an organisation's own look, as `theme/logo.svg`, lie beside ours, and
    its fonts beside our fonts: what servers are told of the folders holds for them too."""
    folder = FONT_FOLDER if name.startswith(f"{THEME}/") and name.endswith(FONTS) else FOLDER
    return with_digest(f"{folder}/{name.replace('/', '-')}", content)


def style_sheets(of_features: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the style sheets that every page loads, in their order, with those of features."""
    return ("hverdag.css", "frame.css", "book.css", "text.css", *of_features, "print.css", VALUE_COLOURS, "paper.css")


def scripts(of_features: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the scripts that every page loads."""
    return ("frame.js", "hverdag.js", *of_features)


def own_assets() -> dict[str, str]:
    """Return the contents of the toolkit's own files, by name."""
    return {name: (STATIC / name).read_text("utf-8") for name in _OWN}
