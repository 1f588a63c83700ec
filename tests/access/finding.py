"""What the tools find, and the exceptions to it: exceptions.yml says where a tool is wrong."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from playwright.sync_api import Page

Tool = Literal["axe", "qualweb", "nu"]
FILE = Path(__file__).with_name("exceptions.yml")

_MATCHES = """pairs => pairs.map(([element, selector]) => {
  try { return document.querySelector(element).matches(selector); } catch (error) { return false; }
})"""


@dataclass(frozen=True)
class Finding:
    """Something that a tool finds. `element` is the element's own selector on its page or, from the Nu HTML checker,
    the piece of HTML. `is_question` is True where the tool cannot tell, and asks a person to look."""

    tool: Tool
    rule: str
    element: str
    told: str
    is_question: bool = False

    def __str__(self) -> str:
        return f"{self.tool} {self.rule}: {self.told}\n    {self.element}"


@dataclass(frozen=True)
class Exempt:
    """Findings of one rule that are no faults, with the reason. `element` is a selector that the element must match
    or, for the Nu HTML checker, an expression that its HTML must match. `state` is where they are found, each time
    unless `is_of_a_moment` is True."""

    tool: Tool
    rule: str
    element: str
    state: str
    reason: str
    told: str = ""
    is_of_a_moment: bool = False
    is_question: bool = False

    def is_about(self, finding: Finding) -> bool:
        """Return True if a finding is one of these, where its element is."""
        if (self.tool, self.rule, self.is_question) != (finding.tool, finding.rule, finding.is_question):
            return False
        return re.search(self.told, finding.told) is not None


def covered(findings: list[Finding], known: Iterable[Exempt], page: Page | None = None) -> set[tuple[Finding, Exempt]]:
    """Return each finding that an exception covers, with the exception. A page is asked of all of them at once: asking
    takes longer than what it does."""
    pairs = [(one, exempt) for one in dict.fromkeys(findings) for exempt in known if exempt.is_about(one)]
    asked = [(one.element, exempt.element) for one, exempt in pairs]
    if page is None:
        matches = [re.search(pattern, element) is not None for element, pattern in asked]
    else:
        matches = page.evaluate(_MATCHES, asked) if asked else []
    return {pair for pair, matches_one in zip(pairs, matches, strict=True) if matches_one}


@cache
def exceptions() -> tuple[Exempt, ...]:
    """Return all exceptions; those under `questions` are of what a tool cannot tell."""
    held = yaml.safe_load(FILE.read_text("utf-8"))
    faults = (Exempt(**one) for one in held["faults"])
    questions = (Exempt(**one, is_question=True) for one in held["questions"])
    return (*faults, *questions)


def left(findings: list[Finding], page: Page | None = None) -> list[str]:
    """Return the findings that no exception covers, in words."""
    known = {one for one, _ in covered(findings, exceptions(), page)}
    return [str(one) for one in findings if one not in known]
