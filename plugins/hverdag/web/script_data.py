"""Data that a page loads when it needs it, as a classic script: `fetch` does not work from a USB stick."""

import json
from typing import Any


def data_script(kind: str, data: Any) -> str:
    """Return a script that hands data of a kind over to the page; nothing in the data can end it, or be run."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # Inside a script, these would end a line or the script itself.
    for letter in "<\u2028\u2029":
        written = written.replace(letter, f"\\u{ord(letter):04x}")
    return f"hverdagData.{kind}({written});\n"
