"""A review as Markdown, for people who do not know git. The forge's workflow posts it as a comment on the change."""

from collections.abc import Iterator, Mapping, Sequence

from ..locale import Catalogue, catalogue
from ..model.declared import fields
from ..model.editorial.change import Change
from ..model.editorial.review import Review, StoryReview
from ..model.goals import Goal
from ..model.problem import Problem, Rule
from ..model.texts.answers import Answer
from ..model.texts.story import State, Story
from .line_labels import labelled, line_labels
from .markdown_escape import LONGEST, marked, plain, shortened
from .review_code import code_section
from .review_labels import ReviewWords
from .review_opening import opening

MARKER = "<!-- hverdag-review -->"
"""First line of the comment, by which the forge's workflow finds the comment that it updates."""

LARGEST = 60_000
"""Maximum length in characters; GitHub refuses comments of more than 65,536."""

MOST_CHANGES = 40
MOST_OTHERS = 30
MOST_ROWS = 200


def as_markdown(review: Review, rules: Mapping[str, Rule], language: str) -> str:
    """Return the report. If it would exceed LARGEST characters, changes are left out, and the report says so."""
    report = _MarkdownReport(review, rules, catalogue(language))
    text = report.text(changes=True)
    return text if len(text) <= LARGEST else report.text(changes=False)


class _MarkdownReport:
    """Writes a review as Markdown."""

    def __init__(self, review: Review, rules: Mapping[str, Rule], words: Catalogue) -> None:
        self._review = review
        self._rules = rules
        self._words = words
        self.say = words.say
        self._labels = ReviewWords(words)

    def text(self, changes: bool) -> str:
        parts = [MARKER, f"# {self.say('The stories in this change')}", f"**{self._labels.verdict(self._review)}**"]
        parts += code_section(self._review.code, self._words)
        parts += opening(self._review, self._words)
        if self._review.stories:
            parts.append("\n".join(self._overview()))
        honest = self.say("The machine sees whether people have said yes. Whether a story is true, only they know.")
        rest = [*self._rest(), f"<sub>{honest}</sub>"]
        room = LARGEST - sum(len(part) + 2 for part in (*parts, *rest))
        for number, story in enumerate(self._review.stories):
            sections = list(self._story(story, changes))
            room -= sum(len(part) + 2 for part in sections)
            if room < 0 and not changes:
                remaining = len(self._review.stories) - number
                parts.append(
                    f"*{self.say('{number} more stories: there is no room for them here.', number=remaining)}*"
                )
                break
            parts += sections
        return "\n\n".join((*parts, *rest)) + "\n"

    def _overview(self) -> Iterator[str]:
        say = self.say
        yield f"| {say('Story')} | {say('What has happened')} | {say('Verdict')} |"
        yield "|---|---|---|"
        for story in self._review.stories[:MOST_ROWS]:
            givers = dict.fromkeys(self._labels.giver(missing) for missing in story.missing)
            ready = say("Ready, but mind what is noted") if story.is_noted else say("Ready")
            ready = self._labels.unasked(story.unasked) if story.unasked else ready
            waits = say("Waiting for: {who}", who=plain("; ".join(givers)))
            verdict = ready if story.is_ready else waits
            yield f"| {plain(story.story.heading)} | {self._labels.events(story)} | {verdict} |"

    def _story(self, story: StoryReview, changes: bool) -> Iterator[str]:
        say = self.say
        yield f"## {plain(story.story.heading)}"
        state = f" {say('State')}: {self._labels.state(story.story.state)}." if story.after else ""
        yield f"*{self._labels.events(story).capitalize()}.{state}*"
        if story.story.summary and not story.has_ended:
            yield f"> {plain(story.story.summary)}"
        if story.is_ready:
            yield f"**{self._labels.ready(story)}**"
        else:
            yield f"**{say('Missing, and who can give it')}:**\n\n" + "\n".join(self._missing(story))
        if story.is_noted:
            notes = [self._labels.note(note, role) for note, role in story.notes]
            notes += [self._labels.loose(answer) for answer in story.loose]
            yield f"**{say('Mind this')}:**\n\n" + "\n".join(f"- {plain(note)}" for note in notes)
        if changes:
            yield from self._whole(story)
        if changes:
            yield from self._changes(story)
        elif story.changes:
            yield f"*{say('The text has changed. The difference is too long to be shown here.')}*"
        if story.after is not None:
            yield from self._answers(story, story.after)
        yield from self._problems(story.problems)
        yield from self._touched(story)

    def _missing(self, story: StoryReview) -> Iterator[str]:
        """Yield a line for each thing that is missing, with everyone who can give it."""
        givers: dict[str, list[str]] = {}
        for missing in story.missing:
            givers.setdefault(self._labels.missing(missing), []).append(self._labels.giver(missing))
        yield from (f"- **{plain('; '.join(who))}**: {plain(sentence)}" for sentence, who in givers.items())

    def _whole(self, story: StoryReview) -> Iterator[str]:
        """Yield the text of a new story, in a collapsed block."""
        if story.text:
            body = "\n\n".join(map(plain, labelled(story.text, self._words)))
            yield f"<details><summary>{self.say('Read the story')}</summary>\n\n{body}\n\n</details>"

    def _changes(self, story: StoryReview) -> Iterator[str]:
        say = self.say
        lines = [self._change(change) for change in story.changes[:MOST_CHANGES]]
        if len(story.changes) > MOST_CHANGES:
            lines.append(f"- {say('and {number} more', number=len(story.changes) - MOST_CHANGES)}")
        if lines:
            yield f"### {say('What has changed')}"
            yield say("What is gone is ~~crossed out~~, and what is new is **bold**.")
            yield "\n".join(lines)

    def _change(self, change: Change) -> str:
        say, info = self.say, fields(Story).get(change.field)
        names = {"body": say("The text"), "option": say("The dilemma"), **line_labels(self._words)}
        label = names.get(change.field) or say((info.title if info else "") or change.field)
        return f"- {label}: {marked(change.stretches)}{plain(self._labels.exchanged(change))}"

    def _answers(self, story: StoryReview, current: Story) -> Iterator[str]:
        say, words = self.say, self._words
        if story.standings.nods:
            yield f"### {say('Nods')}"
            rows = [f"| {say('Took part')} | {say('Nod')} |", "|---|---|"]
            for number, nod in enumerate(story.standings.nods):
                teller = f" ({say('told the story')})" if number == 0 else ""
                told = self._labels.nod(nod, story.forge.get(nod.contributor.role))
                rows.append(f"| {plain(nod.contributor.role)}{teller} | {plain(told)} |")
            yield "\n".join(rows)
            yield from self._since(story)
        if current.decision:
            yield f"### {say('The group')}"
            when = words.day(current.decision.date) if current.decision.date else ""
            who = {"group": current.decision.group, "day": when}
            if current.state is State.DECLINED:
                yield plain(say("{group} considered the story on {day}.", **who))
            else:
                yield plain(say("{group} decided on {day} that the story meets the criteria.", **who))
            names = {criterion.id: criterion.name for criterion in self._review.criteria}
            doubts = [
                f"- {plain(names.get(doubt.criterion, doubt.criterion))}: {plain(doubt.why)}"
                for doubt in current.decision.doubts
            ]
            if doubts:
                yield f"{say('In doubt about')}:\n\n" + "\n".join(doubts)
        elif any(missing.want == "decision" for missing in story.missing):
            yield f"### {say('Questions for the group')}"
            yield "\n".join(
                f"{number}. {plain(criterion.question)}" for number, criterion in enumerate(self._review.criteria, 1)
            )
        if current.response:
            yield f"### {say('Management')}"
            yield self._response(story, current)

    def _since(self, story: StoryReview) -> Iterator[str]:
        """Yield the changes since each outdated nod; nods with the same changes are listed once."""
        changes = {nod.changes: nod.contributor.role for nod in reversed(story.standings.nods) if nod.changes}
        changes.pop(story.changes, None)  # already listed under "What has changed"
        for since, role in reversed(changes.items()):
            lines = [self._change(change) for change in since[:MOST_CHANGES]]
            title = (
                self.say("Changed since the nods:")
                if len(changes) == 1
                else self.say("Changed since the nod of {role}:", role=role)
            )
            yield f"{plain(title)}\n\n" + "\n".join(lines)

    def _response(self, story: StoryReview, current: Story) -> str:
        assert current.response is not None  # noqa: S101 callers pass only stories with a response
        say, response = self.say, current.response
        when = self._words.day(response.date) if response.date else ""
        chosen = response.answer is Answer.CHOSEN
        who = {"role": response.role, "day": when}
        if chosen:
            heading = say("{role} chose the story on {day}:", **who)
        else:
            heading = say("{role} left the story out on {day}:", **who)
        lines = [plain(heading) + " " + say("“") + plain(response.reason) + say("”")]
        if story.goal:
            label = say("Goal") if isinstance(story.goal, Goal) else say("Strategy")
            lines.append(f"{label}: {plain(story.goal.text)}")
        if not chosen:
            lines.append(plain(say("Those who took part get a letter: hverdag reply {story}", story=current.id)))
        return "\n\n".join(lines)

    def _problems(self, problems: Sequence[Problem]) -> Iterator[str]:
        lines = [
            f"- {self._words.level(problem.level).capitalize()}, "
            f"{self.say('line {number}', number=problem.source.line)}: "
            f"{plain(shortened(self._words.sentence(problem, self._rules[problem.rule]), LONGEST))}"
            for problem in problems
        ]
        if lines:
            yield f"### {self.say('What the check says')}"
            yield "\n".join(lines)

    def _touched(self, story: StoryReview) -> Iterator[str]:
        touched, say = story.touched, self.say
        if not touched.pages:
            return
        yield f"### {say('What it changes in the handbook')}"
        lines = [f"- {say('Pages')}: {', '.join(f'{plain(name)} (`{address}`)' for name, address in touched.pages)}"]
        products = [self._words.count("{number} guide", "{number} guides", touched.guides)] if touched.guides else []
        products += self._labels.products(touched.products)
        if products:
            lines.append(f"- {say('To print')}: {', '.join(products)}")
        yield "\n".join(lines)

    def _listed(self, title: str, problems: Sequence[Problem]) -> Iterator[str]:
        """Yield a section with a line for each problem."""
        if problems:
            yield f"## {title}"
            lines = [
                f"- {plain(problem.source.path)}, {self.say('line {number}', number=problem.source.line)}: "
                f"{plain(shortened(self._words.sentence(problem, self._rules[problem.rule]), LONGEST))}"
                for problem in problems[:MOST_OTHERS]
            ]
            yield "\n".join(lines)

    def _rest(self) -> Iterator[str]:
        say = self.say
        yield from self._listed(say("Other files"), self._review.problems)
        yield from self._listed(say("Addresses that end"), self._review.ended)
