"""A Markdown file with front matter, and the hand-written page."""

from ..declared import Declared, Placed, Text, Truth, declared
from .body import Body


class Document(Placed):
    """A Markdown file with front matter. Its id is its file name without the ending."""

    body: Body = Body()
    code: str = ""

    @property
    def id(self) -> str:
        """The file name without folder and ending, such as `noeglen`."""
        return self.path.rpartition("/")[2].removesuffix(".md")

    @property
    def heading(self) -> str:
        """The title for readers: the file name, unless a kind of document has a better one."""
        return self.id

    @property
    def pictures(self) -> tuple[str, ...]:
        """The paths of the pictures in it, such as `stories/doer.png`."""
        return self.body.pictures


class InSearch(Declared):
    """How search treats a hand-written page."""

    exclude: Truth = declared("Exclude", "`true` keeps the page out of the search.", default=False)


class HandWrittenPage(Document):
    """A hand-written page under docs/. MkDocs renders its text; its front matter is read here too, because MkDocs
    ignores a faulty one silently."""

    title: Text = declared("Title", "The page's name, where it differs from its first heading.")
    description: Text = declared("Description", "One sentence for search results.")
    same_as: Text = declared(
        "Same as",
        "On a page in another language: the page that it is the same as in the handbook's own, such as `talk.md`, "
        "where the two have different names.",
        names="page",
    )
    render_macros: Truth = declared("Macros", "`true` where the page uses {{ ... }}.", default=False)
    hide: tuple[Text, ...] = declared("Hide", "Parts of the page to leave out.", default=())
    search: InSearch | None = declared("Search", "How search treats the page.", default=None)
