"""A page as GitHub and GitLab read it, with the line of every block."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.gfm import gfm_plugin

from ..commonmark import any_link
from .words import LINE

_DEEPEST = 40
"""Levels of blocks that are read; what is deeper counts as text."""


class _Renderer(RendererHTML):
    """Writes the line of each block into the HTML."""

    def html_block(self, tokens: Sequence[Token], idx: int, _options: OptionsDict, _env: EnvType) -> str:
        token = tokens[idx]
        return f"<!--{LINE}{token.map[0] if token.map else 0}-->{token.content}"


@cache
def _reader() -> MarkdownIt:
    reader: MarkdownIt = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}, renderer_cls=_Renderer).use(gfm_plugin)
    reader.options["strikethrough_single_tilde"] = False  # GitHub alone strikes with one, and texts here do not
    reader.validateLink = any_link  # type: ignore[method-assign, assignment]
    return reader


def forge_html(text: str) -> str:
    """Return a text as the forge's HTML, with the number of each block's first line, from 0."""
    env: dict[str, Any] = {}
    tokens = _reader().parse(text, env)
    for token in tokens:
        if token.map and token.nesting >= 0 and token.type not in ("inline", "html_block"):
            token.attrSet(LINE, str(token.map[0] + (token.type == "fence")))
    return str(_reader().renderer.render(tokens, _reader().options, env))
