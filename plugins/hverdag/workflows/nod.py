"""Plans and writes a nod: finds the story and the contributor, and adds the nod to the story's file."""

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..model.editorial.approval import Approval
from ..model.editorial.change import Change, excerpt, exchange, in_a_row
from ..model.message import Message, message
from ..model.problem import Source
from ..model.suggest import suggestion
from ..model.texts.nods import AnswerField, Contributor, Correction, Nod, NodKind, Standing, StandingNod, Standings
from ..model.texts.story import Story
from ..nods import rules
from ..nods.correction import is_correction, obstacles, record
from ..nods.difference import differences
from ..nods.identities import Identities
from ..nods.passage import Text
from ..nods.passages import VERSION, fingerprint, folded, passages, signed
from ..nods.record import looks_like_forge
from ..nods.shown import Line, written
from ..parse.files import read_bytes
from ..parse.publication import read_story
from ..pipeline.read import ReadPublication, spelling_of
from ..vcs.history import History
from .nod_lines import WrittenOtherwiseError, with_corrections, with_nod
from .story_file import RefusedError, readable, unchanged, write_nodded, write_story

LONGEST_RECORD = 200
"""Maximum length of a record in characters: a journal number, or a few words."""

MOST_WRITTEN = 5_000
"""Maximum number of bytes that a nod and its corrections may add to the front matter of a story."""


@dataclass(frozen=True)
class Planned:
    """A nod that is not written yet: the contributor's number, the text as it is shown, and the file before and after.

    `renews` are the roles of the other contributors whose nods it renews."""

    root: Path
    story: Story
    number: int
    lines: tuple[Line, ...]
    standing: StandingNod
    before: bytes
    content: bytes
    nod: Nod
    identities: Identities
    renews: tuple[str, ...] = ()

    @property
    def given_already(self) -> bool:
        """Return True if the contributor has already nodded to this text and no other nod would be renewed. A nod that
        is there gives way only to one that says more of where it comes from."""
        nod = self.standing.contributor.nod
        if nod is None or self.standing.standing is not Standing.GIVEN or self.renews:
            return False
        if self.nod.kind is NodKind.FORGE:
            is_newer = nod.account == self.nod.account and nod.commit != self.nod.commit
            return nod.kind is not NodKind.NOTED and not is_newer
        return nod.kind is NodKind.FORGE or self.nod.record in ("", nod.record)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return the changes since the contributor's last nod, as far as they are known."""
        return self.standing.changes

    def write(self) -> bool:
        """Write the nod to the story's file, and return True if the text can be found again when the story is changed.
        Raises RefusedError if the file cannot be written or has changed."""
        if self.nod.kind is NodKind.FORGE:  # what was approved is in git
            write_story(self.root, self.story, self.before, self.content)
            return True
        return write_nodded(self.root, self.story, self.before, self.content, self.identities)


def find_contributor(story: Story, role: str) -> int:
    """Return the index of the contributor with a role. Raises RefusedError if there is none."""
    roles = [contributor.role for contributor in story.contributors]
    known = [folded(name) for name in roles]
    if folded(role) not in known:
        at = story.at("contributors")
        choices = "; ".join(roles)
        others = (
            message("Those who did: {roles}.", roles=choices) if roles else message("The story names nobody who did.")
        )
        problem = rules.NO_ROLE.at(at, given=role, others=others, choices=choices, **suggestion(role, roles))
        raise RefusedError(problem)
    return known.index(folded(role))


def plan_nod(
    publication: ReadPublication,
    name: str,
    role: str,
    day: date,
    *,
    kept: str = "",
    approval: Approval | None = None,
    correction: bool = False,
) -> Planned:
    """Plan the nod of a contributor to the current text of a story. `kept` is the record of a nod on paper, and
    `approval` what the contributor gave it by in the forge.

    With `correction`, the nod also renews earlier nods to texts that differ only by a language correction. Raises
    RefusedError if the nod cannot be given.
    """
    story = readable(publication, name, kept)
    if looks_like_forge(kept):
        raise RefusedError(rules.LIKE_THE_FORGE.at(Source(story.path), given=kept))
    number = find_contributor(story, role)
    if correction and number:
        teller = story.contributors[0].role
        raise RefusedError(rules.NOT_TELLER.at(story.at("contributors", number), teller=teller, given=role))
    identities = Identities.of(publication.handbook)
    text = passages(story, identities)
    nod = _nod(fingerprint(text), story.contributors[number].role, day, kept, approval)
    standings = publication.handbook.nods(story)
    correction = correction and not standings.complete
    corrections = _corrections(publication, story, text, standings) if correction else _still_needed(story, standings)
    raw, _ = read_bytes(publication.root, story.path)
    content = _content(raw, story, number, nod, corrections)
    renewed = {needed.of for needed in corrections} if correction else set()
    others = (contributor for contributor in story.contributors if contributor is not story.contributors[number])
    renews = tuple(contributor.role for contributor in others if _rests_on(contributor, renewed))
    lines = tuple(written(text, identities.names))
    return Planned(
        publication.root, story, number, lines, standings.nods[number], raw, content, nod, identities, renews
    )


def _nod(text: str, role: str, day: date, place: str, approval: Approval | None) -> Nod:
    """Return a nod. The record is NFC-normalized, freed of control characters and cut to LONGEST_RECORD."""
    normalized = unicodedata.normalize("NFC", place.encode("utf-8", "replace").decode())
    printable = "".join(letter if letter.isprintable() else " " for letter in normalized)
    record = " ".join(printable.split())[:LONGEST_RECORD]
    given = {"account": approval.account, "commit": approval.commit} if approval else {"record": record}
    source = {name: content for name, content in given.items() if content}
    return Nod(date=day, text=signed(text, role), version=VERSION, **source)


def _rests_on(contributor: Contributor, texts: Collection[str]) -> bool:
    """Return True if a contributor has nodded to one of the texts with these fingerprints."""
    nod = contributor.nod
    return nod is not None and any(nod.text == signed(text, contributor.role) for text in texts)


def _still_needed(story: Story, standings: Standings) -> tuple[Correction, ...]:
    """Return the valid corrections that at least one nod or answer still depends on."""
    sound = (correction for number, correction in enumerate(story.corrections) if number not in standings.broken)
    contributors, answered = story.contributors, _answered(story)
    return tuple(
        correction
        for correction in sound
        if correction.of in answered or any(_rests_on(contributor, (correction.of,)) for contributor in contributors)
    )


def _answered(story: Story) -> set[str]:
    """Return the fingerprints of the texts that a story's answers are to."""
    return {answer.text for answer in map(story.answer, AnswerField) if answer and answer.text}


def _corrections(
    publication: ReadPublication, story: Story, text: Text, standings: Standings
) -> tuple[Correction, ...]:
    """Return the corrections that renew the nods and answers to earlier texts that differ only in language.

    Raises RefusedError if no earlier text is known, or if every one differs in more than language."""
    now = standings.fingerprint
    nods = ((contributor.nod, contributor.role) for contributor in story.contributors)
    nodded = {nod.text for nod, role in nods if nod and nod.text != signed(now, role)}
    identities = Identities.of(publication.handbook)
    wanted = nodded | (_answered(story) - {now})
    earlier: Mapping[str, Text] = History(publication.root)(story, wanted, identities) if nodded else {}
    if not nodded & set(earlier):
        raise RefusedError(rules.NOTHING_TO_CORRECT.at(story.at("contributors")))
    misspelt = spelling_of(publication.handbook)
    texts = {fingerprint(old): old for old in earlier.values()}
    corrections = [
        Correction(of=of, version=VERSION, was=record(old, text))
        for of, old in texts.items()
        if is_correction(old, text, misspelt)
    ]
    if not corrections:
        newest = next(iter(earlier.values()))
        pairs = list(obstacles(newest, text, misspelt))
        # What stands behind the words, and the structure, are told with the whole change.
        whole = excerpt(differences(written(newest, identities.names), written(text, identities.names)))
        told = in_a_row([_difference(*pair) for pair in pairs]) if all(old != new for old, new in pairs) else whole
        raise RefusedError(rules.NO_CORRECTION.at(story.at("contributors"), given=told))
    return tuple(corrections)


def _difference(old: str, new: str) -> Message:
    return exchange(old, new) if len(old) + len(new) < 200 else message("“{given} …”", given=old[:100])


def _content(raw: bytes, story: Story, number: int, nod: Nod, corrections: tuple[Correction, ...]) -> bytes:
    """Return the file with the nod added. Raises RefusedError if anything but the nod and corrections would change."""
    was = read_story(raw, story.path)
    if not unchanged(story, was):
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
    if not unchanged(wanted, read):
        rule = rules.TOO_MANY if len(content) - len(raw) > MOST_WRITTEN else rules.WRITTEN_OTHERWISE
        raise RefusedError(rule.at(story.at("contributors")))
    return content
