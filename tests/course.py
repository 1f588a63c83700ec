"""A publication in a git repository of its own, and what people do in it: write, nod, review, merge."""

import os
import subprocess
from pathlib import Path

from click.testing import CliRunner, Result

from hverdag.cli import cli

from .conftest import Publication

TODAY = "2026-11-21"

STORY = """\
---
title: Cyklen
summary: En cykel stod ved hegnet i tre dage, og ingen spurgte.
values: [mod]
kind: opgave
workplace: En skole
audience: [børn og unge]
themes: [nøgler]
questions: [Hvem ser det?, Hvem siger det?, Hvem spørger?]
because: Jeg gik selv forbi.
origin: collected
state: draft
told: 2026-03-02
review_by: 2027-03-01
code: F04
consent:
  reference: SAM-2026-014
  channels: [intranet, print, outside]
  until: 2028-03-01
mentioned:
  people: []
  asked: gruppeleder i en anden gruppe
  date: 2026-03-05
---

Cyklen stod ved hegnet. Jeg gik forbi den tre gange og tænkte, at nogen nok kom efter den.

Den fjerde dag spurgte jeg. Det var ikke for sent, men det var tæt paa.
"""
CONTRIBUTORS = """\
contributors:
  - role: pædagog, SFO
  - role: pedel
  - role: skolesekretær
"""


class Course:
    """A golden publication under git, with a remote main that branches are merged into."""

    def __init__(self, publication: Publication, seen: Path) -> None:
        self.publication = publication
        self.root = publication.root
        self.seen = seen
        self.git("init", "-q", "-b", "main")
        self.write(".gitignore", "/site\n/.site/\n.hverdag/\n")
        self.commit("Begynd")

    def git(self, *words: str, check: bool = True) -> str:
        kept = {
            **os.environ,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Redaktionen",
            "GIT_AUTHOR_EMAIL": "hverdag@lilleby.example",
            "GIT_COMMITTER_NAME": "Redaktionen",
            "GIT_COMMITTER_EMAIL": "hverdag@lilleby.example",
        }
        done = subprocess.run(["git", *words], cwd=self.root, capture_output=True, text=True, check=False, env=kept)
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done.stdout.strip() if check else done.stdout + done.stderr

    def write(self, path: str, text: str) -> None:
        self.publication.write(path, text)

    def read(self, path: str = "stories/cyklen.md") -> str:
        return (self.root / path).read_text("utf-8")

    def change(self, old: str, new: str, path: str = "stories/cyklen.md") -> None:
        self.publication.change(path, old, new)

    def commit(self, told: str) -> str:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", told)
        return self.git("rev-parse", "HEAD")

    def run(self, *words: str, today: str = TODAY, typed: str = "") -> Result:
        given = [*words, "-C", str(self.root), "--today", today]
        done = CliRunner().invoke(cli, given, input=typed, catch_exceptions=False)
        assert "Traceback" not in done.output
        return done

    def nod(self, role: str, *more: str, today: str = "2026-04-01", yes: bool = True) -> str:
        done = self.run("nod", "cyklen", "--as", role, *(["--yes"] if yes else []), *more, today=today)
        return done.output

    def review(self, *more: str, base: str = "main") -> str:
        return self.run("review", "--base", base, *more).output

    def rules(self) -> set[str]:
        return set(self.publication.rules()) - {"story-length", "game-values"}


def proposed(course: Course) -> None:
    """A story in review on a branch, with three contributors."""
    course.git("checkout", "-q", "-b", "cyklen")
    course.write(
        "stories/cyklen.md",
        STORY.replace("state: draft", "state: in-review").replace("origin:", CONTRIBUTORS + "origin:"),
    )
    course.commit("Cyklen: en fortælling")
