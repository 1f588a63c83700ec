"""Pieces of a page that hand-written pages ask for by name: `{{ story("noeglen") }}`."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from ..locale import alphabetical
from ..model.artifact import StoryCodes
from ..model.chapters import DRAW, StoryChapter
from ..model.printable import Printed
from ..model.problem import Parameter, Rule
from ..model.suggest import suggestion
from ..model.texts.story import Origin
from .print_shelf import print_shelf
from .reference import field_tables, rule_groups
from .web import WebRenderer


class UnknownNameError(LookupError):
    """A page asked for a story, value or fact that does not exist, or that readers cannot see."""

    def __init__(self, given: str, known: Iterable[str]) -> None:
        super().__init__(given)
        self.parameters: dict[str, Parameter] = {"given": given, **suggestion(given, known)}


class Fragments:
    """What hand-written pages may ask for. Each piece knows the address of the page it is set into."""

    def __init__(self, renderer: WebRenderer, rules: Mapping[str, Iterable[Rule]]) -> None:
        self._renderer = renderer
        self._site = renderer.site
        self._rules = rules
        self._printed: Mapping[str, Printed] = {}

    def knowing(self, printed: Iterable[Printed]) -> "Fragments":
        """Return the same, for pages that tell how many pages each printed thing has: that is known when it is made."""
        found = Fragments(self._renderer, self._rules)
        found._printed = {one.path: one for one in printed}
        return found

    def story_codes(self, origin: str) -> StoryCodes:
        """Return the codes of the stories that a page tells of, hand-written or not."""
        return self._renderer.story_codes(origin)

    def story(self, origin: str, id: str) -> Markup:
        """A card for one story; nothing, where its consent no longer holds: a page must not stop that."""
        if id in {story.id for story in self._site.gone}:
            return Markup()
        return self._cards(origin, [self._chapter(id)])

    def stories(self, origin: str, value: str = "", dilemma: bool = False) -> Markup:
        """Cards for all stories, those of one value, or those with a dilemma."""
        chapters: Iterable[StoryChapter] = self._site.stories
        if value:
            known = self._site.value_chapter_by_id
            if value not in known:
                raise UnknownNameError(value, known)
            chapters = known[value].stories
        return self._cards(origin, [chapter for chapter in chapters if chapter.story.dilemma or not dilemma])

    def story_now(self, origin: str) -> Markup:
        """The story to read now: another one each week."""
        chapter = self._site.story_now
        return self._renderer.fragment("now.html", origin, chapter=chapter) if chapter else Markup()

    def value_tiles(self, origin: str) -> Markup:
        """A tile for each value."""
        return self._renderer.fragment("tiles.html", origin)

    def fact(self, origin: str, id: str) -> Markup:  # noqa: ARG002 as the others
        """One fact from handbook.yml, set into a sentence. Signs are written as entities, since the page is
        read as Markdown afterwards."""
        known = {fact.id: fact.text for fact in self._site.settings.facts}
        if id not in known:
            raise UnknownNameError(id, known)
        letters = (letter if letter.isalnum() or letter == " " else f"&#{ord(letter)};" for letter in known[id])
        return Markup("".join(letters))  # noqa: S704 nothing but letters, spaces and entities

    def facts(self, origin: str) -> Markup:
        """All facts from handbook.yml."""
        return self._renderer.fragment("facts.html", origin)

    def goals(self, origin: str) -> Markup:
        """The organisation's result goals, each with a link to its page."""
        return self._renderer.fragment("goals.html", origin)

    def outcome(self, origin: str) -> Markup:
        """What came of the stories: numbers, themes, what was chosen, and why the rest was not."""
        outcome = self._site.outcome
        themes = sorted(outcome.themes, key=lambda theme: (-theme.number, alphabetical(theme.name)))
        return self._renderer.fragment("outcome.html", origin, outcome=outcome, themes=themes)

    def selection(self, origin: str) -> Markup:
        """Who nodded yes to the selection of this edition, and its stories; nothing where there is none."""
        selection = self._site.settings.selection
        if not selection or not selection.date:
            return Markup()
        known = [chapter for chapter in self._site.stories if chapter.story.id in selection.stories]
        chapters = [chapter for chapter in known if chapter.story.is_published]
        invented = bool(chapters) and all(chapter.story.origin is Origin.ILLUSTRATIVE for chapter in chapters)
        given = {"selection": selection, "chapters": chapters, "invented": invented}
        return self._renderer.fragment("selection.html", origin, **given)

    def kinds(self, origin: str) -> Markup:
        """The kinds of example."""
        return self._renderer.fragment("kinds.html", origin)

    def criteria(self, origin: str) -> Markup:
        """The marks of a good example."""
        return self._renderer.fragment("criteria.html", origin)

    def methods(self, origin: str) -> Markup:
        """All methods, and the way to the composer."""
        return self._renderer.fragment("methods.html", origin)

    def talk(self, origin: str, method: str = "") -> Markup:
        """A story to talk about, which can be changed, and its guide: that of the first method, or of another."""
        known = {plan.method.id: plan.method for plan in self._site.plans}
        if method and method not in known:
            raise UnknownNameError(method, known)
        chosen = known.get(method) or next(iter(known.values()), None)
        guides = [
            guide for guide in self._site.guides if guide.method is chosen and guide.subject.path.startswith("stories/")
        ]
        if not guides:
            return Markup()
        now = self._site.story_now
        suggested = next((guide for guide in guides if now and guide.subject.id == now.story.id), guides[0])
        return self._renderer.fragment("talk.html", origin, talk_guides=guides, suggested=suggested)

    def printables(self, origin: str) -> Markup:
        """Everything that is printed: a small picture of each, its papers, and how to print it."""
        groups = print_shelf(self._site, self._renderer.words, origin, self._printed)
        return self._renderer.fragment("printables.html", origin, groups=list(groups))

    def draw(self, origin: str) -> Markup:
        """The way to the page where cards are drawn, where there are cards."""
        return self._renderer.fragment("draw_link.html", origin) if self._site.addresses.knows(DRAW) else Markup()

    def field_reference(self, origin: str) -> Markup:
        """Every field an editor may write, from the code itself."""
        return self._renderer.fragment("fields.html", origin, tables=field_tables(self._renderer.words))

    def rule_reference(self, origin: str) -> Markup:
        """Every rule, from the code itself."""
        groups = rule_groups(self._rules, self._renderer.words)
        return self._renderer.fragment("rules.html", origin, groups=groups)

    def _chapter(self, id: str) -> StoryChapter:
        known = self._site.chapter_by_id
        if id not in known:
            raise UnknownNameError(id, known)
        return known[id]

    def _cards(self, origin: str, chapters: list[StoryChapter]) -> Markup:
        return self._renderer.fragment("cards.html", origin, chapters=chapters)


NAMES = (
    "story",
    "stories",
    "story_now",
    "value_tiles",
    "fact",
    "facts",
    "goals",
    "outcome",
    "selection",
    "kinds",
    "criteria",
    "methods",
    "talk",
    "printables",
    "draw",
    "field_reference",
    "rule_reference",
)
"""The names that pages may use in {{ ... }}."""
