"""Any Markdown that a story may be written in, for Hypothesis."""

from typing import Any

from hypothesis import strategies as some

from hverdag.model.texts.body import HEADINGS, Body
from hverdag.paper.letters import missing_letters
from hverdag.parse.markdown import Converter

WORD = some.text(some.sampled_from("abcdefghijklmnoprstuvyæøå"), min_size=2, max_size=12)
LINE = some.lists(WORD, min_size=1, max_size=12).map(" ".join)
MARKED = some.tuples(some.sampled_from(["*{}*", "**{}**", "`{}`", "[{}](https://example.org)", "{}"]), LINE).map(
    lambda pair: pair[0].format(pair[1])
)
PARAGRAPH = some.lists(MARKED, min_size=1, max_size=4).map(" ".join)


def _items(marker: str) -> Any:
    return some.lists(some.tuples(some.integers(0, 3), MARKED), min_size=1, max_size=6).map(
        lambda items: "\n".join("    " * min(depth, at) + f"{marker} {text}" for at, (depth, text) in enumerate(items))
    )


BLOCK = some.one_of(
    PARAGRAPH,
    some.tuples(some.integers(1, 6), LINE).map(lambda pair: f"{'#' * pair[0]} {pair[1]}"),
    _items("-"),
    _items("1."),
    PARAGRAPH.map(lambda text: f"> {text}"),
    some.lists(some.tuples(WORD, WORD), min_size=1, max_size=4).map(
        lambda rows: "\n".join(["| aa | bb |", "|:--|--:|", *(f"| {one} | {other} |" for one, other in rows)])
    ),
    some.tuples(LINE, PARAGRAPH).map(lambda pair: f"{pair[0]}\n:   {pair[1]}"),
    some.tuples(LINE, PARAGRAPH).map(lambda pair: f'!!! note "{pair[0]}"\n    {pair[1]}'),
    LINE.map(lambda text: f"```\n{text}\n```"),
    some.just("---"),
    some.text(max_size=60).filter(lambda text: not any(missing_letters(text)) and "<" not in text and "&" not in text),
)


def body_of(blocks: list[str]) -> Body | None:
    """The text that blocks become, or None where it is refused as it is, with a line of its own."""
    body, problems = Converter().convert("\n\n".join(blocks), "stories/x.md", 1)
    empty = [one for one in body.elements() if one.tag in HEADINGS and not Body((one,)).text.strip("\u00a0\u200b ")]
    return None if problems or empty else body
