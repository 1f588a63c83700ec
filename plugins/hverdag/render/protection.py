"""The page on data protection, for those who approve the handbook, and for whoever stands with a breach."""

from collections.abc import Iterable, Iterator, Mapping

from .. import __version__
from ..model import protection as kept
from ..model.artifact import WebPage, relative
from ..model.chapters import PROTECTION
from ..model.declared import fields
from ..model.problem import Level, Rule
from ..model.search import PageKind, SearchEntry
from ..model.texts.answers import Demands
from ..web.assets import FOLDER
from .protection_own import own_answers
from .protection_places import place_groups
from .protection_record import record
from .reference import manual
from .web import WebRenderer

KINDS = frozenset({"privacy", "picture", "consent", "mentioned", "contributor"})
"""The first word in the ids of the rules that look after people."""

NAMES = frozenset(
    {"image-people", "link-withdrawn", "nod-missing", "nod-stale", "nod-unknown", "response-private", "site-request"}
)
"""Other rules that do."""

_LEVELS = (Level.ERROR, Level.WARNING, Level.HINT)


class ProtectionRenderer:
    """Renders the page of one site. `rules` are all that the handbook is checked by, in groups."""

    def __init__(self, renderer: WebRenderer, rules: Mapping[str, Iterable[Rule]]) -> None:
        self._web = renderer
        self._site = renderer.site
        self._words = renderer.words
        self._rules = [rule for group in rules.values() for rule in group if is_about_people(rule)]

    def page(self) -> WebPage:
        """Return the page."""
        say, settings, origin = self._words.say, self._site.settings, self._site.addresses.by_target[PROTECTION]
        own = own_answers(settings.protection, self._words)
        sections = self._sections()
        title = say("Data protection")
        lead = say(
            "What {organisation} keeps about people in this handbook, where it is, and what we do when it must go.",
            organisation=settings.organisation,
        )
        content = self._web.fragment(
            "protection.html",
            origin,
            title=title,
            lead=lead,
            sections=sections,
            own=own,
            kept=kept,
            facts=self._site.protection,
            organisation=settings.organisation,
            places=place_groups(self._site, own, self._words),
            record=record(self._site, own, self._words),
            channels=self._channels(),
            checked=list(self._checked()),
            waived=[self._words.say(fields(Demands)[name].title or name) for name in self._site.protection.waived],
            rule_count=len(self._rules),
            version=__version__,
            style=relative(f"{FOLDER}/protection.css", origin),
            script=relative(f"{FOLDER}/protection.js", origin),
        )
        about = (say("GDPR, personal data, consent, breach, erasure, record of processing activities"),)
        entry = SearchEntry(PageKind.PAGE, title, lead, about=about, more=tuple(sections.values()))
        return WebPage(origin, title, content, lead, settings.path, frozenset(sections), entry)

    def _sections(self) -> dict[str, str]:
        """The headings of the page by their ids."""
        say = self._words.say
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

    def _channels(self) -> dict[str, str]:
        """What a consent calls where a story may be, in words."""
        say = self._words.say
        return {
            "intranet": say("On the organisation's own network"),
            "print": say("On paper"),
            "outside": say("Outside the organisation"),
        }

    def _checked(self) -> Iterator[tuple[str, list[str]]]:
        """Yield what a level means, and the rules of that level as a sentence each."""
        say = self._words.say
        meanings = {
            Level.ERROR: say("Where the check finds any of this, the handbook is not built:"),
            Level.WARNING: say("Where the check finds any of this, it gives a warning:"),
            Level.HINT: say("Where the check finds any of this, it gives a hint:"),
        }
        for level in _LEVELS:
            rules = sorted((rule for rule in self._rules if rule.level is level), key=lambda rule: rule.id)
            if rules:
                yield meanings[level], [manual(rule, self._words).summary for rule in rules]


def is_about_people(rule: Rule) -> bool:
    """Whether a rule looks after people rather than texts."""
    return rule.id.partition("-")[0] in KINDS or rule.id in NAMES
