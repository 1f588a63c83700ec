"""The form all refusals share."""

from textwrap import dedent

from ...model.problem import Level, Rule, Tag


def error(id: str, message: str, remedy: str, manual: str) -> Rule:
    """Return a rule that stops a build."""
    return Rule(id, Level.ERROR, message, remedy, dedent(manual).strip(), (Tag.UNREADABLE,))
