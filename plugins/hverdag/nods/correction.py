"""Decides which changes to a text are language corrections, so that not everyone has to nod again.

The program decides, not the editor. Word stands against word and sign against sign, in order; what differs must be in a
short list: a word that was misspelt, a word written twice, a comma that was missing, another kind of quotation mark or
apostrophe, a space beside a comma, the first letter and the full stop of a passage. In doubt, it is no correction.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ..model.texts.nods import Correction, Was
from .passage import Passage
from .passages import VERSION, fingerprint
from .shown import typed
from .slight_changes import Misspelt, Place, aligned, is_changed, is_repeated, is_slight
from .units import cell_word, cells, units

MOST_CHANGES = 100
"""Maximum number of words and signs that a correction changes: a story has no room to keep more, and a dictionary is
asked of each."""


def is_correction(old: Sequence[Passage], new: Sequence[Passage], misspelt: Misspelt) -> bool:
    """Return True if the new text differs from the old one only by language corrections."""
    return not any(True for _ in obstacles(old, new, misspelt))


def obstacles(old: Sequence[Passage], new: Sequence[Passage], misspelt: Misspelt) -> Iterator[tuple[str, str]]:
    """Yield each change that is more than a language correction, as old and new text. They are the same where the
    structure differs, or what stands behind the words: another picture, another link."""
    if [passage.place for passage in old] != [passage.place for passage in new] or _changes(old, new) > MOST_CHANGES:
        yield "", ""
        return
    for before, after, following in zip_longest(old, new, new[1:]):
        if before.text != after.text:
            yield from _obstacles(before, after, Place(after.place, following), misspelt)


def _changes(old: Sequence[Passage], new: Sequence[Passage]) -> int:
    """Return how many words and signs differ between two texts of the same structure."""
    rows = ((units(was.text), units(now.text)) for was, now in zip(old, new, strict=True) if was.text != now.text)
    return sum(is_changed(before, after, pair) for before, after in rows for pair in aligned(before, after))


def _obstacles(old: Passage, new: Passage, place: Place, misspelt: Misspelt) -> Iterator[tuple[str, str]]:
    """Yield the words that differ, one by one, or the whole passage if anything else does."""
    before, after = units(old.text), units(new.text)
    if place.is_verbatim or "<code>" in old.text:
        yield typed(old.text), typed(new.text)
        return
    differing = [pair for pair in aligned(before, after) if not is_slight(before, after, pair, place, misspelt)]
    are_words = all(
        not (pair.has_come or pair.is_gone) and before[pair.old].is_told and after[pair.new].is_told
        for pair in differing
    )
    whole = typed(old.text), typed(new.text)
    yield from ((before[pair.old].text, after[pair.new].text) for pair in differing) if are_words else [whole]


def record(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[Was, ...]:
    """Return the cells needed to restore the old text from the new one. The two differ by a language correction."""
    both = zip(old, new, strict=True)
    pairs = [pair for before, after in both for pair in _cell_pairs(cells(before.text), cells(after.text))]
    return tuple(Was(word=number, text=was or " ") for number, (was, now) in enumerate(pairs) if was != now)


def _cell_pairs(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each cell of the new passage, with what stood in its place: two cells where a word was written twice."""
    left = list(before)
    for number, now in enumerate(after, 1):
        was = left.pop(0)
        if len(left) > len(after) - number and is_repeated(cell_word(was), left[0].strip()):
            was += left.pop(0)
        yield was, now


def text_before(new: Sequence[Passage], correction: Correction) -> tuple[Passage, ...] | None:
    """Return the text before a correction, or None if the correction does not lead back to one, by the rules of now."""
    return before(new, correction.was, correction.of) if correction.version == VERSION else None


def before(new: Sequence[Passage], was: Sequence[Was], wanted: str) -> tuple[Passage, ...] | None:
    """Return the text before a correction, or None if the restored text does not have the wanted fingerprint."""
    found = [(place, cell) for place, (_, text) in enumerate(new) for cell in cells(text)]
    recorded = {replaced.word: replaced.text for replaced in was}
    texts = [""] * len(new)
    changed = set()
    for number, (place, cell) in enumerate(found):
        texts[place] += recorded.get(number, cell)
        changed |= {place} if number in recorded else set()
    # An empty cell is recorded as a space, since front matter allows no empty text; no passage ends with a space.
    old = tuple(
        Passage(passage.place, text.strip(" ") if number in changed else text)
        for number, (passage, text) in enumerate(zip(new, texts, strict=True))
    )
    return old if fingerprint(old) == wanted else None
