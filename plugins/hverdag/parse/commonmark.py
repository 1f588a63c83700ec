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
from mdit_py_plugins.gfm import gfm_plugin

MAX_LEVELS = 80
"""Levels of blocks that are read; a text with more has been refused for its depth. Each takes a few frames of stack."""

_PLACED = (
    "link",
    "image",
    "footnote_ref",
    "autolink",
    "html_inline",
    "gfm_autolink_www",
    "gfm_autolink_protocol",
    "gfm_autolink_email",
)
"""The rules whose tokens get their position in the block, as `meta["at"]`."""

_PROTOCOLS = ("http", "https", "mailto", "xmpp")

InlineRule = Callable[[StateInline, bool], bool]


def reader() -> MarkdownIt:
    """Return a reader of the forge's Markdown. It holds no state of a text, and takes longer to make than a story to
    read."""
    markdown = MarkdownIt("commonmark", {"maxNesting": MAX_LEVELS, "store_labels": True}).use(gfm_plugin)
    markdown.options["strikethrough_single_tilde"] = False  # `~5 min og 10~`: a tilde means "about"
    markdown.validateLink = _any_link  # type: ignore[method-assign, assignment]
    rules = {rule.name: rule.fn for rule in markdown.inline.ruler.__rules__}
    rules["gfm_autolink_protocol"] = _after_protocol(rules["gfm_autolink_protocol"])
    for name in _PLACED:
        markdown.inline.ruler.at(name, _placed(rules[name]))
    markdown.core.ruler.before("footnote_tail", "note_definitions", _note_definitions)
    markdown.core.ruler.before("text_join", "typed", _typed)
    return markdown


def _any_link(_: str) -> bool:
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
                new[0].meta = {**new[0].meta, "at": min(begin, _start_of_bare_link(state, new[0], begin))}
        return is_match

    return run


def _after_protocol(rule: InlineRule) -> InlineRule:
    """Return the rule for bare addresses, asked only after a protocol: it looks through all the text before a colon."""

    def run(state: StateInline, silent: bool) -> bool:
        return state.src.endswith(_PROTOCOLS, max(state.pos - 6, 0), state.pos) and rule(state, silent)

    return run


def _start_of_bare_link(state: StateInline, token: Token, begin: int) -> int:
    """Return the position where a bare address begins: its rule starts at its colon or its @."""
    if token.type != "link_open" or token.info != "auto":
        return begin
    return state.pos - len(state.tokens[-2].content)


def _note_definitions(state: StateCore) -> None:
    """Keep the label and the line of each note's definition, before the notes are moved to the end of the text."""
    state.env["definitions"] = [
        (token.meta["label"], token.map[0] if token.map else 0)
        for token in state.tokens
        if token.type == "footnote_reference_open"
    ]


def _typed(state: StateCore) -> None:
    """Keep the text of each block as it was typed, in `meta["typed"]`: what was escaped, or is code, is left out."""
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
