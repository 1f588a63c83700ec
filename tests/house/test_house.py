"""The house stands as drawn: imports, types, style, size, and what is documented."""

import ast
import subprocess
import sys
from pathlib import Path

import click
import pytest

from hverdag.cli import cli
from hverdag.features.registry import registry
from hverdag.model.declared import fields
from hverdag.pipeline.rule_registry import rules
from tests.conftest import ROOT

PACKAGE = ROOT / "plugins" / "hverdag"
MODULES = sorted(PACKAGE.rglob("*.py"))


def run(*command: str) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_imports_go_one_way() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_ruff_is_clean() -> None:
    run("ruff", "check", "--no-cache", "plugins", "tests", "scripts")
    run("ruff", "format", "--no-cache", "--check", "plugins", "tests", "scripts/setup.py")


def test_mypy_is_clean() -> None:
    run("mypy")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_and_functions_are_short(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 250
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno <= 45, f"{node.name} is long"


def test_nothing_generated_is_in_git() -> None:
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    assert not [
        name
        for name in files
        if name.startswith(("site/", ".site/", ".venv/")) or name.endswith((".mo", ".pdf", ".pyc", ".woff2"))
    ]


GUIDE = ROOT / "docs/redaktion/opfoelgning.md"
"""The editors' page on following up."""


def test_every_command_and_option_is_documented() -> None:
    told = "\n".join(path.read_text("utf-8") for path in (ROOT / "README.md", ROOT / "docs/redaktion.md", GUIDE))
    context = click.Context(cli)
    names = cli.list_commands(context)
    assert {"build", "check", "serve", "withdraw"} <= set(names)
    for name in names:
        command = cli.get_command(context, name)
        assert command is not None, name
        assert f"hverdag {name}" in told, name
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, f"{name} {option.name} has no help"


def test_every_field_has_label_and_help() -> None:
    for _, kind in registry().tables.values():
        for name, info in fields(kind).items():
            assert info.title, name
            assert info.description, name


def test_every_macro_is_documented_for_editors() -> None:
    told = (ROOT / "docs/redaktion.md").read_text("utf-8")
    assert [name for name in registry().macros if f"{{{{ {name}(" not in told] == []


def test_every_rule_and_field_stands_on_the_editors_pages(sample: Path) -> None:
    page = (sample / "redaktion/regler/index.html").read_text("utf-8")
    assert [id for id in rules() if f'id="regel-{id}"' not in page] == []
    told = (sample / "redaktion/felter/index.html").read_text("utf-8")
    for _, kind in registry().tables.values():
        assert [name for name in fields(kind) if f"<code>{name}</code>" not in told] == []
