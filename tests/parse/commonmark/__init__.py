"""The examples of the CommonMark specification, from the package that its authors publish."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.required import missing

HERE = Path(__file__).parent
PACKAGE = HERE / "node_modules" / "commonmark-spec"
COUNT = 652

# As in the package's own index.js.
_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$|^#{1,6} *(.*?)$", re.M | re.S)


@dataclass(frozen=True)
class Example:
    """One example: its section, the text, and the HTML that the specification says it is."""

    section: str
    text: str
    html: str


@cache
def examples() -> tuple[Example, ...]:
    """Every example in order, of which the first has number 1; skips the test where the package is not installed."""
    if not PACKAGE.is_dir():
        missing("The CommonMark specification is not here: npm ci in tests/parse/commonmark.")
    wanted = json.loads((HERE / "package.json").read_text("utf-8"))["devDependencies"]["commonmark-spec"]
    assert json.loads((PACKAGE / "package.json").read_text("utf-8"))["version"] == wanted, "npm ci"
    text = (PACKAGE / "spec.txt").read_text("utf-8").partition("<!-- END TESTS -->")[0]
    section, found = "", []
    for match in _EXAMPLE.finditer(text):
        if match[3] is not None:
            section = match[3]
        else:
            found.append(Example(section, match[1].replace("→", "\t"), match[2].replace("→", "\t")))
    assert len(found) == COUNT
    return tuple(found)
