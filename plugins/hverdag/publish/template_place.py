"""Where in a Typst template an error is."""

import re
from collections.abc import Container

from ..model.artifact import Template

_TEMPLATE_LINE = re.compile(r"([\w/.-]+\.typ):(\d+)")
"""The file and the line of an error, in a diagnostic of Typst."""


def place_in_template(diagnostic: str, template: Template, among: Container[str] | None = None) -> tuple[str, int]:
    """Return the file and the line of an error; the first line of the main file if Typst names none of the template's,
    or none `among` those that may be meant."""
    # Typst shows a file by its path from the working directory, as `../../tmp/run-x/paper-x/guides/guide.typ`.
    for place in _TEMPLATE_LINE.finditer(diagnostic.replace("\\", "/")):
        names = [name for name, _ in template.files if f"/{place[1]}".endswith(f"/{name}")]
        name = max(names, key=len, default="")
        if name and (among is None or name in among):
            return name, int(place[2])
    return template.main, 1
