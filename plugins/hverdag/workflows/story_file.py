"""Finds the story that a command names, and writes its file."""

from pathlib import Path

from ..model.problem import Problem, Source, Tag
from ..model.suggest import suggestion
from ..model.texts.story import Story
from ..nods import rules
from ..nods.identities import Identities
from ..nods.passages import passages
from ..parse.publication import read_story
from ..pipeline.read import ReadPublication
from ..pipeline.rule_registry import has_tag
from ..privacy import CPR, holds_number
from ..publish.disk import fault_of_disk
from ..vcs.history import History
from ..vcs.nodded_texts import NoddedTexts
from .source_files import ChangedMeanwhileError, replace_file


class RefusedError(Exception):
    """The nod or withdrawal cannot be written; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.rule)
        self.problem = problem


def write_story(root: Path, story: Story, before: bytes, content: bytes) -> None:
    """Replace a story's file if it still holds `before`. Raises RefusedError if it does not, or cannot be written."""
    try:
        replace_file(root / story.path, before, content)
    except ChangedMeanwhileError as error:
        raise RefusedError(rules.CHANGED.at(Source(story.path))) from error
    except OSError as error:
        unwritable = rules.UNWRITABLE.at(Source(story.path), given=story.path)
        raise RefusedError(fault_of_disk(error, root) or unwritable) from error


def write_nodded(root: Path, story: Story, before: bytes, content: bytes, identities: Identities) -> bool:
    """Replace a story's file by one that says who has nodded to its text, and return True if the text can be found
    again when the story is changed: because it is kept here, or committed.

    Raises RefusedError as `write_story` does."""
    text = passages(story, identities)
    kept = NoddedTexts(root).keep(read_story(content, story.path) or story, text)
    write_story(root, story, before, content)
    return kept or History(root).at("HEAD", story, identities) == text


def find_story(publication: ReadPublication, name: str) -> Story:
    """Return the story with a path, a file name or a code. Raises RefusedError if there is none, or several."""
    stories, trimmed_name = publication.handbook.stories, name.strip()
    if trimmed_name in publication.handbook.story_by_path:
        return publication.handbook.story_by_path[trimmed_name]
    wanted = trimmed_name.casefold()
    matches = [story for story in stories if wanted and wanted in map(str.casefold, _names(story))]
    if len(matches) == 1:
        return matches[0]
    if matches:
        paths = ", ".join(story.path for story in matches)
        raise RefusedError(rules.SEVERAL.at(Source("stories"), given=name, paths=paths))
    near = suggestion(name, [story.id for story in stories])
    raise RefusedError(rules.NO_STORY.at(Source("stories"), given=name, **near))


def _names(story: Story) -> tuple[str, ...]:
    """Return the names by which a command may refer to a story: path, id, file name and code."""
    return story.path, story.id, f"{story.id}.md", story.code


def readable(publication: ReadPublication, name: str, given: str = "") -> Story:
    """Return the story with a name, if what it is about can be shown and written. `given` is written with it.

    Raises RefusedError if the story cannot be read as a whole, if there is a personal number in it or in what is given,
    or if a newer program has written in it.
    """
    story = find_story(publication, name)
    own = [problem for problem in publication.problems if problem.source.path == story.path]
    if any(problem.is_error and has_tag(problem, Tag.UNREADABLE) for problem in own):
        raise RefusedError(rules.NOT_WHOLE.at(Source(story.path)))
    if holds_number(given) or any(problem.rule == CPR for problem in own):
        raise RefusedError(rules.PRIVATE.at(Source(story.path)))
    if publication.handbook.nods(story).has_newer:
        raise RefusedError(rules.WRITTEN_BY_NEWER.at(Source(story.path)))
    return story


def said_by(story: Story) -> dict[str, object]:
    """Return everything that a story's fields say, wherever they stand in its file."""
    return story.model_dump(exclude={"path", "places", "faulty", "body"})


def unchanged(story: Story, read: Story | None) -> bool:
    """Return True if a file that was read again says what the story says."""
    return read is not None and said_by(read) == said_by(story) and read.body.source == story.body.source
