"""What lies between a story and its readers, step by step, with the commands as they can be copied."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..locale import Catalogue
from ..model.handbook import Handbook
from ..model.settings import PATH as SETTINGS
from ..model.slug import slug
from ..model.texts.consent import is_placeholder
from ..model.texts.nods import AnswerField
from ..model.texts.story import State, Story
from ..pipeline.read import ReadPublication
from ..starter import starter_words
from .command_line import command_line

MOST_STORIES = 3
"""So many stories are gone through step by step; the others are only named."""


def story_steps(publication: ReadPublication, where: Sequence[str], words: Catalogue) -> Iterator[str]:
    """Yield the steps of the stories on their way to readers, in every language: the nearest first. Without any story,
    one is to be begun."""
    every = [_Way(one, story, tuple(where), words) for one in _languages(publication) for story in _on_their_way(one)]
    if not (every or publication.handbook.stories):
        yield words.say("Begin the first story: {command}", command=command_line("new", "story", *where))
    for way in every[:MOST_STORIES]:
        yield from way.steps()
    if rest := every[MOST_STORIES:]:
        yield words.say("Go on with these stories: {paths}", paths=", ".join(way.path for way in rest))


def _languages(publication: ReadPublication) -> Iterator[ReadPublication]:
    yield publication
    yield from (one.publication for one in publication.others)


def _on_their_way(publication: ReadPublication) -> list[Story]:
    known = (story for story in publication.handbook.stories if story.is_state_known)
    return sorted(
        (story for story in known if story.state in (State.DRAFT, State.IN_REVIEW)),
        key=lambda story: story.state is State.DRAFT,
    )


@dataclass(frozen=True)
class _Way:
    """The way of one story, in the language that it is in."""

    publication: ReadPublication
    story: Story
    where: tuple[str, ...]
    words: Catalogue

    @property
    def handbook(self) -> Handbook:
        return self.publication.handbook

    @property
    def path(self) -> str:
        """The story's file, as editors see it."""
        return self.publication.path(self.story.path)

    @property
    def name(self) -> str:
        """What commands call the story."""
        return self.path.removeprefix("stories/").removesuffix(".md")

    def steps(self) -> Iterator[str]:
        """Yield what is left, as far as the handbook demands it, in the order it is done."""
        is_draft = self.story.state is State.DRAFT
        if is_draft:
            yield self.words.say("Write the story, and fill in the fields above it ({path})", path=self.path)
        yield from self._name()
        yield from self._people()
        yield from self._nods(is_draft)
        yield from self._answers()
        demands, selection = self.handbook.requirements(self.story), self.handbook.settings.selection
        if demands.selection and (selection is None or self.story.id not in selection.stories):
            yield self.words.say(
                "Ask the whole group for its yes to the edition, and write selections ({path})", path=SETTINGS
            )
        yield self.words.say("Write state: published in it ({path})", path=self.path)

    def _name(self) -> Iterator[str]:
        """Yield the advice to give a file another name that is still called as the program called it: it becomes an
        address."""
        if self.name == slug(starter_words(self.handbook.settings.language.value).story):
            yield self.words.say(
                "Give its file a name that fits, since it becomes the address: {command}",
                command=self._command("rename", self.name, self.words.say("NEW-NAME")),
            )

    def _people(self) -> Iterator[str]:
        demands, story = self.handbook.requirements(self.story), self.story
        has_consent = story.consent is not None and not is_placeholder(story.consent.reference)
        consent, mentioned = demands.consent and not has_consent, demands.mentioned and story.mentioned is None
        if consent and mentioned:
            yield self.words.say(
                "Write what the teller consents to, and who else is in it: consent and mentioned ({path})",
                path=self.path,
            )
        elif consent:
            yield self.words.say("Write what the teller consents to: consent ({path})", path=self.path)
        elif mentioned:
            yield self.words.say("Write who else is in it: mentioned ({path})", path=self.path)

    def _nods(self, is_draft: bool) -> Iterator[str]:
        if not self.handbook.requirements(self.story).nods:
            return
        nods = self.handbook.nods(self.story).nods
        roles = [nod.contributor.role for nod in nods if not nod.standing.counts and nod.contributor.role]
        if not roles and nods and all(nod.contributor.role for nod in nods):
            return
        if is_draft:
            yield self.words.say("Write state: in-review in it, so that those who were there can read it")
        for role in roles:
            command = self._command("nod", self.name, "--as", role)
            yield self.words.say("Let the {role} nod yes to it: {command}", role=role, command=command)
        if not roles:
            yield self.words.say(
                "Let everyone who was there nod yes to it, each with the role that the story gives them in place of "
                "ROLE: {command}",
                command=self._command("nod", self.name, "--as", self.words.say("ROLE")),
            )

    def _answers(self) -> Iterator[str]:
        """Yield the answers that are missing, and those of which nobody has said which text they are to."""
        demands, say = self.handbook.requirements(self.story), self.words.say
        if demands.mentioned and not self._counts(AnswerField.MENTIONED):
            yield say(
                "Let someone other than the teller read it, and say whether anyone can be recognised: {command}",
                command=self._command("nod", self.name, "--second"),
            )
        if demands.decision and not self._counts(AnswerField.DECISION):
            yield say(
                "Ask the group whether it meets the criteria, and write decision ({path}). Then: {command}",
                path=self.path,
                command=self._command("nod", self.name, "--decision"),
            )
        if demands.response and not self._counts(AnswerField.RESPONSE):
            yield say(
                "Ask management for its answer, and write response ({path}). Then: {command}",
                path=self.path,
                command=self._command("nod", self.name, "--response"),
            )

    def _counts(self, field: AnswerField) -> bool:
        answers = self.handbook.nods(self.story).answers
        return any(answer.field is field and answer.standing.counts for answer in answers)

    def _command(self, name: str, *given: str) -> str:
        return command_line(name, *self.where, *given)
