"""A newly begun handbook, with its words written, holds nothing of the first sample, on any page or paper."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hverdag.check.sample import sample_words
from hverdag.host.mkdocs import render_site
from hverdag.model.new_publication import Beginning
from hverdag.pipeline import build
from hverdag.starter import starter_words, unwritten
from hverdag.workflows.publications.begin import begin_publication
from tests.conftest import TODAY
from tests.english.texts import files_in, texts_in

VALUES = {"da": ("Ro", "Humor", "Omhu"), "en": ("Calm", "Humour", "Care")}


@pytest.fixture(scope="module", params=["da", "en"])
def begun(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a new publication with something written in every place, its site and its offline edition."""
    root = tmp_path_factory.mktemp("new") / request.param
    served = starter_words(request.param).served
    begin_publication(root, Beginning(request.param, "Fyrhuset", served, VALUES[request.param]), TODAY)
    number = iter(range(1_000))
    for path in (*root.rglob("*.md"), *root.rglob("*.yml")):
        text = path.read_text("utf-8")
        path.write_text(unwritten().sub(lambda _: f"Dette er skrevet, {next(number)}", text), "utf-8")
    built = build.build(root, TODAY, root / "site", render_site)
    assert built.built, built.problems
    offline = build.offline(root, TODAY, root / "offline.zip", render_site)
    assert offline.built, offline.problems
    return root


def of_the_sample(folder: Path) -> Iterator[str]:
    """Yield the sample's sentences, its name and its telephone numbers in the files of a folder."""
    words = sample_words()
    for name, content in files_in(folder):
        for text in texts_in(name, content):
            plain = " ".join(text.split())
            found = (*words.in_sentences(plain), *words.names_in(plain), *words.phones_in(plain))
            yield from (f"{name}: {one.text}" for one in found)


@pytest.mark.slow
def test_nothing_of_the_sample_is_in_it(begun: Path) -> None:
    assert (begun / "site/index.html").is_file()
    assert list(of_the_sample(begun)) == []


def test_what_is_searched_for_is_found(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>Vi er Fjordby Kommune. Ring 70 00 00 00.</p>", "utf-8")
    assert len(list(of_the_sample(tmp_path))) == 2
    assert not re.search("Fjordby", " ".join(VALUES["da"]))
