"""A story, with the fields of its editorial process."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from ..declared import Day, Declared, Place, Text, Truth, declared
from ..problem import Level
from .answers import Decision, Response
from .consent import Channel, Consent, Mentioned, Unavailable
from .document import Document
from .nods import AnswerField, Contributor, Correction


class State(StrEnum):
    """The state of a story. Only `published` is in the handbook."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    PUBLISHED = "published"
    RETIRED = "retired"
    DECLINED = "declined"


SEEN = (State.PUBLISHED, State.RETIRED)
"""The states of stories that readers have seen, on a page or on paper."""


class Origin(StrEnum):
    """The origin of a story: told by someone, or made up to illustrate."""

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

    title: Text = declared("Title", "A few words that can be said aloud.", required=True, most=80)
    summary: Text = declared(
        "Summary", "One or two sentences that make a colleague want to read on.", required=True, most=280
    )
    values: tuple[Text, ...] = declared(
        "Values",
        "The file names of one to three values, the chief one first.",
        default=(),
        required=True,
        names="value",
    )
    kind: Text = declared("Kind", "Which kind of example it is. handbook.yml lists them.", required=True)
    workplace: Text = declared("Workplace", "Where it happened, in general words.", required=True, most=80)
    workplace_id: Text = declared(
        "Workplace's id",
        "The id of the workplace that told it, from values/workplaces.yml. Readers never see it; lists by department "
        "follow it.",
    )
    audience: tuple[Text, ...] = declared("Audience", "Who the story is good for.", default=(), required=True)
    themes: tuple[Text, ...] = declared(
        "Themes", "Two or three key words; use the same in several stories.", default=(), required=True
    )
    questions: tuple[Text, ...] = declared(
        "Questions", "Three to five questions a team can talk about.", default=(), required=True
    )
    dilemma: Dilemma | None = declared("Dilemma", "A question with two to four options.", default=None)
    because: Text = declared(
        "Because", "Why it is worth telling, in the teller's own words: one or two sentences.", most=280
    )
    origin: Origin = declared(
        "Origin",
        "`collected` if a colleague told it, `illustrative` if it is made up.",
        default=Origin.COLLECTED,
        required=True,
    )
    state: State = declared("State", "Only `published` is in the handbook.", default=State.DRAFT, required=True)
    image: Text = declared("Image", "The file name of a picture beside the story.")
    image_alt: Text = declared("Image text", "What the picture shows, for those who cannot see it.", most=250)
    image_people: Truth | None = declared(
        "People in pictures", "`true` where a person can be seen in the story's pictures, else `false`.", default=None
    )
    audio: Text = declared("Recording", "The file name of a recording of the text (mp3 or m4a) beside the story.")
    told: Day | None = declared("Told", "The day the story was told.", default=None, required=True)
    review_by: Day | None = declared("Review by", "The day someone must read it again.", default=None, required=True)
    code: Text = declared(
        "Code", "Short and permanent, such as F07. It is printed, so it never changes.", required=True
    )
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
    unavailable: Unavailable | None = None
    ended_elsewhere: Mapping[Place, str] = {}
    """The places of its references to a consent that was withdrawn or has run out in another story, whose path is
    given."""

    @property
    def heading(self) -> str:
        """The title for readers."""
        return self.title or self.id

    @property
    def audio_path(self) -> str:
        """The path of the recording, such as `stories/noeglen.mp3`, or an empty string if there is none."""
        return f"stories/{self.audio}" if self.audio else ""

    def answer(self, field: AnswerField) -> Decision | Response | Mentioned | None:
        """Return the answer in a field, or None if it is not given."""
        answers = {
            AnswerField.DECISION: self.decision,
            AnswerField.RESPONSE: self.response,
            AnswerField.MENTIONED: self.mentioned,
        }
        return answers[field]

    @property
    def is_state_known(self) -> bool:
        """True unless a fault in the file hides its state, which is then that of a draft here."""
        if self.is_faulty("state"):
            return False
        return self.has("state") or not (self.places or self.is_faulty())

    @property
    def is_published(self) -> bool:
        """True if readers may see the story."""
        return self.state is State.PUBLISHED

    @property
    def problem_level(self) -> Level:
        """The level of what a published story may not lack: an error, and a warning until it is published."""
        return Level.ERROR if self.is_published else Level.WARNING

    @property
    def pictures(self) -> tuple[str, ...]:
        """The paths of the story's own picture, and of those in its text."""
        return (*((f"stories/{self.image}",) if self.image else ()), *super().pictures)

    @property
    def roles(self) -> Iterator[tuple[Place, str]]:
        """Everybody whom the story names by what they are, each with its place: roles, relations and the group."""
        for number, contributor in enumerate(self.contributors):
            yield ("contributors", number, "role"), contributor.role
        if self.decision:
            yield ("decision", "group"), self.decision.group
        if self.response:
            yield ("response", "role"), self.response.role
        if self.mentioned:
            yield ("mentioned", "asked"), self.mentioned.asked
            for number, person in enumerate(self.mentioned.people):
                yield ("mentioned", "people", number, "relation"), person.relation

    @property
    def consent_references(self) -> Iterator[tuple[Place, str]]:
        """The references to consents in the register, each with its place: the teller's, and those of others."""
        if self.consent:
            yield ("consent", "reference"), self.consent.reference
        for number, person in enumerate(self.mentioned.people if self.mentioned else ()):
            yield ("mentioned", "people", number, "consent"), person.consent

    def has_ended(self, today: date) -> bool:
        """Return True if the teller's consent no longer holds, or one that the story names has ended elsewhere."""
        return (
            bool(self.ended_elsewhere)
            or self.is_withdrawn
            or (self.consent is not None and self.consent.has_run_out(today))
        )

    @property
    def is_withdrawn(self) -> bool:
        """True if the teller's consent was withdrawn, whatever date is written: a clock may be wrong. A faulty field
        `consent` or `withdrawn`, or one without a day, counts as withdrawn: a slip must not keep a story published."""
        if self.is_faulty("consent") or self.has("consent", "withdrawn"):
            return True
        return self.consent is not None and self.consent.withdrawn is not None

    @property
    def is_consent_unreadable(self) -> bool:
        """True if nobody can tell what the consent says, and no line says that it was taken back. The story is held
        back all the same, but whoever wrote it is most likely still at work on it."""
        return self.is_faulty("consent") and not self.has("consent", "withdrawn") and not self.ended_elsewhere

    def allows(self, channel: Channel) -> bool:
        """Return True if the story may be shown in a channel. A story without consent is allowed here: if consent is
        demanded, a check reports the story."""
        return self.consent is None or channel in self.consent.channels

    def emptied(self, why: Unavailable) -> "Story":
        """Return the story as retired and without its content; its address and its code are kept."""
        answered = self.response and self.response.model_copy(update={"reason": "", "goal": ""})
        # Without validation: a field may be faulty, for example an empty code.
        return Story.model_construct(
            path=self.path,
            code=self.code,
            origin=self.origin,
            state=State.RETIRED,
            response=answered,
            unavailable=why,
        )

    def review_passed(self, today: date) -> bool:
        """Return True if the day for reviewing the story again is past."""
        return self.review_by is not None and self.review_by < today
