"""The style sheets and scripts of a feature."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Assets:
    """Names of files in the feature's folder, which are published under assets/hverdag/.

    `styles` and `scripts` are loaded on every page, `files` only on pages that ask for them.
    """

    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files."""
        return (*self.styles, *self.scripts, *self.files)
