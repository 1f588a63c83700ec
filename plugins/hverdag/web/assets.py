"""The files that every page loads: the site's own style sheets, scripts and icon, and those of the features."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..model.artifact import Artifact
from ..model.settings import Language

FOLDER = "assets/hverdag"
STATIC = Path(__file__).parent / "static"

VALUE_COLOURS = "values.css"
"""The style sheet with the colours of the values, generated for each publication."""

ICON = f"{FOLDER}/icon.svg"
_STEMMERS = "assets/javascripts/lunr/min/lunr"
SMALL_STYLE = f"{FOLDER}/small.css"
"""The style sheet of small pages that stand outside the frame, such as those at short addresses."""

_OWN = ("hverdag.css", "text.css", "print.css", "paper.css", "small.css", "hverdag.js", "icon.svg")


def style_sheets(of_features: Iterable[str]) -> tuple[str, ...]:
    """Return the addresses of the style sheets that every page loads, in their order, with those of features."""
    own = ("hverdag.css", "text.css", *of_features, "print.css", VALUE_COLOURS, "paper.css")
    return tuple(f"{FOLDER}/{name}" for name in own)


def scripts(of_features: Iterable[str]) -> tuple[str, ...]:
    """Return the addresses of the scripts that every page loads."""
    return tuple(f"{FOLDER}/{name}" for name in ("hverdag.js", *of_features))


def own_assets() -> Iterator[Artifact]:
    """Yield the toolkit's own files."""
    yield from assets(STATIC, _OWN)


def assets(folder: Path, names: Iterable[str]) -> Iterator[Artifact]:
    """Yield files of a folder as artifacts in FOLDER."""
    for name in names:
        yield Artifact(f"{FOLDER}/{name}", (folder / name).read_text("utf-8"))


def stemmers(language: Language) -> tuple[str, ...]:
    """Return the addresses of Material's stemmers that search loads for a language; lunr itself has the English one."""
    if language is Language.ENGLISH:
        return ()
    return (f"{_STEMMERS}.stemmer.support.min.js", f"{_STEMMERS}.{language.value}.min.js")
