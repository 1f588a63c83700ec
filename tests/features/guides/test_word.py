"""A guide as a Word file: it says what the PDF says, and Word can work with it."""

import io
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table
from docx.text.paragraph import Paragraph
from PIL import Image

from hverdag.docx import styles
from hverdag.features.guides.paper import GuideOnPaper
from hverdag.features.guides.word import word
from hverdag.paper.text_tree import UnknownElementError
from tests.conftest import ROOT
from tests.guide_order import slip_in_order
from tests.guide_papers import guide_kit, guide_views, plan_of
from tests.word_guides import DILEMMA, VALUE, item, made, ol, p, part, step, styles_of, styles_used, ul


def no_pictures(path: str) -> bytes:
    raise AssertionError(path)


def opened(data: dict[str, Any], pictures: Callable[[str], bytes] = no_pictures) -> Document:
    document = docx.Document(io.BytesIO(word(data, pictures)))
    assert styles_used(document) <= styles_of(document), "Word shows what it has no style for as plain text"
    return document


def read(document: Document) -> str:
    """Every word in reading order, a line for each paragraph."""
    lines = (Paragraph(found, document._body) for found in document.element.body.iter(qn("w:p")))
    return "\n".join(line.text for line in lines)


def all_paragraphs(document: Document) -> list[Paragraph]:
    return [Paragraph(found, document._body) for found in document.element.body.iter(qn("w:p"))]


def story_of(*tree: Any, pictures: Callable[[str], bytes] = no_pictures) -> list[Paragraph]:
    """The paragraphs that a story's text becomes."""
    found = all_paragraphs(opened(made([*tree]), pictures))
    texts = [line.text for line in found]
    return found[texts.index("Tillid") + 1 : texts.index("[made_up]")]


def list_of(line: Paragraph) -> tuple[int, int]:
    """The list and the level that a paragraph itself says it stands in."""
    numbering: Any = line._p.pPr.numPr if line._p.pPr is not None else None
    return numbering.numId.val, numbering.ilvl.val


def begins_at(line: Paragraph) -> tuple[int, int]:
    """The level and number that a paragraph's list begins at."""
    numbers = line.part.numbering_part.element  # type: ignore[attr-defined]
    own = numbers.num_having_numId(list_of(line)[0])
    override = own.find(qn("w:lvlOverride"))
    return int(override.get(qn("w:ilvl"))), int(override[0].get(qn("w:val")))


def style(line: Paragraph) -> str:
    return str(line.style.name) if line.style else ""


def flag(element: Any, name: str) -> bool:
    return element.find(f".//{qn(name)}") is not None


# The sample publication.


@pytest.fixture(scope="module")
def guides() -> list[Any]:
    """What stands on one guide of each method."""
    plan = plan_of(ROOT)
    one_of_each = {view.guide.method.id: view for view in guide_views(plan).values()}
    on_paper = GuideOnPaper(guide_kit(plan).paper)
    return [on_paper.data(view) for view in one_of_each.values()]


def strings(tree: Any) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for name in ("head", "rows", "c"):
            yield from strings(tree.get(name, ()))
    else:
        for one in tree:
            yield from strings(one)


def told_in(held: dict[str, Any]) -> Iterator[str]:
    """What a step says, in the order of the PDF."""
    yield from (held["guidance"], *held["say"], *held["points"], held["tells"], *held["questions"])
    yield from (held["stalls"], held["moved"])


def told(data: dict[str, Any]) -> Iterator[str]:
    """What a guide says, in the order of the PDF."""
    guide, say = data["guide"], data["labels"]
    yield from (say["leaders_page"], guide["title"], guide["purpose"], data["short_address"], guide["time"])
    yield from (guide["group"], *guide["materials"], guide["precondition"], guide["warning"], say["date"], say["place"])
    for held in guide["before"]:
        yield from (held["name"], *told_in(held))
    yield from (say["plan"], say["clock"], say["step"], say["guidance"], say["activity"], say["responsible"])
    for held in guide["steps"]:
        yield from (held["when"], held["name"], *told_in(held), held["activity"], held["responsible"])
    yield from (say["agreed"], say["what"], say["who"], say["by_when"], say["again"])
    yield from slip_in_order(data["slip"])
    yield say["sheet"]
    for story in data["stories"]:
        yield from (story["title"], story["lead"], *(value["name"] for value in story["values"]))
        yield from strings(story["tree"])
        yield from (say["because"], story["because"]) if story["because"] else ()
        yield say["made_up"] if story["made_up"] else ""
    for story in data["more"]:
        yield from (story["title"], story["summary"])
    for held in data["sheet"]:
        dilemma = held["dilemma"] or {"question": "", "options": []}
        yield from (held["name"], dilemma["question"], *dilemma["options"], *held["questions"])
    for card in data["cards"]:
        yield from (card["name"], card["promise"], card["code"])


def assert_said(text: str, words: Iterable[str]) -> None:
    at = 0
    for said in words:
        found = text.find(said.strip(), at)
        assert found >= 0, f"{said!r} does not come after {text[max(0, at - 80) : at]!r}"
        at = found + len(said.strip())


def test_every_word_of_the_sample_guides_stands_in_order(guides: list[Any]) -> None:
    assert len(guides) > 4
    for data in guides:
        document = opened(data, lambda path: (ROOT / path).read_bytes())
        assert_said(read(document), told(data))


def test_every_word_of_a_story_stands_in_order() -> None:
    tree = [
        p("Et ", {"t": "em", "c": ["to ", {"t": "strong", "c": ["tre"]}]}, {"t": "sup", "c": ["1"]}),
        {"t": "heading", "level": 2, "c": ["Fire"]},
        {"t": "blockquote", "c": [p("Fem"), ul(item(p("Seks"), {"t": "strong-line", "c": ["Syv"]}))]},
        ul({"c": ["Otte"], "box": "☑"}, {"c": [p("Ni")], "box": "☐"}),
        {"t": "table", "columns": 1, "align": [""], "head": [item("Ti")], "rows": [[item("Elleve")]]},
        {"t": "aside", "c": [p("Tolv"), ol(item("Tretten", ul(item("Fjorten"))))]},
        {"t": "aside", "c": [p("Femten")]},
        {"t": "pre", "c": ["Seksten"]},
        "Sytten",
        {"t": "hr"},
        {"t": "notes", "c": [item(p("Atten")), item("Nitten")]},
    ]
    data = made(tree)
    assert_said(read(opened(data)), told(data))


# The file.


def test_headings_are_real_and_the_sheet_begins_a_page() -> None:
    tree = [{"t": "heading", "level": level, "c": [f"Trin {level}"]} for level in range(2, 7)]
    document = opened(made(tree, sheet=[part(questions=["Hvorfor?"])]))
    named = [(style(line), line.text) for line in document.paragraphs]
    found = [(name, text) for name, text in named if name.startswith("Heading")]
    assert found == [
        ("Heading 1", "Samtale: Nøglen"),
        ("Heading 2", "[plan]"),
        ("Heading 2", "[agreed]"),
        ("Heading 1", "Nøglen"),
        *((f"Heading {level}", f"Trin {level}") for level in range(2, 7)),
        ("Heading 2", "Tal sammen"),
    ]
    begun = [line.text for line in document.paragraphs if line.paragraph_format.page_break_before]
    assert begun == ["[sheet]"]


def test_an_empty_sheet_has_its_heading() -> None:
    document = opened(made(stories=[]))
    last = document.paragraphs[-1]
    assert (style(last), last.text) == ("Heading 1", "[sheet]")
    assert last.paragraph_format.page_break_before


def test_the_plan_repeats_its_head_and_keeps_its_rows_whole() -> None:
    steps = [step(), step(tall=True), step(stop=True, stop_number=1)]
    plan, _ = opened(made(guide={"steps": steps, "short": 2})).tables
    assert [flag(row._tr, "w:tblHeader") for row in plan.rows] == [True, False, False, False]
    assert [flag(row._tr, "w:cantSplit") for row in plan.rows] == [True, True, False, True]
    assert [cell.text for cell in plan.rows[1].cells] == [
        "4 [min]\n0–4\n[short]:\n2 [min]",
        "Læs højt",
        "Læs roligt.",
        "Højtlæsning",
        "En af jer",
    ]
    assert [run.bold for run in plan.rows[3].cells[1].paragraphs[0].runs] == [True]
    assert plan.rows[3].cells[1].text == "STOP 1\nLæs højt"


def test_every_table_says_what_it_holds_and_the_facts_are_no_table(guides: list[Any]) -> None:
    for data in guides:
        document = opened(data, lambda path: (ROOT / path).read_bytes())
        captions = [held.get(qn("w:val")) for held in document.element.body.iter(qn("w:tblCaption"))]
        assert len(captions) == len(document.tables)
        assert captions[:2] == ["Planen trin for trin", "Hvem gør hvad, og hvornår"]
        blanks = next(line for line in document.paragraphs if line.text.startswith("Dato:"))
        ends = [stop for stop in blanks.paragraph_format.tab_stops if stop.leader is WD_TAB_LEADER.LINES]
        assert len(ends) == 3
        assert blanks.text.count("\t") == 5


def test_there_is_room_to_write_what_was_agreed() -> None:
    document = opened(made())
    agreed = document.tables[-1]
    assert flag(agreed.rows[0]._tr, "w:tblHeader")
    assert [[cell.text for cell in row.cells] for row in agreed.rows][1:] == [["", "", ""]] * 3
    assert all(flag(row._tr, "w:cantSplit") for row in agreed.rows)
    kept = [cell.paragraphs[0].paragraph_format.keep_with_next for row in agreed.rows for cell in row.cells]
    assert all(kept)
    (again,) = (line for line in document.paragraphs if made()["labels"]["again"] in line.text)
    assert again.text.endswith("\t")


def test_the_page_is_a4_and_says_where_it_is_from() -> None:
    section = opened(made()).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert {round(side.mm) for side in (section.left_margin, section.right_margin, section.top_margin) if side} == {13}
    assert section.header.paragraphs[0].text == "Samtale: Nøglen\tHverdag"
    assert section.first_page_header.paragraphs[0].text == "\tHverdag"
    for foot in (section.footer, section.first_page_footer):
        fields = [field.get(qn("w:instr")) for field in foot._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
        assert foot.paragraphs[0].text.startswith("1. udgave · /f/f01-m01/\t[page] ")


def parts_of(file: bytes) -> dict[str, str]:
    with ZipFile(io.BytesIO(file)) as held:
        return {name: held.read(name).decode() for name in held.namelist()}


def test_the_language_is_the_guides_own() -> None:
    held = parts_of(word(made(), no_pictures))
    assert '<w:lang w:val="da-DK"' in held["word/styles.xml"]
    assert not [name for name, text in held.items() if "en-US" in text]
    english = parts_of(word(made(language="en", region="GB"), no_pictures))
    assert '<w:lang w:val="en-GB"' in english["word/styles.xml"]


def test_properties_tell_of_the_guide_and_of_nothing_else() -> None:
    file = word(made(), no_pictures)
    about = docx.Document(io.BytesIO(file)).core_properties
    assert (about.title, about.author, about.language) == ("Samtale: Nøglen", "Fjordby Kommune", "da-DK")
    assert (about.comments, about.keywords, about.last_printed) == ("", "", None)
    assert about.created is not None
    assert about.modified is not None
    assert {about.created.date(), about.modified.date()} == {date(2000, 1, 1)}
    assert not [name for name, text in parts_of(file).items() if "python-docx" in text]


def test_the_same_guide_is_the_same_bytes_on_another_day(monkeypatch: pytest.MonkeyPatch) -> None:
    data = made([ol(item("a")), p({"t": "a", "href": "https://a.example/", "c": ["b"]})])
    first = word(data, no_pictures)
    styles._base.cache_clear()
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert word(data, no_pictures) == first
    with ZipFile(io.BytesIO(first)) as held:
        assert {entry.date_time for entry in held.infolist()} == {(2000, 1, 1, 0, 0, 0)}


def test_nothing_depends_on_colour() -> None:
    held = parts_of(word(made([{"t": "aside", "c": [p("x")]}], cards=[VALUE]), no_pictures))
    for name in ("word/document.xml", "word/styles.xml", "word/numbering.xml"):
        assert not re.search(r"<w:(shd|color|highlight)\b", held[name])
        assert set(re.findall(r'w:color="(\w+)"', held[name])) <= {"auto"}


# In the order of Word's schema; Word calls a file damaged that has another.
PROPERTIES = [
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "tabs", "suppressAutoHyphens"),
    *("spacing", "ind", "jc", "outlineLvl"),
]


def test_elements_stand_in_the_order_that_word_wants() -> None:
    tree = [ul(item("a", ol(item(p("b"), p("c"))))), {"t": "strong-line", "c": ["d"]}, {"t": "aside", "c": [p("e")]}]
    data = made(tree, {"choices": True}, sheet=[part(dilemma=DILEMMA, questions=["f", "g"], lines_each=2, lines=4)])
    document = opened(data)
    for root in (document.element, document.styles.element):
        for held in root.iter(qn("w:pPr")):
            places = [PROPERTIES.index(child.tag.rpartition("}")[2]) for child in held]
            assert places == sorted(places)


def test_a_title_of_300_letters_is_whole_on_the_page() -> None:
    title = ("ord " * 75).strip()
    document = opened(made(guide={"title": title}, title=title))
    assert document.paragraphs[1].text == title
    assert document.core_properties.title == title[:255]


def test_an_endless_word_comes_out_whole() -> None:
    word_with_break = "Speciallæge\u200bpraksis"
    (line,) = story_of(p(word_with_break))
    assert line.text == "Speciallægepraksis"


@pytest.mark.parametrize(("qr", "said"), [("<svg/>", ["a.example/f", "Åbner på nettet."]), ("", ["a.example/f"])])
def test_the_short_address_stands_without_the_picture_of_it(qr: str, said: list[str]) -> None:
    document = opened(made(qr=qr, short_address="a.example/f"))
    assert [line.text for line in document.paragraphs[3 : 3 + len(said)]] == said
    assert document.paragraphs[3 + len(said)].text.startswith("[time]: 4 minutter")
    assert not document.inline_shapes


# The text of a story.


def test_letters_look_as_they_should() -> None:
    leaning = {"t": "em", "c": ["b", {"t": "strong", "c": ["c"]}]}
    (line,) = story_of(p("a", leaning, {"t": "sup", "c": ["1"]}, {"t": "code", "c": ["d"]}))
    assert [(run.text, run.italic, run.bold, run.font.superscript) for run in line.runs] == [
        ("a", None, None, None),
        ("b", True, None, None),
        ("c", True, True, None),
        ("1", None, None, True),
        ("d", None, None, None),
    ]
    assert line.runs[-1].style.name == "HTML Code"


def test_white_space_is_as_a_browser_shows_it() -> None:
    (line,) = story_of(p(" a ", {"t": "em", "c": [" b "]}, {"t": "br"}, " c ", {"t": "code", "c": ["d  e\nf"]}, " g"))
    assert line.text == "a b \nc d  e f g"


def test_code_keeps_its_lines_and_spaces() -> None:
    (line,) = story_of({"t": "pre", "c": ["if x:\n    y  z\n\tw"]})
    assert line.text == "if x:\n    y  z\n\tw"
    assert style(line) == "HTML Preformatted"


def test_a_list_in_a_list_is_a_level_deeper() -> None:
    deep = ul(item("a", ul(item("b", ul(item("c", ul(item("d"))))), item(p("e"), p("f")))))
    found = story_of(deep)
    assert [(line.text, style(line)) for line in found] == [
        ("a", "List Bullet"),
        ("b", "List Bullet 2"),
        ("c", "List Bullet 3"),
        ("d", "List Bullet 3"),
        ("e", "List Bullet 2"),
        ("f", "List Continue"),
    ]
    assert list_of(found[3]) == (styles.BULLETS, 3)
    assert found[5].paragraph_format.left_indent is not None


def test_a_list_that_begins_with_a_list_has_its_own_mark() -> None:
    assert [(line.text, style(line)) for line in story_of(ul(item(ul(item("a")))))] == [
        ("", "List Bullet"),
        ("a", "List Bullet 2"),
    ]


def test_every_numbered_list_begins_at_its_own_number() -> None:
    found = story_of(ol(item("a"), item("b", ol(item("c"), start=4))), ol(item("d"), start=7))
    lines = {line.text: line for line in found}
    begun = {name: begins_at(line) for name, line in lines.items()}
    assert begun == {"a": (0, 1), "b": (0, 1), "c": (1, 4), "d": (0, 7)}
    assert list_of(lines["a"]) == list_of(lines["b"])
    assert len({list_of(line)[0] for line in lines.values()}) == 3


def test_a_number_that_word_cannot_count_to_is_text() -> None:
    assert [line.text for line in story_of(ol(item("a"), item(p("b"), p("c")), start=99_999))] == [
        "99999. a",
        "100000. b",
        "c",
    ]


def table_of(*tree: Any) -> Table:
    return next(table for table in opened(made([*tree])).tables if table.rows[0].cells[0].text == "Venstre")


def test_a_table_has_a_head_and_sides() -> None:
    head = [item("Venstre"), item("Midt"), item("Højre")]
    rows = [[item("a", {"t": "br"}, "b"), item(), item(p("c"))]]
    found = table_of({"t": "table", "columns": 3, "align": ["", "center", "right"], "head": head, "rows": rows})
    assert [cell.text for cell in found.rows[0].cells] == ["Venstre", "Midt", "Højre"]
    assert [cell.text for cell in found.rows[1].cells] == ["a\nb", "", "c"]
    assert flag(found.rows[0]._tr, "w:tblHeader")
    assert not flag(found.rows[1]._tr, "w:tblHeader")
    assert [cell.paragraphs[0].runs[0].bold for cell in found.rows[0].cells] == [True] * 3
    sides = [cell.paragraphs[0].alignment for cell in found.rows[0].cells]
    assert sides == [None, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT]


def test_a_table_wider_than_word_holds_is_lines() -> None:
    head, row = [item(f"h{at}") for at in range(64)], [item(f"r{at}") for at in range(64)]
    found = story_of({"t": "table", "columns": 64, "align": [""] * 64, "head": head, "rows": [row]})
    assert [line.text[:10] for line in found] == ["h0 | h1 | ", "r0 | r1 | "]


def test_tables_that_follow_one_another_stay_two() -> None:
    body = opened(made([{"t": "aside", "c": [p("a")]}, {"t": "aside", "c": [p("b")]}])).element.body
    tags = [child.tag for child in body]
    assert not [at for at, tag in enumerate(tags) if tag == qn("w:tbl") and tags[at + 1] == qn("w:tbl")]
    assert all(cell[-1].tag == qn("w:p") for cell in body.iter(qn("w:tc")))


def test_a_link_leads_somewhere_only_where_there_is_an_address() -> None:
    tree = p({"t": "a", "href": "https://a.example/b", "c": ["her"]}, {"t": "a", "href": "", "c": [" og her"]})
    (line,) = story_of(tree)
    assert [(link.text, link.address) for link in line.hyperlinks] == [("her", "https://a.example/b")]
    assert line.text == "her og her"


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("https://a.example/b c?d=[1]%zz", "https://a.example/b%20c?d=%5B1%5D%25zz"),
        ("https://a.example/%C3%A6/ø#å", "https://a.example/%C3%A6/ø#å"),
        ("https://a.example:port/", None),
        ("http:///x", None),
        ("http://[x", None),
        ("https://a.example/" + "x" * 2100, None),
    ],
)
def test_an_address_that_would_damage_the_file_is_mended_or_left_out(href: str, target: str | None) -> None:
    (line,) = story_of(p({"t": "a", "href": href, "c": ["her"]}))
    assert line.text == "her"
    assert [link.address for link in line.hyperlinks] == ([target] if target else [])
    assert [run.style.name for run in line.runs] == ([] if target else ["Default Paragraph Font"])


def test_footnotes_are_numbered_under_a_rule() -> None:
    rule, first, second = story_of({"t": "notes", "c": [item(p("Et.")), item("To.")]})
    assert [style(line) for line in (rule, first, second)] == ["Notes Rule", "Note Text", "Note Text"]
    assert (first.text, second.text) == ("Et.", "To.")
    assert list_of(first) == list_of(second)


def drawn(form: str, width: int = 900, **more: Any) -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (width, 300), "white").save(kept, form, **more)
    return kept.getvalue()


def img(path: str = "stories/x.png", alt: str = "En nøgle") -> dict[str, Any]:
    return {"t": "img", "src": "/1.png", "path": path, "alt": alt, "form": "png", "width": 900, "height": 300}


@pytest.mark.parametrize(("form", "kind"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("WEBP", "image/png")])
def test_a_picture_has_its_words_and_fits(form: str, kind: str) -> None:
    asked: list[str] = []

    def pictures(path: str) -> bytes:
        asked.append(path)
        return drawn(form)

    document = opened(made([p(img()), img(alt="To nøgler")]), pictures)
    assert asked == ["stories/x.png", "stories/x.png"]
    assert [shape.width for shape in document.inline_shapes] == [Mm(120)] * 2
    assert [round(shape.height.mm) for shape in document.inline_shapes] == [40, 40]
    about = list(document.element.body.iter(qn("wp:docPr")))
    assert [held.get("descr") for held in about] == ["En nøgle", "To nøgler"]
    assert len({held.get("id") for held in about}) == 2
    kinds = {part.content_type for part in document.part.package.iter_parts() if "image" in part.content_type}
    assert kinds == {kind}


def test_a_small_picture_is_not_made_larger() -> None:
    document = opened(made([img()]), lambda _: drawn("PNG", 96))
    assert round(document.inline_shapes[0].width.mm, 1) == 25.4


VIDEO = {"t": "video", "c": []}


@pytest.mark.parametrize("tree", [VIDEO, p(VIDEO), ul(item(p(VIDEO))), {"t": "aside", "c": [VIDEO]}])
def test_a_tag_without_a_rendering_is_told(tree: dict[str, Any]) -> None:
    with pytest.raises(UnknownElementError, match="video"):
        word(made([tree]), no_pictures)


# The sheet.


def test_questions_have_lines_to_write_on() -> None:
    document = opened(made(sheet=[part(questions=["a", "b"], lines_each=2, lines=4, stop=True, stop_number=2)]))
    texts = [line.text for line in document.paragraphs]
    found = document.paragraphs[texts.index("Tal sammen") :]
    assert [(line.text, style(line)) for line in found] == [
        ("Tal sammen", "Heading 2"),
        ("STOP 2", "Normal"),
        ("a", "List Number"),
        ("", "Note Line"),
        ("", "Last Note Line"),
        ("b", "List Number"),
        ("", "Note Line"),
        ("", "Last Note Line"),
    ]
    assert list_of(found[2]) == list_of(found[5])
    assert [line.paragraph_format.keep_with_next for line in found] == [True] * 7 + [None]


def test_many_lines_may_stand_on_two_pages() -> None:
    document = opened(made(sheet=[part(questions=["a"], lines_each=40, breakable=True)]))
    heading = next(line for line in document.paragraphs if line.text == "Tal sammen")
    assert heading._p.pPr is not None
    assert not flag(heading._p.pPr, "w:keepNext")


def test_a_dilemma_is_chosen_in_a_table_where_the_method_asks_for_it() -> None:
    document = opened(made(guide={"choices": True}, sheet=[part(dilemma=DILEMMA)]))
    found = document.tables[-1]
    assert [[cell.text for cell in row.cells] for row in found.rows] == [
        ["", "[option]", "[first_choice]", "[second_choice]"],
        ["A", "Bliver", "☐", "☐"],
        ["B", "Går", "☐", "☐"],
        ["C", "Ringer", "☐", "☐"],
    ]
    assert flag(found.rows[0]._tr, "w:tblHeader")


def test_another_dilemma_is_a_list_of_letters() -> None:
    document = opened(made(sheet=[part(dilemma=DILEMMA)]))
    options = [line for line in document.paragraphs if line.text in DILEMMA["options"]]
    numbers: Any = document.part.numbering_part.element
    kind = numbers.num_having_numId(list_of(options[0])[0]).abstractNumId.val
    assert len(options) == 3
    assert kind == styles.LETTERS


def test_cards_stand_two_and_two() -> None:
    document = opened(made(cards=[VALUE, VALUE | {"name": "Mod"}, VALUE | {"name": "Omhu"}]))
    cards = document.tables[-1]
    names = [[cell.paragraphs[0].text for cell in row.cells] for row in cards.rows]
    assert names == [["Tillid", "Mod"], ["Omhu", ""]]
    assert all(flag(row._tr, "w:cantSplit") for row in cards.rows)
    heading = next(line for line in document.paragraphs if line.text == "[cards]")
    assert heading.paragraph_format.page_break_before


def test_more_cards_than_a_page_holds_are_in_tables_of_a_page_each() -> None:
    document = opened(made(cards=[VALUE] * 12, questions=[f"Hvad nu, {number}?" for number in range(9)]))
    assert [len(table.rows) for table in document.tables[-4:]] == [4, 2, 4, 1]


def test_what_comes_before_and_warns_and_names_more_is_told() -> None:
    more = [{"title": "Knagen", "summary": "Om en knage."}]
    before = step(name="Forbered", say=["Hej.", "Kom ind."], points=["Et"], tells="Kort.", stalls="Vent.", notes=2)
    data = made(guide={"before": [before], "warning": "Læs selv.", "precondition": "Ro", "start": "9.00"}, more=more)
    text = read(opened(data))
    assert_said(text, told(data))
    assert "Forbered (4 [min], En af jer)" in text
    assert "[open]Hej.[close] [open]Kom ind.[close]" in text
    assert "[begins] 9.00" in text
    assert "Knagen. Om en knage." in text


def test_a_file_can_be_kept_and_opened_again(tmp_path: Path) -> None:
    opened(made([ol(item("a"))])).save(str(tmp_path / "igen.docx"))
    assert "Nøglen" in read(docx.Document(str(tmp_path / "igen.docx")))
