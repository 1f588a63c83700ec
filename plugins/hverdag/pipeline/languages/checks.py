"""What is wrong between the languages of a publication."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from ...features.stories.rules.no_story import RULE as NO_STORY
from ...model.handbook import Handbook
from ...model.language import Language, with_mark, without_mark
from ...model.message import message
from ...model.problem import Problem, Source
from ...model.settings import PATH as SETTINGS
from ...model.texts.consent import Consent
from ...model.texts.story import State, Story
from ...parse.files import read_text
from ..withdrawals import stricter
from . import own_config, rules
from .composed import Composed
from .own_words import untranslated

ASKED_ONCE = frozenset({"protection-answers"})
"""The rules that ask for what the first language must have before another one can."""

_OUT = (State.RETIRED, State.DECLINED)
_MOST_NAMED = 12
_SAID = (
    ("summary",),
    ("workplace",),
    ("audience",),
    ("because",),
    ("questions",),
    ("response", "reason"),
    ("response", "role"),
    ("decision", "group"),
)
"""The fields of a story whose words readers see. A title may be a name."""

_FOR_ALL = frozenset({"reach", "demands", "fewest", "retired"})
"""The settings that protect people, who are the same whatever language they are told of in."""


def stray_marks(handbook: Handbook, beside: Collection[Language]) -> Iterator[Problem]:
    """Yield a problem for each file that is marked with the publication's own language, or with one that it is not
    in; `beside` are those that it is in besides."""
    for path, mark in handbook.marked.items():
        if mark is handbook.settings.language:
            advice = message("It is the handbook's own language. Call it {better}.", better=without_mark(path))
        elif mark not in beside:
            advice = message("Begin that language with its own settings: {path}.", path=with_mark(SETTINGS, mark))
        else:
            continue
        yield rules.NO_SETTINGS.at(Source(path), given=f".{mark}", advice=advice)


def of_settings(root: Path, composed: Composed, handbook: Handbook) -> Iterator[Problem]:
    """Yield what is wrong with the settings of a language beside the first, and with its mkdocs.yml."""
    mark, settings = composed.language, handbook.settings
    if settings.language is not mark and not settings.is_faulty("language"):
        yield rules.LANGUAGE.at(
            composed.place(settings.at("language")), given=f'"{mark}"', better=f"language: {mark.value}"
        )
    path = with_mark(SETTINGS, mark)
    yield from read_text(root, path)[1]
    yield from own_config.config_problems(root, mark)
    for name in sorted(_FOR_ALL):
        source = composed.place(settings.at(name))
        if settings.has(name) and source.path == path:
            yield rules.SHARED.at(source, given=name)


def is_told_by_first(problem: Problem, told: Collection[str]) -> bool:
    """Return True if a problem of another language is told in the first one, where the rules in `told` are broken: what
    nobody has answered there cannot be translated, and a story begins there."""
    if problem.rule == NO_STORY.id:
        return problem.source.path == SETTINGS
    return problem.rule in ASKED_ONCE and problem.rule in told


def between(first: Handbook, other: Handbook, composed: Composed, today: date) -> Iterator[Problem]:
    """Yield what is wrong between a publication and its texts in another language."""
    here = {document.path: document for document in first.documents}
    for text in other.documents:
        twin = here.get(text.path)
        if twin and text.code and twin.code and text.code != twin.code:
            source = composed.place(text.at("code"))
            yield rules.CODE.at(source, given=text.code, code=twin.code, other=twin.path)
    for story, twin in _pairs(first, other):
        path = composed.path(twin.path)
        if story.path != twin.path:
            better = with_mark(story.path, composed.language)
            yield rules.NAME.at(composed.place(twin.at("code")), given=twin.code, other=story.path, better=better)
        if _is_out(story, today) and twin.is_published and not twin.has_ended(today):
            yield _withdrawn(composed.place(twin.at("state")), story, story.path)
        if twin.has_ended(today) and story.is_published and not story.has_ended(today):
            yield _withdrawn(story.at("state"), story, path)
        yield from _same(story, twin, composed)
    yield from _missing(first, other, composed)
    yield from untranslated(other, first.settings, composed)


def in_step(handbook: Handbook, others: Iterable[Handbook], today: date) -> Handbook:
    """Return the texts of a language where each story may be met no further than in another one: a consent is about the
    story, and what was taken back in one language is taken back in this one too."""
    narrowed: dict[str, Story] = {}
    for story, twin in (pair for other in others for pair in _pairs(handbook, other)):
        found = narrowed.get(story.path, story)
        consent = stricter(found.consent, twin.consent)
        if twin.has_ended(today) and not story.has_ended(today):
            consent = (consent or Consent()).model_copy(update={"withdrawn": today})
        if consent != found.consent:
            narrowed[story.path] = found.model_copy(update={"consent": consent})
    stories = (narrowed.get(story.path, story) for story in handbook.stories)
    return handbook.with_documents(Story, stories) if narrowed else handbook


def _pairs(first: Handbook, other: Handbook) -> Iterator[tuple[Story, Story]]:
    """Yield each two stories that are the same: they have one code, or lie beside each other."""
    by_code = {story.code.casefold(): story for story in first.stories if story.code}
    for twin in other.stories:
        found = (first.story_by_path.get(twin.path), by_code.get(twin.code.casefold()))
        for story in {story.path: story for story in found if story}.values():
            yield story, twin


def _same(story: Story, twin: Story, composed: Composed) -> Iterator[Problem]:
    """Yield a hint for each field that was not translated."""
    language = rules.NAMES[composed.language]
    for place in _SAID:
        one, two = (_text_at(text, place) for text in (story, twin))
        if one and one == two:
            source, name = composed.place(twin.at(*place)), ".".join(place)
            yield rules.SAME.at(source, given=f"{name}:", other=story.path, language=language)


def _text_at(story: Story, place: tuple[str, ...]) -> object:
    found: object = story
    for step in place:
        found = getattr(found, step, None)
    return found


def _is_out(story: Story, today: date) -> bool:
    return story.has_ended(today) or story.state in _OUT


def _withdrawn(source: Source, story: Story, where: str) -> Problem:
    return rules.WITHDRAWN.at(source, other=where, command=f"hverdag withdraw {story.code or story.id}")


def _missing(first: Handbook, other: Handbook, composed: Composed) -> Iterator[Problem]:
    """Yield a hint for each of the two languages that lacks stories of the other."""
    mark = composed.language
    source = Source(with_mark(SETTINGS, mark))
    own, theirs = (
        {story.code.casefold() or story.path: story.path for story in one.published} for one in (first, other)
    )
    lacking = sorted(path for name, path in own.items() if name not in theirs)
    begun = {story.code.casefold() or story.path: composed.path(story.path) for story in other.stories}
    if lacking:
        yield _hint(source, lacking, mark, with_mark(lacking[0], mark), _begun(own, theirs, begun))
    reverse = sorted(path for name, path in theirs.items() if name not in own)
    if reverse:
        named = [composed.path(path) for path in reverse]
        begun = {story.code.casefold() or story.path: story.path for story in first.stories}
        yield _hint(source, named, first.settings.language, reverse[0], _begun(theirs, own, begun))


def _begun(published: Mapping[str, str], elsewhere: Mapping[str, str], begun: Mapping[str, str]) -> list[str]:
    """Return the paths of the texts that are written or on their way in the other language, and not published."""
    return sorted(begun[name] for name in published if name not in elsewhere and name in begun)


def _hint(source: Source, paths: list[str], language: Language, path: str, begun: list[str]) -> Problem:
    rest = len(paths) - _MOST_NAMED
    given = ", ".join(paths[:_MOST_NAMED]) + (f" ... (+{rest})" if rest > 0 else "")
    advice = message('Write each beside the first: "{path}".', path=path)
    if begun:
        advice = message('"{path}" is begun: write it to its end, and let everyone nod to it.', path=begun[0])
    return rules.ONLY_HERE.at(source, language=rules.NAMES[language], given=given, path=path, advice=advice)
