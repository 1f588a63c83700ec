"""The lock that a new publication is set up from: this version of the program, and what it was tried with, by hash."""

import json
import re
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path

from ... import __version__
from ...publish.fonts import PACKED

NAME = "requirements.txt"
WHEELS = "wheels"
"""The folder of a publication in which the program may lie as files."""
_SOURCE = Path(__file__).parents[4] / "requirements" / "build.txt"


def locked_requirements(unknown: str, root: Path | None = None) -> str:
    """Return the text of the lock. `unknown` stands for the program's own hash where nobody knows it: it was not
    installed from a wheel, and the publication in `root`, if there is one yet, does not say it either."""
    digest = _own_digest() or (_digest_in(root) if root else "")
    own = f"hverdag=={__version__} \\\n    --hash=sha256:{digest}\n" if digest else f"# {unknown}\n"
    return own + _lock()


def _lock() -> str:
    """Return the lock that came with the program, or lies beside it in its repository."""
    try:
        return (files(PACKED) / NAME).read_text("utf-8")
    except (ModuleNotFoundError, OSError):
        return _SOURCE.read_text("utf-8") if _SOURCE.is_file() else ""


def _own_digest() -> str:
    """Return the SHA-256 of the wheel that the program was installed from, as pip has noted it; empty if it has not, as
    where it was found by a lock."""
    try:
        noted = json.loads(distribution("hverdag").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return ""
    return str(noted.get("archive_info", {}).get("hashes", {}).get("sha256", ""))


def _digest_in(root: Path) -> str:
    """Return the SHA-256 of this version's wheel that a publication has locked already, or else of the one that lies
    there; empty if it has neither."""
    lock, wheels = root / NAME, sorted((root / WHEELS).glob(f"hverdag-{__version__}-*.whl"))
    line = rf"hverdag=={re.escape(__version__)}\s*\\\s*--hash=sha256:([0-9a-f]{{64}})\b"
    locked = re.search(rf"(?m)^{line}", lock.read_text("utf-8", "replace")) if lock.is_file() else None
    if locked:
        return locked[1]
    return sha256(wheels[0].read_bytes()).hexdigest() if len(wheels) == 1 else ""
