"""What the forges are told to do, read as data: in this repository, and in a new publication of each language."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from hverdag.model.new_publication import Beginning
from hverdag.starter import starter_words
from hverdag.workflows.publications.begin import begin_publication

from .conftest import ROOT

Job = dict[str, Any]


@dataclass(frozen=True)
class ForgeFiles:
    """The forge files of a folder. `has_program` is True if the program is set up from the folder's own sources."""

    root: Path
    language: str = "da"
    has_program: bool = False

    @property
    def workflows(self) -> list[Path]:
        return sorted((self.root / ".github/workflows").glob("*.yml"))

    @property
    def forms(self) -> list[Path]:
        return sorted(path for path in self.config.parent.glob("*.yml") if path != self.config)

    @property
    def config(self) -> Path:
        return self.root / ".github/ISSUE_TEMPLATE/config.yml"

    @property
    def gitlab(self) -> Path:
        return self.root / ".gitlab-ci.yml"

    def say(self, danish: str) -> str:
        """Return what a name or a message that is so in Danish is in the language of these files."""
        known = starter_words("da").other
        name = next(name for name, word in known.items() if word in (danish, danish[0].lower() + danish[1:]))
        word = starter_words(self.language).other[name]
        return word if known[name] == danish else word[0].upper() + word[1:]

    def jobs(self) -> Iterator[tuple[str, Job]]:
        """Yield every job on GitHub, named as `handbook.check`."""
        for path in self.workflows:
            for name, job in read(path)["jobs"].items():
                yield f"{path.stem}.{name}", job

    def script(self, job: str, step: str) -> str:
        """Return the script of a step on GitHub, by the step's Danish name."""
        return next(str(one["run"]) for one in dict(self.jobs())[job]["steps"] if one["name"] == self.say(step))

    def gitlab_job(self, job: str) -> Job:
        """Return a job on GitLab, by its Danish name; `pages` is GitLab's own word."""
        found = read(self.gitlab)[job if job == "pages" else self.say(job)]
        assert isinstance(found, dict)
        return found

    def gitlab_script(self, job: str) -> str:
        return "\n".join(self.gitlab_job(job)["script"])

    def scripts(self) -> Iterator[str]:
        """Yield every script of both forges."""
        for _, job in self.jobs():
            yield from (step["run"] for step in job["steps"] if "run" in step)
        for job in read(self.gitlab).values():
            if isinstance(job, dict):
                yield from (line for part in ("before_script", "script") for line in job.get(part, ()))


REPOSITORY = ForgeFiles(ROOT, has_program=True)
LANGUAGES = ("da", "en")


def begun_forge(folder: Path, language: str) -> ForgeFiles:
    """Begin a publication in a folder, and return its forge files."""
    served = starter_words(language).served
    beginning = Beginning(language, "Boligforeningen Åparken", served, ("Tillid", "Mod"), "", "", "")
    begin_publication(folder, beginning, date(2026, 11, 21))
    return ForgeFiles(folder, language)


def read(path: Path) -> dict[Any, Any]:
    found = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def owners(root: Path, path: str, file: str = ".github/CODEOWNERS") -> list[str]:
    """Tell whom GitHub would ask about a path: the last line of CODEOWNERS that fits."""
    asked: list[str] = []
    for line in (root / file).read_text("utf-8").split("\n"):
        told = re.sub(r"\[\[[^\]]+\]\]", lambda word: word[0].replace(" ", "_"), line.split("#")[0])
        pattern, *names = told.split() or [""]
        assert not pattern or re.fullmatch(r"\*|/[\w./-]+", pattern), f"{pattern} is read by no test"
        if pattern in ("*", f"/{path}") or (pattern.endswith("/") and f"/{path}".startswith(pattern)):
            asked = names
    return asked


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
