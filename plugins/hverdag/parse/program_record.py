"""The record of what the program has written in a publication: digests of its files, and the organisation's name."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

RECORD = ".hverdag.json"


@dataclass(frozen=True)
class Record:
    """The digests of files by path, and the name that the organisation had; empty where it was not recorded."""

    files: Mapping[str, str]
    organisation: str = ""


def read_record(root: Path) -> Record | None:
    """Return the record of a publication; None if there is none, and an empty one if nobody can read it."""
    try:
        held = json.loads((root / RECORD).read_text("utf-8"))
        files = {str(path): str(digest) for path, digest in held["files"].items()}
        organisation = held.get("organisation", "")
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Record({})
    return Record(files, organisation if isinstance(organisation, str) else "")


def digest_of(text: str) -> str:
    """Return the digest of a text, whatever signs its lines end with."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()
