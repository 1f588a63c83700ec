"""Words that editors have said mean the same: a page that holds one of them is found by the others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..model.search import FoundPage, Lexicon
from .lexicon import tokens

Phrase = Sequence[frozenset[str]]
"""A word, or several in a row, each as all the forms that it may have."""


class Synonyms:
    """The synonyms of a handbook, ready to be looked for in its pages."""

    def __init__(self, groups: Sequence[Sequence[str]], words: Lexicon) -> None:
        wanted = {token for group in groups for given in group for token in tokens(given)}
        self._forms: dict[str, set[str]] = {token: {token} for token in wanted}
        for word in words.values():
            for token in wanted.intersection(word.forms):
                self._forms[token].update(word.forms)
        self._groups = [[(given, self._phrase(given)) for given in group] for group in groups]

    def with_synonyms(self, page: FoundPage) -> FoundPage:
        """Return a page that is found by the synonyms of its words too."""
        if not self._groups:
            return page
        said: dict[str, list[int]] = {}
        for at, token in enumerate(tokens(" ".join(page.entry.texts))):
            said.setdefault(token, []).append(at)
        more = tuple(dict.fromkeys(given for group in self._groups for given in _others(group, said)))
        return replace(page, entry=replace(page.entry, same=more)) if more else page

    def _phrase(self, text: str) -> Phrase:
        return [frozenset(self._forms[token]) for token in tokens(text)]


def _others(group: Sequence[tuple[str, Phrase]], said: Mapping[str, Sequence[int]]) -> Iterator[str]:
    """Yield what a page does not say of a group that it says something of. `said` tells where each word stands."""
    held = {given for given, phrase in group if _stands(phrase, said)}
    if held:
        yield from (given for given, _ in group if given not in held)


def _stands(phrase: Phrase, said: Mapping[str, Sequence[int]]) -> bool:
    if not phrase or any(forms.isdisjoint(said) for forms in phrase):
        return False
    ends = set(_places(phrase[0], said))
    for forms in phrase[1:]:
        ends = {at + 1 for at in ends}.intersection(_places(forms, said))
    return bool(ends)


def _places(forms: frozenset[str], said: Mapping[str, Sequence[int]]) -> Iterator[int]:
    for form in forms & said.keys():
        yield from said[form]
