"""Searches half the sources of a large publication in a second process: `python -m hverdag.privacy.scan.text_worker`.

It gets each text, whether people are searched for too, the words that are no surnames, and the language; and returns
whether nothing was found. What was found, the first process finds again: it has to tell where.
"""

from ...model.language import Language
from ...parse.other_process import answer
from .. import find


def is_clean(text: str, people: bool, words: list[str], language: str) -> bool:
    """Return True if there is no finding in a text."""
    return not find(text, people=people, apart=frozenset(words), language=Language(language))


if __name__ == "__main__":
    answer(lambda texts: [is_clean(*given) for given in texts])
