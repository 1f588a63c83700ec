"""An organisation's own look: the files of the folder theme/ in a publication. They come before the package's own."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

FOLDER = "theme"
BASE = "base.docx"
"""The file that Word files begin from."""
OURS = "hverdag"
"""The folder that the package's own templates are in, for a template that takes the place of one and uses it."""
PAGES, PAPERS, SHEETS = ".html", ".typ", ".css"
PICTURES = (".png", ".svg", ".webp")
FONTS = (".woff2",)


@dataclass(frozen=True, eq=False)
class OwnLook:
    """The contents of the files in theme/, by their paths in it. They were read once, so that what is checked
    is what is used."""

    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OwnLook) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    @cached_property
    def digest(self) -> str:
        """A digest of all files; an empty string if there are none."""
        return self.digest_of("")

    def digest_of(self, *endings: str) -> str:
        """Return a digest of the files whose names have one of these endings; an empty string if there are none. What
        is remembered of pages or papers depends on that of their templates."""
        whole, names = hashlib.sha256(), self.named(*endings)
        for name in names:
            content = self.files[name]
            whole.update(f"{name}\0{hashlib.sha256(content).hexdigest()}\n".encode("utf-8", "surrogatepass"))
        return whole.hexdigest() if names else ""

    def text(self, name: str) -> str | None:
        """Return the text of a file, or None if there is no such file. That it can be decoded was seen when it was
        read."""
        content = self.files.get(name)
        return None if content is None else content.decode("utf-8-sig").replace("\r\n", "\n")

    def named(self, *endings: str) -> tuple[str, ...]:
        """Return the files whose names have one of these endings, in order of name."""
        return tuple(sorted(name for name in self.files if name.endswith(endings)))

    @property
    def base(self) -> bytes:
        """The file that Word files begin from; empty if the package's own is used."""
        return self.files.get(BASE, b"")

    def without(self, *names: str) -> "OwnLook":
        """Return the look without some files: the package's own take their place again."""
        return OwnLook({name: content for name, content in self.files.items() if name not in names})


NO_LOOK = OwnLook()
"""The look of a publication without theme/."""


def own_path(name: str) -> str:
    """Return the path of a file in the publication, from its path in theme/."""
    return f"{FOLDER}/{name}"
