"""The lock that a new publication is set up from: this version of the program, and what it was tried with, by hash."""

import json
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path

from ... import __version__
from ...publish.fonts import PACKED

NAME = "requirements.txt"
_SOURCE = Path(__file__).parents[4] / "requirements" / "build.txt"


def locked_requirements(unknown: str) -> str:
    """Return the text of the lock. `unknown` stands for the program's own hash where nobody knows it: it was not
    installed from a wheel."""
    digest = _own_digest()
    own = f"hverdag=={__version__} \\\n    --hash=sha256:{digest}\n" if digest else f"# {unknown}\n"
    return own + _lock()


def _lock() -> str:
    """Return the lock that came with the program, or lies beside it in its repository."""
    try:
        return (files(PACKED) / NAME).read_text("utf-8")
    except (ModuleNotFoundError, OSError):
        return _SOURCE.read_text("utf-8") if _SOURCE.is_file() else ""


def _own_digest() -> str:
    """Return the SHA-256 of the wheel that the program was installed from, as pip has noted it; empty if it has not."""
    try:
        noted = json.loads(distribution("hverdag").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return ""
    return str(noted.get("archive_info", {}).get("hashes", {}).get("sha256", ""))
