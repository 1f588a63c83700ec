"""Values and stories: what editors write, as the rest of the house sees it."""

from datetime import date
from enum import StrEnum

from .answers import Decision, Response
from .body import Body
from .consent import Channel, Consent, Mentioned, Withheld
from .declared import Day, Declared, Number, Placed, Text, Truth, declared
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


class Mark(StrEnum):
    """The simple shape of a value, so that nothing depends on its colour."""

    ARCH = "arch"
    CLOVER = "clover"
    CROSS = "cross"
    DIAMOND = "diamond"
    DROP = "drop"
    LEAF = "leaf"
    LINES = "lines"
    RING = "ring"
    SQUARE = "square"
    STAR = "star"
    TRIANGLE = "triangle"
    WAVE = "wave"


class Document(Placed):
    """A Markdown file with front matter. Its id is its file name without the ending."""

    body: Body = Body()

    @property
    def id(self) -> str:
        """The file name without folder and ending, as `noeglen`."""
        return self.path.rpartition("/")[2].removesuffix(".md")

    @property
    def pictures(self) -> tuple[str, ...]:
        """The paths of the pictures in it, as `stories/doer.png`."""
        return tuple(element.get("src") for element in self.body.elements() if element.tag == "img")


class InSearch(Declared):
    """How search treats a hand-written page."""

    exclude: Truth = declared("Exclude", "`true` keeps the page out of the search.", default=False)


class Page(Document):
    """A hand-written page under docs/. Its text is MkDocs' business; its front matter is read here too,
    because MkDocs drops a faulty one without a word."""

    title: Text = declared("Title", "The page's name, where it differs from its first heading.")
    description: Text = declared("Description", "One sentence for search results.")
    render_macros: Truth = declared("Macros", "`true` where the page uses {{ ... }}.", default=False)
    hide: tuple[Text, ...] = declared("Hide", "Parts of the page to leave out.", default=())
    search: InSearch | None = declared("Search", "How search treats the page.", default=None)


class Value(Document):
    """One of the organisation's values."""

    name: Text = declared("Name", "The value in one word or two.", required=True)
    order: Number = declared("Order", "Where the value stands among the others: 1 is first.", default=0, required=True)
    promise: Text = declared("Promise", "One sentence: what we promise one another and the citizens.", required=True)
    signs: tuple[Text, ...] = declared(
        "Signs", "How you notice the value in daily work, a sentence each.", default=(), required=True
    )
    questions: tuple[Text, ...] = declared("Questions", "What a team can talk about.", default=(), required=True)
    colour: Text = declared("Colour", 'A dark colour as "#1d6f74", in quotation marks.', required=True)
    mark: Mark = declared(
        "Mark", "The value's shape; it tells values apart without colour.", default=Mark.RING, required=True
    )
    code: Text = declared("Code", "Short and permanent, as V01. It is printed, so it never changes.", required=True)

    @property
    def heading(self) -> str:
        """What readers call it."""
        return self.name or self.id


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
