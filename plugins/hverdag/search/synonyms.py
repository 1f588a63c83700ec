"""Words that editors have said mean the same: a page that holds one of them is found by the others."""

from collections.abc import Iterator, Sequence
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
        said = tokens(" ".join(page.entry.texts))
        met = frozenset(said)
        more = tuple(dict.fromkeys(given for group in self._groups for given in _others(group, said, met)))
        return replace(page, entry=replace(page.entry, same=more)) if more else page

    def _phrase(self, text: str) -> Phrase:
        return [frozenset(self._forms[token]) for token in tokens(text)]


def _others(group: Sequence[tuple[str, Phrase]], said: Sequence[str], met: frozenset[str]) -> Iterator[str]:
    """Yield what a page does not say of a group that it says something of."""
    held = {given for given, phrase in group if _stands(phrase, said, met)}
    if held:
        yield from (given for given, _ in group if given not in held)


def _stands(phrase: Phrase, said: Sequence[str], met: frozenset[str]) -> bool:
    if not phrase or any(forms.isdisjoint(met) for forms in phrase):
        return False
    if len(phrase) == 1:
        return True
    return any(
        all(said[at + step] in forms for step, forms in enumerate(phrase)) for at in range(len(said) - len(phrase) + 1)
    )
