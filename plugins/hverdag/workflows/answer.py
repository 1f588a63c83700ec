"""Plans and writes which text an answer is to: the group's decision, management's response, or the second person's."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..model.texts.nods import AnswerField, Standing, StandingAnswer
from ..model.texts.story import Story
from ..nods import rules
from ..nods.identities import Identities
from ..nods.passages import VERSION, passages
from ..nods.shown import Line, written
from ..parse.files import read_bytes
from ..parse.publication import read_story
from ..pipeline.read import ReadPublication
from .nod_lines import WrittenOtherwiseError, with_answer
from .story_file import RefusedError, readable, unchanged, write_nodded


@dataclass(frozen=True)
class PlannedAnswer:
    """An answer that is not tied to the text yet: its standing, the text as it is shown, and the file before and
    after."""

    root: Path
    story: Story
    standing: StandingAnswer
    lines: tuple[Line, ...]
    before: bytes
    content: bytes
    identities: Identities

    @property
    def given_already(self) -> bool:
        """True if the answer is to this text already."""
        return self.standing.standing is Standing.GIVEN

    def write(self) -> bool:
        """Write it to the story's file, and return True if the text can be found again when the story is changed.
        Raises RefusedError if the file cannot be written or has changed."""
        return write_nodded(self.root, self.story, self.before, self.content, self.identities)


def plan_answer(publication: ReadPublication, name: str, field: AnswerField, day: date) -> PlannedAnswer:
    """Plan to write that an answer is to the current text of a story.

    An answer that was to an earlier text is given anew, and so it gets the day. Raises RefusedError if there is no such
    answer, or if it cannot be written.
    """
    story = readable(publication, name)
    standings = publication.handbook.nods(story)
    standing = next((answer for answer in standings.answers if answer.field is field), None)
    answer = story.answer(field)
    if answer is None or standing is None:
        rule = rules.NO_ANSWER if answer is None else rules.ANSWER_OTHERWISE
        raise RefusedError(rule.at(story.at(field.value), given=field.value))
    is_new = standing.standing is Standing.STALE
    tied = {"text": standings.fingerprint, "version": VERSION, **({"date": day} if is_new else {})}
    wanted = story.model_copy(update={field.value: answer.model_copy(update=tied)})
    raw, _ = read_bytes(publication.root, story.path)
    if not unchanged(story, read_story(raw, story.path)):
        raise RefusedError(rules.CHANGED.at(story.at(field.value)))
    identities = Identities.of(publication.handbook)
    lines = tuple(written(passages(story, identities), identities.names))
    return PlannedAnswer(publication.root, story, standing, lines, raw, _content(raw, story, wanted, field), identities)


def _content(raw: bytes, story: Story, wanted: Story, field: AnswerField) -> bytes:
    """Return the file as `wanted` says. Raises RefusedError if anything else would change."""
    answer, refused = (
        wanted.answer(field),
        RefusedError(rules.ANSWER_OTHERWISE.at(story.at(field.value), given=field.value)),
    )
    assert answer is not None  # noqa: S101 it is the one that is written
    try:
        content = with_answer(raw, story, field, answer)
    except WrittenOtherwiseError as error:
        raise refused from error
    if not unchanged(wanted, read_story(content, story.path)):
        raise refused
    return content
