"""The page on data protection, for those who approve the handbook, and for those who must handle a breach."""

from collections.abc import Iterator, Sequence

from ... import __version__
from ...locale import Catalogue
from ...model import retention
from ...model.artifact import Output, WebPage
from ...model.declared import fields
from ...model.problem import Level, Rule, Tag
from ...model.search import PAGE, SearchEntry
from ...model.texts.answers import Requirements
from ...reports.manual import manual
from ...web.assets import COPY
from ..kit import Kit
from .data_locations import place_groups
from .organisation import own_answers
from .plan import DataProtectionView
from .platform import HELD
from .processing_record import Record, record

_LEVELS = (Level.ERROR, Level.WARNING, Level.HINT)


def render(view: DataProtectionView, kit: Kit) -> Iterator[Output]:
    """Render the page."""
    words, settings, page = kit.words, kit.settings, kit.page(view)
    own, sections = own_answers(view.section, words, kit.settings.written_in), _sections(words)
    rules = [rule for group in kit.rules.values() for rule in group if Tag.ABOUT_PEOPLE in rule.tags]
    rows = [row for feature in kit.registry.features for row in feature.holds_about_people]
    of_features = [row for row in rows if row not in HELD]
    title = words.say("Data protection")
    lead = words.say(
        "What {organisation} keeps about people in this handbook, where it is, and what we do when it must go.",
        organisation=settings.organisation,
    )
    content = page.fragment(
        "data_protection/page.html",
        view=view,
        title=title,
        lead=lead,
        sections=sections,
        own=own,
        kept=retention,
        facts=view.facts,
        organisation=settings.organisation,
        places=place_groups(rows, settings, view.facts, own, words),
        record=record(Record(settings, view.facts, own, of_features, words)),
        channels=_channels(words),
        checked=list(_checked(rules, words)),
        waived=[words.say(fields(Requirements)[name].title or name) for name in view.facts.waived],
        rule_count=len(rules),
        version=__version__,
        style=page.asset("protection.css"),
        script=page.asset(COPY),
    )
    about = (words.say("GDPR, personal data, consent, breach, erasure, record of processing activities"),)
    entry = SearchEntry(PAGE, title, lead, about=about, more=tuple(sections.values()))
    yield WebPage(page.origin, title, content, lead, settings.path, frozenset(sections), entry)


def _sections(words: Catalogue) -> dict[str, str]:
    """Return the headings of the page by their ids."""
    say = words.say
    return {
        "in-short": say("In short"),
        "where": say("What is where, for how long, and who can see it"),
        "roles": say("Roles"),
        "consent": say("Consent, and taking it back"),
        "checked": say("What we have checked, and what we cannot check"),
        "record": say("Text for the record of processing (article 30)"),
        "breach": say("When something goes wrong: a breach"),
        "erasure": say("When something must be erased"),
        "made": say("What this page is made from"),
    }


def _channels(words: Catalogue) -> dict[str, str]:
    """Return the names of the channels of a consent."""
    say = words.say
    return {
        "intranet": say("On the organisation's own network"),
        "print": say("On paper"),
        "outside": say("Outside the organisation"),
    }


def _checked(rules: Sequence[Rule], words: Catalogue) -> Iterator[tuple[str, list[str]]]:
    """Yield the meaning of each level, with the summaries of its rules."""
    say = words.say
    meanings = {
        Level.ERROR: say("Where the check finds any of this, the handbook is not built:"),
        Level.WARNING: say("Where the check finds any of this, it gives a warning:"),
        Level.HINT: say("Where the check finds any of this, it gives a hint:"),
    }
    for level in _LEVELS:
        of_level = sorted((rule for rule in rules if rule.level is level), key=lambda rule: rule.id)
        if of_level:
            yield meanings[level], [manual(rule, words).summary for rule in of_level]
