"""The site's own style sheets, scripts and icon, and where they are published: at addresses with a digest of their
content, so that a new release is seen at once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..model.artifact import Artifact
from ..model.digest_name import with_digest

FOLDER = "assets/hverdag"
STATIC = Path(__file__).parent / "static"

VALUE_COLOURS = "values.css"
"""The style sheet with the colours of the values, generated for each publication."""

ICON = "icon.svg"
SMALL_STYLE = "small.css"
"""The style sheet of small pages that stand outside the frame, such as those at short addresses."""

_OWN = ("hverdag.css", "text.css", "print.css", SMALL_STYLE, "hverdag.js", ICON)
_NAMED = re.compile(r'"(?P<name>[a-z][\w.-]*\.(?:css|js|svg))"')


@dataclass(frozen=True)
class SiteAssets:
    """All style sheets, scripts and icons of one site: their contents, by name.

    Where a script names another of them in double quotes, it is published with the other's new name there: a search
    worker loads its parts from the folder that it lies in itself.
    """

    contents: Mapping[str, str]

    def asset(self, name: str) -> str:
        """Return the address of a file, by its name. Raises KeyError if there is no such file."""
        return self._published[name].path

    def artifacts(self) -> Iterator[Artifact]:
        """Yield every file as it is published."""
        yield from self._published.values()

    @cached_property
    def _published(self) -> Mapping[str, Artifact]:
        published: dict[str, Artifact] = {}
        for name in self.contents:
            self._publish(name, published, ())
        return published

    def _publish(self, name: str, published: dict[str, Artifact], within: tuple[str, ...]) -> str:
        """Add a file to those that are published, after those that it names, and return its new name."""
        if name in within:
            raise ValueError(f"{' names '.join((*within, name))}: no digest can be in all of them")

        def renamed(match: re.Match[str]) -> str:
            other = match["name"]
            return f'"{self._publish(other, published, (*within, name))}"' if other in self.contents else match[0]

        if name not in published:
            content = _NAMED.sub(renamed, self.contents[name])
            published[name] = Artifact(with_digest(f"{FOLDER}/{name}", content), content)
        return published[name].path.rpartition("/")[2]


def style_sheets(of_features: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the style sheets that every page loads, in their order, with those of features."""
    return ("hverdag.css", "text.css", *of_features, "print.css", VALUE_COLOURS)


def scripts(of_features: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the scripts that every page loads."""
    return ("hverdag.js", *of_features)


def own_assets() -> dict[str, str]:
    """Return the contents of the toolkit's own files, by name."""
    return {name: (STATIC / name).read_text("utf-8") for name in _OWN}
