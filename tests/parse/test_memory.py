"""A text that has not changed is not read again, and what is read is the same."""

from collections.abc import Callable
from random import Random

import pytest

from hverdag.parse import publication
from hverdag.parse.memory import Memory
from hverdag.pipeline.read import read_and_check
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
        anew = read_and_check(good.root, TODAY)
        assert remembered.problems == anew.problems
        assert remembered.handbook.documents == anew.handbook.documents


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
