"""An edition's manifest: its files, and the stories that each file reveals. It holds no names and no texts, only the
codes of stories and fingerprints of their texts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .addresses import PRINT
from .build_target import BuildTarget
from .texts.consent import Reach

NAME = "edition.json"
"""Its path in a site and in an offline edition."""

BESIDE = ".edition.json"
"""The ending of the name of the manifest beside a site or a zip file."""


@dataclass(frozen=True)
class Manifest:
    """One edition as it was made on a day. `outputs` holds, for each file, the codes of the stories it reveals, each
    with the fingerprint of its text; `preview` is True if the edition has drafts too."""

    title: str
    organisation: str
    name: str
    form: BuildTarget
    reach: Reach
    day: date
    outputs: Mapping[str, Mapping[str, str]]
    preview: bool = False

    def files_with(self, code: str) -> tuple[str, ...]:
        """Return the paths of the files that reveal a story."""
        return tuple(path for path, stories in self.outputs.items() if code in stories)

    def gone_since(self, last: "Manifest") -> frozenset[str]:
        """Return the codes of the stories that an earlier edition revealed and this one does not: not in any file, or
        not in one of the printed files."""
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
        """The codes of all stories in it."""
        return frozenset(code for stories in self.outputs.values() for code in stories)
