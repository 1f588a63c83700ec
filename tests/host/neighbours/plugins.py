# ruff: noqa: ARG002 MkDocs gives its hooks more than each of them needs
"""Small plugins as other people write them: one that fails in each event, and some that do what they should not."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.plugins import EVENTS, BasePlugin

FAULT = "det gik galt"
CALLED: list[str] = []
"""What the plugins below were called for, in order."""


def raising(event: str) -> Callable[..., Any]:
    def hook(*given: Any, **named: Any) -> Any:
        raise ValueError(FAULT)

    hook.__name__ = event
    return hook


def failing(event: str) -> type[BasePlugin]:
    """A plugin that fails in one event, such as `on_nav`."""
    return type(f"Fails{event}", (BasePlugin,), {event: raising(event)})


FAILING = {f"on_{event}": failing(f"on_{event}") for event in EVENTS if event != "serve"}
"""Of each event, a plugin that fails in it. No command of ours calls on_serve."""


class Living(BasePlugin):
    """Notes when it begins and ends."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        CALLED.append(f"startup {command} {dirty}")

    def on_config(self, config: Any) -> Any:
        CALLED.append("config")
        return config

    def on_post_build(self, *, config: Any) -> None:
        CALLED.append("post_build")

    def on_build_error(self, *, error: Exception) -> None:
        CALLED.append(f"build_error {error}")

    def on_shutdown(self) -> None:
        CALLED.append("shutdown")


class EndsBadly(BasePlugin):
    """Fails at the end, and at the beginning of everything else that goes wrong."""

    def on_shutdown(self) -> None:
        raise RuntimeError("ved lukketid")


class NeverLoads(BasePlugin):
    """Cannot be made."""

    def __init__(self) -> None:
        raise RuntimeError("mangler en fil")


class Rewriting(BasePlugin):
    """Writes other words into a story than those that were nodded to."""

    def on_post_page(self, output: str, *, page: Any, config: Any) -> str:
        return output.replace("Hun rakte mig", "Han tog fra mig") if "doeren" in page.url else output


class Calling(BasePlugin):
    """Has every page call another computer."""

    def on_post_page(self, output: str, *, page: Any, config: Any) -> str:
        return output.replace("</body>", '<script src="https://taeller.example/t.js"></script></body>')


class RewritingLast(BasePlugin):
    """Does the same to the finished file."""

    def on_post_build(self, *, config: Any) -> None:
        for path in Path(config.site_dir).glob("fortaellinger/doeren/*.html"):
            path.write_text(path.read_text("utf-8").replace("Hun rakte mig", "Han tog fra mig"), "utf-8")


class Shrinking(BasePlugin):
    """Does what a plugin may: takes out spaces, and adds something of its own around the page."""

    def on_post_page(self, output: str, *, page: Any, config: Any) -> str:
        return re.sub(r"\n\s*", "\n", output).replace("</body>", "<!-- lille --></body>")


class Asking(BasePlugin):
    """Looks at what pages there are, as redirects does, and notes those of ours."""

    def on_files(self, files: Any, *, config: Any) -> Any:
        CALLED.extend(file.src_uri for file in files.documentation_pages() if "doeren" in file.src_uri)
        return files


class Fetching(BasePlugin):
    """What no handbook can have, whatever it would do."""

    def on_config(self, config: Any) -> Any:
        CALLED.append("fetched")
        return config

    def on_files(self, files: Any, *, config: Any) -> Any:
        raise RuntimeError("intet net")


class Exiting(BasePlugin):
    """Ends the program in the midst of a build."""

    def on_files(self, files: Any, *, config: Any) -> Any:
        raise SystemExit(0)


OTHERS = {
    "lives": Living,
    "ends-badly": EndsBadly,
    "never-loads": NeverLoads,
    "rewrites": Rewriting,
    "rewrites-last": RewritingLast,
    "shrinks": Shrinking,
    "calls": Calling,
    "exits": Exiting,
    "asks": Asking,
    **dict.fromkeys(("i18n", "material/blog", "material/privacy", "offline", "print-site", "section-index"), Fetching),
}
