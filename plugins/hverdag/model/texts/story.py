"""A story: what somebody told, with everything that is known of its course."""

from datetime import date
from enum import StrEnum

from ..declared import Day, Declared, Text, Truth, declared
from .answers import Decision, Response
from .consent import Channel, Consent, Mentioned, Withheld
from .document import Document
from .nods import Contributor, Correction


class State(StrEnum):
    """Where a story is on its way. Only `published` is in the handbook."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    PUBLISHED = "published"
    RETIRED = "retired"
    DECLINED = "declined"


SEEN = (State.PUBLISHED, State.RETIRED)
"""Readers have met these, on a page or on paper."""


class Origin(StrEnum):
    """Whether a story was told by someone, or made up to illustrate."""

    COLLECTED = "collected"
    ILLUSTRATIVE = "illustrative"


class Dilemma(Declared):
    """A question on which good colleagues disagree."""

    question: Text = declared("Question", "What is hard to decide?", required=True)
    options: tuple[Text, ...] = declared(
        "Options", "Two to four answers, none of them plainly wrong.", default=(), required=True
    )


class Story(Document):
    """An everyday narrative tied to one or more values."""

    title: Text = declared("Title", "A few words that can be said aloud.", required=True)
    summary: Text = declared("Summary", "One or two sentences that make a colleague want to read on.", required=True)
    values: tuple[Text, ...] = declared(
        "Values", "The file names of one to three values, the chief one first.", default=(), required=True
    )
    kind: Text = declared("Kind", "Which kind of example it is. handbook.yml lists them.", required=True)
    workplace: Text = declared("Workplace", "Where it happened, in general words.", required=True)
    audience: tuple[Text, ...] = declared("Audience", "Who the story is good for.", default=(), required=True)
    themes: tuple[Text, ...] = declared(
        "Themes", "Two or three key words; use the same in several stories.", default=(), required=True
    )
    questions: tuple[Text, ...] = declared(
        "Questions", "Three to five questions a team can talk about.", default=(), required=True
    )
    dilemma: Dilemma | None = declared("Dilemma", "A question with two to four options.", default=None)
    origin: Origin = declared(
        "Origin",
        "`collected` if a colleague told it, `illustrative` if it is made up.",
        default=Origin.COLLECTED,
        required=True,
    )
    state: State = declared("State", "Only `published` is in the handbook.", default=State.DRAFT, required=True)
    image: Text = declared("Image", "The file name of a picture beside the story.")
    image_alt: Text = declared("Image text", "What the picture shows, for those who cannot see it.")
    image_people: Truth | None = declared(
        "People in pictures", "`true` where a person can be seen in the story's pictures, else `false`.", default=None
    )
    audio: Text = declared("Recording", "The file name of a recording of the text (mp3 or m4a) beside the story.")
    told: Day | None = declared("Told", "The day the story was told.", default=None, required=True)
    review_by: Day | None = declared("Review by", "The day someone must read it again.", default=None, required=True)
    code: Text = declared("Code", "Short and permanent, as F07. It is printed, so it never changes.", required=True)
    contributors: tuple[Contributor, ...] = declared(
        "Contributors", "Those who took part, by role; whoever told the story comes first.", default=()
    )
    corrections: tuple[Correction, ...] = declared(
        "Language corrections",
        "Corrections of spelling and signs since the nods; `hverdag nod` writes them.",
        default=(),
    )
    decision: Decision | None = declared(
        "Decision", "The group's decision that the story meets the criteria.", default=None
    )
    response: Response | None = declared("Response", "Management's response.", default=None)
    consent: Consent | None = declared("Consent", "What the teller allows, where, and until when.", default=None)
    mentioned: Mentioned | None = declared(
        "People mentioned", "Who else appears in the story, and whether they can be recognised.", default=None
    )
    withheld: Withheld | None = None

    @property
    def heading(self) -> str:
        """What readers call it."""
        return self.title or self.id

    @property
    def audio_path(self) -> str:
        """Where the recording lies, as `stories/noeglen.mp3`, or an empty text where there is none."""
        return f"stories/{self.audio}" if self.audio else ""

    @property
    def is_published(self) -> bool:
        """Whether readers may see the story."""
        return self.state is State.PUBLISHED

    @property
    def pictures(self) -> tuple[str, ...]:
        """The paths of the story's own picture, and of those in its text."""
        return (*((f"stories/{self.image}",) if self.image else ()), *super().pictures)

    def has_ended(self, today: date) -> bool:
        """Whether the teller's consent no longer holds.

        One that was taken back has ended at once, whatever the day written there is, and also where that is no date, or
        where something else than consent is written: a slip of the pen must not keep a story up.
        """
        unreadable = self.is_faulty("consent") or self.is_faulty("consent", "withdrawn")
        return unreadable or (
            self.consent is not None and (self.consent.withdrawn is not None or self.consent.has_run_out(today))
        )

    def allows(self, channel: Channel) -> bool:
        """Whether the story may be met in a channel. A story without consent is held back by the checks where consent
        is demanded; where it is not, nothing is."""
        return self.consent is None or channel in self.consent.channels

    def emptied(self, why: Withheld) -> "Story":
        """Return the story as if it were retired, without anything that it tells: its address and its code stay."""
        answered = self.response and self.response.model_copy(update={"reason": "", "goal": ""})
        # What the file holds need not be sound: an empty code, say.
        return Story.model_construct(
            path=self.path,
            code=self.code,
            origin=self.origin,
            state=State.RETIRED,
            response=answered,
            withheld=why,
        )

    def review_passed(self, today: date) -> bool:
        """Whether the day for reading the story again has gone by."""
        return self.review_by is not None and self.review_by < today
