"""Every message that readers or editors may meet, gathered from the code itself.

`python -m tests.catalogue` lists those that the Danish catalogue lacks, and those it no longer needs.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
from babel.messages.pofile import read_po
from jinja2 import Environment
from jinja2.ext import babel_extract

from hverdag.cli import cli
from hverdag.cli.spoken_help import help_texts
from hverdag.features.editors_guide.reference import TYPES
from hverdag.features.registry import registry
from hverdag.locale import HERE, catalogue
from hverdag.model.declared import Declared, fields, nested
from hverdag.pipeline.rule_registry import rule_groups, rules
from hverdag.reports.manual import manual

PACKAGE = HERE.parent
LEVELS = ("error", "warning", "hint")

_SAID_IN_THEME = re.compile(r"\bsay\(\s*([\"'])(.*?)\1")


def needed() -> set[str]:
    """Return every message in English."""
    return {
        *LEVELS,
        *rule_groups(),
        *(title for title, _ in registry().tables.values()),
        *(feature.footer[0] for feature in registry().features if feature.footer),
        *TYPES,
        'Did you mean "{suggestion}"?',
        *_in_rules(),
        *_in_fields(),
        *_in_templates(),
        *_in_theme(),
        *_in_code(),
        *_in_help(cli),
    }


def known() -> dict[str, str | tuple[str, ...]]:
    """Return the Danish catalogue: English to Danish, plural forms as a tuple."""
    with (HERE / "da" / "hverdag.po").open("rb") as opened:
        read = read_po(opened, locale="da")
    return {
        (message.id if isinstance(message.id, str) else message.id[0]): message.string for message in read if message.id
    }


def _in_rules() -> Iterator[str]:
    english = catalogue("en")
    for rule in rules().values():
        yield rule.message
        yield rule.remedy
        yield rule.none
        told = manual(rule, english)
        yield told.summary
        yield from told.text


def _in_fields() -> Iterator[str]:
    waiting: list[type[Declared]] = [model for _, model in registry().tables.values()]
    while waiting:
        for info in fields(waiting.pop()).values():
            yield info.title or ""
            yield info.description or ""
            inner = nested(info)
            if inner:
                waiting.append(inner)


def _in_templates() -> Iterator[str]:
    options = {"trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "false"}
    for path in sorted({*PACKAGE.rglob("*.html")} - {*(PACKAGE / "host").rglob("*.html")}):
        with path.open("rb") as opened:
            for _, _, message, _ in babel_extract(opened, ("_", "gettext", "ngettext", "count"), [], options):
                found = message if isinstance(message, str) else message[0]
                if found:
                    yield found


def _in_theme() -> Iterator[str]:
    for path in sorted((PACKAGE / "host" / "theme").rglob("*.html")):
        Environment(autoescape=True).parse(path.read_text("utf-8"))
        yield from (found[2] for found in _SAID_IN_THEME.finditer(path.read_text("utf-8")))


def _in_help(command: click.Command) -> Iterator[str]:
    yield from help_texts(command)
    if isinstance(command, click.Group):
        context = click.Context(command)
        found = (command.get_command(context, name) for name in command.list_commands(context))
        yield from (text for one in found if one for text in _in_help(one))


def _in_code() -> Iterator[str]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
                yield from _said(node.func, node.args)


def _said(function: ast.Attribute | ast.Name, given: list[ast.expr]) -> Iterator[str]:
    """Return the message of `say("...")` and `message("...")`, and of `count("...", "...", number)`."""
    name = function.attr if isinstance(function, ast.Attribute) else function.id
    if name in ("say", "message") or (name == "count" and len(given) == 3):
        yield from (str(first.value) for first in given[:1] if isinstance(first, ast.Constant))


if __name__ == "__main__":
    held = known() if Path(HERE / "da" / "hverdag.po").exists() else {}
    for message in sorted(needed() - set(held)):
        print("lacks:", repr(message))
    for message in sorted(set(held) - needed()):
        print("unused:", repr(message))
