"""What the program has written in a publication, by digest, so that an upgrade can tell it from anybody's own words."""

import json
from collections.abc import Mapping
from pathlib import Path

from ...parse.program_record import RECORD, digest_of, read_record

__all__ = ["RECORD", "digest_of", "record_of", "recorded"]

BEFORE = Path(__file__).with_name("before.json")
"""The digests of the texts that came with the sample before any were recorded, by path; an empty one for a page that
speaks for the sample's organisation, and is never replaced."""
_ABOUT = "What Hverdag has written here, by digest. hverdag upgrade reads it, and leaves everything else alone."


def record_of(texts: Mapping[str, str], organisation: str) -> str:
    """Return the record of some texts, by their paths, and of the organisation's name in them."""
    return record_with({path: digest_of(text) for path, text in texts.items()}, organisation)


def record_with(digests: Mapping[str, str], organisation: str) -> str:
    """Return the record with these digests, by the paths of the texts."""
    held = {"about": _ABOUT, "organisation": organisation, "files": dict(sorted(digests.items()))}
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def recorded(root: Path) -> Mapping[str, str]:
    """Return the digests of what the program has written in a publication, by path; those of the sample if there is no
    record, or none that can be read."""
    record = read_record(root)
    if record is None:
        known: dict[str, str] = json.loads(BEFORE.read_text("utf-8"))
        return known
    return record.files
