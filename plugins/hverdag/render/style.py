"""The site's own style sheet, script and icon, and the colours of its values."""

from collections.abc import Iterable, Iterator
from importlib.resources import files

from ..model.artifact import Artifact
from ..model.colour import NIGHT_PAPER, readable_on
from ..model.content import Value

FOLDER = "assets/hverdag"
STYLE_SHEETS = (f"{FOLDER}/hverdag.css", f"{FOLDER}/values.css")
SCRIPTS = (f"{FOLDER}/hverdag.js",)
ICON = f"{FOLDER}/icon.svg"
NIGHT_CONTRAST = 7.0


def style(values: Iterable[Value]) -> Iterator[Artifact]:
    """Yield everything the pages need to look as they should."""
    static = files("hverdag.render") / "static"
    for name in ("hverdag.css", "hverdag.js", "icon.svg"):
        yield Artifact(f"{FOLDER}/{name}", (static / name).read_text("utf-8"))
    yield Artifact(f"{FOLDER}/values.css", value_colours(values))


def value_colours(values: Iterable[Value]) -> str:
    """Return a rule for each value: its colour by day, and one light enough by night."""
    return "".join(
        f".hv-v-{value.id}{{--value-day:{value.colour};"
        f"--value-night:{readable_on(value.colour, NIGHT_PAPER, NIGHT_CONTRAST)}}}\n"
        for value in values
    )
