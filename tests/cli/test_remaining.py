"""What remains, said once more at any time: only what is not done yet, with commands that can be copied."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from hverdag.cli import cli
from hverdag.model.new_publication import Beginning
from hverdag.starter import starter_words
from hverdag.workflows.publications.begin import begin_publication
from tests.conftest import TODAY, Publication
from tests.in_two_languages import with_english

DONE = {"da": "Nu mangler kun det her", "en": "Nothing remains but this"}
STORY = """
contributors:
  - role: caretaker
  - role: night nurse
consent:
  reference: SAM-2026-014
  channels: [intranet, print]
  until: 2028-05-01
mentioned:
  people: []
  asked: cleaner
  date: 2026-11-01
decision:
  date: 2026-11-01
  group: The values group
response:
  answer: chosen
  reason: We know that night.
  date: 2026-11-01
  role: The directors
"""


def called(folder: Path, *words: str, language: str = "en") -> str:
    result = CliRunner().invoke(
        cli, [*words, "-C", str(folder), "--today", str(TODAY), "--lang", language], input="yes\n"
    )
    assert result.exit_code == 0, result.output
    return result.output


def remaining(folder: Path, language: str = "en") -> list[str]:
    return [line for line in called(folder, "remaining", language=language).splitlines() if re.match(r"\d+\. ", line)]


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    words = starter_words("en")
    begin_publication(tmp_path / "h", Beginning("en", "Open Door", words.served, ("Trust", "Courage")), TODAY)
    return tmp_path / "h"


def story(folder: Path, state: str = "in-review", name: str = "your-first-story") -> None:
    path = folder / f"stories/{name}.md"
    text = path.read_text("utf-8").replace("contributors:\n  - role:\n", "")
    text = text.replace("state: draft", f"state: {state}{STORY.rstrip()}")
    path.write_text(re.sub(r"(?m)^# (consent|mentioned).*\n(#   .*\n)+", "", text) + "A night.\n", "utf-8")


def test_it_is_what_a_new_publication_says(tmp_path: Path) -> None:
    folder = tmp_path / "h"
    given = ("--language", "en", "--organisation", "Open Door", "--values", "Trust, Courage")
    first = CliRunner().invoke(cli, ["new", "publication", str(folder), *given, "--today", str(TODAY)])
    assert f"hverdag remaining -C {folder}" in first.output
    listed = [line for line in first.output.splitlines() if re.match(r"\d+\. ", line)]
    assert [line.replace(" --lang en", "") for line in remaining(folder)] == listed


@pytest.mark.parametrize("language", ["da", "en"])
def test_nods_are_asked_for_by_the_role_of_each_and_answers_with_their_options(begun: Path, language: str) -> None:
    listed = "\n".join(remaining(begun, language))
    role = {"da": "ROLLE", "en": "ROLE"}[language]
    assert f"your-first-story --as {role}" in listed
    story(begun)
    commands = [line.partition("hverdag ")[2] for line in remaining(begun, language) if "hverdag nod" in line]
    wanted = [["--as", "caretaker"], ["--as", "night nurse"], ["--second"], ["--decision"], ["--response"]]
    assert [shlex.split(one)[6:] for one in commands] == wanted
    for one in commands:
        called(begun, *shlex.split(one)[:1], *shlex.split(one)[5:], language=language)
    assert not [line for line in remaining(begun, language) if "hverdag nod" in line], "what is done is left out"


def test_what_is_done_is_left_out(begun: Path) -> None:
    before = remaining(begun)
    for path in (*begun.glob("values/*.md"), *begun.glob("docs/*.md"), begun / "values/handbook.yml"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"\[\[[^\[\]]*\]\]", "Our own words", text), "utf-8")
    after = remaining(begun)
    assert len(after) < len(before)
    assert not any("Write the promise" in line for line in after)
    assert any("protection" in line for line in after)


def test_a_file_that_is_called_as_it_was_begun_gets_a_name(begun: Path) -> None:
    assert any("rename" in line and "your-first-story NEW-NAME" in line for line in remaining(begun))
    (begun / "stories/your-first-story.md").rename(begun / "stories/the-key.md")
    assert not any("rename" in line for line in remaining(begun))
    assert any("nod" in line and " the-key " in line for line in remaining(begun))


def test_files_of_the_forge_are_explained_and_stand_last(begun: Path) -> None:
    told = called(begun, "remaining")
    heading = told.index("For whoever looks after GitHub or GitLab")
    for path in (".github/CODEOWNERS", "requirements.txt", ".github/ISSUE_TEMPLATE/config.yml"):
        assert told.index(path) > heading
    assert told.count("CODEOWNERS") == 1
    assert "Whoever set up your project there knows what they are called" in told
    (begun / ".github/CODEOWNERS").unlink()
    assert "CODEOWNERS" not in called(begun, "remaining")


def test_errors_and_a_missing_story_are_named(begun: Path) -> None:
    (begun / "stories/your-first-story.md").unlink()
    (begun / "values/trust.md").write_text("---\nname: Trust\n---\n", "utf-8")
    listed = remaining(begun)
    assert any("hverdag new story" in line for line in listed)
    assert any(re.search(r"Correct \d+ errors, which this shows: hverdag check", line) for line in listed)


@pytest.mark.parametrize("language", ["da", "en"])
def test_where_nothing_is_left_it_is_to_be_published(good: Publication, language: str) -> None:
    for path in (good.root / "stories").glob("*.md"):
        if "state: published" not in path.read_text("utf-8"):
            path.unlink()
    (line,) = remaining(good.root, language)
    assert "hverdag build" in line
    assert DONE[language] in called(good.root, "remaining", language=language)


def test_a_story_on_its_way_in_another_language_is_nodded_to_by_its_own_name(good: Publication) -> None:
    with_english(good)
    good.change("stories/vinduet.en.md", "state: published", "state: in-review\ncontributors: [{role: A caretaker}]")
    listed = remaining(good.root)
    assert any("vinduet.en --as 'A caretaker'" in line for line in listed), listed
    assert any("Translate these into English" in line and "stories/doeren.md" in line for line in listed)
