"""What today's texts say of the stories that may be met, for texts of another day and for a site that is live.

Laid over earlier texts it takes away, and never adds: a story stays where today's texts still have it, publish it and
allow it here. Today's texts may be faulty; what cannot be read of a consent counts as taken back.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import cached_property

from ..model.handbook import Handbook
from ..model.language import Language
from ..model.manifest import Manifest, is_printed
from ..model.texts.consent import Channel, Consent, Reach
from ..model.texts.story import State, Story
from ..parse.files import rough_text
from .consent_gate import allowed
from .read import ReadPublication

_WITHDRAWN = re.compile(r"\bwithdrawn[\"']?\s*:\s*[\"']?\d")
"""A withdrawal in a file of which not all can be read."""

_STATE = re.compile(r"^state[ \t]*:[ \t]*[\"']?([^\"'#\n]+)", re.MULTILINE)
_ALIKE = 0.7
"""How much of a state must be like `published` to be a slip for it."""

_RETIRED = re.compile(r"^retired\s*:(.*(?:\n(?:[ \t]*-|[ \t]+|\s*\]).*)*)", re.MULTILINE)


@dataclass(frozen=True)
class Withdrawals:
    """The stories of a publication that nobody may meet on a day, and the consents of the others. A `preview` shows
    stories that are on their way, too. `edition_reach` is where the edition is met, if not where handbook.yml says."""

    publication: ReadPublication
    today: date
    preview: bool = False
    edition_reach: Reach | None = None

    def lay_over(self, handbook: Handbook, language: Language | None = None) -> Handbook:
        """Return earlier texts in a language, or in the publication's own, with today's withdrawals and narrower
        consents in them."""
        now = self._by_language.get(language or "")
        stories = (self._narrowed(story, now) for story in handbook.stories)
        return handbook.with_documents(Story, stories)

    def still_up(self, live: Manifest) -> frozenset[str]:
        """Return the codes of the stories that a live site tells of, in any file, and may not tell of there."""
        languages = {language for language in self._by_language if language}
        parts = ((one, live.in_language(language, languages)) for language, one in self._by_language.items())
        return frozenset(
            code
            for one, part in parts
            for code in part.codes
            if self._is_taken_back(code, part.ids_of(code)) or one._may_not_be_in(code, part)
        )

    @cached_property
    def _by_language(self) -> Mapping[str, "Withdrawals"]:
        """What today's texts say in each language, by the folder that it has in a site; the own language has none."""
        publication = self.publication
        others = (*publication.others, *publication.unsettled)
        return {"": self, **{one.language.value: replace(self, publication=one.publication) for one in others}}

    def _is_taken_back(self, code: str, ids: Collection[str]) -> bool:
        """Return True if a story is taken back in some language: then it is taken back in all of them."""
        every = self._by_language.values()
        if any(story.state in (State.RETIRED, State.DECLINED) for story in self._now(code, ids)):
            return True
        return any(one._is_retired(code) or any(map(one._has_ended, one._now(code, ids))) for one in every)

    @property
    def reach(self) -> Reach | None:
        """Where the pages of earlier texts are to be met, if today's texts narrow it."""
        return Reach.OUTSIDE if self.publication.settings.reach is Reach.OUTSIDE else None

    def _may_not_be_in(self, code: str, live: Manifest) -> bool:
        stories = self._now(code, live.ids_of(code))
        consents = [story.consent for story in stories if story.consent]
        on_paper = any(is_printed(file) for file in live.files_with(code))
        if on_paper and any(Channel.PRINT not in consent.channels for consent in consents):
            return True
        return not stories or any(map(self._is_gone, stories))

    def _narrowed(self, story: Story, today: "Withdrawals | None") -> Story:
        stories = today._now(story.code, {story.id}) if today else ()
        consent = story.consent or Consent()
        is_taken_back = self._is_taken_back(story.code, {story.id})
        if today is None or is_taken_back or not stories or any(today._is_gone(now, consent) for now in stories):
            return story.model_copy(update={"consent": consent.model_copy(update={"withdrawn": self.today})})
        for now in stories:
            story = story.model_copy(update={"consent": stricter(story.consent, now.consent)})
        return story

    def _now(self, code: str, ids: Collection[str]) -> tuple[Story, ...]:
        """Return the stories of today with a code. One whose own code cannot be read is known by its file's name, which
        is among `ids`, or by the code somewhere in its file."""
        own = self._by_code.get(code.casefold(), ())
        return own or tuple(story for story, text in self._without_code if story.id in ids or _has_word(text, code))

    @cached_property
    def _by_code(self) -> Mapping[str, tuple[Story, ...]]:
        found: dict[str, tuple[Story, ...]] = {}
        for story in self.publication.handbook.stories:
            if story.code:
                found[story.code.casefold()] = (*found.get(story.code.casefold(), ()), story)
        return found

    @cached_property
    def _without_code(self) -> tuple[tuple[Story, str], ...]:
        root, errors = self.publication.root, self.publication.errors
        faulty = {problem.source.path for problem in errors if problem.source.field == "code"}
        stories = (story for story in self.publication.handbook.stories if not story.code or story.path in faulty)
        return tuple((story, rough_text(root, story.path)) for story in stories)

    @cached_property
    def _met(self) -> frozenset[str]:
        """The paths of the stories that the consent gate lets through, and that are shown, as far as their state is
        known."""
        publication = self.publication
        states = (State.PUBLISHED, *((State.DRAFT, State.IN_REVIEW) if self.preview else ()))
        reach = self.edition_reach or publication.settings.reach
        stories = allowed(publication.handbook, self.today, reach).stories
        shown = (story for story in stories if story.state in states or self._may_be_shown(story))
        return frozenset(story.path for story in shown if story.unavailable is None)

    def _may_be_shown(self, story: Story) -> bool:
        """Return True if a fault hides a story's state, unless another than published is written, or nothing at all."""
        text = rough_text(self.publication.root, story.path)
        if story.is_state_known or not text.strip():
            return False
        written = _STATE.search(text)
        state = written[1].strip().casefold() if written else State.PUBLISHED
        return bool(get_close_matches(state, [State.PUBLISHED], cutoff=_ALIKE))

    @cached_property
    def _faulty(self) -> frozenset[str]:
        """The paths of the files with errors."""
        return frozenset(problem.source.path for problem in self.publication.errors)

    @cached_property
    def _unclear(self) -> frozenset[str]:
        """The paths of the stories with errors in their consent, or without one that is demanded."""
        told = (problem for problem in self.publication.errors if problem.rule.startswith("consent"))
        placed = (problem for problem in self.publication.errors if problem.source.field == "consent")
        return frozenset(problem.source.path for problem in (*told, *placed))

    def _has_ended(self, story: Story) -> bool:
        """Return True if the consent to a story has ended, or nobody can say that it has not."""
        text = rough_text(self.publication.root, story.path) if story.path in self._faulty or story.is_faulty() else ""
        return story.has_ended(self.today) or story.path in self._unclear or bool(_WITHDRAWN.search(text))

    def _is_gone(self, story: Story, before: Consent | None = None) -> bool:
        """Return True if a story of today may not be met. `before` is its earlier consent: one that can no longer be
        found in a file of which not all can be read counts as withdrawn."""
        if story.path not in self._met or story.path in self._unclear:
            return True
        if not story.is_faulty() and story.path not in self._faulty:
            return False
        text = rough_text(self.publication.root, story.path)
        lost = before if story.is_faulty() and story.consent is None else None
        return bool(_WITHDRAWN.search(text)) or not all(_has_word(text, part) for part in _parts(lost))

    def _is_retired(self, code: str) -> bool:
        settings = self.publication.handbook.settings
        codes = [*settings.retired]
        if settings.path in self._faulty:
            text = rough_text(self.publication.root, settings.path)
            codes += re.findall(r"[^\W_]+", " ".join(_RETIRED.findall(text)))
        return code.casefold() in (retired.casefold() for retired in codes)


def _parts(consent: Consent | None) -> Iterator[str]:
    """Yield what a consent says, as it stands in a file."""
    parts = (consent.reference, *consent.channels, consent.until) if consent else ()
    yield from (str(part) for part in parts if part)


def _has_word(text: str, word: str) -> bool:
    return bool(word) and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) is not None


def stricter(before: Consent | None, now: Consent | None) -> Consent | None:
    """Return what both consents allow; a withdrawal in either holds."""
    if before is None or now is None:
        return before or now
    ends = [day for day in (before.until, now.until) if day]
    update = {
        "channels": tuple(channel for channel in before.channels if channel in now.channels),
        "until": min(ends, default=None),
        "withdrawn": before.withdrawn or now.withdrawn,
    }
    return before.model_copy(update=update)
