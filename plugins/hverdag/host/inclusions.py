"""Files that hand-written pages bring in, by the plugin include-markdown or by pymdownx.snippets. What comes of them is
looked over in the finished page, as everything there; here it is seen that they are files of the publication, and none
that nothing is published from. Nothing is fetched from another computer."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from ..model.message import message
from ..model.problem import Problem, Source
from ..parse.files import file_lines
from ..web import page_rules
from .hooks import replace_hooks
from .macro_settings import Found
from .pages import FinishedPage
from .setting_faults import refused

PLUGIN, SNIPPETS = "include-markdown", "pymdownx.snippets"
_OURS = f"{__package__}.snippets"
_CLOSED = frozenset({"private", "site", "site-preview"})

Tell = Callable[[list[Problem]], None]


class Inclusions:
    """The files that the pages of one build bring in. `tell` is called with those that no page may have."""

    def __init__(self, config: MkDocsConfig, root: Path, tell: Tell) -> None:
        self._root, self._tell, self._page = root.resolve(), tell, ""
        extensions, configs = config.markdown_extensions, config.mdx_configs
        if SNIPPETS in extensions:
            extensions[extensions.index(SNIPPETS)] = _OURS
            configs[_OURS] = {**configs.pop(SNIPPETS, {}), "url_download": False, "may": self.may}
            # First of all: Markdown reads the page later.
            config.plugins.events["page_markdown"].insert(0, self._note)
        if plugin := config.plugins.get(PLUGIN):
            plugin.config["include_from_url"] = False
            replace_hooks(config, PLUGIN, "page_markdown", lambda method: self._watched(plugin, method))

    def may(self, file: str) -> bool:
        """Return True if a page may bring in a file, and else tell that it may not."""
        path = Path(file).resolve()
        inside = path.relative_to(self._root) if path.is_relative_to(self._root) else None
        if inside and inside.parts[0] not in _CLOSED and not any(part.startswith(".") for part in inside.parts):
            return True
        place = Source(self._page, *self._line_of(path.name))
        self._tell([page_rules.PAGE_INCLUDE.at(place, given=inside.as_posix() if inside else path.name)])
        return False

    def _line_of(self, name: str) -> tuple[int, int]:
        lines = enumerate(file_lines(self._root, self._page), 1)
        return next(((number, line.index(name) + 1) for number, line in lines if name in line), (1, 1))

    def _note(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        self._page = f"docs/{page.file.src_uri}"

    def _watched(self, plugin: Any, method: Callable[..., str]) -> Callable[..., str]:
        def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
            if isinstance(page, FinishedPage):
                return markdown
            self._note(markdown, page=page, config=config, files=files)
            before = len(plugin._files_watcher.included_files)
            made = method(markdown, page=page, config=config, files=files)
            brought = dict.fromkeys(plugin._files_watcher.included_files[before:])
            refused = [file for file in brought if not self.may(file)]
            return markdown if refused else made

        return on_page_markdown


def fetched(found: Found) -> Iterator[Problem]:
    """Yield a problem for each setting that has pages bring in what lies on another computer."""
    plugin: Any = found.config.plugins.get(PLUGIN)
    given = {option for layer in plugin.config.user_configs for option in layer} if plugin else set()
    asks = {
        ("plugins", PLUGIN, "include_from_url"): "include_from_url" in given and plugin.config["include_from_url"],
        ("markdown_extensions", SNIPPETS, "url_download"): found.config.mdx_configs.get(SNIPPETS, {}).get(
            "url_download"
        ),
    }
    for names, is_asked in asks.items():
        if is_asked:
            detail = message(
                "with {setting}: true, a page could fetch a text from another computer.", setting=names[-1]
            )
            yield refused(found.root, detail, message("Take the line out, and put the text in a file here."), *names)
