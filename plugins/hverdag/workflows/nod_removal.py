"""Takes away the nods that rest on an approval which no longer stands in the forge.

A dismissed approval takes away the nods that were given by it: those of its account and its commit. Someone who asks
for changes has taken back what was approved before, at whatever commit, as the forge itself sees it; but only in this
proposal: what has reached the shared branch is another matter, and is withdrawn as such.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model.editorial.approval import Approval, Opinion
from ..model.problem import Problem, Source
from ..model.texts.nods import Nod
from ..model.texts.story import Story
from ..nods import rules
from ..parse.files import read_bytes
from ..parse.publication import read_story
from ..pipeline.read import ReadPublication
from ..vcs.git import Repository
from .nod_lines import WrittenOtherwiseError, without_nod
from .story_file import unchanged, write_story


@dataclass(frozen=True)
class PlannedRemoval:
    """Nods that are not taken away yet: the story, whose they are, and the file before and after."""

    root: Path
    story: Story
    roles: tuple[str, ...]
    before: bytes
    content: bytes

    def write(self) -> None:
        """Take the nods away. Raises RefusedError if the file cannot be written or has changed."""
        write_story(self.root, self.story, self.before, self.content)


def plan_removals(publication: ReadPublication, approval: Approval) -> Iterator[PlannedRemoval | Problem]:
    """Yield what is to be taken away from each story, or the problem that keeps it from being. Raises GitError if git
    does not have the commits of someone who asks for changes."""
    nods_before = set(_nods_at_fork(publication, approval)) if approval.opinion is Opinion.CHANGES_REQUESTED else set()

    def is_lost(nod: Nod | None) -> bool:
        if nod is None or nod.account != approval.account:
            return False
        return nod.commit == approval.commit if approval.opinion is Opinion.DISMISSED else nod not in nods_before

    for story in publication.handbook.stories:
        numbers = [number for number, one in enumerate(story.contributors) if is_lost(one.nod)]
        if numbers:
            yield _planned(publication.root, story, numbers)


def _nods_at_fork(publication: ReadPublication, approval: Approval) -> Iterator[Nod]:
    """Yield every nod that the stories had where the proposal began."""
    repository = Repository(publication.root)
    began = repository.fork_of(approval.base, approval.head)
    for version in repository.files(began, ["stories/"], lambda path: path.endswith(".md")):
        story = read_story(version.content, version.path)
        yield from (one.nod for one in (story.contributors if story else ()) if one.nod)


def _planned(root: Path, story: Story, numbers: list[int]) -> PlannedRemoval | Problem:
    raw, _ = read_bytes(root, story.path)
    if not unchanged(story, read_story(raw, story.path)):
        return rules.CHANGED.at(Source(story.path))
    content = raw
    try:
        for number in reversed(numbers):  # the places of those before it stay as they are
            content = without_nod(content, story, number)
    except WrittenOtherwiseError:
        return rules.WRITTEN_OTHERWISE.at(story.at("contributors"))
    contributors = tuple(
        one.model_copy(update={"nod": None}) if number in numbers else one
        for number, one in enumerate(story.contributors)
    )
    if not unchanged(story.model_copy(update={"contributors": contributors}), read_story(content, story.path)):
        return rules.WRITTEN_OTHERWISE.at(story.at("contributors"))
    return PlannedRemoval(root, story, tuple(story.contributors[number].role for number in numbers), raw, content)
