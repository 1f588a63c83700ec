"""What the program has written in a publication, by digest, so that an upgrade can tell it from anybody's own words."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

RECORD = ".hverdag.json"
BEFORE = Path(__file__).with_name("before.json")
"""The digests of the texts that came with the sample before any were recorded, by path; an empty one for a page that
speaks for the sample's organisation, and is never replaced."""
_ABOUT = "What Hverdag has written here, by digest. hverdag upgrade reads it, and leaves everything else alone."


def digest_of(text: str) -> str:
    """Return the digest of a text, whatever signs its lines end with."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


def record_of(texts: Mapping[str, str]) -> str:
    """Return the record of some texts, by their paths."""
    return record_with({path: digest_of(text) for path, text in texts.items()})


def record_with(digests: Mapping[str, str]) -> str:
    """Return the record with these digests, by the paths of the texts."""
    files = dict(sorted(digests.items()))
    return json.dumps({"about": _ABOUT, "files": files}, ensure_ascii=False, indent=1) + "\n"


def recorded(root: Path) -> Mapping[str, str]:
    """Return the digests of what the program has written in a publication, by path; those of the sample if there is no
    record, or none that can be read."""
    try:
        files = json.loads((root / RECORD).read_text("utf-8"))["files"]
        return {str(path): str(digest) for path, digest in files.items()}
    except FileNotFoundError:
        known: dict[str, str] = json.loads(BEFORE.read_text("utf-8"))
        return known
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
