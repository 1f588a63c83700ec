"""The labels and sentences of a review, in one language."""

from ..locale import Catalogue
from ..model.editorial.answers import told
from ..model.editorial.change import Change
from ..model.editorial.review import Event, ForgeAnswer, Giver, Missing, Note, Review, StoryReview, Want
from ..model.printable import Product
from ..model.texts.answers import Answer
from ..model.texts.nods import Nod, NodKind, Standing, StandingAnswer, StandingNod
from ..model.texts.story import Origin, State


class ReviewWords:
    """Translates the parts of a review into sentences."""

    def __init__(self, words: Catalogue) -> None:
        self._words = words

    def events(self, story: StoryReview) -> str:
        """Return what has happened to a story, such as "changed, the file has another name"."""
        say = self._words.say
        names = {
            Event.ADDED: say("new"),
            Event.CHANGED: say("changed"),
            Event.RENAMED: say("the file has another name"),
            Event.REMOVED: say("removed"),
        }
        return ", ".join(names[event] for event in story.events)

    def state(self, state: State) -> str:
        """Return the label of a state."""
        say = self._words.say
        return {
            State.DRAFT: say("draft"),
            State.IN_REVIEW: say("in review"),
            State.PUBLISHED: say("published"),
            State.RETIRED: say("taken out"),
            State.DECLINED: say("left out"),
        }[state]

    def verdict(self, review: Review) -> str:
        """Return the verdict on the whole review, in one sentence."""
        say, count = self._words.say, self._words.count
        waiting = sum(not story.is_ready for story in review.stories)
        unasked = sum(story.unasked for story in review.stories)
        if review.is_ready and unasked:
            return self.unasked(unasked)
        noted = review.loosened or review.ended or review.code or any(story.is_noted for story in review.stories)
        if review.is_ready and noted:
            return say("Nothing is missing, but mind what is noted below.")
        if review.is_ready:
            return say("Ready: nothing is missing.") if review.stories else say("No story has changed.")
        if not waiting:
            return say("Not ready: there are faults in other files.")
        return count(
            "Not ready: something is missing in {number} story.",
            "Not ready: something is missing in {number} stories.",
            waiting,
        )

    def unasked(self, number: int) -> str:
        """Return the verdict where people who had nodded are no longer asked."""
        return self._words.count(
            "Nothing is missing, but {number} who had nodded is no longer asked. Ask why.",
            "Nothing is missing, but {number} who had nodded are no longer asked. Ask why.",
            number,
        )

    def ready(self, story: StoryReview) -> str:
        """Return the verdict on a story for which nothing is missing."""
        if story.unasked:
            return self.unasked(story.unasked)
        if story.is_noted:
            return self._words.say("Nothing is missing, but mind what is noted below.")
        return self._words.say("Ready: nothing is missing.")

    def missing(self, missing: Missing) -> str:
        """Return what is missing, and what to do about it."""
        say, details = self._words.say, missing.given
        sentences = {
            Want.CONTRIBUTORS: say("It does not say who took part. Write their roles under contributors:"),
            Want.NOD: say("A nod."),
            Want.NOD_AGAIN: say("A nod to the text as it is now. The earlier nod was to another text."),
            Want.CORRECTION: say(
                "A nod to the text as it is now. Only the language was corrected, so the nod of whoever told the story "
                "renews the others."
            ),
            Want.NOD_UNKNOWN: say("A new nod. The one that is there belongs to a text that nobody knows."),
            Want.NOD_OUTDATED: say("A new nod. The one that is there was given before we changed what a nod covers."),
            Want.NOD_UNAPPROVED: say(
                "A new approval. The nod that is there is to a different text from the one that was approved."
            ),
            Want.NOD_NEWER: say("A newer version of Hverdag here. It has written nods that this one does not know."),
            Want.DECISION: say("A decision: does the story meet the criteria?"),
            Want.RESPONSE: say("An answer: is the story chosen or left out, and why?"),
            Want.CONSENT: say("Consent to show the story. Write consent: with reference, channels and until."),
            Want.BECAUSE: say("Why the story is worth telling, in the teller's own words. Write it under because:"),
            Want.MENTIONED: say("An answer: who else appears in the story, and can anyone recognise them?"),
            Want.DECISION_REWORDED: say(
                "The group's decision says something different from before, and has the same date. Ask the group, and "
                "write the new day."
            ),
            Want.RESPONSE_REWORDED: say(
                "Management's answer says something different from before, and has the same date. Ask management, and "
                "write the new day."
            ),
            Want.MENTIONED_REWORDED: say(
                "The answer about others in the story says something different from before, and has the same date. Ask "
                "the one who gave it, and write the new day."
            ),
            Want.STATE: say("Everyone has said yes. Write state: published, and it can be read in the handbook."),
            Want.FINISHED: say(
                "The story is a draft. Write state: in-review when it is ready to be read by those who took part."
            ),
        }
        return sentences[missing.want] if missing.want in sentences else self._about(missing.want, details)

    def _about(self, want: Want, details: tuple[str, ...]) -> str:
        """Return the sentence about what is missing where it needs details, such as an edition or a code."""
        say = self._words.say
        if want is Want.NOD_UNCONFIRMED:
            return say("A new approval. {reason}", reason=self.forge(ForgeAnswer(details[0])))
        if want is Want.SELECTION:
            return say("A nod to the stories chosen for {edition}.", edition=details[0])
        if want is Want.CODE:
            return say("The code {code} is on paper. Write it under retired: in handbook.yml.", code=details[0])
        if want is Want.STEP:
            before, after = (self.state(State(state)) for state in details)
            return say(
                "A story cannot go from {before} to {after}. Write state: retired, so that its code on paper still "
                "answers.",
                before=before,
                after=after,
            )
        return self._words.count(
            "{number} fault is to be corrected. It is described below.",
            "{number} faults are to be corrected. They are described below.",
            int(details[0]),
        )

    def giver(self, missing: Missing) -> str:
        """Return who can give what is missing."""
        say = self._words.say
        if missing.role:
            return missing.role
        return {
            Giver.CONTRIBUTOR: say("those who took part"),
            Giver.GROUP: say("the group"),
            Giver.MANAGEMENT: say("management"),
            Giver.PROCESS: say("everyone in the values process"),
            Giver.SECOND: say("someone other than the teller"),
            Giver.EDITORS: say("the editors"),
        }[missing.giver]

    def field(self, name: str, value: str) -> str:
        """Return the value of a field, with a label in place of a state or an origin."""
        say = self._words.say
        if name == "state":
            return self.state(State(value))
        if name == "answer":
            return say("chosen") if value == Answer.CHOSEN else say("left out")
        return (
            {Origin.ILLUSTRATIVE: say("made up"), Origin.COLLECTED: say("told by a colleague")}.get(
                Origin(value), value
            )
            if name == "origin"
            else value
        )

    def note(self, note: Note, role: str) -> str:
        """Return the text of a note to the reviewer."""
        say = self._words.say
        return {
            Note.LEFT: say("{role} took part before, and is not named any more. Ask why.", role=role),
            Note.TELLER: say("{role} now counts as the one who told the story.", role=role),
            Note.ENDED: say("Consent no longer holds. With this, the story goes out of everything at the next build."),
            Note.ONE_ACCOUNT: say("One and the same account has approved for these: {roles}. Ask why.", roles=role),
            Note.ORIGIN: say("The story was told by a colleague, and is now called made-up. Nobody has to nod to it."),
        }[note]

    def loose(self, answer: StandingAnswer) -> str:
        """Return the sentence about an answer that may not be to the text as it is."""
        return self._words.whole(told(answer))

    def exchanged(self, change: Change) -> str:
        """Return the note that a picture or the recording was exchanged, in brackets, or an empty string."""
        return f" ({self._words.tell(change.note)})" if change.note else ""

    def nod(self, nod: StandingNod, answer: ForgeAnswer | None = None) -> str:
        """Return a sentence about the nod of a contributor. `answer` is what the forge says of it."""
        say = self._words.say
        when = self._words.day(nod.contributor.nod.date) if nod.contributor.nod and nod.contributor.nod.date else ""
        sentence = {
            Standing.GIVEN: say("Yes, {day}."),
            Standing.RENEWED: say("Yes, {day}. Since then only the language was corrected."),
            Standing.STALE: say("Yes to an earlier text, {day}. Must nod again."),
            Standing.UNKNOWN: say("The nod from {day} belongs to an unknown text. Must nod again."),
            Standing.MISSING: say("Not yet."),
            Standing.OUTDATED: say("Yes, {day}, before we changed what a nod covers. Must nod again."),
            Standing.NEWER: say("The nod from {day} was written by a newer version of Hverdag than this one."),
            Standing.UNAPPROVED: say("The nod from {day} is to a different text from the one that was approved."),
        }[nod.standing].format(day=when)
        source = [self._source(nod.contributor.nod)] if nod.contributor.nod else []
        return " ".join((sentence, *source, *([self.forge(answer)] if answer else [])))

    def forge(self, answer: ForgeAnswer) -> str:
        """Return the sentence about what the forge says of a nod."""
        say = self._words.say
        return {
            ForgeAnswer.CONFIRMED: say("GitHub confirms it."),
            ForgeAnswer.NO_APPROVAL: say("GitHub knows of no such approval."),
            ForgeAnswer.TAKEN_BACK: say("The approval was taken back on GitHub."),
            ForgeAnswer.OTHER_TEXT: say("A different text was approved."),
            ForgeAnswer.OTHER_ROLE: say("The account that approved speaks for somebody else."),
            ForgeAnswer.UNREADABLE: say("What was approved cannot be read here any more."),
            ForgeAnswer.NOT_ASKED: say("Nobody has asked GitHub."),
        }[answer]

    def _source(self, nod: Nod) -> str:
        """Return the sentence that says how a nod came into the story."""
        say = self._words.say
        return {
            NodKind.FORGE: say("Approved in the proposal."),
            NodKind.RECORDED: say("Written down by the editors, kept in {record}.", record=nod.record),
            NodKind.NOTED: say("Written down by the editors."),
        }[nod.kind]

    def products(self, products: tuple[Product, ...]) -> list[str]:
        """Return the labels of the printed products that contain a story."""
        names = [self._words.tell(product.title) for product in products]
        return [name[:1].lower() + name[1:] for name in names]
