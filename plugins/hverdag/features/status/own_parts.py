"""The parts of the status that belong to no other feature: critical factors, the stories, and what comes next."""

from collections.abc import Iterator
from datetime import date

from ...model.addresses import STORY_LIST
from ...model.message import Words, message
from ...model.shown import Shown, ShownStory
from ...model.texts.story import Origin
from ...model.uptake.history import continued
from ...model.uptake.status import STATUS, Cell, Figure, StatusPart, StatusTable
from ...model.uptake.tally import Tally
from ..uptake import counts_of
from .model import Factor, NextStep, StatusSection

LATEST_WORDS = 5
"""The number of entries of the factors' logs that are shown."""

COUNTED = "stories-collected"
"""The count of the stories that colleagues have told."""

_FACTORS = message("What the owners have written about the factors")
_STORIES = message("The handbook's published stories")
_FACTOR_HEAD = (
    message("Factor"),
    message("Owner"),
    message("Where it stands"),
    message("Last talked about"),
    message("Next time"),
)
_WORD_HEAD = (message("Day"), message("Factor"), message("What was said and done"))
_STEP_HEAD = (message("What we do"), message("Who does it"), message("No later than"))


def own_parts(shown: Shown) -> Iterator[StatusPart]:
    """Yield the parts that there is something to tell in."""
    section = shown.settings.of(StatusSection)
    if section.factors:
        yield _factors(section.factors, shown.today)
    yield _stories(shown)
    if section.next_steps:
        yield _next(section.next_steps, shown.today)


def _factors(factors: tuple[Factor, ...], today: date) -> StatusPart:
    rows: list[tuple[Cell, ...]] = [
        (factor.text, factor.owner or None, factor.status or None, factor.last_word(today), factor.next)
        for factor in factors
    ]
    tables = [StatusTable(message("Critical factors"), _FACTOR_HEAD, tuple(rows))]
    words = sorted(
        (
            (word.date, number, word.text)
            for number, factor in enumerate(factors)
            for word in factor.log
            if word.date and word.date <= today
        ),
        key=lambda word: (word[0].toordinal() * -1, word[1]),
    )
    if words:
        entries = tuple((day, factors[number].text, text) for day, number, text in words[:LATEST_WORDS])
        caption = message("What was said and done most recently")
        tables.append(StatusTable(caption, _WORD_HEAD, entries, page_only=True))
    owned = sum(bool(factor.owner) for factor in factors)
    return StatusPart(
        id="factors",
        order=50,
        title=message("Critical factors: what can stand in the way"),
        figures=(Figure(message("Factors with an owner"), owned, len(factors), _FACTORS, f"{STATUS}#factors"),),
        tables=tuple(tables),
    )


def _stories(shown: Shown) -> StatusPart:
    """Return the part on stories. Those on their way are not counted, also in a preview."""
    stories = tuple(one for one in shown.stories if one.story.is_published)
    told = [one for one in stories if one.story.origin is Origin.COLLECTED]
    # The count that goals use, so that the same number has one history.
    count = counts_of(shown.handbook).get(COUNTED)
    tally = count.find(shown.handbook, shown.today) if count else Tally((), None, _STORIES)
    this_year = sum(day.year == shown.today.year for day in tally.days)
    paragraphs: list[Words] = []
    if stories and not told:
        paragraphs.append(
            message("All the stories are made up. They show how one can be told, until your own come in.")
        )
    elif len(told) < len(stories):
        paragraphs.append(message("Made-up stories are counted apart. They say nothing about what happens here."))
    figures = (
        Figure(
            message("Stories told by colleagues"),
            len(told),
            len(stories),
            _STORIES,
            STORY_LIST,
            continued(tally.history(), shown.today),
        ),
        Figure(
            message("Stories told by colleagues, new in {year}", year=str(shown.today.year)),
            this_year,
            None,
            _STORIES,
            STORY_LIST,
        ),
        Figure(message("Made-up stories"), len(stories) - len(told), len(stories), _STORIES, STORY_LIST),
    )
    return StatusPart(
        id="stories",
        order=60,
        title=message("The stories that we have"),
        paragraphs=tuple(paragraphs),
        figures=figures,
        tables=tuple(_story_tables(shown, stories)) if stories else (),
        more=((message("All the stories"), STORY_LIST),),
    )


def _story_tables(shown: Shown, stories: tuple[ShownStory, ...]) -> Iterator[StatusTable]:
    """Yield the stories by kind and by value, those told by colleagues and the made-up ones apart."""

    def row(name: Words, its: Iterator[ShownStory]) -> tuple[Cell, ...]:
        origins = [one.story.origin for one in its]
        return (name, origins.count(Origin.COLLECTED), origins.count(Origin.ILLUSTRATIVE))

    kinds = [row(kind.name, (one for one in stories if one.story.kind == kind.id)) for kind in shown.settings.kinds]
    values = [row(value.heading, (one for one in stories if value.id in one.story.values)) for value in shown.values]
    ends = (message("Told by colleagues"), message("Made up"))
    yield StatusTable(message("Stories by kind"), (message("Kind of story"), *ends), tuple(kinds), page_only=True)
    caption = message("Stories by value; one with several values counts for each of them")
    yield StatusTable(caption, (message("Value"), *ends), tuple(values), page_only=True)


def _next(steps: tuple[NextStep, ...], today: date) -> StatusPart:
    """Return the part on what comes next; what is past comes last, with what came of it."""
    dated = [(step.when or date.max, step) for step in steps]
    ahead = [step for day, step in sorted(dated, key=lambda pair: pair[0]) if day >= today]
    past = [step for day, step in sorted(dated, key=lambda pair: pair[0]) if day < today]
    tables = []
    if ahead:
        rows = tuple((step.what, step.who, step.when) for step in ahead)
        tables.append(StatusTable(message("What is ahead of us"), _STEP_HEAD, rows))
    if past:
        heads = (*_STEP_HEAD, message("What came of it"))
        rows_past = tuple((step.what, step.who, step.when, step.status or None) for step in past)
        tables.append(StatusTable(message("What we said we would do"), heads, rows_past))
    return StatusPart(id="next", order=80, title=message("What we do next"), tables=tuple(tables))
