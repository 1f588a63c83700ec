"""Handbook to the entries of the journal. What readers may not meet is not in it either: of a story that was declined
there is management's reason, as on the page of the outcome, and of one whose consent has ended its code and days."""

from collections.abc import Iterator
from datetime import date, timedelta

from ...model.goals import Statement, points_to
from ...model.handbook import Handbook
from ...model.message import Message, Words, message
from ...model.settings import Settings
from ...model.texts.answers import Answer
from ...model.texts.consent import Channel
from ...model.texts.story import Origin, State, Story
from .model import Journal, JournalEntry, RecordKind

_OF_DECLINED = message("Of a story that is not in the handbook.")
_DECLINED = message("Declined. We do not say which story it is.")
_CHOSEN = message("Chosen.")
_INVENTED = message("The story is made up.")


def journal(
    whole: Handbook, gated: Handbook, today: date, first: date | None = None, last: date | None = None
) -> Journal:
    """Return the journal of some days, today at the latest. `whole` is the handbook with every story, and `gated` what
    is left of it after the consent gate."""
    until = min(last or today, today)
    told = {story.path for story in gated.stories if story.is_published and story.allows(Channel.PRINT)}
    found = [*_selections(whole, told), *_statements(whole.settings)]
    for story in whole.stories:
        found += _of(story, whole, today, is_told=story.path in told)
    kept = [entry for entry in found if (first is None or entry.date >= first) and entry.date <= until]
    # Reasons for what was declined are sorted by their words, so that their order tells nothing of the stories.
    ordered = sorted(kept, key=lambda entry: (entry.date, entry.kind.order, entry.reference, str(entry.texts)))
    return Journal(tuple(ordered), today, first, until)


def _selections(handbook: Handbook, told: set[str]) -> Iterator[JournalEntry]:
    """Yield each selection with its stories, but for those that were declined."""
    for one in handbook.settings.selections:
        if one.date:
            found = (handbook.story_by_id[id] for id in one.stories if id in handbook.story_by_id)
            stories = sorted((story for story in found if not _is_declined(story)), key=lambda story: story.code)
            shown = tuple(story.code for story in stories if story.path in told)
            asked = message("{nodded} of {of} nodded yes.", nodded=one.nodded, of=one.of)
            lines = (f"{story.code} {story.heading}." if story.code in shown else f"{story.code}." for story in stories)
            yield JournalEntry(
                one.date, RecordKind.SELECTION, one.group, one.edition, texts=(asked, *lines), story_codes=shown
            )


def _statements(settings: Settings) -> Iterator[JournalEntry]:
    for goal in settings.goals:
        for one in goal.statements:
            if one.date:
                texts: tuple[Words, ...] = (one.text, *_number(one))
                yield JournalEntry(one.date, RecordKind.STATEMENT, one.role, goal.id, goal.heading, texts)


def _number(statement: Statement) -> Iterator[Message]:
    """Yield the number of a statement, which has both out of how many and a source."""
    if statement.number is not None and statement.of is not None:
        number, of = statement.number, statement.of
        yield message("{number} of {of}. Counted from: {source}", number=number, of=of, source=statement.source)


def _of(story: Story, handbook: Handbook, today: date, *, is_told: bool) -> Iterator[JournalEntry]:
    """Yield the entries of one story. A draft has none."""
    if story.has_ended(today):
        if not _is_declined(story):
            yield from _ended(story, handbook)
    elif _is_declined(story):
        yield from _declined(story)
    elif story.state is not State.DRAFT:
        yield from _kept(story, handbook, is_told=is_told)


def _is_declined(story: Story) -> bool:
    response = story.response
    return story.state is State.DECLINED or (response is not None and response.answer is Answer.DECLINED)


def _ended(story: Story, handbook: Handbook) -> Iterator[JournalEntry]:
    """Yield the days of a story whose consent has ended, and nothing else of it."""
    for kind, day in ((RecordKind.DECISION, _day(story.decision)), (RecordKind.ANSWER, _day(story.response))):
        if day:
            yield JournalEntry(day, kind, reference=story.code)
    day = _ended_on(story, handbook)
    if day:
        yield JournalEntry(day, RecordKind.ENDED, reference=story.code)


def _day(answer: object) -> date | None:
    found = getattr(answer, "date", None)
    return found if isinstance(found, date) else None


def _ended_on(story: Story, handbook: Handbook) -> date | None:
    """Return the day that a story's consent ended, or that of the other story whose consent it names."""
    others = (handbook.story_by_path.get(path) for path in story.ended_elsewhere.values())
    consents = [one.consent for one in (story, *others) if one and one.consent]
    withdrawn = [consent.withdrawn for consent in consents if consent.withdrawn]
    run_out = [consent.until + timedelta(days=1) for consent in consents if consent.until]
    return min((*withdrawn, *run_out), default=None)


def _declined(story: Story) -> Iterator[JournalEntry]:
    """Yield what is said of a story that was declined, and nothing that it can be known by."""
    decision, response = story.decision, story.response
    if decision and decision.date:
        yield JournalEntry(decision.date, RecordKind.DECISION, decision.group, texts=(_OF_DECLINED,))
    if response and response.date and response.answer is Answer.DECLINED:
        yield JournalEntry(response.date, RecordKind.ANSWER, response.role, texts=(_DECLINED, response.reason))


def _kept(story: Story, handbook: Handbook, *, is_told: bool) -> Iterator[JournalEntry]:
    """Yield the decision and the answer; what they say, only of a story that readers may meet on paper."""
    decision, response = story.decision, story.response
    title, codes = (story.heading, (story.code,)) if is_told else ("", ())
    invented = (_INVENTED,) if story.origin is Origin.ILLUSTRATIVE else ()
    if decision and decision.date:
        texts: tuple[Words, ...] = (message("It meets the criteria."),)
        if is_told:
            texts += tuple(_doubts(story, handbook.settings))
        yield JournalEntry(
            decision.date, RecordKind.DECISION, decision.group, story.code, title, (*texts, *invented), codes
        )
    if response and response.date:
        words: tuple[Words, ...] = (_CHOSEN,)
        if is_told:
            words += (response.reason, *_aim(response.goal, handbook.settings))
        yield JournalEntry(
            response.date, RecordKind.ANSWER, response.role, story.code, title, (*words, *invented), codes
        )


def _doubts(story: Story, settings: Settings) -> Iterator[Message]:
    names = {criterion.id: criterion.name for criterion in settings.criteria}
    for doubt in story.decision.doubts if story.decision else ():
        criterion = names.get(doubt.criterion, doubt.criterion)
        yield message("In doubt about {criterion}: {why}", criterion=criterion, why=doubt.why)


def _aim(id: str, settings: Settings) -> Iterator[Message]:
    direction = settings.direction(id) if id else None
    if direction:
        yield points_to(direction)
