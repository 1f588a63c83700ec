"""A preview in all languages of a publication: the others lie in folders of the first one, as in the finished site."""

from datetime import date
from pathlib import Path
from typing import Any

from ...model.language import Language
from ...pipeline.languages.links import tied
from ...pipeline.on_request import SiteOnRequest
from ...pipeline.read import ReadPublication
from .site import Preview


class LanguagesPreview(Preview):
    """A preview of the publication in `root`, and one in the folder of each of its other languages."""

    def __init__(self, root: Path, folder: Path, *given: Any) -> None:
        super().__init__(root, folder, *given)
        self._given = given
        self._others: dict[Language, Preview] = {}

    def lay_out(self, publication: ReadPublication, today: date) -> SiteOnRequest:
        """Make a publication ready in every language, each page tied to the same in the others."""
        with self._lock:
            site = super().lay_out(publication, today)
            sites = {}
            for other in publication.others:
                preview = self._preview(other.language, other.composed.folder)
                preview.folder.mkdir(exist_ok=True)
                sites[other.language] = preview.lay_out(other.publication.for_preview(), today)
            for gone in self._others.keys() - sites.keys():
                self._others.pop(gone).close()
            site.languages, ties = tied(site, sites)
            for language, one in sites.items():
                one.languages = ties[language]
        return site

    def _preview(self, language: Language, root: Path) -> Preview:
        if language not in self._others:
            self._others[language] = Preview(root, self.folder / language, *self._given)
        return self._others[language]

    def write(self, path: str) -> None:
        """Write the file at a path of the site, in whatever language, if it is not there as it was last read."""
        mark, _, inside = path.partition("/")
        with self._lock:
            other = next((preview for language, preview in self._others.items() if language == mark), None)
        if other:
            other.write(inside)
        else:
            super().write(path)

    def close(self) -> None:
        """End what is at work, and delete what it has written."""
        for other in self._others.values():
            other.close()
        super().close()
