"""The site's own style sheet, script and icon, and the colours of its values."""

from collections.abc import Iterable, Iterator
from importlib.resources import files

from ..features.values.colour import NIGHT_PAPER, readable_on
from ..model.artifact import Artifact
from ..model.settings import Language
from ..model.texts.value import Value

FOLDER = "assets/hverdag"
STYLE_SHEETS = tuple(f"{FOLDER}/{name}.css" for name in ("hverdag", "course", "guide", "meeting", "print", "values"))
SCRIPTS = (f"{FOLDER}/hverdag.js", f"{FOLDER}/search.js")
GUIDE_SCRIPTS = tuple(f"{FOLDER}/{name}" for name in ("plan.js", "meeting.js", "guide.js"))
"""What guides need, and other pages do not."""

ALOUD_SCRIPT = f"{FOLDER}/aloud.js"
"""What a story without a recording needs."""

ICON = f"{FOLDER}/icon.svg"
_STEMMERS = "assets/javascripts/lunr/min/lunr"
FILES = (
    "hverdag.css",
    "course.css",
    "guide.css",
    "meeting.css",
    "print.css",
    "protection.css",
    "protection.js",
    "short.css",
    "hverdag.js",
    "plan.js",
    "meeting.js",
    "guide.js",
    "compose.js",
    "draw.css",
    "draw.js",
    "search.js",
    "search-file.js",
    "search-worker.js",
    "search-words.js",
    "search-index.js",
    "aloud.js",
    "icon.svg",
)
NIGHT_CONTRAST = 7.0


def style(values: Iterable[Value]) -> Iterator[Artifact]:
    """Yield everything the pages need to look as they should."""
    static = files("hverdag.render") / "static"
    for name in FILES:
        yield Artifact(f"{FOLDER}/{name}", (static / name).read_text("utf-8"))
    yield Artifact(f"{FOLDER}/values.css", value_colours(values))


def stemmers(language: Language) -> tuple[str, ...]:
    """Return what search loads of Material's files for a language. English is part of lunr itself."""
    if language is Language.ENGLISH:
        return ()
    return (f"{_STEMMERS}.stemmer.support.min.js", f"{_STEMMERS}.{language.value}.min.js")


def value_colours(values: Iterable[Value]) -> str:
    """Return a rule for each value: its colour by day, and one light enough by night."""
    return "".join(
        f".hv-v-{value.id}{{--value-day:{value.colour};"
        f"--value-night:{readable_on(value.colour, NIGHT_PAPER, NIGHT_CONTRAST)}}}\n"
        for value in values
    )
