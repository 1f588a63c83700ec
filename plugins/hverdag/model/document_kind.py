"""A kind of document: its fields, the folder of its files, and the addresses of its pages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from .files import PICTURES
from .settings import Settings
from .texts.document import Document

D = TypeVar("D", bound=Document)


@dataclass(frozen=True, kw_only=True)
class DocumentKind(Generic[D]):
    """A feature's kind of document. `folder` is the folder of its files in the publication, such as `stories/`, and
    `title` the heading of its table in the editors' reference. `folder_in` names the folder in a language where it is
    another; a publication may use either.

    `address_folder` is the folder of its pages in the site, for each language; handbook.yml may name another in the
    field `settings_name` under `folders`. `order` is the sort key of documents, which otherwise are in the order of
    their paths. `code_letters` are the first letters of their codes.
    """

    id: str
    model: type[D]
    folder: str
    title: str
    settings_name: str
    address_folder: Mapping[str, str]
    code_letters: str
    folder_in: Mapping[str, str] = field(default_factory=dict)
    order: Callable[[D], tuple[object, ...]] | None = None
    endings: tuple[str, ...] = (".md", *PICTURES)
    """The endings of files allowed in the folder; in docs/, others are allowed too."""

    @property
    def is_in_docs(self) -> bool:
        """True if the documents lie among the hand-written pages. Their list is then a hand-written page too."""
        return self.folder.startswith("docs/")

    @property
    def folders(self) -> tuple[str, ...]:
        """Every folder that the files may lie in, in any language."""
        return (self.folder, *self.folder_in.values())

    def paths_of(self, id: str) -> tuple[str, ...]:
        """Return the paths that a text of this kind may have, by its file name without the ending."""
        return tuple(f"{folder}{id}.md" for folder in self.folders)

    def folder_of(self, path: str) -> str:
        """Return the one of the folders that a file lies in; an empty string if it lies in none."""
        return next((folder for folder in self.folders if path.startswith(folder)), "")

    def has(self, path: str) -> bool:
        """Return True if a file is a text of this kind. In docs/, a folder's own page and its subfolders are not."""
        folder = self.folder_of(path)
        if not folder or not path.endswith(".md"):
            return False
        name = path.removeprefix(folder)
        return not self.is_in_docs or ("/" not in name and name != "index.md")

    def address_home(self, settings: Settings) -> str:
        """Return the folder of their pages in the site, without a slash."""
        named = str(getattr(settings.address_folders, self.settings_name, "") or "")
        return named or self.address_folder[settings.language.value]

    def address(self, document: Document, settings: Settings) -> str:
        """Return the address of a document's page on a server, such as `vaerdier/tillid/`."""
        name = document.path.removeprefix(self.folder_of(document.path)).removesuffix(".md")
        return f"{self.address_home(settings)}/{name}/"
