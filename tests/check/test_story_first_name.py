"""The first story's file is still called as the program called it."""

from pathlib import Path

import pytest

from hverdag.model.new_publication import Beginning
from hverdag.pipeline.read import read_and_check
from hverdag.starter import starter_words
from hverdag.workflows.publications.begin import begin_publication
from tests.conftest import TODAY

FIRST = {"da": "jeres-foerste-fortaelling", "en": "your-first-story"}


def hinted(root: Path) -> list[object]:
    return [one.parameters["better"] for one in read_and_check(root, TODAY).problems if one.rule == "story-first-name"]


@pytest.mark.parametrize("language", ["da", "en"])
def test_it_is_told_once_the_story_has_a_title_of_its_own(language: str, tmp_path: Path) -> None:
    root, words = tmp_path / "h", starter_words(language)
    begin_publication(root, Beginning(language, "Huset", words.served, ("Tillid", "Mod")), TODAY)
    assert hinted(root) == []
    path = root / f"stories/{FIRST[language]}.md"
    path.write_text(path.read_text("utf-8").replace(words.story, "Døren til gården"), "utf-8")
    assert hinted(root) == ["doeren-til-gaarden"]
    path.rename(root / "stories/doeren.md")
    assert hinted(root) == []
