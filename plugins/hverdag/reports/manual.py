"""Parses the manual page of a rule."""

from dataclasses import dataclass

from ..locale import Catalogue
from ..model.problem import Rule


@dataclass(frozen=True)
class Manual:
    """A rule's manual page: the summary, the paragraphs after it, and a good and a bad example."""

    summary: str
    text: tuple[str, ...]
    good: str
    bad: str


def manual(rule: Rule, words: Catalogue) -> Manual:
    """Return the parsed, translated manual of a rule."""
    paragraphs = [part for part in rule.manual.strip("\n").split("\n\n") if part.strip()]
    examples = {"Good:": "", "Bad:": ""}
    texts: list[str] = []
    current = ""
    for part in paragraphs:
        if part.strip() in examples:
            current = part.strip()
        elif current and part.startswith("    "):
            examples[current] += ("\n\n" if examples[current] else "") + _dedented(part)
        else:
            current = ""
            texts.append(words.say(" ".join(part.split())))
    return Manual(texts[0], tuple(texts[1:]), words.example(examples["Good:"]), words.example(examples["Bad:"]))


def _dedented(part: str) -> str:
    return "\n".join(line.removeprefix("    ") for line in part.split("\n"))
