"""A new file for an editor; one that is there is never written over."""

from pathlib import Path


def write_new(path: Path, text: str) -> Path:
    """Write a file that must not exist, and return its path. Raises FileExistsError where it does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = text.encode("utf-8")
    with path.open("xb") as written:
        written.write(content)
    return path
