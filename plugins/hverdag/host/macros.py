"""What hand-written pages may write between {{ and }}. Only pages that ask for it are read for macros at all."""

from collections.abc import Callable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from ..build import NAMES, Fragments, Prepared, UnknownNameError, page_rules
from ..model.problem import Problem, Source


def register(config: MkDocsConfig, prepared: Prepared, problems: list[Problem], forgiving: bool) -> None:
    """Give the macros plugin, where the publication uses it, our names. Faults are gathered, or, in a preview
    (`forgiving`), shown where they stand."""
    plugin: Any = config.plugins.get("macros")
    if plugin is None or prepared.fragments is None:
        return
    plugin.config["render_by_default"] = False
    plugin.config["on_error_fail"] = not forgiving
    plugin.config["on_undefined"] = "strict"
    plugin.config["verbose"] = False
    plugin.register_macros({name: _macro(name, plugin, prepared.fragments, problems, forgiving) for name in NAMES})


def _macro(
    name: str, plugin: Any, fragments: Fragments, problems: list[Problem], forgiving: bool
) -> Callable[..., str]:
    def macro(*given: Any, **named: Any) -> str:
        try:
            return str(getattr(fragments, name)(plugin.page.url, *given, **named))
        except UnknownNameError as error:
            problems.append(page_rules.PAGE_NAME.at(_source(plugin), **error.parameters))
        except TypeError:
            problems.append(page_rules.PAGE_MACRO.at(_source(plugin), detail=f"{name}()", given=f"{name}("))
        return f'<p class="hv-flag hv-flag--preview">{name}: ?</p>' if forgiving else ""

    macro.__name__ = name
    return macro


def _source(plugin: Any) -> Source:
    return Source(f"docs/{plugin.page.file.src_uri}")
