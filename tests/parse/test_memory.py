"""A text that has not changed is not read again, and what is read is the same."""

from collections.abc import Callable
from random import Random

import pytest

from hverdag.parse import publication
from hverdag.parse.clean_html import Cleaner
from hverdag.parse.memory import Memory
from hverdag.parse.pages import PageReader
from hverdag.pipeline.read import read_and_check
from hverdag.publish.cache.folder import cache_folder
from tests.conftest import TODAY, Publication

EDITS: tuple[Callable[[str], str], ...] = (
    lambda text: text.replace("\n---\n", "\nthemes: [orden]\n---\n", 1),
    lambda text: f"{text}\n\nEt afsnit til.\n",
    lambda text: text.replace("title: ", "title: [", 1),
    lambda text: text.replace("---", "", 1),
    lambda text: text.replace("values: [", "values: [findes-ikke, ", 1),
    lambda text: f"{text}\n<script>alert(1)</script>\n",
    lambda text: f"{text}\n![Et billede](findes-ikke.png)\n",
)


def test_random_edits_are_read_as_if_nothing_was_remembered(good: Publication) -> None:
    chance, memory = Random(20), Memory()  # noqa: S311 not a secret
    paths = sorted(path for name in ("stories", "values", "docs") for path in (good.root / name).rglob("*.md"))
    first = {path: path.read_text("utf-8") for path in paths}
    for _ in range(60):
        path = chance.choice(paths)
        if path.exists() and chance.random() < 0.1:
            path.unlink()
        elif chance.random() < 0.3:
            path.write_text(first[path], encoding="utf-8")
        else:
            path.write_text(chance.choice(EDITS)(first[path]), encoding="utf-8")
        remembered = read_and_check(good.root, TODAY, memory=memory)
        next_run = read_and_check(good.root, TODAY)
        anew = read_and_check(good.root, TODAY, memory=Memory())
        assert remembered.problems == next_run.problems == anew.problems
        assert remembered.handbook.documents == next_run.handbook.documents == anew.handbook.documents


def test_only_what_has_changed_is_taken_apart(good: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    memory, taken = Memory(), []
    take_apart = publication.take_apart
    read_and_check(good.root, TODAY, memory=memory)
    monkeypatch.setattr(publication, "take_apart", lambda text, path: taken.append(path) or take_apart(text, path))
    good.change("stories/vinduet.md", "title: Vinduet", "title: Ruden")
    read = read_and_check(good.root, TODAY, memory=memory)
    documents = {path for path in taken if not path.startswith("docs/") or "/metoder/" in path}
    assert documents == {"stories/vinduet.md"}
    assert {story.title for story in read.handbook.stories} >= {"Ruden"}


def test_the_next_run_converts_only_what_has_changed(good: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    read_and_check(good.root, TODAY)
    good.write("stories/vinduet.md", (good.root / "stories/vinduet.md").read_text("utf-8") + "\nOg sådan blev det.\n")
    converted, looked_over = [], []
    monkeypatch.setattr(Cleaner, "clean_html", _noted(converted, Cleaner.clean_html))
    monkeypatch.setattr(PageReader, "_problems", _noted(looked_over, PageReader._problems))
    monkeypatch.setattr("hverdag.parse.pages.reader._KEPT", {})
    read = read_and_check(good.root, TODAY)
    assert len(converted) == 1
    assert looked_over == []
    assert any("Og sådan blev det." in story.body.text for story in read.handbook.stories)


def _noted(calls: list[object], work: Callable[..., object]) -> Callable[..., object]:
    def noted(*given: object) -> object:
        calls.append(given)
        return work(*given)

    return noted


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("state: published", "state: retired"),
        ("Ganske særlige ord", "Ganske særlige ord 150368-5010"),
        ("code: F02", "code:"),
    ],
)
def test_what_must_not_be_found_again_is_not_kept(good: Publication, old: str, new: str) -> None:
    """Of a story that is gone, that holds a personal number or that no code would find, no run knows anything."""
    path = good.root / "stories/vinduet.md"
    path.write_text(path.read_text("utf-8") + "\nGanske særlige ord.\n", encoding="utf-8")
    read_and_check(good.root, TODAY)
    assert _is_kept("Ganske særlige ord")
    good.change("stories/vinduet.md", old, new)
    read_and_check(good.root, TODAY)
    assert not _is_kept("Ganske særlige ord")


def _is_kept(words: str) -> bool:
    return any(words.encode() in path.read_bytes() for path in cache_folder().rglob("*") if path.is_file())
