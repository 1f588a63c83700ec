"""Whatever a publication holds, and wherever: no command prints a personal number, or writes one anywhere."""

import json
import logging
import re
import shutil
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner
from mkdocs.config.defaults import MkDocsConfig

from hverdag import cli as commands
from hverdag.cli import cli
from hverdag.host.mkdocs import HverdagPlugin
from hverdag.host.own_frame import OwnFrame
from hverdag.host.quiet import Cover
from hverdag.pipeline.read import ReadPublication, read_and_check
from hverdag.pipeline.show import faulty_pages, show
from hverdag.privacy import NUMBERS, holds_number
from tests.conftest import GOLDEN, TODAY, Publication, rendered
from tests.course import Course
from tests.cpr_corpus import FOUND, Case

DAYS = ("150368", "010175", "550368", "750368", "290272", "010203", "15031868")
"""The dates that the corpus' numbers begin with: not even these may be shown."""

STORY = """---
title: {quoted}
summary: {quoted}
values: [{bare}]
kind: {quoted}
workplace: {quoted}
{key}: ja
audience: [{quoted}]
themes: [a]
questions: [{quoted}, B?, C?]
origin: {quoted}
state: published
told: {quoted}
review_by: {quoted}
code: {quoted}
image: {quoted}
image_alt: {quoted}
contributors:
  - role: {quoted}
  - role: pedel
response:
  answer: declined
  reason: {quoted}
  date: {quoted}
  role: {quoted}
---

{text}

![{bare}]({bare}.png)

[{bare}]({bare}.md) <i>{text}</i>

| Navn | Nummer |
|---|---|
| Inger | {bare} |
"""
PAGE = """---
title: {quoted}
render_macros: true
---
# {bare}

{{{{ story({quoted}) }}}} {{{{ {key}( }}}}

[x]({bare}.md)
"""
BROKEN = "---\ntitle: {bare}: ja\n\tsummary: [{bare}\n{bare}\n- {bare}\n---\n{text}\n"


def assert_silent(told: str) -> None:
    """No number of the corpus is in a text: not as it was written, not in its digits, not its date alone."""
    assert [number for number, case in enumerate(FOUND) if case.text in told] == []
    found = re.sub(r"[-./_\s]+(?=\d{2})", "", unicodedata.normalize("NFKC", told))
    assert [number for number, day in enumerate(DAYS) if re.search(rf"{day}\d", found)] == []
    assert not holds_number(told)


def plant(root: Path, cases: Sequence[Case]) -> None:
    """Set numbers of the corpus into every kind of place, a file or two for each."""
    for number, case in enumerate(cases):
        line = " ".join(case.text.split())
        quoted, bare = json.dumps(line, ensure_ascii=False), line.replace('"', "")
        key = re.sub(r"[^\w-]", "", line)
        words = {"quoted": quoted, "bare": bare, "text": case.text, "key": key if holds_number(key) else "noegle"}
        form = (STORY, BROKEN)[number % 4 == 3]
        (root / f"stories/s{number}.md").write_text(form.format(**words), encoding="utf-8")
        if number % 5 == 0:
            (root / f"docs/p{number}.md").write_text(PAGE.format(**words), encoding="utf-8")
            (root / f"docs/metoder/m{number}.md").write_text(STORY.format(**words), encoding="utf-8")
        if "/" not in line and number % 6 == 0:
            (root / f"stories/n{number} {line}.md").write_text(STORY.format(**words), encoding="utf-8")
    settings = root / "values/handbook.yml"
    facts = "".join(f"  - id: {json.dumps(f'f {case.text}')}\n    name: N\n" for case in cases[:20])
    settings.write_text(f"{settings.read_text('utf-8')}{facts}{FOUND[0].text}: ja\n", encoding="utf-8")


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Course]:
    """A publication full of numbers, in a repository whose main holds none."""
    folder = tmp_path_factory.mktemp("planted")
    shutil.copytree(GOLDEN / "good", folder / "good")
    course = Course(Publication(folder / "good"), folder / "seen")
    course.git("branch", "before")
    plant(course.root, FOUND[::16])
    # A story that can be read, and whose text was changed to hold a number and half a number.
    change(
        course.root, "stories/vinduet.md", "Vinduet stod åbent.", "Vinduet stod åbent for 150368-5010 og 150368\n5010."
    )
    change(course.root, "stories/doeren.md", "---\n\n", "---\n\n150368-5010 ")
    course.commit("Numre")
    yield course


def run(course: Course, *words: str) -> str:
    done = CliRunner().invoke(cli, [words[0], "-C", str(course.root), "--today", str(TODAY), *words[1:]], input="ja\n")
    assert done.exit_code in (0, 1, 2), words
    return done.output


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> ReadPublication:
    """A publication with every number of the corpus in every kind of place, read once."""
    root = tmp_path_factory.mktemp("full") / "good"
    shutil.copytree(GOLDEN / "good", root)
    plant(root, FOUND)
    return read_and_check(root, TODAY)


def test_every_planted_number_is_found(full: ReadPublication) -> None:
    found = {problem.source.path for problem in full.problems if problem.rule in NUMBERS}
    wanted = {
        entry.path for entry in full.handbook.entries if re.match(r"(stories/[sn]|docs/p|docs/metoder/m)\d", entry.path)
    }
    assert wanted - found == set()
    assert len(wanted) > 200


@pytest.mark.parametrize("form", ["text", "github", "json", "html", "part"])
def test_no_report_shows_a_number(full: ReadPublication, form: str) -> None:
    first = ["text", "github", "json", "html", "part"].index(form)
    told = show(full, full.problems[first::5], form)
    assert told.count("privacy-cpr") > 100
    assert_silent(told)
    if form == "json":
        assert all(isinstance(one["line"], int) for one in json.loads(told))


def test_the_check_prints_no_number(planted: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    """It looks once, and prints the same report in each form."""
    module = import_module("hverdag.cli.check")
    monkeypatch.setattr(module, "check_site", cache(module.check_site))
    for form in ("text", "github", "json", "html"):
        told = run(planted, "check", "--format", form)
        assert told.count("privacy-cpr") > 10
        assert_silent(told)


@pytest.mark.parametrize(
    "words",
    [
        ("build",),
        ("build", "--preview"),
        ("offline",),
        ("review", "--base", "before"),
        ("review", "--base", "before", "--format", "json"),
        ("review", "--base", "150368-5010"),
        ("nod", "vinduet", "--as", "150368-5010"),
        ("nod", "150368-5010", "--as", "pedel"),
        ("nod", "doeren"),
        ("nod", "s0"),
        ("nod", "s0", "--as", "pedel"),
        ("reply", "s0"),
        ("reply", "150368-5010"),
        ("new-story", "150368-5010"),
    ],
)
def test_no_command_shows_a_number(planted: Course, words: tuple[str, ...]) -> None:
    if words[0] == "new-story":
        done = CliRunner().invoke(cli, ["new", "story", "-C", str(planted.root), "--title", words[1]])
        assert done.exit_code == 1
        told = done.output
        assert not list((planted.root / "stories").glob("150368*"))
    else:
        told = run(planted, *words)
    assert told
    assert_silent(told)
    assert not (planted.root / "site").exists()
    if "json" in words:
        json.loads(told)


@pytest.mark.parametrize(
    "words",
    [
        ("150368-5010",),
        ("check", "--150368-5010"),
        ("check", "-C", "150368-5010"),
        ("check", "--today", "150368-5010"),
        ("check", "--format", "150368-5010"),
        ("new", "150368-5010"),
        ("nod", "a", "b", "150368-5010"),
    ],
)
def test_a_mistyped_command_repeats_no_number(words: tuple[str, ...]) -> None:
    done = CliRunner().invoke(cli, [*words])
    assert done.exit_code == 2
    assert_silent(done.output)


def test_a_review_written_to_a_file_holds_no_number(planted: Course, tmp_path: Path) -> None:
    run(planted, "review", "--base", "before", "--output", str(tmp_path / "rapport.md"))
    told = (tmp_path / "rapport.md").read_text("utf-8")
    assert "Minihåndbogen" in told or "•" in told
    assert_silent(told)


def test_a_nod_on_paper_is_kept_under_no_personal_number(good: Publication, tmp_path: Path) -> None:
    course = Course(good, tmp_path)
    course.publication.change("stories/vinduet.md", "code: F02", "code: F02\ncontributors:\n  - role: pedel")
    before = course.read("stories/vinduet.md")
    told = run(course, "nod", "vinduet", "--as", "pedel", "--record", "j.nr. 1503685007", "--yes")
    assert "cpr" in told
    assert_silent(told)
    assert course.read("stories/vinduet.md") == before


def test_what_an_engineer_is_given_holds_no_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit):
        commands._write_crash(ValueError("den 150368-5010"))
    (log,) = (tmp_path / ".hverdag").iterdir()
    assert_silent(log.read_text("utf-8"))
    assert "••••••-••••" in log.read_text("utf-8")
    (tmp_path / ".hverdag").chmod(0o500)
    assert_silent("".join(capsys.readouterr()))


def test_the_preview_shows_no_number_and_logs_none(planted: Course) -> None:
    prepared = rendered(planted.root, TODAY, preview=True)
    pages = list(faulty_pages(prepared.publication))
    assert len(pages) > 6
    assert_silent(show(prepared.publication, prepared.problems, "part"))
    assert_silent("\n".join(page.content for page in pages))
    plugin = HverdagPlugin()
    plugin.load_config({}, str(planted.root / "mkdocs.yml"))
    plugin._frame = object.__new__(OwnFrame)  # it leaves a page as it is
    plugin.on_startup(command="serve", dirty=False)
    page: Any = SimpleNamespace(file=SimpleNamespace(src_uri="side.md"))
    assert "5010" not in plugin.on_post_page("<p>150368-5010</p>", page=page, config=MkDocsConfig())
    record = logging.LogRecord("mkdocs", 30, "x", 1, "filen %s", ("150368-5010",), None)
    assert Cover().filter(record)
    assert record.getMessage() == "filen ••••••-••••"


def test_a_fault_in_mkdocs_yml_shows_no_number(good: Publication) -> None:
    for text in ("site_name: [150368-5010", "150368-5010: ja\nplugins: [150368-5010]", "theme: {name: 150368-5010}"):
        good.write("mkdocs.yml", text)
        done = CliRunner().invoke(cli, ["build", "-C", str(good.root)])
        assert done.exit_code == 1
        assert_silent(done.output)
