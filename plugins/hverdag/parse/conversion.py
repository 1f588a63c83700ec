"""Markdown to clean HTML, for many texts at once: what no earlier run knows, two processes convert, half each."""

from collections.abc import Sequence

from .front_matter import SplitText
from .markdown import Converter
from .memory import Memory
from .other_process import OtherProcess


def clean_html(texts: Sequence[tuple[str, SplitText]], converter: Converter, memory: Memory) -> list[str | None]:
    """Return the clean HTML of texts, each given by its path and its parts; None for each that must be reported on."""
    known = memory.html
    keys = [memory.key(path, split.body_line, split.body) for path, split in texts]
    new = {key: (split.body, split.body_line) for key, (_, split) in zip(keys, texts, strict=True) if key not in known}
    unknown = list(new.values())
    half = len(unknown) // 2
    other = OtherProcess("hverdag.parse.worker", unknown[half:])
    if other.is_idle:
        half = len(unknown)
    found = [converter.plain_html(*text) for text in unknown[:half]]
    found += other.results()[: len(unknown) - half]
    known.update({key: html for key, html in zip(new, found, strict=True) if html is not None})
    return [known.get(key) for key in keys]
