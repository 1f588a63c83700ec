"""pymdownx.snippets, for files that a page may bring in: inclusions.py says which."""

from typing import Any

from markdown import Markdown
from pymdownx.snippets import SnippetExtension, SnippetPreprocessor


class OpenSnippets(SnippetPreprocessor):  # type: ignore[misc]
    """Finds the files that pages name. `may` returns whether a page may have one, by its path."""

    def __init__(self, config: dict[str, Any], md: Markdown) -> None:
        self._may = config["may"]
        super().__init__(config, md)

    def get_snippet_path(self, path: str) -> str | None:
        """Return where a file lies; None for one that is not there, or that no page may have."""
        found: str | None = super().get_snippet_path(path)
        return found if found is None or self._may(found) else None


class OpenSnippetExtension(SnippetExtension):  # type: ignore[misc]
    """The extension, with the one setting more."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given)
        self.config["may"] = [lambda _: True, "Whether a page may bring in a file"]
        self.setConfigs(named)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 Python-Markdown's name
        """Read files before anything else of a page is read, as the extension itself does."""
        self.md = md
        md.registerExtension(self)
        config = self.getConfigs()
        config["tab_length"] = md.tab_length
        snippet = OpenSnippets(config, md)
        md.preprocessors.register(snippet, "snippet", 32)


def makeExtension(**named: Any) -> OpenSnippetExtension:  # noqa: N802 Python-Markdown's name
    """Return the extension, as Python-Markdown asks for it."""
    return OpenSnippetExtension(**named)
