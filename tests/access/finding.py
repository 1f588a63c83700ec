"""What the tools find, and the exceptions to it: exceptions.yml says where a tool is wrong."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from playwright.sync_api import Page

Tool = Literal["axe", "qualweb", "nu"]
FILE = Path(__file__).with_name("exceptions.yml")

_MATCHES = """([element, selector]) => {
  try { return document.querySelector(element).matches(selector); } catch (error) { return false; }
}"""


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

    def covers(self, finding: Finding, page: Page | None) -> bool:
        """Return True if a finding is one of these."""
        if (self.tool, self.rule, self.is_question) != (finding.tool, finding.rule, finding.is_question):
            return False
        if not re.search(self.told, finding.told):
            return False
        if page is None:
            return re.search(self.element, finding.element) is not None
        return bool(page.evaluate(_MATCHES, [finding.element, self.element]))


@cache
def exceptions() -> tuple[Exempt, ...]:
    """Return all exceptions; those under `questions` are of what a tool cannot tell."""
    held = yaml.safe_load(FILE.read_text("utf-8"))
    faults = (Exempt(**one) for one in held["faults"])
    questions = (Exempt(**one, is_question=True) for one in held["questions"])
    return (*faults, *questions)


def left(findings: list[Finding], page: Page | None = None) -> list[str]:
    """Return the findings that no exception covers, in words."""
    return [str(one) for one in findings if not any(known.covers(one, page) for known in exceptions())]
