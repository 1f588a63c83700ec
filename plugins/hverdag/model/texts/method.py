"""Methods: recipes for a meeting, step by step. A method applied to a story is a guide."""

from enum import StrEnum

from ..declared import Clock, Declared, Number, Text, Truth, declared
from .document import Document
from .story import Story


class Subject(StrEnum):
    """The kind of text that a method can be applied to. HANDBOOK is for methods about the values as a whole: they make
    one guide. COLLECTING is for methods that stories come from: they are applied to no text, and make no guide."""

    STORY = "story"
    VALUE = "value"
    HANDBOOK = "handbook"
    COLLECTING = "collecting"


class Brings(StrEnum):
    """The part of the story that a step uses, or something else that the meeting looks at: all the values, or what was
    agreed last time."""

    TEXT = "text"
    SUMMARY = "summary"
    QUESTIONS = "questions"
    DILEMMA = "dilemma"
    VALUES = "values"
    AGREED = "agreed"


class Step(Declared):
    """One step of a meeting."""

    name: Text = declared("Name", "What the step is called, in a word or two.", required=True)
    minutes: Number = declared("Minutes", "How long the step takes, in whole minutes.", default=0, required=True)
    short: Number = declared(
        "Short", "How long it takes in the short version; without it, the short version leaves the step out.", default=0
    )
    before: Truth = declared(
        "Before",
        "`true` for what is done before the meeting; it is not counted in the method's minutes.",
        default=False,
    )
    guidance: Text = declared("Guidance", "What the leader thinks about and does, in a few sentences.", required=True)
    say: tuple[Text, ...] = declared("Say", "Lines that can be said as they are.", default=())
    points: tuple[Text, ...] = declared("Points", "What is to be presented, a point each.", default=())
    activity: Text = declared("Activity", "What goes on in the room, in a few words.", required=True)
    responsible: Text = declared("Responsible", "Who looks after it.", required=True)
    shows: tuple[Brings, ...] = declared(
        "Shows",
        "What comes here: `text` is read aloud, `questions` are the story's own, `values` are all the values, and "
        "`agreed` is what was agreed last time.",
        default=(),
    )
    questions: tuple[Text, ...] = declared("Questions", "The method's own questions.", default=())
    sheet: Truth = declared("Sheet", "`true` puts the step's questions on the participants' sheet.", default=False)
    stop: Truth = declared("Stop sign", "`true` draws a stop sign beside the step.", default=False)
    notes: Number = declared("Note lines", "How many lines there are to write on, at most 20.", default=0)
    shared: Truth = declared(
        "Shared", "`true` makes the note lines on the sheet one block below all the questions.", default=False
    )
    stalls: Text = declared("If it stalls", "What to do when the talk stalls.")
    moved: Text = declared("If someone is moved", "What to do when someone is moved.")


class Method(Document):
    """A recipe for a meeting: steps with guidance, activity, responsible, minutes and notes."""

    title: Text = declared("Title", "The method's name.", required=True, most=60)
    purpose: Text = declared("Purpose", "What the group has when the meeting is over.", required=True, most=280)
    precondition: Text = declared("Needed first", "What must be in place before the meeting.")
    group: Text = declared("Group", "How many it is for, such as `3 to 15`.", required=True, most=40)
    minutes: Number = declared("Minutes", "How long the meeting takes in all.", default=0, required=True)
    short: Number = declared("Short version", "How long the short version takes, where there is one.", default=0)
    start: Clock = declared("Start", 'When the meeting usually begins, such as "14:30"; without it, paper leaves room.')
    materials: tuple[Text, ...] = declared("Materials", "What must be found and brought.", default=())
    order: Number = declared("Order", "Where the method comes among the others: 1 is first.", default=99)
    applies_to: tuple[Subject, ...] = declared(
        "Applies to",
        "`story`, `value`, or both; `handbook` for a method about the values as a whole; `collecting` for a method "
        "that stories come from.",
        default=(Subject.STORY,),
    )
    needs_dilemma: Truth = declared(
        "Needs a dilemma", "`true` where only stories with a dilemma can be used.", default=False
    )
    ready: Truth = declared(
        "Ready guides",
        "`true` makes a page, a PDF and a Word file for each story; `false` leaves it to the composer.",
        default=True,
    )
    invitation: Text = declared(
        "Invitation",
        "What the invitation says about the meeting, in a sentence or two; time and place are added by themselves.",
    )
    follows: tuple[Text, ...] = declared(
        "Follows", "The methods that come before, by file name.", default=(), names="method"
    )
    leads_to: tuple[Text, ...] = declared(
        "Leads to", "The methods that come next, by file name.", default=(), names="method"
    )
    rests_on: Text = declared("Rests on", "What the method comes from, in a sentence or two.")
    cards: tuple[Text, ...] = declared("Cards", "Questions to print as cards, one on each.", default=())
    steps: tuple[Step, ...] = declared("Steps", "The steps, in order.", default=(), required=True)
    code: Text = declared(
        "Code", "Short and permanent, such as M01. It is printed, so it never changes.", required=True
    )

    @property
    def heading(self) -> str:
        """The title for readers."""
        return self.title or self.id

    @property
    def makes_guides(self) -> bool:
        """True unless the method is only for collecting stories, so that no guide can be made of it."""
        return not self.applies_to or set(self.applies_to) != {Subject.COLLECTING}

    @property
    def uses_texts(self) -> bool:
        """True if a guide can be made of the method and a story or a value that a leader chooses."""
        return not self.applies_to or not {Subject.STORY, Subject.VALUE}.isdisjoint(self.applies_to)

    @property
    def is_whole(self) -> bool:
        """True if a guide is made of the method and the handbook itself."""
        return Subject.HANDBOOK in self.applies_to

    def fits(self, story: Story) -> bool:
        """Return True if the method can use a story, with the dilemma that it may need."""
        return self.makes_guides and (bool(story.dilemma) or not self.needs_dilemma)

    @property
    def meeting(self) -> tuple[Step, ...]:
        """The steps of the meeting itself."""
        return tuple(step for step in self.steps if not step.before)

    @property
    def stops(self) -> tuple[tuple[int, Step], ...]:
        """The steps of the meeting that have a stop sign, each with its place among all the steps."""
        return tuple((at, step) for at, step in enumerate(self.steps) if step.stop and not step.before)

    @property
    def shown(self) -> frozenset[Brings]:
        """The parts of a story that any step uses."""
        return frozenset(shown for step in self.steps for shown in step.shows)
