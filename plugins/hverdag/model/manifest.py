"""An edition's manifest: its files, and the stories that each file reveals. It holds no names and no texts, only the
codes of stories and fingerprints of their texts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath

from .addresses import PRINT
from .build_target import BuildTarget
from .language import in_own_site
from .texts.consent import Reach

NAME = "edition.json"
"""Its path in a site and in an offline edition."""

BESIDE = ".edition.json"
"""The ending of the name of the manifest beside a site or a zip file."""


@dataclass(frozen=True)
class Manifest:
    """One edition as it was made on a day. `outputs` holds, for each file, the codes of the stories it reveals, each
    with the fingerprint of its text; `preview` is True if the edition has drafts too. `commit` is the commit whose
    texts it was made of, and empty where they differ from any. `kept` holds the style sheets and scripts of editions
    before it that still lie in the site, each with the day on which another took its place."""

    title: str
    organisation: str
    name: str
    form: BuildTarget
    reach: Reach
    day: date
    outputs: Mapping[str, Mapping[str, str]]
    preview: bool = False
    commit: str = ""
    kept: Mapping[str, date] = field(default_factory=dict)

    def in_language(self, language: str, languages: Collection[str]) -> "Manifest":
        """Return the part in one of some languages that have folders of their own, by the paths in that folder; without
        a language, the part that is in none of them."""
        inside = {path: in_own_site(path, languages) for path in self.outputs}
        own = {
            path: name for path, name in inside.items() if (path.partition("/")[0] if name != path else "") == language
        }
        return replace(self, outputs={name: self.outputs[path] for path, name in own.items()})

    def files_with(self, code: str) -> tuple[str, ...]:
        """Return the paths of the files that reveal a story."""
        return tuple(path for path, stories in self.outputs.items() if code in stories)

    def ids_of(self, code: str) -> frozenset[str]:
        """Return the names that the pages which tell of one story alone have in their addresses, its own among them."""
        alone = (PurePosixPath(path) for path in self.files_with(code) if len(self.outputs[path]) == 1)
        return frozenset(page.parent.name if page.stem == "index" else page.stem for page in alone)

    def without(self, files: Collection[str]) -> "Manifest":
        """Return the manifest of the same edition without some of its files: it is no longer that of a commit."""
        outputs = {path: stories for path, stories in self.outputs.items() if path not in files}
        return replace(self, outputs=outputs, commit="")

    def gone_since(self, last: "Manifest") -> frozenset[str]:
        """Return the codes of the stories that an earlier edition revealed and this one does not: not in any file, or
        not in one of the printed files."""
        paper = {
            code
            for path, stories in last.outputs.items()
            if is_printed(path)
            for code in stories
            if code not in self.outputs.get(path, {})
        }
        return frozenset(paper | (last.codes - self.codes))

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all stories in it."""
        return frozenset(code for stories in self.outputs.values() for code in stories)


def is_printed(path: str) -> bool:
    """Return True for a file of a site that is made to be printed, in whatever language."""
    return in_own_site(path).startswith(f"{PRINT}/")
