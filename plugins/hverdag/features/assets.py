"""The style sheets and scripts of a feature."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from ..model.language import Language
from ..model.shown import Shown


class MadeAsset(NamedTuple):
    """A file that is made for each publication: its name, and what returns its content."""

    name: str
    make: Callable[[Shown], str]


class BorrowedAsset(NamedTuple):
    """A file that comes with an installed package: its name here, the package, and its path in the package. Some are of
    use in handbooks in one language alone."""

    name: str
    package: str
    path: str
    language: Language | None = None


@dataclass(frozen=True)
class Assets:
    """Names of files in the feature's folder, which are published under assets/hverdag/.

    `styles` and `scripts` are loaded on every page, `files` only on pages that ask for them, as those that are `made`
    or `borrowed`.
    """

    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    made: tuple[MadeAsset, ...] = ()
    borrowed: tuple[BorrowedAsset, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files."""
        others = (*(one.name for one in self.made), *(one.name for one in self.borrowed))
        return (*self.styles, *self.scripts, *self.files, *others)

    def contents(self, folder: Path, shown: Shown) -> Iterator[tuple[str, str]]:
        """Yield each file's name and content. `folder` is the feature's folder."""
        for name in (*self.styles, *self.scripts, *self.files):
            yield name, (folder / name).read_text("utf-8")
        for made in self.made:
            yield made.name, made.make(shown)
        for borrowed in (one for one in self.borrowed if one.language in (None, shown.settings.language)):
            yield borrowed.name, files(borrowed.package).joinpath(borrowed.path).read_text("utf-8")
