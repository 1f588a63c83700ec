"""Data that a page loads when it needs it, as a classic script: `fetch` does not work from a USB stick."""

import json
from typing import Any


def data_script(kind: str, data: Any) -> str:
    """Return a script that passes data of a kind to the page; nothing in the data can end the script or be executed."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # Unescaped, these characters would end a line of the script, or the script element.
    for letter in "<\u2028\u2029":
        written = written.replace(letter, f"\\u{ord(letter):04x}")
    return f"hverdagData.{kind}({written});\n"
