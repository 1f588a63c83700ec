"""The book: every word in order, page numbers and links that lead where they say, volumes, and hostile texts."""

import importlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from PIL import Image

from hverdag.features.book.anchors import BookText, place
from hverdag.features.book.index import indexes
from hverdag.features.book.paper import BookOnPaper, book_title
from hverdag.features.book.plan import MOST_PAGES, BookView, plan
from hverdag.features.index import Index
from hverdag.locale import alphabetical, catalogue
from hverdag.model.artifact import Paper
from hverdag.model.handbook import Handbook
from hverdag.model.shown import Shown
from hverdag.model.texts.body import Body, Element
from hverdag.model.texts.document import Document
from hverdag.model.texts.method import Method
from hverdag.model.texts.story import Dilemma, Origin, Story
from hverdag.model.texts.value import Value
from hverdag.parse import markdown
from hverdag.pipeline.outputs import kit_of
from hverdag.publish.cache.store import cache_folder
from hverdag.publish.pdf import pdfs
from tests import pdf
from tests.conftest import GOLDEN, ROOT, TODAY, Publication, planned
from tests.handbooks import handbook_of, with_settings
from tests.markdown_blocks import BLOCK, body_of

POINTS = 72 / 25.4
HEAD, FOOT = 191 * POINTS, 19 * POINTS
ADDRESS = "https://hverdag.example/"
PLAN = importlib.import_module("hverdag.features.book.plan")
"""The module: the package has a function of the same name."""


def book_views(handbook: Handbook) -> list[BookView]:
    return [view for view in plan(Shown(handbook, TODAY), Index()) if isinstance(view, BookView)]


def books(handbook: Handbook, root: Path = GOLDEN / "good") -> list[pypdf.PdfReader]:
    names = [view.printable.name for view in book_views(handbook) if view.printable]
    found, faults = pdf.outputs(planned(handbook), *names)
    assert faults == []
    made, problems = pdfs([one for one in found if isinstance(one, Paper)], root, cache_folder())
    assert problems == []
    return [pdf.read(artifact.content) for artifact in made]  # type: ignore[arg-type]


def book_of(handbook: Handbook, root: Path = GOLDEN / "good") -> pypdf.PdfReader:
    (made,) = books(handbook, root)
    return made


def text_of(handbook: Handbook, inside: Sequence[Document]) -> BookText:
    """The texts of a book with these in it."""
    kit = kit_of(planned(handbook), {}, "da")
    return BookText(kit.paper, inside, kit.registry.reserved_ids)


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return handbook_of(GOLDEN / "good")


@pytest.fixture(scope="module")
def sample_handbook() -> Handbook:
    return handbook_of(ROOT)


@pytest.fixture(scope="module")
def golden_book(handbook: Handbook) -> pypdf.PdfReader:
    return book_of(handbook)


@pytest.fixture(scope="module")
def sample_book(sample_handbook: Handbook) -> pypdf.PdfReader:
    return book_of(sample_handbook, ROOT)


def words_of(page: Any) -> str:
    """A page without its head and foot."""
    found: list[str] = []

    def keep(text: str, now: Any, matrix: Any, _font: Any, _size: Any) -> None:
        height = now[1] * matrix[4] + now[3] * matrix[5] + now[5]
        if FOOT < height < HEAD:
            found.append(text)

    page.extract_text(visitor_text=keep)
    return "".join(found)


def words(reader: pypdf.PdfReader) -> str:
    """All of it, without the pages that links name."""
    return pdf.squeezed(re.sub(r"\(\s*side\s*[0-9]+\s*\)", "", "".join(map(words_of, reader.pages))))


def all_links(reader: pypdf.PdfReader) -> Iterator[tuple[int, Any]]:
    for number, page in enumerate(reader.pages, 1):
        for annotation in page.get("/Annots", []):
            yield number, annotation.get_object()


def destinations(reader: pypdf.PdfReader) -> dict[str, int]:
    """The page of every label, from 1."""
    held = reader.named_destinations
    return {name: (reader.get_destination_page_number(one) or 0) + 1 for name, one in held.items()}


def letters(text: str) -> str:
    """Without digits: those of lists and steps come between."""
    return re.sub(r"\d", "", pdf.squeezed(text))


def in_order(text: str, pieces: Sequence[str]) -> None:
    whole, at = letters(text), 0
    for piece in map(letters, pieces):
        assert piece in whole[at:], piece
        at = whole.index(piece, at) + len(piece)


def value_words(value: Value) -> list[str]:
    return [value.heading, value.promise, *value.body.text.split("\n"), *value.signs, *value.questions, value.code]


def story_words(story: Story) -> list[str]:
    dilemma = [story.dilemma.question, *story.dilemma.options] if story.dilemma else []
    told = [story.heading, story.summary, story.workplace, *story.body.text.split("\n"), *dilemma, *story.questions]
    return [*told, "Fortællingen er opdigtet" if story.origin is Origin.ILLUSTRATIVE else "", story.code]


def method_words(method: Method) -> list[str]:
    found = [method.heading, method.purpose, method.group, *method.materials, method.precondition, method.code]
    for step in (*(step for step in method.steps if step.before), *method.meeting):
        found += [
            step.name,
            f"{step.minutes} minutter" if step.minutes > 1 else "minut",
            step.activity,
            step.responsible,
            step.guidance,
            *step.say,
        ]
        found += [*step.points, *step.questions, step.stalls, step.moved]
    return [*found, *method.body.text.split("\n")]


@pytest.mark.parametrize(("texts", "book"), [("handbook", "golden_book"), ("sample_handbook", "sample_book")])
def test_every_word_is_in_the_book_in_reading_order(texts: str, book: str, request: pytest.FixtureRequest) -> None:
    handbook: Handbook = request.getfixturevalue(texts)
    text = words(request.getfixturevalue(book))
    grouped = [
        story
        for value in handbook.values
        for story in sorted(handbook.published, key=lambda story: story.code)
        if story.values[0] == value.id
    ]
    assert len(grouped) == len(handbook.published)
    told = [piece for value in handbook.values for piece in value_words(value)]
    told += [piece for story in grouped for piece in story_words(story)]
    told += [piece for method in handbook.methods if method.uses_texts for piece in method_words(method)]
    in_order(text, told)


@pytest.mark.parametrize("name", ["golden_book", "sample_book"])
def test_the_book_is_a_tagged_a5_in_danish_that_holds_its_fonts(name: str, request: pytest.FixtureRequest) -> None:
    reader = request.getfixturevalue(name)
    assert pdf.is_accessible(reader, "da-DK")
    assert reader.metadata.title in ("Minihåndbogen", "Hverdag i Fjordby")
    assert all(pdf.fonts(reader).values())
    for page in reader.pages:
        for box in (page.mediabox, page.trimbox):
            sides = (float(box.width) / POINTS, float(box.height) / POINTS)
            assert sides == pytest.approx((148, 210), abs=0.1)


@pytest.mark.parametrize("name", ["golden_book", "sample_book"])
def test_every_page_has_words_inside_the_margins_and_a_number(name: str, request: pytest.FixtureRequest) -> None:
    for number, page in enumerate(request.getfixturevalue(name).pages, 1):
        assert words_of(page).strip()
        if number > 2:  # the cover and the imprint
            assert str(number) in re.findall(r"\d+", page.extract_text())

        def inside(text: str, now: Any, matrix: Any, _font: Any, _size: Any) -> None:
            if text.strip():
                assert 38 <= now[0] * matrix[4] + now[2] * matrix[5] + now[4] <= 381, text

        page.extract_text(visitor_text=inside)


@pytest.mark.parametrize("name", ["golden_book", "sample_book"])
def test_contents_and_bookmarks_lead_to_the_page_that_they_name(name: str, request: pytest.FixtureRequest) -> None:
    reader = request.getfixturevalue(name)
    pages, found = destinations(reader), 0
    contents = reader.pages[2]
    text = contents.extract_text().replace("\u00a0", " ")
    for annotation in (one for number, one in all_links(reader) if number == 3):
        title = re.fullmatch(r"\s*“(.*)” side (\d+)", annotation["/Contents"])
        assert title
        assert int(title[2]) == pages[annotation["/Dest"]]
        assert pdf.squeezed(title[1]) in pdf.squeezed(reader.pages[int(title[2]) - 1].extract_text())
        assert re.search(rf"\.\s*{title[2]}\b|{re.escape(title[1])}\s*{title[2]}\b", text)
        found += 1
    stories = sum(1 for label in pages if label.startswith("s-") and "/" not in label)
    assert found >= stories + 3


def test_links_between_texts_lead_inside_the_book_and_else_to_the_public_address(
    handbook: Handbook, golden_book: pypdf.PdfReader
) -> None:
    inside = [one["/Dest"] for _, one in all_links(golden_book) if "/Dest" in one]
    assert {"s-doeren/efter", "s-vinduet", "v-tillid"} <= set(inside)
    text = text_of(with_settings(handbook, site_url=ADDRESS), handbook.values)
    assert text.link("values/tillid.md") == "#v-tillid"
    assert text.link("values/tillid.md#nowhere") == "#v-tillid"
    assert text.link("stories/doeren.md#efter") == "https://hverdag.example/fortaellinger/doeren/#efter"
    assert text.link("https://example.org/") == "https://example.org/"
    assert text_of(handbook, ()).link("stories/doeren.md") == ""


def test_a_book_with_a_public_address_says_so(handbook: Handbook) -> None:
    reader = book_of(with_settings(handbook, site_url=ADDRESS))
    imprint = reader.pages[1].extract_text().replace("\n", "")
    assert "hverdag.example/f/haandbog/" in imprint
    text = words(reader)
    assert pdf.squeezed("hverdag.example/f/f01/") in text
    assert pdf.squeezed("hverdag.example/f/m01/") in text


def test_every_link_leads_to_a_place_in_the_book(golden_book: pypdf.PdfReader) -> None:
    pages = destinations(golden_book)
    for _, one in all_links(golden_book):
        assert one.get("/Dest") in pages or one["/A"]["/URI"].startswith(("http", "mailto:"))


def test_labels_are_apart_where_a_value_a_story_and_a_method_have_the_same_id(handbook: Handbook) -> None:
    value = handbook.values[0].model_copy(update={"path": "values/ens.md"})
    story = handbook.published[0].model_copy(update={"path": "stories/ens.md", "values": ("ens",)})
    method = handbook.methods[0].model_copy(update={"path": "docs/metoder/ens.md"})
    assert len({place(one) for one in (value, story, method)}) == 3
    same = replace(handbook, documents=(value, story, method))
    pages = destinations(book_of(same))
    assert len({pages["v-ens"], pages["s-ens"], pages["m-ens"]}) == 3


def index_of(reader: pypdf.PdfReader) -> str:
    first = destinations(reader)["p-index"]
    return "\n".join(words_of(page) for page in reader.pages[first - 1 :])


def test_the_index_names_the_page_of_every_story(sample_handbook: Handbook, sample_book: pypdf.PdfReader) -> None:
    pages, text = destinations(sample_book), index_of(sample_book)
    flat = pdf.squeezed(text)
    for story in sample_handbook.published:
        page = pages[place(story)]
        told = re.findall(rf"{re.escape(story.heading)}\s*[. ]*\s*(\d+)", text)
        assert told == [str(page)] * len(story.values)
        for theme in (*story.themes, story.workplace):
            after = flat.partition("Efteremne")[2].partition(pdf.squeezed(theme))[2]
            assert str(page) in after[:24]
    first = pages["p-index"]
    places = {one["/Dest"] for number, one in all_links(sample_book) if number >= first}
    assert places == {place(story) for story in sample_handbook.published}


def test_the_index_is_in_danish_order_and_merges_small_and_capital_letters(handbook: Handbook) -> None:
    themes = ("Ærlighed", "ansvar", "Østers", "ål", "Ansvar", "zebra")
    stories = [
        replace_story(handbook, id=f"f{at}", themes=(theme,), title=theme, workplace="")
        for at, theme in enumerate(themes)
    ]
    showing = {story.path: handbook.showing(story) for story in stories}
    by_value, by_theme = indexes(stories, showing, catalogue("da"))
    found = [entry["word"] for entry in by_theme["entries"]]
    assert found == ["ansvar", "zebra", "Ærlighed", "Østers", "ål"]
    assert by_theme["entries"][0]["places"] == ["s-f1", "s-f4"]
    for entry in by_value["entries"]:
        titles = [story["title"] for story in entry["stories"]]
        assert titles == sorted(titles, key=alphabetical)


def replace_story(handbook: Handbook, id: str, **changed: Any) -> Story:
    return handbook.published[0].model_copy(update={"path": f"stories/{id}.md", **changed})


def test_empty_parts_leave_no_empty_chapter(handbook: Handbook) -> None:
    for without in ({Story}, {Method}, {Story, Method}):
        changed = handbook
        for model in without:
            changed = changed.with_documents(model, [])
        reader = book_of(changed)
        pages = destinations(reader)
        assert ("p-stories" in pages) is ("p-index" in pages) is (Story not in without)
        assert ("p-methods" in pages) is (Method not in without)
        assert all(words_of(page).strip() for page in reader.pages)


def many(handbook: Handbook, number: int) -> Handbook:
    stories = [
        replace_story(
            handbook, id=f"f{at}", title=f"Nummer {at}.", code=f"F{at:03}", values=(handbook.values[at % 2].id,)
        )
        for at in range(number)
    ]
    return handbook.with_documents(Story, stories)


def test_volumes_hold_every_story_once_and_say_which_they_are(
    handbook: Handbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PLAN, "MOST_PAGES", 12)
    whole = with_settings(many(handbook, 24), site_url=ADDRESS)
    volumes, paper = book_views(whole), kit_of(planned(whole), {}, "da").paper
    names = [view.printable.name for view in volumes if view.printable]
    assert [view.number for view in volumes] == list(range(1, len(volumes) + 1))
    titles = [book_title(view, paper) for view in volumes]
    assert titles[0] == "Minihåndbogen. Værdier og metoder"
    assert titles[1:3] == ["Minihåndbogen. Tillid, del 1", "Minihåndbogen. Tillid, del 2"]
    assert len(set(titles)) == len(titles) == len(set(names))
    readers = books(whole)
    assert [reader.metadata.title for reader in readers if reader.metadata] == titles
    assert f"Bind 2 af {len(volumes)}" in readers[1].pages[0].extract_text()
    held = [label for reader in readers for label in destinations(reader) if re.fullmatch(r"s-f\d+", label)]
    assert sorted(held) == sorted(f"s-f{at}" for at in range(24))
    first = words(readers[0])
    for title in titles[1:]:
        assert pdf.squeezed(title.partition(". ")[2]) in first
    links = [one["/A"]["/URI"] for _, one in all_links(readers[0]) if "/A" in one]
    assert f"https://hverdag.example/print/{names[1]}.pdf" in links
    for reader, view in zip(readers[1:], volumes[1:], strict=True):
        named = {label["/Dest"] for _, label in all_links(reader) if "/Dest" in label}
        assert {place(story) for story in view.stories} <= named


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(some.integers(0, 4_000), max_size=30), some.integers(8, 60))
def test_no_story_is_lost_or_told_twice_however_thick_the_books(
    handbook: Handbook, lengths: list[int], most: int
) -> None:
    stories = [
        replace_story(handbook, id=f"f{at}", values=(handbook.values[at % 2].id,), body=Body(("ord " * length,)))
        for at, length in enumerate(lengths)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PLAN, "MOST_PAGES", most)
        volumes = book_views(handbook.with_documents(Story, stories))
    held = [story.id for view in volumes for story in view.stories]
    assert sorted(held) == sorted(story.id for story in stories)
    assert len({view.printable.name for view in volumes if view.printable}) == len(volumes)


ENDLESS = "Å" * 300
HOSTILE = '#let x = 1 #panic("x") $x^2$ @ref <label> \\ ``` /* // ] } #"'


def test_hostile_and_endless_texts_are_set_as_they_are(handbook: Handbook) -> None:
    changed = {
        "title": HOSTILE,
        "summary": HOSTILE,
        "workplace": HOSTILE,
        "questions": (HOSTILE, ENDLESS),
        "themes": (HOSTILE, ENDLESS),
        "dilemma": Dilemma.model_construct(question=HOSTILE, options=(HOSTILE, ENDLESS)),
    }
    stories = (replace_story(handbook, "a", **changed), replace_story(handbook, "b", title=ENDLESS, workplace=ENDLESS))
    values = tuple(value.model_copy(update={"promise": HOSTILE, "signs": (HOSTILE,)}) for value in handbook.values)
    methods = tuple(one.model_copy(update={"purpose": HOSTILE, "group": HOSTILE}) for one in handbook.methods)
    told = {"title": ENDLESS, "organisation": HOSTILE, "edition": HOSTILE, "notice": HOSTILE}
    hostile = with_settings(replace(handbook, documents=(*values, *stories, *methods)), **told)
    text = words(book_of(hostile))
    in_order(text, [HOSTILE] * 2 + [HOSTILE] * 8)
    assert text.count("Å" * 300) >= 3


LONG = """
# Første

### Dybere

#### Dybest

| En | Speciallægepraksisplanlægningsstabiliseringsperiode | Tre | Fire |
|---|---|---|---|
| a | b | c | d |

- et

    1. to

Ordet[^1] og ![En dør](doer.png)

## Anden

### Første

[^1]: Noten.
"""


def test_a_story_with_headings_tables_notes_and_pictures_is_set(handbook: Handbook) -> None:
    body, problems = markdown.Converter().convert(LONG, "stories/doeren.md", 1)
    assert problems == []
    story = next(story for story in handbook.published if story.id == "doeren").model_copy(update={"body": body})
    value = handbook.values[0].model_copy(update={"body": body})
    method = handbook.methods[0].model_copy(update={"body": body})
    reader = book_of(replace(handbook, documents=(value, handbook.values[1], story, method)))
    text = words(reader)
    assert text.count(pdf.squeezed("En Speciallægepraksisplanlægningsstabiliseringsperiode Tre Fire")) == 3
    labels = destinations(reader)
    assert {"s-doeren", "v-tillid", "m-kort"} <= set(labels)
    tree = text_of(handbook, (story,)).tree(story)
    places = [node["place"] for node in tree if isinstance(node, dict) and "place" in node]
    assert places == [f"s-doeren/{name}" for name in ("foerste", "dybere", "dybest", "anden", "foerste-2")]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(some.lists(BLOCK, min_size=1, max_size=6))
def test_any_markdown_can_be_in_the_book(handbook: Handbook, blocks: list[str]) -> None:
    body = body_of(blocks)
    if body is None:
        return
    story = replace_story(handbook, "a", body=body)
    book_of(handbook.with_documents(Story, [story]).with_documents(Method, []))


def test_the_story_cache_of_guides_is_not_touched(handbook: Handbook) -> None:
    """A story's links lead inside the book, and on a guide to the public address."""
    story, (book,) = handbook.story_by_id["doeren"], book_views(handbook)
    paper = kit_of(planned(handbook), {}, "da").paper
    before = paper.story(story, handbook.showing(story))
    BookOnPaper(book, paper).data()
    assert paper.story(story, handbook.showing(story)) == before


def test_a_picture_in_a_method_is_in_the_book(good: Publication) -> None:
    Image.new("RGB", (300, 200), "white").save(good.root / "docs/metoder/tegning.png")
    text = (good.root / "docs/metoder/vejen.md").read_text("utf-8")
    good.write("docs/metoder/vejen.md", f"{text}\n![En tegning](tegning.png)\n")
    reader = pdf.read(pdf.printed(good.root, planned(handbook_of(good.root)), "haandbog")["haandbog.pdf"])
    assert "En tegning" not in "".join(pdf.pages(reader))
    (good.root / "docs/metoder/tegning.png").write_bytes(b"nej")
    assert "image-format" in good.rules()


def test_a_book_of_many_short_lines_is_parted_too(sample_handbook: Handbook) -> None:
    lines = Body(tuple(Element("p", (), ("a",)) for _ in range(2_500)))
    story = sample_handbook.published[0]
    stories = [
        story.model_copy(update={"path": f"stories/nr-{at}.md", "code": f"F{at:03}", "body": lines}) for at in range(60)
    ]
    volumes = book_views(sample_handbook.with_documents(Story, stories))
    assert len(volumes) > 60 * 2_500 / 30 / MOST_PAGES / 2
    assert sum(len(view.stories) for view in volumes) == 60
