"""The sums of a meeting that Python and the reader's script are both held to."""

import json
from pathlib import Path
from typing import Any

AGREED: dict[str, list[dict[str, Any]]] = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
"""What goes in and what comes out, by what is computed."""
