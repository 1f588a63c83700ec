"""What the forges are told to do, read as data."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from .conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORMS = sorted(path for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
GITLAB = ROOT / ".gitlab-ci.yml"

Job = dict[str, Any]


def read(path: Path) -> dict[Any, Any]:
    found = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def jobs() -> Iterator[tuple[str, Job]]:
    """Yield every job on GitHub, named as `handbook.check`."""
    for path in WORKFLOWS:
        for name, job in read(path)["jobs"].items():
            yield f"{path.stem}.{name}", job


def script(job: str, step: str) -> str:
    """Return the script of a step on GitHub, by the step's name."""
    return next(str(one["run"]) for one in dict(jobs())[job]["steps"] if one["name"] == step)


def gitlab_script(job: str) -> str:
    return "\n".join(read(GITLAB)[job]["script"])


def scripts() -> Iterator[str]:
    """Yield every script of both forges."""
    for _, job in jobs():
        yield from (step["run"] for step in job["steps"] if "run" in step)
    for job in read(GITLAB).values():
        if isinstance(job, dict):
            yield from (line for part in ("before_script", "script") for line in job.get(part, ()))


def commands(text: str, program: str) -> Iterator[list[str]]:
    """Yield what is handed to a program in a script, up to where the shell goes on."""
    told = text.replace("\\\n", " ")
    for call in re.finditer(
        rf"(?:^|(?<=\s))(?:\S*/)?{program}((?:[ \t]+(?:\"[^\"]*\"|[^\s|&;<>\"])+)+)", told, re.MULTILINE
    ):
        yield shlex.split(call[1])


def tool(name: str, *arguments: str | Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run a tool that is installed beside this Python."""
    command = [str(Path(sys.executable).with_name(name)), *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, input=stdin, capture_output=True, text=True, check=False)


def actionlint(*arguments: str | Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run actionlint, the same on every machine: without the tools that only some have."""
    return tool("actionlint", "-no-color", "-shellcheck=", "-pyflakes=", *arguments, stdin=stdin)
