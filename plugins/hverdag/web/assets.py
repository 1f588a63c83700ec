"""The files that every page loads: the site's own style sheets, scripts and icon, and those of the features."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..model.artifact import Artifact
from ..model.settings import Language

FOLDER = "assets/hverdag"
STATIC = Path(__file__).parent / "static"

VALUE_COLOURS = "values.css"
"""The style sheet with the colours of the values, generated for each publication."""

_OWN = (
    "hverdag.css",
    "frame.css",
    "text.css",
    "print.css",
    "small.css",
    "first.js",
    "frame.js",
    "hverdag.js",
    "icon.svg",
)


def asset(name: str) -> str:
    """Return the address of a file of ours, by its name: the one place that says where they are published."""
    return f"{FOLDER}/{name}"


ICON = asset("icon.svg")
SMALL_STYLE = asset("small.css")
"""The style sheet of small pages that stand outside the frame, such as those at short addresses."""


def style_sheets(of_features: Iterable[str]) -> tuple[str, ...]:
    """Return the addresses of the style sheets that every page loads, in their order, with those of features."""
    own = ("hverdag.css", "frame.css", "text.css", *of_features, "print.css", VALUE_COLOURS)
    return tuple(map(asset, own))


def scripts(of_features: Iterable[str]) -> tuple[str, ...]:
    """Return the addresses of the scripts that every page loads."""
    return tuple(map(asset, ("frame.js", "hverdag.js", *of_features)))


def own_assets() -> Iterator[Artifact]:
    """Yield the toolkit's own files."""
    yield from assets(STATIC, _OWN)


def assets(folder: Path, names: Iterable[str]) -> Iterator[Artifact]:
    """Yield files of a folder as artifacts in FOLDER."""
    for name in names:
        yield Artifact(asset(name), (folder / name).read_text("utf-8"))


def stemmers(language: Language) -> tuple[str, ...]:
    """Return the names of the stemmers that search loads for a language; lunr itself has the English one."""
    if language is Language.ENGLISH:
        return ()
    return ("lunr.stemmer.support.min.js", f"lunr.{language.value}.min.js")
