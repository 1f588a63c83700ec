"""The game on paper: the board in one sheet and in parts that meet, cards of any length, the rules, and the pieces."""

from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from PIL import Image, ImageChops, ImageStat

from hverdag.features.board_game.cards import MOST_LETTERS, cards_of
from hverdag.features.board_game.model import SquareKind
from hverdag.features.board_game.shapes import PIECES
from hverdag.features.board_game.timing import SITTINGS, TEAMS
from hverdag.model.shown import Shown
from hverdag.model.texts.story import Story
from hverdag.model.texts.value import Value
from hverdag.pipeline.plan import SitePlan
from tests import pdf
from tests.conftest import ROOT, TODAY, planned

from .games import SAMPLE, made_up

BOARD, CARDS, RULES, PIECES_SHEET = "braetspil-braet", "braetspil-kort", "braetspil-regler", "braetspil-brikker"
A4, A4_LYING, A3_LYING = (210.0, 297.0), (297.0, 210.0), (420.0, 297.0)
SHOWN = Shown(SAMPLE, TODAY)


@pytest.fixture(scope="module")
def made() -> dict[str, Path]:
    return pdf.printed(ROOT, planned(SAMPLE), BOARD, CARDS, RULES, PIECES_SHEET)


def test_the_board_comes_in_parts_and_in_one_sheet(made: dict[str, Path]) -> None:
    sizes = {
        name: [pdf.millimetres(page.trimbox) for page in pdf.read(made[f"{BOARD}-{name}.pdf"]).pages]
        for name in ("a2-samles", "a3-samles", "a3", "a2-trykkeri")
    }
    assert sizes == {
        "a2-samles": [A4, *[A4_LYING] * 4],
        "a3-samles": [A4, *[A4] * 2],
        "a3": [A3_LYING],
        "a2-trykkeri": [(594.0, 420.0)],
    }
    (shop,) = pdf.read(made[f"{BOARD}-a2-trykkeri.pdf"]).pages
    assert pdf.millimetres(shop.mediabox) == (600.0, 426.0)


def test_all_of_it_is_accessible_and_holds_its_fonts(made: dict[str, Path]) -> None:
    for name, path in made.items():
        if path.suffix == ".pdf":
            reader = pdf.read(path)
            assert pdf.is_accessible(reader, "da-DK"), name
            assert all(pdf.fonts(reader).values()), name


def names_on(made: dict[str, Path], name: str, first: int = 0) -> Counter[str]:
    """How often the names of the values stand on the pages, from the first of them."""
    texts = pdf.squeezed("".join(pdf.pages(pdf.read(made[name]))[first:]))
    return Counter({value.name: texts.count(pdf.squeezed(value.name)) for value in SHOWN.values})


@pytest.mark.parametrize("variant", ["a2-samles", "a3-samles", "a2-samles-farve"])
def test_each_square_is_on_one_sheet_alone(made: dict[str, Path], variant: str) -> None:
    once = Counter({value.name: 1 for value in SHOWN.values})
    assert names_on(made, f"{BOARD}-{variant}.pdf", first=1) == once
    assert names_on(made, f"{BOARD}-a3.pdf") == once


def drawn(path: Path, page: int) -> Image.Image:
    """A page as a picture in grey, four points to a millimetre."""
    return pypdfium2.PdfDocument(path)[page].render(scale=4 * pdf.POINT).to_pil().convert("L")


def part(picture: Image.Image, left: float, top: float, right: float, bottom: float) -> Image.Image:
    """A part of a picture, by millimetres from its left edge and its top."""
    return picture.crop((round(4 * left), round(4 * top), round(4 * right), round(4 * bottom)))


def assert_same(one: Image.Image, other: Image.Image) -> None:
    """Both show the same piece of road; a dot to one side is a quarter of a millimetre."""
    assert one.getextrema()[0] < 100, "the road is here"
    inner = (1, 1, one.width - 1, one.height - 1)
    moved = [ImageChops.offset(other, x, y) for x in (-1, 0, 1) for y in (-1, 0, 1)]
    differences = [ImageChops.difference(one, each).crop(inner) for each in moved]
    assert min(ImageStat.Stat(each).mean[0] for each in differences) < 4


@pytest.mark.parametrize(
    ("variant", "wide", "high", "lefts"), [("a2-samles", 272, 210, (1, 3)), ("a3-samles", 185, 297, (1,))]
)
def test_the_road_goes_on_over_the_seams(
    made: dict[str, Path], variant: str, wide: int, high: int, lefts: tuple[int, ...]
) -> None:
    """What lies under the sheet that is glued on top is what stands on it: laid edge to edge, nothing is lost."""
    path = made[f"{BOARD}-{variant}.pdf"]
    for left in lefts:
        under, top = drawn(path, left), drawn(path, left + 1)
        # What a sheet is called is printed beside the road, under the other sheet.
        for from_top, to in ((12, high / 4), (3 * high / 4, high - 12)):
            if part(top, 11, from_top, 14, to).getextrema()[0] < 100:
                at = 10 + wide + 1
                assert_same(part(under, at, from_top, at + 3, to), part(top, 11, from_top, 14, to))
                break
        else:
            pytest.fail("no road at the seam")


def test_the_lower_sheets_go_on_from_the_upper(made: dict[str, Path]) -> None:
    path = made[f"{BOARD}-a2-samles.pdf"]
    for upper, (left, right) in ((1, (15, 80)), (2, (210, 280))):
        above, below = drawn(path, upper), drawn(path, upper + 2)
        at = 10 + 185 + 1
        assert_same(part(above, left, at, right, at + 3), part(below, left, 11, right, 14))


def test_nothing_is_nearer_to_the_edge_than_a_printer_prints(made: dict[str, Path]) -> None:
    for variant in ("a2-samles", "a3-samles", "a3"):
        path = made[f"{BOARD}-{variant}.pdf"]
        for page in range(len(pypdfium2.PdfDocument(path))):
            picture = drawn(path, page)
            picture.paste(255, (38, 38, picture.width - 38, picture.height - 38))
            assert picture.getextrema()[0] > 250, (variant, page)


@pytest.mark.parametrize("name", [f"{BOARD}-a2-samles", f"{BOARD}-a3-samles", f"{BOARD}-a3", RULES, PIECES_SHEET])
def test_line_art_is_black_and_has_no_filled_areas(made: dict[str, Path], name: str) -> None:
    for page in pypdfium2.PdfDocument(made[f"{name}.pdf"]):
        picture = page.render(scale=1).to_pil().convert("RGB")
        assert picture.convert("HSV").getchannel("S").getextrema() == (0, 0)
        brightness = picture.convert("L").histogram()
        assert sum(brightness[:200]) < 0.16 * sum(brightness)


def plan_of(shown: Shown) -> SitePlan:
    return planned(shown.handbook)


@pytest.mark.parametrize(("values", "stories", "dilemmas"), [(5, 3, False), (8, 3, True), (9, 30, True), (12, 3, True)])
def test_any_number_of_values_has_a_board(values: int, stories: int, dilemmas: bool) -> None:
    shown = made_up(values, stories, dilemmas)
    found = pdf.printed(ROOT, plan_of(shown), BOARD, RULES)
    text = pdf.squeezed("".join(pdf.pages(pdf.read(found[f"{BOARD}-a3.pdf"]))))
    for value in shown.values:
        assert pdf.squeezed(value.name) in text
    assert len(pdf.read(found[f"{RULES}.pdf"]).pages) == 1


@pytest.mark.parametrize("name", ["Ordentlighed og mod i hverdagen", "Arbejdsmiljøorganisationsmedlem", "Tillid"])
def test_twelve_long_names_have_room(name: str) -> None:
    shown = made_up(12, 3, dilemmas=False)
    values = [value.model_copy(update={"name": name}) for value in shown.values]
    named = Shown(shown.handbook.with_documents(Value, values), TODAY)
    found = pdf.printed(ROOT, plan_of(named), BOARD)
    text = pdf.squeezed("".join(pdf.pages(pdf.read(found[f"{BOARD}-a3.pdf"]))))
    assert text.count(pdf.squeezed(name)) == 12


def test_a_name_without_room_is_told_at_its_value() -> None:
    shown = made_up(5, 3, dilemmas=False)
    first, *others = shown.values
    long = first.model_copy(update={"name": "Ordentlighed og mod " * 12})
    problems = pdf.refused(ROOT, planned(shown.handbook.with_documents(Value, [long, *others])), BOARD)
    assert {(problem.rule, problem.source) for problem in problems} == {("paper-room", long.at("name"))}


@pytest.mark.parametrize("variant", ["dobbelt", "trykkeri"])
def test_every_card_is_printed_with_the_sign_of_its_pile_behind_it(made: dict[str, Path], variant: str) -> None:
    cards, pages = cards_of(SHOWN), pdf.pages(pdf.read(made[f"{CARDS}-{variant}.pdf"]))
    assert len(pages) == 2 * -(-len(cards) // 8)
    fronts, backs = pdf.squeezed("".join(pages[::2])), pdf.squeezed("".join(pages[1::2]))
    for card in cards:
        for part in (card.title, card.text, *card.more, card.code):
            assert pdf.squeezed(part) in fronts, card.id
    kinds = Counter(card.kind for card in cards)
    for kind, name in (
        (SquareKind.DILEMMA, "Dilemma"),
        (SquareKind.QUESTION, "Spørgsmål"),
        (SquareKind.STORY, "Fortælling"),
    ):
        assert backs.count(name) == kinds[kind]


def with_dilemma(question: str, *options: str, summary: str = "Kort.") -> Shown:
    shown = made_up(5, 3, dilemmas=True)
    stories = []
    for story in shown.handbook.stories:
        assert story.dilemma
        dilemma = story.dilemma.model_copy(update={"question": question, "options": options or ("Ja.", "Nej.")})
        stories.append(story.model_copy(update={"dilemma": dilemma, "summary": summary}))
    return Shown(shown.handbook.with_documents(Story, stories), TODAY)


SENTENCE = "Hvad gør vi, når det sker igen? "


def dilemmas_in(shown: Shown) -> str:
    found = pdf.printed(ROOT, plan_of(shown), CARDS)
    return pdf.squeezed("".join(pdf.pages(pdf.read(found[f"{CARDS}.pdf"]))))


def test_a_dilemma_of_600_letters_is_set_small() -> None:
    question = (SENTENCE * 30)[:600]
    text = dilemmas_in(with_dilemma(question))
    assert pdf.squeezed(question) in text
    assert "fortiletkort" not in text


def test_a_longer_dilemma_leads_to_its_story() -> None:
    question = SENTENCE * 30
    text = dilemmas_in(with_dilemma(question))
    assert pdf.squeezed(question) not in text
    assert pdf.squeezed("Teksten er for lang til et kort. Find den i håndbogen under F001") in text
    assert "Nummer1" in text


def test_what_it_is_about_is_left_out_before_the_answers() -> None:
    question, summary = (SENTENCE * 30)[:400], "Sådan begyndte det hele en mandag. " * 8
    text = dilemmas_in(with_dilemma(question, "Det første svar.", "Det andet svar.", summary=summary))
    assert pdf.squeezed(question + "Det første svar.") in text.replace("1Det", "Det")
    assert "fortiletkort" not in text


@settings(max_examples=12)  # each is three PDFs
@given(
    some.sampled_from([2, 4]),
    some.lists(
        some.sampled_from(["i", "vi", "Nattevagten", "dokumentationssystemet", "BORGEREN", "og", "æøå"]), min_size=60
    ),
)
def test_what_a_card_takes_has_room_on_it(answers: int, words: list[str]) -> None:
    text = (" ".join(words) * 20)[:MOST_LETTERS]
    cut = len(text) // (answers + 1)
    parts = [text[at * cut : (at + 1) * cut].strip() or "x" for at in range(answers + 1)]
    dilemmas_in(with_dilemma(parts[0], *parts[1:], summary=""))


def test_the_rules_print_the_minutes_that_games_are_played_by(made: dict[str, Path]) -> None:
    (page,) = pdf.pages(pdf.read(made[f"{RULES}.pdf"]))
    text = pdf.squeezed(page)
    for sitting in SITTINGS:
        cells = "".join(f"{sitting.turn(teams)}min{sitting.turns(teams)}ture" for teams in TEAMS)
        assert cells in text, sitting.minutes


def test_the_rules_tell_of_an_empty_slip_and_name_the_sheet_of_the_agreement(made: dict[str, Path]) -> None:
    """In a game of an hour with eight people, a third of the games end before any team has come to an agreement."""
    (page,) = pdf.pages(pdf.read(made[f"{RULES}.pdf"]))
    sheet = pdf.pages(pdf.read(made[f"{PIECES_SHEET}.pdf"]))[-1].splitlines()[0]
    assert pdf.squeezed("Er sedlen tom, så find én lille ting nu.") in pdf.squeezed(page)
    assert pdf.squeezed(f"udfyld arket »{sheet}«") in pdf.squeezed(page)


def test_pieces_are_told_apart_by_letter_and_shape(made: dict[str, Path]) -> None:
    first, slips, _ = pdf.pages(pdf.read(made[f"{PIECES_SHEET}.pdf"]))
    assert len(set(PIECES.values())) == len(PIECES) == 6
    assert all(first.count(letter) >= 2 for letter in PIECES)
    assert all(f"Hold {letter}" in slips for letter in PIECES)
