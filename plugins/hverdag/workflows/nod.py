"""How a nod comes into a story's file: find the story and the contributor, show the text, write the nod."""

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..model.editorial.change import Change, excerpt
from ..model.problem import Problem, Source
from ..model.suggest import suggestion
from ..model.texts.nods import Contributor, Correction, Nod, Standing, StandingNod, Standings
from ..model.texts.story import Story
from ..nods import rules
from ..nods.correction import is_correction, obstacles, record
from ..nods.passages import Text, fingerprint, folded, passages, signed, written
from ..parse import rules as parse_rules
from ..parse.files import read_bytes
from ..parse.publication import read_story
from ..pipeline.read import ReadPublication, spelling_of
from ..privacy import CPR, holds_number
from ..vcs.history import History
from .nod_lines import WrittenOtherwiseError, with_corrections, with_nod
from .source_files import ChangedMeanwhileError, replace_file

LONGEST_RECORD = 200
"""Letters: a journal number, or a few words."""

MOST_WRITTEN = 5_000
"""Bytes that a nod and its corrections add; more of them, and the fields of a file have no room for anything else."""

UNREADABLE = frozenset(rule.id for rule in parse_rules.RULES)


class RefusedError(Exception):
    """There can be no nod, and the Problem says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.rule)
        self.problem = problem


@dataclass(frozen=True)
class Planned:
    """A nod before it is given: whose it is, to which text, what has changed since that contributor's last one, and
    the file as it will be. `renews` are the other contributors whose nods it renews."""

    root: Path
    story: Story
    number: int
    text: Text
    standing: StandingNod
    before: bytes
    content: bytes
    record: str = ""
    renews: tuple[str, ...] = ()

    @property
    def given_already(self) -> bool:
        """Whether the contributor has nodded to this very text, and nothing would be renewed."""
        nod = self.standing.contributor.nod
        kept = nod is not None and self.record in ("", nod.record)
        return self.standing.standing is Standing.GIVEN and kept and not self.renews

    @property
    def changes(self) -> tuple[Change, ...]:
        """What has changed since the contributor's last nod, where that is known."""
        return self.standing.changes

    @property
    def passages(self) -> tuple[tuple[str, str], ...]:
        """The text to nod to, as (field, text)."""
        return tuple(written(self.text))

    def write(self) -> None:
        """Write the nod into the story's file. Raises RefusedError where it cannot be, or is no longer the same."""
        write_story(self.root, self.story, self.before, self.content)


def write_story(root: Path, story: Story, before: bytes, content: bytes) -> None:
    """Write a story's file anew, if it still is as it was read. Raises RefusedError where it is not, or cannot be."""
    try:
        replace_file(root / story.path, before, content)
    except ChangedMeanwhileError as error:
        raise RefusedError(rules.CHANGED.at(Source(story.path))) from error
    except OSError as error:
        raise RefusedError(rules.UNWRITABLE.at(Source(story.path), given=story.path)) from error


def find_story(publication: ReadPublication, name: str) -> Story:
    """Return the story with a path, a file name or a code. Raises RefusedError where there is none, or several."""
    stories, given = publication.handbook.stories, name.strip()
    if given in publication.handbook.story_by_path:
        return publication.handbook.story_by_path[given]
    wanted = given.casefold()
    found = [story for story in stories if wanted and wanted in map(str.casefold, _names(story))]
    if len(found) == 1:
        return found[0]
    if found:
        paths = ", ".join(story.path for story in found)
        raise RefusedError(rules.SEVERAL.at(Source("stories"), given=name, paths=paths))
    near = suggestion(name, [story.id for story in stories])
    raise RefusedError(rules.NO_STORY.at(Source("stories"), given=name, **near))


def _names(story: Story) -> tuple[str, ...]:
    """What a story may be called in a command."""
    return story.path, story.id, f"{story.id}.md", story.code


def find_contributor(story: Story, role: str) -> int:
    """Return the number of the contributor with a role. Raises RefusedError where there is none."""
    roles = [contributor.role for contributor in story.contributors]
    known = [folded(one) for one in roles]
    if folded(role) not in known:
        at = story.at("contributors")
        told = rules.NO_ROLE.at(at, given=role, roles="; ".join(roles) or "–", **suggestion(role, roles))
        raise RefusedError(told)
    return known.index(folded(role))


def plan_nod(
    publication: ReadPublication, name: str, role: str, day: date, *, kept: str = "", correction: bool = False
) -> Planned:
    """Return the nod of a contributor to a story as it is now. `kept` says where a nod on paper is.

    Raises RefusedError where it cannot be given.
    """
    story = find_story(publication, name)
    if any(problem.source.path == story.path and problem.rule in UNREADABLE for problem in publication.errors):
        raise RefusedError(rules.NOT_WHOLE.at(Source(story.path)))
    if holds_number(kept) or any(one.rule == CPR and one.source.path == story.path for one in publication.problems):
        raise RefusedError(rules.PRIVATE.at(Source(story.path)))
    number = find_contributor(story, role)
    if correction and number:
        teller = story.contributors[0].role
        raise RefusedError(rules.NOT_TELLER.at(story.at("contributors", number), teller=teller, given=role))
    text = passages(story, publication.handbook.pictures)
    nod = _nod(fingerprint(text), story.contributors[number].role, day, kept)
    standings = publication.handbook.nods(story)
    correction = correction and not standings.complete
    corrections = _corrections(publication, story, text, standings) if correction else _still_needed(story, standings)
    raw, _ = read_bytes(publication.root, story.path)
    content = _content(raw, story, number, nod, corrections)
    renewed = {one.of for one in corrections} if correction else set()
    others = (one for one in story.contributors if one is not story.contributors[number])
    renews = tuple(one.role for one in others if _rests_on(one, renewed))
    return Planned(publication.root, story, number, text, standings.nods[number], raw, content, nod.record, renews)


def _nod(text: str, role: str, day: date, kept: str) -> Nod:
    """A nod; where it is kept is written as other texts are."""
    told = unicodedata.normalize("NFC", kept.encode("utf-8", "replace").decode())
    record = " ".join("".join(letter if letter.isprintable() else " " for letter in told).split())[:LONGEST_RECORD]
    return Nod(date=day, text=signed(text, role), **({"record": record} if record else {}))


def _rests_on(contributor: Contributor, texts: Collection[str]) -> bool:
    """Whether a contributor has nodded to one of these texts, by their fingerprints."""
    nod = contributor.nod
    return nod is not None and any(nod.text == signed(text, contributor.role) for text in texts)


def _still_needed(story: Story, standings: Standings) -> tuple[Correction, ...]:
    """The corrections that are sound, and that some nod still rests on."""
    sound = (one for number, one in enumerate(story.corrections) if number not in standings.broken)
    return tuple(one for one in sound if any(_rests_on(contributor, (one.of,)) for contributor in story.contributors))


def _corrections(
    publication: ReadPublication, story: Story, text: Text, standings: Standings
) -> tuple[Correction, ...]:
    """Return what it takes to renew every nod to a text that differs in its language only."""
    now = standings.fingerprint
    nodded = {one.nod.text for one in story.contributors if one.nod and one.nod.text != signed(now, one.role)}
    earlier: Mapping[str, Text] = History(publication.root)(story, nodded) if nodded else {}
    if not earlier:
        raise RefusedError(rules.NOTHING_TO_CORRECT.at(story.at("contributors")))
    misspelt = spelling_of(publication.handbook)
    texts = {fingerprint(old): old for old in earlier.values()}
    found = [
        Correction(of=of, was=record(old, text)) for of, old in texts.items() if is_correction(old, text, misspelt)
    ]
    if not found:
        newest = next(iter(earlier.values()))
        told = "; ".join(_told(*pair) for pair in obstacles(newest, text, misspelt) if any(pair))
        raise RefusedError(rules.NO_CORRECTION.at(story.at("contributors"), given=told or _whole(standings)))
    return tuple(found)


def _told(old: str, new: str) -> str:
    return f"»{old}« → »{new}«" if len(old) + len(new) < 200 else f"»{old[:100]} …«"


def _whole(standings: Standings) -> str:
    """What has changed, where paragraphs or emphasis are not as they were."""
    return next((excerpt(nod.changes) for nod in standings.nods if nod.changes), "…")


def _content(raw: bytes, story: Story, number: int, nod: Nod, corrections: tuple[Correction, ...]) -> bytes:
    """Return the file with the nod in it, having made sure that nothing else changes."""
    was = read_story(raw, story.path)
    if was is None or _fields(was) != _fields(story) or was.body.source != story.body.source:
        raise RefusedError(rules.CHANGED.at(Source(story.path)))
    try:
        nodded = with_nod(raw, story, number, nod)
        again = read_story(nodded, story.path)
        content = with_corrections(nodded, again or story, corrections)
        read = read_story(content, story.path)
    except WrittenOtherwiseError:
        read, content = None, b""
    contributors = list(story.contributors)
    contributors[number] = contributors[number].model_copy(update={"nod": nod})
    wanted = story.model_copy(update={"contributors": tuple(contributors), "corrections": corrections})
    if read is None or _fields(read) != _fields(wanted) or read.body.source != story.body.source:
        rule = rules.TOO_MANY if len(content) - len(raw) > MOST_WRITTEN else rules.WRITTEN_OTHERWISE
        raise RefusedError(rule.at(story.at("contributors")))
    return content


def _fields(story: Story) -> dict[str, object]:
    return story.model_dump(exclude={"path", "places", "faulty", "body"})
