"""The synonyms that editors have listed: a page that contains one of a group is also found by the others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..model.search import FoundPage, Lexicon
from .lexicon import tokens

Phrase = Sequence[frozenset[str]]
"""A word, or several in a row, each as the set of its forms."""


class Synonyms:
    """The groups of synonyms of a handbook, with the forms of their words."""

    def __init__(self, groups: Sequence[Sequence[str]], words: Lexicon) -> None:
        wanted = {token for group in groups for synonym in group for token in tokens(synonym)}
        self._forms: dict[str, set[str]] = {token: {token} for token in wanted}
        for word in words.values():
            for token in wanted.intersection(word.forms):
                self._forms[token].update(word.forms)
        self._groups = [[(synonym, self._phrase(synonym)) for synonym in group] for group in groups]
        self._sought = frozenset(form for forms in self._forms.values() for form in forms)

    def with_synonyms(self, page: FoundPage) -> FoundPage:
        """Return a page with the synonyms of its words in its entry, so that search finds it by them too."""
        if not self._groups:
            return page
        positions: dict[str, list[int]] = {}
        for at, token in enumerate(tokens(" ".join(page.entry.texts))):
            if token in self._sought:
                positions.setdefault(token, []).append(at)
        synonyms = tuple(dict.fromkeys(synonym for group in self._groups for synonym in _others(group, positions)))
        return replace(page, entry=replace(page.entry, same=synonyms)) if synonyms else page

    def _phrase(self, text: str) -> Phrase:
        return [frozenset(self._forms[token]) for token in tokens(text)]


def _others(group: Sequence[tuple[str, Phrase]], positions: Mapping[str, Sequence[int]]) -> Iterator[str]:
    """Yield the synonyms of a group that a page lacks, if it contains another. `positions` are those of each word."""
    present = {synonym for synonym, phrase in group if _occurs(phrase, positions)}
    if present:
        yield from (synonym for synonym, _ in group if synonym not in present)


def _occurs(phrase: Phrase, positions: Mapping[str, Sequence[int]]) -> bool:
    if not phrase or any(forms.isdisjoint(positions) for forms in phrase):
        return False
    ends = set(_positions(phrase[0], positions))
    for forms in phrase[1:]:
        ends = {at + 1 for at in ends}.intersection(_positions(forms, positions))
    return bool(ends)


def _positions(forms: frozenset[str], positions: Mapping[str, Sequence[int]]) -> Iterator[int]:
    for form in forms & positions.keys():
        yield from positions[form]
