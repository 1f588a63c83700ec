"""Passages of withheld texts are found however they are written, and nothing else is."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hverdag.verify.letters import rows
from hverdag.verify.withheld import FEWEST_LETTERS, WithheldTexts

OWNER = "stories/en.md"
SENTENCE = "Jeg så en tørvestak ude på marken, da æblerne var modne."


def withheld(*sentences: str) -> WithheldTexts:
    texts = WithheldTexts()
    texts.add(OWNER, sentences, 8, 6)
    return texts


def is_found(text: str, texts: WithheldTexts | None = None) -> bool:
    texts = texts or withheld("Det var i marts.", SENTENCE, "Hun lo.")
    return any(passage.owner == OWNER for row in rows(text) for passage in texts.found_in(row))


WAYS = {
    "as it is": SENTENCE,
    "in capitals": SENTENCE.upper(),
    "on many lines": SENTENCE.replace(" ", "\n"),
    "with no-break spaces": SENTENCE.replace(" ", "\u00a0"),
    "parted by hyphens": SENTENCE.replace("stak", "-\nstak").replace("mark", "\u00admark"),
    "with other signs": SENTENCE.replace(",", " –").replace(".", "!!"),
    "without spaces": SENTENCE.replace(" ", ""),
    "with letters made of two": SENTENCE.replace("å", "a\u030a"),
    "with letters that look wide": SENTENCE.replace("marken", "ｍａｒｋｅｎ"),
    "in entities": "".join(f"&#{ord(letter)};" for letter in SENTENCE),
    "in named entities": SENTENCE.replace("ø", "&oslash;").replace("å", "&aring;").replace("æ", "&aelig;"),
    "split over tags": "".join(f"<b>{word}</b><i></i> " for word in SENTENCE.split()),
    "with tags inside words": SENTENCE.replace("tørvestak", 'tørve<a href="x.md" title="et andet ord">stak</a>'),
    "in a comment": f"<!-- {SENTENCE} -->",
    "in a section of data": f"<x><![CDATA[{SENTENCE}]]></x>",
    "in an attribute": f'<img alt="{escape(SENTENCE)}">',
    "in an attribute beside a sign": f'<img alt="1 > 0: {escape(SENTENCE)}">',
    "in JSON": f'{{"text": {SENTENCE!a}}}',
    "as HTML in JSON": '"\\u003cp\\u003e' + SENTENCE.replace(" ", "\\u003c/b\\u003e ") + '"',
    "as HTML in an attribute": f'<p title="{escape(SENTENCE.replace(" en ", " <em>en</em> "))}">',
    "between signs that are shown": f"&lt;{SENTENCE}&gt;",
    "in a link": f"mailto:?body={SENTENCE.replace(' ', '%20').replace('ø', '%C3%B8').replace('å', '%C3%A5')}",
    "eight words of it": "Hun sagde: så en tørvestak ude på marken, da æblerne!",
    "across two sentences": "på marken, da æblerne var modne. Hun lo.",
}


@pytest.mark.parametrize("text", WAYS.values(), ids=WAYS)
def test_a_passage_is_found_however_it_is_written(text: str) -> None:
    assert is_found(f"Før.\n{text}\nEfter.")


FREE = {
    "seven words": "Jeg så en tørvestak ude på marken, og så gik jeg.",
    "other words": "Jeg så en hestevogn ude på vejen, da pærerne var modne.",
    "the same words in another order": "Da æblerne var modne, så jeg ude på marken en tørvestak.",
    "a sentence of five": "Det var i marts, og jeg så en tørvestak.",
    "nothing": "",
}


@pytest.mark.parametrize("text", FREE.values(), ids=FREE)
def test_what_is_not_a_passage_is_not(text: str) -> None:
    assert not is_found(text)


def test_a_short_sentence_is_found_whole() -> None:
    texts = withheld("Den stod der også om mandagen.", "Hun lo.")
    assert is_found("Lederen skrev: den stod der også om mandagen og tirsdagen.", texts)
    assert not is_found("Den stod der ikke om mandagen.", texts)


def test_a_text_of_a_few_words_is_found_whole() -> None:
    texts = withheld("Vinduet stod åbent.", "Jeg lukkede det.")
    assert is_found("»Vinduet stod åbent. Jeg lukkede det.«", texts)
    assert not is_found("Vinduet stod åbent. Hun lukkede det.", texts)


def test_what_also_stands_in_a_text_that_is_shown_is_excused() -> None:
    texts = withheld("Vi viser hinanden tillid, også når det er svært.", SENTENCE)
    texts.excuse(["Værdien siger: Vi viser hinanden tillid, også når det er svært. Det mener vi."])
    assert not is_found("Vi viser hinanden tillid, også når det er svært.", texts)
    assert is_found("tillid, også når det er svært. Jeg så en tørvestak", texts)
    assert is_found(SENTENCE, texts)


def test_every_owner_is_told() -> None:
    texts = withheld(SENTENCE)
    texts.add("stories/to.md", (SENTENCE,), 8, 6)
    (row,) = rows(SENTENCE)
    assert {passage.owner for passage in texts.found_in(row)} == {OWNER, "stories/to.md"}
    texts.excuse([SENTENCE])
    assert not is_found(SENTENCE, texts)


def test_a_passage_is_found_wherever_it_begins() -> None:
    """Only each seventh letter of a site is looked up."""
    texts = withheld(SENTENCE)
    assert all(is_found("x" * before + "\n" + SENTENCE, texts) for before in range(30))


A_WORD = st.sampled_from(["og", "i", "hun", "nøglen", "ved", "døren", "nattevagten", "så", "ikke", "mandag", "å"])
SOME, EIGHT = st.lists(A_WORD, max_size=30), st.lists(A_WORD, min_size=8, max_size=8)


@given(SOME, EIGHT, SOME, SOME, SOME)
def test_any_eight_words_are_found_in_any_text(
    first: list[str], window: list[str], last: list[str], before: list[str], after: list[str]
) -> None:
    texts = WithheldTexts()
    texts.add(OWNER, (" ".join((*first, *window, *last)),), 8)
    found = is_found(" ".join((*before, *window, *after)), texts)
    assert found or len("".join(window)) < FEWEST_LETTERS


def test_a_text_of_one_word_over_and_over_is_followed_only_so_far() -> None:
    """It would be followed from each of its places to its end, from each place of the page."""
    texts = withheld("ja " * 5_000)
    assert is_found("ja " * 5_000, texts)
