"""The answers to a story: the group's decision on the criteria, management's response, and the selection."""

from enum import StrEnum

from ..declared import Day, Declared, Number, Text, Truth, declared


class Doubt(Declared):
    """A criterion that the group was in doubt about."""

    criterion: Text = declared("Criterion", "The criterion's id in handbook.yml.", required=True)
    why: Text = declared("Why", "What the doubt was, in one sentence.", required=True)


class Decision(Declared):
    """The group's one decision that a story meets the criteria."""

    date: Day | None = declared("Date", "The day the group decided.", default=None, required=True)
    text: Text = declared("Text", "The fingerprint of the text decided on; `hverdag nod --decision` writes it.")
    version: Number = declared(
        "Version", "Which rules the fingerprint was made by; `hverdag nod` writes it.", default=1
    )
    group: Text = declared("The group", "Which group, such as `The values group`.", required=True)
    doubts: tuple[Doubt, ...] = declared("Doubts", "The criteria that were doubted, and why.", default=())


class Answer(StrEnum):
    """Management's answer: a story is chosen for the handbook, or declined."""

    CHOSEN = "chosen"
    DECLINED = "declined"


class Response(Declared):
    """Management's response to a story."""

    answer: Answer = declared("Answer", "`chosen` or `declined`.", default=Answer.CHOSEN, required=True)
    reason: Text = declared("Reason", "Why, in words that the contributors can recognise.", required=True)
    goal: Text = declared("Goal", "The id of the result goal in handbook.yml that the story points to.", names="goal")
    date: Day | None = declared("Date", "The day of the response.", default=None, required=True)
    text: Text = declared("Text", "The fingerprint of the text responded to; `hverdag nod --response` writes it.")
    version: Number = declared(
        "Version", "Which rules the fingerprint was made by; `hverdag nod` writes it.", default=1
    )
    role: Text = declared("Role", "Who answered, such as `The directors`.", required=True)


class Selection(Declared):
    """The yes of everyone in the values process to the stories chosen for an edition."""

    edition: Text = declared("Edition", "The edition, as it is written in `edition`.", required=True)
    date: Day | None = declared("Date", "The day of the nods.", default=None, required=True)
    group: Text = declared("The group", "Who was asked, such as `The values group`.", required=True)
    nodded: Number = declared("Nodded", "How many nodded yes.", default=0, required=True)
    of: Number = declared("Of", "How many were asked.", default=0, required=True)
    stories: tuple[Text, ...] = declared(
        "Stories", "The file names of the stories chosen.", default=(), required=True, names="story"
    )


class Requirements(Declared):
    """The demands on a collected story before it is published."""

    nods: Truth = declared("Nods", "Contributors, and a nod from each.", default=True)
    decision: Truth = declared("Decision", "The group's decision on the criteria.", default=True)
    response: Truth = declared("Response", "Management's response.", default=True)
    selection: Truth = declared("Selection", "A place in the edition's selection.", default=True)
    mentioned: Truth = declared("People mentioned", "Who else appears, answered by a second person.", default=True)
    consent: Truth = declared("Consent", "The teller's consent, with channels and an end.", default=True)
    because: Truth = declared("Because", "The teller's own reason why it is worth telling.", default=True)
