"""What files are known by in a text that is nodded to: none by its name, so that renaming one makes no nod stale."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model.files import Picture, Recording
from ..model.handbook import Handbook


@dataclass(frozen=True)
class Identities:
    """Pictures and recordings are known by the digest of their bytes, and documents by their codes, which never change.

    `codes` maps the path of a document, now or before, to its code, and that of a hand-written page to the first path
    that it had; `names` maps the code of a value to its name.
    """

    pictures: Mapping[str, Picture] = field(default_factory=dict)
    recordings: Mapping[str, Recording] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, handbook: Handbook) -> "Identities":
        """Return the identities of a handbook's files."""
        codes = handbook.identities
        names = {codes.get(value.path, value.path): value.heading for value in handbook.values}
        return cls(handbook.pictures, handbook.recordings, codes, names)

    def name_alike(self, other: "Identities") -> bool:
        """Return True if every file is known by the same in both."""
        return (self.codes, self._digests()) == (other.codes, other._digests())

    def _digests(self) -> dict[str, str]:
        files: Mapping[str, Picture | Recording] = {**self.pictures, **self.recordings}
        return {path: file.digest for path, file in files.items()}

    def digest(self, path: str) -> str:
        """Return the digest of a picture or a recording, or its path if the digest is unknown."""
        file = self.pictures.get(path) or self.recordings.get(path)
        return file.digest if file and file.digest else path

    def document(self, path: str) -> str:
        """Return the code of a document, or its path if it has none."""
        return self.codes.get(path, path)

    def target(self, link: str) -> str:
        """Return where a link leads: the identity of a document of ours and the place in it, or the link itself."""
        path, sign, place = link.partition("#")
        return f"{self.document(path)}{sign}{place}"
