"""The form all refusals share."""

from textwrap import dedent

from ...model.problem import Level, Rule, Tag


def error(id: str, message: str, remedy: str, manual: str) -> Rule:
    """Return a rule that stops a build."""
    return Rule(id, Level.ERROR, message, remedy, dedent(manual).strip(), (Tag.UNREADABLE,))


def warning(id: str, message: str, remedy: str, manual: str) -> Rule:
    """Return a rule that warns of what readers may see otherwise than it was meant."""
    return Rule(id, Level.WARNING, message, remedy, dedent(manual).strip())


def hint(id: str, message: str, remedy: str, manual: str) -> Rule:
    """Return a rule that tells what becomes of something in a text."""
    return Rule(id, Level.HINT, message, remedy, dedent(manual).strip())
