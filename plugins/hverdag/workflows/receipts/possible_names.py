"""Words in a sentence that may be somebody's first name. None of them keeps a row out: a person looks at them."""

import re
from collections.abc import Collection, Iterator

from ...model.language import Language
from ...privacy.names import given_names

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEGINS = re.compile(r"(?:^|[.!?:…])[\s»«\"”“(–—-]*\Z")
"""What stands before the first word of a sentence."""

_POLITE = frozenset({"De", "Dem", "Deres", "Jer", "Jeres"})


def possible_names(sentence: str, apart: Collection[str], language: Language) -> Iterator[str]:
    """Yield the words of a sentence that may be first names: the most common ones, and words with a capital letter that
    do not begin a sentence. `apart` are words that are no names."""
    known = given_names(language)
    for found in _WORD.finditer(sentence):
        word = found[0]
        forms = {word, word.removesuffix("s")}
        if not word[0].isupper() or word.isupper() or forms & {*apart, *_POLITE}:
            continue
        if forms & known or not _BEGINS.search(sentence, 0, found.start()):
            yield word
