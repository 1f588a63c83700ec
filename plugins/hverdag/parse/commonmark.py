"""The forge's Markdown: CommonMark with GitHub's extensions, and the place of every link, picture and tag.

People nod to a text in a forge whose preview is CommonMark, so texts are read as it reads them. What differs is listed
in the editors' guide.
"""

from collections.abc import Callable
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from .bare_links import bare_link_plugin

MAX_LEVELS = 80
"""Levels of blocks that are read; a text with more has been refused for its depth. Each takes a few frames of stack."""

_PLACED = ("link", "image", "footnote_ref", "autolink", "html_inline")
"""The rules whose tokens get their position in the block, as `meta["at"]`."""

InlineRule = Callable[[StateInline, bool], bool]


def reader() -> MarkdownIt:
    """Return a reader of the forge's Markdown. It holds no state of a text, and takes longer to make than a story to
    read."""
    options = {"maxNesting": MAX_LEVELS, "store_labels": True, "tasklists": True, "alerts": True}
    markdown = MarkdownIt("commonmark", options).enable(["table", "strikethrough"]).use(footnote_plugin, inline=False)
    markdown.use(bare_link_plugin)
    markdown.validateLink = any_link  # type: ignore[method-assign, assignment]
    rules = {rule.name: rule.fn for rule in markdown.inline.ruler.__rules__}
    markdown.inline.ruler.at("strikethrough", _two_tildes(rules["strikethrough"]))
    # A note ends a table, as it ends a paragraph.
    notes = next(rule.fn for rule in markdown.block.ruler.__rules__ if rule.name == "footnote_def")
    markdown.block.ruler.at("footnote_def", notes, {"alt": ["paragraph", "reference", "blockquote"]})
    for name in _PLACED:
        markdown.inline.ruler.at(name, _placed(rules[name]))
    markdown.core.ruler.before("footnote_tail", "note_definitions", _note_definitions)
    markdown.core.ruler.before("footnote_tail", "typed", _typed)
    return markdown


def any_link(_: str) -> bool:
    """Return True: a link that is not allowed is refused with its place, and not shown as it was typed."""
    return True


def _placed(rule: InlineRule) -> InlineRule:
    """Return a rule that notes in its first token where in the block the token begins."""

    def run(state: StateInline, silent: bool) -> bool:
        begin, known = state.pos, len(state.tokens)
        is_match = rule(state, silent)
        if is_match and not silent:
            new = [token for token in state.tokens[known:] if token.type != "text"]
            if new:
                new[0].meta = {**new[0].meta, "at": begin}
        return is_match

    return run


def _two_tildes(rule: InlineRule) -> InlineRule:
    """Return the rule for what is struck, for two tildes only: one means "about", as in `~5 min og 10~`, and three are
    shown as they are."""

    def run(state: StateInline, silent: bool) -> bool:
        if silent or state.src[state.pos] != "~":
            return False
        length = state.scanDelims(state.pos, True).length
        if length == 2:
            return rule(state, silent)
        state.pending += "~" * length
        state.pos += length
        return True

    return run


def _note_definitions(state: StateCore) -> None:
    """Keep the label and the line of each note's definition, before the notes are moved to the end of the text."""
    state.env["definitions"] = [
        (token.meta["label"], token.map[0] if token.map else 0)
        for token in state.tokens
        if token.type == "footnote_reference_open"
    ]


def _typed(state: StateCore) -> None:
    """Keep the blocks of text as they stand in the file, also those in notes that nothing leads to. The text of each is
    kept as it was typed, in `meta["typed"]`, with a sign in place of what was escaped, or is code."""
    state.env["blocks"] = [token for token in state.tokens if token.type == "inline" and token.map]
    for token in state.tokens:
        if token.type == "inline":
            token.meta = {**token.meta, "typed": "".join(_as_typed(child) for child in token.children or ())}


def _as_typed(token: Token) -> str:
    if token.type == "text":
        return token.content
    return "\n" if token.type in ("softbreak", "hardbreak") else "\ufffc" if token.nesting == 0 else ""


def parsed(markdown: MarkdownIt, text: str) -> tuple[list[Token], dict[str, Any]]:
    """Return the tokens of a text, and what the reader noted of it: references, definitions and duplicates."""
    env: dict[str, Any] = {}
    return markdown.parse(text, env), env
