"""An edition's manifest: what was made, and which stories each file of it tells of. It names no one, and tells no
story: only codes, and fingerprints of the texts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .addresses import PRINT
from .build_target import BuildTarget
from .texts.consent import Reach

NAME = "edition.json"
"""Where it lies in a site and in an offline edition."""

BESIDE = ".edition.json"
"""How the name of the one beside them ends."""


@dataclass(frozen=True)
class Manifest:
    """One edition as it was made on a day. `outputs` tell, for each file in it, the codes of the stories it tells of
    and the fingerprint of each one's text; `preview` says that it holds drafts too."""

    title: str
    organisation: str
    name: str
    form: BuildTarget
    reach: Reach
    day: date
    outputs: Mapping[str, Mapping[str, str]]
    preview: bool = False

    def files_with(self, code: str) -> tuple[str, ...]:
        """Return the paths of the files that tell of a story."""
        return tuple(path for path, stories in self.outputs.items() if code in stories)

    def gone_since(self, last: "Manifest") -> frozenset[str]:
        """Return the codes of the stories that an earlier edition told of where this one does not: nowhere, or no
        longer on paper."""
        paper = {
            code
            for path, stories in last.outputs.items()
            if path.startswith(f"{PRINT}/")
            for code in stories
            if code not in self.outputs.get(path, {})
        }
        return frozenset(paper | (last.codes - self.codes))

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all its stories."""
        return frozenset(code for stories in self.outputs.values() for code in stories)
