"""Harbour Light, the second sample: an English-speaking charity, with its own texts on what a new handbook begins with.

Its folder holds only what it has written itself. What `hverdag new publication` writes is in the program.
"""

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml

from hverdag.host.mkdocs import render_site
from hverdag.model.new_publication import Beginning
from hverdag.pipeline import build
from hverdag.pipeline.result import Built
from hverdag.starter import starter_words, unwritten
from hverdag.workflows.publications.begin import begin_publication

from .conftest import TODAY, one_at_a_time

OWN = Path(__file__).parent / "harbour"
ANSWERS = OWN / "answers.yml"
SETTINGS = "values/handbook.yml"
ORGANISATION = "Harbour Light"
SERVED = ("guest", "guests", "the guest", "the guests")
BLOCK = re.compile(r"^(\w+):.*\n(?:(?![\w#]).*\n)*", re.MULTILINE)
"""A setting at the top of a settings file with all that belongs to it; comments before the next one do not."""


def write_harbour(folder: Path) -> Path:
    """Write the whole publication into an empty folder, and return the folder."""
    values = sorted((_front_matter(path) for path in (OWN / "values").glob("*.md")), key=lambda one: one["order"])
    names = tuple(value["name"] for value in values)
    begin_publication(folder, Beginning("en", ORGANISATION, SERVED, names), TODAY)
    for story in (folder / "stories").iterdir():
        story.unlink()
    settings = (folder / SETTINGS).read_text("utf-8")
    for path in own_files():
        (folder / path).parent.mkdir(exist_ok=True)
        shutil.copyfile(OWN / path, folder / path)
    (folder / SETTINGS).write_text(settings_with(settings, (OWN / SETTINGS).read_text("utf-8")), "utf-8")
    _answer(folder)
    return folder


def own_files() -> Iterator[Path]:
    """Yield the paths, in the publication, of what Harbour Light has written itself."""
    return (path.relative_to(OWN) for path in sorted(OWN.rglob("*.*")) if path != ANSWERS)


def settings_with(usual: str, own: str) -> str:
    """Return the usual settings with one's own in the place of those of the same name, and the rest of them last."""
    blocks = {found[1]: found[0] for found in BLOCK.finditer(own)}
    kept = BLOCK.sub(lambda found: blocks.pop(found[1], found[0]), usual)
    return "\n".join((kept, *blocks.values()))


def _front_matter(path: Path) -> dict[str, str]:
    found: dict[str, str] = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])
    return found


def _answer(folder: Path) -> None:
    """Write the answers in the place of the sentences that say what to write."""
    answers: Mapping[str, str] = yaml.safe_load(ANSWERS.read_text("utf-8"))
    by_sentence = {sentence: answers[name] for name, sentence in starter_words("en").todo.items() if name in answers}
    for path in (path for path in folder.rglob("*") if path.is_file()):
        text = path.read_text("utf-8")
        path.write_text(
            unwritten().sub(lambda found: by_sentence.get(" ".join(found[1].split()), found[0]), text), "utf-8"
        )


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the publication; nobody may change anything in it."""
    return write_harbour(tmp_path_factory.mktemp("harbour") / "publication")


@pytest.fixture(scope="session")
def built_harbour(harbour: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Its site, built once."""
    with one_at_a_time(tmp_path_factory):
        report = build.build(harbour, TODAY, tmp_path_factory.mktemp("lit") / "site", render_site)
    assert report.built, report.problems
    return report.built


@pytest.fixture(scope="session")
def offline_harbour(harbour: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Its two offline editions, by whom they are for: colleagues, and others outside."""
    folder = tmp_path_factory.mktemp("stick")
    made = {"colleagues": folder / "colleagues.zip", "outside": folder / "outside.zip"}
    with one_at_a_time(tmp_path_factory):
        for whom, path in made.items():
            report = build.offline(harbour, TODAY, path, render_site, outside=whom == "outside")
            assert report.built, report.problems
    return made
