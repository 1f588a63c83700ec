"""Decks of cards: what each says on both its sides, and what has room there."""

from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hverdag.features.cards.model import CardKind
from hverdag.features.cards.plan import DeckView, cards_of
from hverdag.features.cards.rules import card_length
from hverdag.features.pamphlet.model import Pamphlet
from hverdag.model.handbook import Handbook
from hverdag.model.texts.story import Story
from hverdag.model.texts.value import Value
from hverdag.pipeline.plan import SitePlan
from tests import pdf
from tests.conftest import ROOT, TODAY, Publication, planned
from tests.handbooks import handbook_of, with_settings

HANDBOOK = "values/handbook.yml"
A4 = (210.0, 297.0)


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return handbook_of(ROOT)


@pytest.fixture(scope="module")
def plan(handbook: Handbook) -> SitePlan:
    return planned(handbook)


@pytest.fixture(scope="module")
def decks(plan: SitePlan) -> dict[CardKind, DeckView]:
    return {one.view.card_kind: one.view for one in plan.views if isinstance(one.view, DeckView)}


@pytest.fixture(scope="module")
def made(plan: SitePlan, decks: dict[CardKind, DeckView]) -> dict[str, Path]:
    return pdf.printed(ROOT, plan, *(deck.printable.name for deck in decks.values() if deck.printable))


def test_there_is_a_deck_of_each_kind(decks: dict[CardKind, DeckView]) -> None:
    assert set(decks) == set(CardKind)


def cells(page: object) -> dict[tuple[int, int], str]:
    """The letters in each of the eight places of a sheet, by row and column."""
    found: dict[tuple[int, int], str] = defaultdict(str)
    for x, y, text in pdf.placed(page):  # type: ignore[arg-type]
        found[int(y // (297 / 4)), int(x // 105)] += text
    return {cell: pdf.squeezed(text) for cell, text in found.items()}


@pytest.mark.parametrize("variant", ["dobbelt", "trykkeri"])
@pytest.mark.parametrize("kind", CardKind)
def test_each_back_lies_behind_its_front(
    made: dict[str, Path], decks: dict[CardKind, DeckView], kind: CardKind, variant: str
) -> None:
    deck = decks[kind]
    assert deck.printable
    pages = list(pdf.read(made[f"{deck.printable.name}-{variant}.pdf"]).pages)
    assert len(pages) == 2 * -(-len(deck.cards) // 8)
    for at, card in enumerate(deck.cards):
        sheet, place = divmod(at, 8)
        row, column = divmod(place, 2)
        front, back = cells(pages[2 * sheet]), cells(pages[2 * sheet + 1])
        # Turned on its long edge, what was to the left is to the right.
        for side, said, where in ((front, [card.text], column), (back, card.more, 1 - column)):
            letters = side[row, where]
            assert all(pdf.squeezed(part) in letters for part in (card.title, *said)), card.id
            assert pdf.squeezed(card.code) in letters
        if card.story:
            assert pdf.squeezed(card.story.summary) in front[row, column]


@pytest.mark.parametrize("kind", CardKind)
def test_a_deck_on_one_side_says_it_all_on_a4(
    made: dict[str, Path], handbook: Handbook, decks: dict[CardKind, DeckView], kind: CardKind
) -> None:
    deck = decks[kind]
    assert deck.printable
    reader = pdf.read(made[f"{deck.printable.name}.pdf"])
    assert len(reader.pages) == -(-len(deck.cards) // 8)
    assert {pdf.millimetres(page.mediabox) for page in reader.pages} == {A4}
    assert pdf.is_accessible(reader, "da-DK")
    assert all(pdf.fonts(reader).values())
    for at, card in enumerate(deck.cards):
        letters = cells(reader.pages[at // 8])[divmod(at % 8, 2)]
        said = card.more if kind is CardKind.DILEMMA else ()
        assert all(pdf.squeezed(part) in letters for part in (card.title, card.text, *said)), card.id
        assert pdf.squeezed(handbook.settings.edition) in letters


def deck_of(handbook: Handbook, number: int) -> SitePlan:
    """A publication with so many dilemmas."""
    story = next(story for story in handbook.stories if story.dilemma)
    stories = [
        story.model_copy(update={"path": f"stories/nr-{at}.md", "code": f"F{at:03}", "title": f"Nummer {at}"})
        for at in range(number)
    ]
    return planned(with_settings(handbook.with_documents(Story, stories), pamphlet=Pamphlet()))


@pytest.mark.parametrize("number", [1, 3, 8, 9, 203])
def test_a_deck_of_any_size_is_printed(handbook: Handbook, number: int) -> None:
    found = pdf.printed(ROOT, deck_of(handbook, number), "kort-dilemmaer")
    both = list(pdf.read(found["kort-dilemmaer-dobbelt.pdf"]).pages)
    assert len(both) == 2 * -(-number // 8)
    last = number - 1
    row, column = divmod(last % 8, 2)
    assert pdf.squeezed(f"Nummer {last}") in cells(both[-2])[row, column]
    assert pdf.squeezed(f"Nummer {last}") in cells(both[-1])[row, 1 - column]


def test_every_card_has_a_name_of_its_own(plan: SitePlan) -> None:
    cards = list(cards_of(plan.shown, plan.shown.handbook.published))
    assert len({card.id for card in cards}) == len(cards) == 7 + 21 + 9


@settings(max_examples=12)  # each is three PDFs
@given(
    some.sampled_from([1, 2, 4]),
    some.lists(
        some.sampled_from(["i", "vi", "Nattevagten", "dokumentationssystemet", "BORGEREN", "og", "æøå"]), min_size=60
    ),
)
def test_what_the_check_lets_through_has_room_on_a_card(handbook: Handbook, answers: int, words: list[str]) -> None:
    story = next(story for story in handbook.stories if story.dilemma)
    text = (" ".join(words) * 20)[: card_length.MOST]
    cut = len(text) // (answers + 1)
    parts = [text[at * cut : (at + 1) * cut].strip() or "x" for at in range(answers + 1)]
    dilemma = story.dilemma.model_copy(update={"question": parts[0], "options": tuple(parts[1:])})  # type: ignore[union-attr]
    full = handbook.with_documents(Story, [story.model_copy(update={"dilemma": dilemma})])
    assert list(card_length.check(full, TODAY)) == []
    pdf.printed(ROOT, planned(full), "kort-dilemmaer")


def test_a_text_too_long_for_a_card_is_told_with_its_length(good: Publication) -> None:
    good.change("values/mod.md", "questions:", f"questions:\n  - {'Hvad gør vi, når det sker igen? ' * 20}")
    (problem,) = [problem for problem in good.problems() if problem.rule == "card-length"]
    assert problem.source.path == "values/mod.md"
    assert problem.parameters == {"count": 639, "most": 500}
    assert not good.build().built


def test_a_text_without_room_is_told_where_it_is_written(handbook: Handbook) -> None:
    story = next(story for story in handbook.stories if story.dilemma)
    options = ("Sådan gør vi altid her hos os. " * 40, "Nej.")
    dilemma = story.dilemma.model_copy(update={"options": options})  # type: ignore[union-attr]
    full = handbook.with_documents(Story, [story.model_copy(update={"dilemma": dilemma})])
    found = {problem.source: problem for problem in pdf.refused(ROOT, planned(full), "kort-dilemmaer")}
    # On one side of paper with the question, and on the back of another alone.
    assert set(found) == {story.at("dilemma"), story.at("dilemma", "options")}
    assert {problem.rule for problem in found.values()} == {"paper-room"}
    assert found[story.at("dilemma")].parameters["paper"] == "kort-dilemmaer.pdf"
    assert all(int(str(problem.parameters["millimetres"])) > 0 for problem in found.values())


@pytest.mark.parametrize("folder", ["values", "stories", "methods", "guides"])
def test_no_folder_takes_the_place_of_the_page_where_cards_are_drawn(good: Publication, folder: str) -> None:
    text = (good.root / HANDBOOK).read_text("utf-8")
    good.write(HANDBOOK, f"{text}folders:\n  {folder}: kort\n" if "folders:" not in text else text)
    assert "settings-folder" in good.rules()


def test_a_long_word_on_a_card_has_room_between_the_cuts(handbook: Handbook) -> None:
    word = "Arbejdsmiljøorganisationsmedlemmerne"
    value = handbook.values[0].model_copy(update={"questions": (word,), "promise": word})
    one = planned(handbook.with_documents(Value, [value]).with_documents(Story, []))
    found = pdf.printed(ROOT, one, "kort-spoergsmaal", "kort-vaerdier")
    pages = [page for path in found.values() if path.suffix == ".pdf" for page in pdf.read(path).pages]
    seen = [size for page in pages for size, text in pdf.sizes(page) if text.strip() == word]
    assert len(seen) >= 4
    assert max(seen) * pdf.POINT * 0.52 * len(word) < 90


def test_a_long_address_and_edition_do_not_lie_over_one_another(handbook: Handbook) -> None:
    address = "https://intranet.fjordby-kommune.example/personale/hverdag/"
    with_address = planned(with_settings(handbook, site_url=address))
    page = pdf.read(pdf.printed(ROOT, with_address, "kort-dilemmaer")["kort-dilemmaer.pdf"]).pages[0]
    foot = [(x, round(y)) for x, y, text in pdf.placed(page) if x < 105 and 50 < y < 74]
    assert len({y for x, y in foot if x > 60}) <= 2


def test_what_is_too_long_on_the_back_of_a_card_is_told_where_it_is_written(handbook: Handbook) -> None:
    value = handbook.values[0].model_copy(update={"signs": ("Kort.",) * 100})
    one = planned(handbook.with_documents(Value, [value]).with_documents(Story, []))
    problems = pdf.refused(ROOT, one, "kort-vaerdier")
    assert {(problem.rule, problem.source) for problem in problems} == {("paper-room", value.at("signs"))}
