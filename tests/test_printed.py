"""What is printed besides guides: the pamphlet and its sheets, cards and their backs, and the list of it all."""

import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as some

from hverdag.assemble.printed import assemble_cards
from hverdag.assemble.site import assemble_site
from hverdag.features.cards.model import Card
from hverdag.locale import catalogue
from hverdag.model.artifact import Artifact, DerivedPdf
from hverdag.model.chapters import Site
from hverdag.model.handbook import Handbook
from hverdag.model.printable import DECKS, Product
from hverdag.model.texts.story import State
from hverdag.paper.data import template
from hverdag.parse.publication import read_publication
from hverdag.publish.booklet import booklet
from hverdag.publish.cache.store import cache_folder
from hverdag.publish.pdf import printed as facts
from hverdag.publish.pdf import reprints
from hverdag.reports.print_list import print_list

from . import paper
from .conftest import ROOT, TODAY, Publication

WORDS = ("i", "vi", "og", "æøå", "Nattevagten", "BORGEREN", "dokumentationssystemet")
A4, A5 = (210.0, 297.0), (148.0, 210.0)


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    found, problems = read_publication(ROOT)
    assert problems == []
    return found


@pytest.fixture(scope="module")
def site(handbook: Handbook) -> Site:
    return assemble_site(handbook, TODAY)


@pytest.fixture(scope="module")
def made(site: Site) -> dict[str, Path]:
    wanted = (one.name for one in site.printed if one.product in (*DECKS, Product.PAMPHLET))
    return paper.printed(ROOT, site, *wanted)


# Sheets.


def folded(sheets: object) -> list[int]:
    """The pages in the order that a reader turns them: into the middle on right-hand sides, and out again."""
    assert isinstance(sheets, tuple)
    inwards = [page for (_, front), (back, _) in sheets for page in (front, back)]
    outwards = [page for (front, _), (_, back) in reversed(sheets) for page in (back, front)]
    return inwards + outwards


@given(some.integers(1, 200))
def test_a_folded_booklet_reads_in_order_with_its_last_page_at_the_back(pages: int) -> None:
    found = folded(booklet(pages))
    assert len(found) % 4 == 0
    assert len(found) - pages < 4
    assert [page for page in found if page] == list(range(1, pages + 1))
    assert found[0] == 1
    assert found[-1] == (pages if pages > 1 else 0)


def test_there_is_no_booklet_without_pages() -> None:
    with pytest.raises(ValueError, match="0"):
        booklet(0)


def small_pdf(folder: Path, pages: int) -> Path:
    """A PDF in which each A5 page says its own number."""
    text = '#set page(paper: "a5")\n' + "#pagebreak()\n".join(f"Side {page}.\n" for page in range(1, pages + 1))
    (folder / "small.typ").write_text(text, encoding="utf-8")
    typst.compile(folder / "small.typ", output=folder / "small.pdf")
    return folder / "small.pdf"


@pytest.mark.parametrize("pages", range(4, 65))
def test_sheets_hold_the_pages_where_a_fold_puts_them(tmp_path: Path, pages: int) -> None:
    small = Artifact("print/pjece.pdf", small_pdf(tmp_path, pages))
    wanted = [DerivedPdf("print/pjece-ark.pdf", "print/pjece.pdf", template("sheets.typ"))]
    (sheets,), problems = reprints(wanted, [small], facts([small], [small.path]), cache_folder())
    assert problems == []
    assert isinstance(sheets.content, Path)
    sides = []
    for page in paper.read(sheets.content).pages:
        assert paper.millimetres(page.mediabox) == (297.0, 210.0)
        # Both pages lie against the fold.
        halves = {left > 100: int(re.findall(r"[0-9]+", text)[0]) for left, text in paper.placed_pages(page)}
        assert {round(left, 2) for left, _ in paper.placed_pages(page)} <= {0.5, 148.5}
        sides.append((halves.get(False, 0), halves.get(True, 0)))
    assert folded(tuple(zip(sides[::2], sides[1::2], strict=True))) == folded(booklet(pages))


# The pamphlet.


def test_the_pamphlet_says_all_it_should_in_order(made: dict[str, Path], handbook: Handbook) -> None:
    reader = paper.read(made["pjece.pdf"])
    foot = paper.squeezed(f"{handbook.settings.edition} {handbook.settings.organisation}")
    text = "".join(re.sub(f"{foot}[0-9]*$", "", paper.squeezed(page)) for page in paper.pages(reader))
    stories = [handbook.story_by_id[id] for id in handbook.settings.pamphlet.stories]
    expected = [
        handbook.settings.title,
        handbook.settings.edition,
        handbook.settings.pamphlet.introduction,
        *(part for value in handbook.values for part in (value.name, value.promise, *value.signs)),
        *(part for story in stories for part in (story.title, story.summary, *story.body.text.split("\n"))),
        *(part for fact in handbook.settings.facts for part in (fact.name, fact.text)),
        *handbook.settings.pamphlet.take_part,
        handbook.settings.contact.mail,
        handbook.settings.notice,
    ]
    at = 0
    for part in expected:
        found = text.find(paper.squeezed(part), at)
        assert found >= 0, part
        at = found + len(paper.squeezed(part))
    assert paper.is_accessible(reader, "da-DK")
    assert all(paper.fonts(reader).values())
    assert {paper.millimetres(page.mediabox) for page in reader.pages} == {A5}
    assert all("1. udgave" in page for number, page in enumerate(paper.pages(reader)))


def test_the_pamphlet_names_the_page_each_part_begins_on(made: dict[str, Path]) -> None:
    pages = paper.pages(paper.read(made["pjece.pdf"]))
    for title in ("Vores værdier", "Nøglen", "Knagen", "Chaufføren", "Din egen fortælling"):
        line = next(line for line in pages[1].split("\n") if line.startswith(title))
        number = int(line.rsplit(".", 1)[1])
        assert pages[number - 1].startswith(title)
        assert pages[number - 1].rstrip().endswith(str(number))


def test_a_print_shop_gets_bleed_crop_marks_and_whole_sheets(made: dict[str, Path]) -> None:
    reader = paper.read(made["pjece-trykkeri.pdf"])
    assert len(reader.pages) % 4 == 0
    for page in reader.pages:
        assert paper.millimetres(page.trimbox) == A5
        assert paper.millimetres(page.mediabox) == paper.millimetres(page.bleedbox) == (154.0, 216.0)
        assert round(float(page.trimbox.left) * paper.POINT, 2) == 3.0
    text = paper.squeezed("".join(paper.pages(reader)))
    for page in paper.pages(paper.read(made["pjece.pdf"])):
        assert paper.squeezed(page).rstrip("0123456789")[:60] in text


@pytest.mark.parametrize("number", [1, 2, 5, 9])
def test_a_pamphlet_of_any_number_of_values_is_laid_out(handbook: Handbook, number: int) -> None:
    values = (*handbook.values, *handbook.values[:2])[:number]
    named = tuple(
        value.model_copy(update={"path": f"values/v{at}.md", "name": f"Nr. {at}"}) for at, value in enumerate(values)
    )
    settings = handbook.settings.model_copy(update={"values": number})
    site = assemble_site(replace(handbook, values=named, stories=(), settings=settings), TODAY)
    found = paper.printed(ROOT, site, "pjece", "kort-vaerdier")
    pages = len(paper.read(found["pjece.pdf"]).pages)
    assert pages == 2 + (number + 1) // 2 + 3
    assert len(paper.read(found["pjece-ark.pdf"]).pages) == 2 * -(-pages // 4)


def test_long_promises_and_forty_facts_are_printed_whole(handbook: Handbook) -> None:
    promise = ("Vi lover hinanden at sige det, som det er, også når det er svært at få sagt. " * 4)[:300].strip()
    values = tuple(value.model_copy(update={"promise": promise}) for value in handbook.values)
    fact = handbook.settings.facts[0]
    facts = tuple(fact.model_copy(update={"id": f"f{at}", "name": f"Tal nummer {at}"}) for at in range(40))
    settings = handbook.settings.model_copy(update={"facts": facts})
    site = assemble_site(replace(handbook, values=values, settings=settings), TODAY)
    found = paper.printed(ROOT, site, "pjece", "kort-vaerdier", "kort-spoergsmaal")
    text = paper.squeezed("".join(paper.pages(paper.read(found["pjece.pdf"]))))
    assert text.count(paper.squeezed(promise)) == 7
    assert [at for at in range(40) if paper.squeezed(f"Tal nummer {at} {fact.text}") not in text] == []
    cards = paper.squeezed("".join(paper.pages(paper.read(found["kort-vaerdier.pdf"]))))
    assert cards.count(paper.squeezed(promise)) == 7


def test_the_pamphlet_takes_stories_of_three_values_where_none_are_chosen(handbook: Handbook) -> None:
    chosen = handbook.settings.model_copy(update={"pamphlet": type(handbook.settings.pamphlet)()})
    site = assemble_site(replace(handbook, settings=chosen), TODAY)
    stories = next(one.stories for one in site.printed if one.product is Product.PAMPHLET)
    assert [story.code for story in stories] == ["F01", "F02", "F03"]
    assert len({story.values[0] for story in stories}) == 3


def test_only_what_is_published_is_printed(handbook: Handbook) -> None:
    drafts = tuple(story.model_copy(update={"state": State.DRAFT}) for story in handbook.stories)
    site = assemble_site(replace(handbook, stories=drafts), TODAY, preview=True)
    assert len(site.stories) == len(handbook.stories)
    assert [story for one in site.printed for story in one.stories] == []
    assert {one.product for one in site.printed} & {Product.DILEMMA_CARDS} == set()


# Cards.


def cells(page: object) -> dict[tuple[int, int], str]:
    """The letters in each of the eight places of a sheet, by row and column."""
    found: dict[tuple[int, int], str] = defaultdict(str)
    for x, y, text in paper.placed(page):  # type: ignore[arg-type]
        found[int(y // (297 / 4)), int(x // 105)] += text
    return {cell: paper.squeezed(text) for cell, text in found.items()}


@pytest.mark.parametrize("form", ["dobbelt", "trykkeri"])
@pytest.mark.parametrize("product", DECKS)
def test_each_back_lies_behind_its_front(made: dict[str, Path], site: Site, product: Product, form: str) -> None:
    deck = next(one for one in site.printed if one.product is product)
    pages = list(paper.read(made[f"{deck.name}-{form}.pdf"]).pages)
    assert len(pages) == 2 * -(-len(deck.cards) // 8)
    for at, card in enumerate(deck.cards):
        sheet, place = divmod(at, 8)
        row, column = divmod(place, 2)
        front, back = cells(pages[2 * sheet]), cells(pages[2 * sheet + 1])
        # Turned on its long edge, what was to the left is to the right.
        for side, said, where in ((front, [card.text], column), (back, card.more, 1 - column)):
            letters = side[row, where]
            assert all(paper.squeezed(part) in letters for part in (card.title, *said)), card.id
            assert paper.squeezed(card.code) in letters
        if card.story:
            assert paper.squeezed(card.story.summary) in front[row, column]


@pytest.mark.parametrize("product", DECKS)
def test_a_deck_on_one_side_says_it_all_on_a4(made: dict[str, Path], site: Site, product: Product) -> None:
    deck = next(one for one in site.printed if one.product is product)
    reader = paper.read(made[f"{deck.name}.pdf"])
    assert len(reader.pages) == -(-len(deck.cards) // 8)
    assert {paper.millimetres(page.mediabox) for page in reader.pages} == {A4}
    assert paper.is_accessible(reader, "da-DK")
    assert all(paper.fonts(reader).values())
    for at, card in enumerate(deck.cards):
        letters = cells(reader.pages[at // 8])[divmod(at % 8, 2)]
        said = card.more if product is Product.DILEMMA_CARDS else ()
        assert all(paper.squeezed(part) in letters for part in (card.title, card.text, *said)), card.id
        assert paper.squeezed(site.settings.edition) in letters


def deck_of(handbook: Handbook, number: int) -> Site:
    """A publication with so many dilemmas."""
    story = next(story for story in handbook.stories if story.dilemma)
    stories = tuple(
        story.model_copy(update={"path": f"stories/nr-{at}.md", "code": f"F{at:03}", "title": f"Nummer {at}"})
        for at in range(number)
    )
    settings = handbook.settings.model_copy(update={"pamphlet": type(handbook.settings.pamphlet)()})
    return assemble_site(replace(handbook, stories=stories, settings=settings), TODAY)


@pytest.mark.parametrize("number", [1, 3, 8, 9, 203])
def test_a_deck_of_any_size_is_printed(handbook: Handbook, number: int) -> None:
    found = paper.printed(ROOT, deck_of(handbook, number), "kort-dilemmaer")
    both = list(paper.read(found["kort-dilemmaer-dobbelt.pdf"]).pages)
    assert len(both) == 2 * -(-number // 8)
    last = number - 1
    row, column = divmod(last % 8, 2)
    assert paper.squeezed(f"Nummer {last}") in cells(both[-2])[row, column]
    assert paper.squeezed(f"Nummer {last}") in cells(both[-1])[row, 1 - column]


def test_every_card_has_a_name_of_its_own(handbook: Handbook) -> None:
    cards: list[Card] = list(assemble_cards(handbook, handbook.published))
    assert len({card.id for card in cards}) == len(cards) == 7 + 21 + 7


@settings(max_examples=12)  # each is three PDFs
@given(
    some.sampled_from([1, 2, 4]),
    some.lists(
        some.sampled_from(["i", "vi", "Nattevagten", "dokumentationssystemet", "BORGEREN", "og", "æøå"]), min_size=60
    ),
)
def test_what_the_check_lets_through_has_room_on_a_card(handbook: Handbook, answers: int, words: list[str]) -> None:
    from hverdag.features.cards.rules import card_length  # noqa: PLC0415

    story = next(story for story in handbook.stories if story.dilemma)
    text = (" ".join(words) * 20)[: card_length.MOST]
    cut = len(text) // (answers + 1)
    parts = [text[at * cut : (at + 1) * cut].strip() or "x" for at in range(answers + 1)]
    dilemma = story.dilemma.model_copy(update={"question": parts[0], "options": tuple(parts[1:])})  # type: ignore[union-attr]
    full = replace(handbook, stories=(story.model_copy(update={"dilemma": dilemma}),))
    assert list(card_length.check(full, TODAY)) == []
    paper.printed(ROOT, assemble_site(full, TODAY), "kort-dilemmaer")


# Problems, and the list.


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
    full = replace(handbook, stories=(story.model_copy(update={"dilemma": dilemma}),))
    found = {problem.source: problem for problem in paper.refused(ROOT, assemble_site(full, TODAY), "kort-dilemmaer")}
    # On one side of paper with the question, and on the back of another alone.
    assert set(found) == {story.at("dilemma"), story.at("dilemma", "options")}
    assert {problem.rule for problem in found.values()} == {"paper-room"}
    assert found[story.at("dilemma")].parameters["paper"] == "kort-dilemmaer.pdf"
    assert all(int(str(problem.parameters["millimetres"])) > 0 for problem in found.values())


def test_an_unpublished_story_in_the_pamphlet_is_a_warning(good: Publication) -> None:
    text = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", text + "pamphlet:\n  stories: [kladden, vindue]\n")
    found = {problem.rule: problem for problem in good.problems() if problem.rule.startswith("pamphlet")}
    assert found["pamphlet-published"].level == "warning"
    assert found["pamphlet-story"].parameters == {"given": "vindue", "suggestion": "vinduet"}


def test_what_is_told_of_each_pdf_is_what_another_library_finds_in_it(made: dict[str, Path]) -> None:
    held = {name: path for name, path in made.items() if name.endswith(".pdf")}
    assert any("trykkeri" in name for name in held)
    for fact in facts([Artifact(name, path) for name, path in held.items()], held):
        reader = paper.read(held[fact.path])
        assert (fact.pages, fact.size) == (len(reader.pages), held[fact.path].stat().st_size)
        assert (fact.width, fact.height) == paper.millimetres(reader.pages[0].trimbox)


def test_the_build_lists_each_printable(made: dict[str, Path]) -> None:
    artifacts = [Artifact(f"print/{name}", path) for name, path in made.items()]
    wanted = ("print/pjece.pdf", "print/pjece-ark.pdf", "print/pjece-trykkeri.pdf", "print/findes-ikke.pdf")
    lines = list(print_list(facts(artifacts, wanted), catalogue("da")))
    assert [line.split()[:4] for line in lines] == [
        ["print/pjece.pdf", "12", "sider", "A5"],
        ["print/pjece-ark.pdf", "6", "sider", "A4"],
        ["print/pjece-trykkeri.pdf", "12", "sider", "A5"],
    ]
    assert all(re.search(r" [0-9]+ kB$", line) for line in lines)
