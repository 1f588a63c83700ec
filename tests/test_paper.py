"""Paper: every PDF of the sample, every element, hostile and odd texts, and what cannot be printed."""

import io
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from PIL import Image

from hverdag.assemble.site import assemble_site
from hverdag.locale import catalogue
from hverdag.model.artifact import Paper, Template
from hverdag.model.chapters import Site
from hverdag.model.problem import Source
from hverdag.model.texts.body import Body, Element
from hverdag.paper.letters import SHOWN, strange
from hverdag.paper.shared import PaperParts
from hverdag.paper.text_tree import PaperText, UnknownElementError
from hverdag.parse import markdown
from hverdag.parse.publication import read_publication
from hverdag.publish.cache.store import cache_folder
from hverdag.publish.pdf import pdfs
from hverdag.render.paper import PaperRenderer, template

from . import paper
from .conftest import ROOT, TODAY, Publication, rendered

DANISH = catalogue("da")
DOEREN = "stories/doeren.md"
VINDUET = "stories/vinduet.md"
TEXT = PaperText(lambda target: target if ":" in target else "", {})
# The text alone, on a page of its own: as small as a paper can be.
BARE = Template(
    (
        *template("house.typ", "page.typ").files,
        ("bare.typ", "#show: house\n#heading(level: 1, data.title)\n#text-of(data.tree)"),
    )
)


def data_of(site: Site, path: str) -> dict[str, Any]:
    return PaperRenderer(PaperParts(site, DANISH)).data(site.guide_by_path[path])


def site_of(publication: Publication, **changed: Any) -> Site:
    handbook, problems = read_publication(publication.root)
    assert problems == []
    handbook = replace(handbook, settings=handbook.settings.model_copy(update=changed))
    return assemble_site(handbook, TODAY)


def guide_pdf(publication: Publication, path: str, **changed: Any) -> "paper.pypdf.PdfReader":
    site = site_of(publication, **changed)
    renderer, guide = PaperRenderer(PaperParts(site, DANISH)), site.guide_by_path[path]
    made, problems = pdfs([renderer.paper(guide, renderer.data(guide))], publication.root, cache_folder())
    assert problems == []
    content = made[0].content
    assert isinstance(content, Path)
    return paper.read(content)


def bare(tree: list[Any], tmp_path: Path) -> tuple[list[str], list[Any]]:
    """Set a text alone, and return the words of each page, and the problems."""
    import json  # noqa: PLC0415

    base = {"labels": {"page": "Side", "of": "af"}, "title": "Prøve", "running": "", "handbook": "", "imprint": ""}
    held = {**base, "organisation": "", "language": "da", "region": "DK", "tree": tree}
    wanted = Paper("x.pdf", BARE, json.dumps(held), Source("stories/x.md", 7))
    made, problems = pdfs([wanted], tmp_path, cache_folder())
    found = [paper.pages(paper.read(artifact.content)) for artifact in made]  # type: ignore[arg-type]
    return (found[0] if found else []), problems


def set_markdown(text: str, tmp_path: Path) -> str:
    body, problems = markdown.Converter().convert(text, "stories/x.md", 1)
    assert problems == []
    found, refused = bare(TEXT.tree(body), tmp_path)
    assert refused == []
    return "\n".join(found)


@pytest.fixture(scope="session")
def sample_pdfs(sample: Path) -> list[Path]:
    return sorted((sample / "print").glob("*/*.pdf"))


def test_every_guide_of_the_sample_is_on_paper(sample_pdfs: list[Path], sample: Path) -> None:
    assert len(sample_pdfs) == 73
    assert len(list((sample / "print").rglob("*.docx"))) == 73


def test_every_pdf_of_the_sample_is_tagged_titled_in_danish_and_holds_its_fonts(sample_pdfs: list[Path]) -> None:
    for path in sample_pdfs:
        reader = paper.read(path)
        assert paper.is_accessible(reader, "da-DK"), path.name
        held = paper.fonts(reader)
        assert held, path.name
        assert all(held.values()), path.name
        for page in reader.pages:
            assert [round(float(side), 1) for side in page.mediabox[2:]] == [595.3, 841.9]


def test_every_word_of_each_story_is_on_its_paper_in_order(sample_pdfs: list[Path]) -> None:
    handbook, _ = read_publication(ROOT)
    for story in handbook.published:
        papers = [path for path in sample_pdfs if path.name.startswith(f"{story.id}-")]
        assert len(papers) >= 5
        for path in papers:
            assert paper.squeezed(story.body.text) in paper.squeezed("".join(_text_alone(paper.read(path)))), path.name


def test_every_kind_of_element_is_on_paper_in_order(good: Publication) -> None:
    reader = guide_pdf(good, "guides/kort/doeren")
    found = paper.squeezed("\n".join(paper.pages(reader)))
    at = 0
    for words in (
        "Første overskrift", "Jeg gik hjem klokken fire", "i tanke om", "{{ 7*7 }} og {% raw %} står", "Efter",
        "Se Vinduet, Tillid og et websted", "en", "to", "tre", "fire", "Et citat", "Tid", "Sted", "16", "Hjem",
        "Ordet1 har en note", "Husk", "Lås døren", "Nøgle", "Noget, der låser op",
        'print("<b>ikke fed</b>")', "Kommunen siger ja. Til sidst kode, en linje til og en blød linje", "Noten selv",
    ):  # fmt: skip
        at = found.index(paper.squeezed(words), at)


def test_a_guide_says_what_a_leader_needs(good: Publication) -> None:
    text = "\n".join(paper.pages(guide_pdf(good, "guides/kort/vinduet")))
    for words in ("Lederens side", "Planen", "14.30", "Faciliteringsguide", "Aktivitet", "Ansvarlig", "Det aftalte vi"):
        assert words in text
    for words in (
        "Det aftalte vi",
        "Hvem",
        "Hvornår",
        "Deltagerark",
        "Hvis det går i stå:",
        "Kode F02-M01",
        "1. udgave",
    ):
        assert words in text


def test_there_is_a_qr_code_only_where_the_handbook_has_an_address(good: Publication) -> None:
    def pictures(reader: "paper.pypdf.PdfReader") -> str:
        return "\n".join(paper.pages(reader))

    without = data_of(site_of(good), "guides/kort/vinduet")
    assert (without["qr"], without["short_address"]) == ("", "")
    known = {"site_url": "https://hverdag.lilleby.example/bog/", "network": "Lillebys netværk"}
    held = data_of(site_of(good, **known), "guides/kort/vinduet")
    assert held["qr"].startswith("<svg")
    text = pictures(guide_pdf(good, "guides/kort/vinduet", **known))
    assert "hverdag.lilleby.example/bog/f/f02-m01/" in text.replace("\n", "")
    assert "Åbner på Lillebys netværk." in text.replace("\n", " ")


LONG_TITLE = " ".join(["Enmegetlangtitel"] * 18)[:300]
BEGIN = "\n---\n\n"
ODD = {
    "a title of 300 letters": (VINDUET, "title: ", f"title: {LONG_TITLE}\n# "),
    "a title of one word": (VINDUET, "title: ", f"title: {'Å' * 300}\n# "),
    "a right-to-left word": (VINDUET, BEGIN, BEGIN + "Hun sagde שלום og مرحبا og gik.\n\n"),
    "a heading level skipped": (VINDUET, BEGIN, BEGIN + "# En\n\n#### To\n\n## Tre\n\n> ##### Fire\n\n"),
    "a list nested ten deep": (
        VINDUET, BEGIN, BEGIN + "".join("    " * at + f"- trin{at}\n" for at in range(10)) + "\n"
    ),
    "a story of 2,000 words": (VINDUET, BEGIN, BEGIN + "Hun gik hen ad gangen og lukkede døren. " * 250 + "\n\n"),
    "a link without words": (VINDUET, BEGIN, BEGIN + "[](https://example.org) og [her](https://example.org)\n\n"),
    "an endless word": (VINDUET, BEGIN, BEGIN + "ø" * 3000 + "\n\n"),
    "odd signs": (VINDUET, BEGIN, BEGIN + "½ kg, 20\u00a0%, non\u2011stop, ☎\ufe0f, 5 × 3 ≠ 16 → nej, e\u0301\n\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_ordinary_and_odd_texts_do_not_stop_paper(good: Publication, name: str) -> None:
    path, old, new = ODD[name]
    text = (good.root / path).read_text("utf-8")
    good.write(path, text.replace(old, new, 1))
    report = good.build()
    assert report.built, report.problems
    reader = paper.read(good.site / "print/kort/vinduet-kort.pdf")
    handbook, _ = read_publication(good.root)
    wanted = paper.squeezed(unicodedata.normalize("NFC", handbook.story_by_id["vinduet"].body.text))
    if "right-to-left" not in name:  # read back letter by letter, such words come out turned around
        assert wanted in paper.squeezed("".join(_text_alone(reader)))
    for page in reader.pages:
        page.extract_text(visitor_text=lambda text, cm, tm, _font, _size: _inside(text, cm, tm))


def _text_alone(reader: "paper.pypdf.PdfReader") -> list[str]:
    """The pages without their heads and feet."""
    return [
        "\n".join(page.split("\n")[1:-1]) if at else page.rpartition("\n")[0]
        for at, page in enumerate(paper.pages(reader))
    ]


def _inside(text: str, page: list[float], matrix: list[float]) -> None:
    """No text begins outside the paper."""
    if text.strip():
        assert 20 <= matrix[4] * page[0] + matrix[5] * page[2] + page[4] <= 575, text


def test_a_story_without_questions_gives_a_good_page(good: Publication) -> None:
    handbook, _ = read_publication(good.root)
    stories = tuple(story.model_copy(update={"questions": (), "dilemma": None}) for story in handbook.stories)
    site = assemble_site(replace(handbook, stories=stories), TODAY)
    renderer = PaperRenderer(PaperParts(site, DANISH))
    papers = [renderer.paper(guide, renderer.data(guide)) for guide in site.guides]
    made, problems = pdfs(papers, good.root, cache_folder())
    assert (len(made), problems) == (6, [])


def test_a_letter_that_no_font_has_is_a_problem_with_its_line(good: Publication) -> None:
    text = (good.root / VINDUET).read_text("utf-8")
    good.write(VINDUET, text + "\nHun smilede 😀 og gik.\n")
    found = [problem for problem in good.problems() if problem.rule == "text-letter"]
    line = len(text.split("\n")) + 1
    assert [(problem.source.line, problem.source.column) for problem in found] == [(line, 13)]
    assert found[0].parameters["code"] == "U+1F600"
    assert not good.build().built


def test_a_letter_written_as_an_entity_is_found_too(good: Publication) -> None:
    good.write(VINDUET, (good.root / VINDUET).read_text("utf-8") + "\nHun smilede &#128512;.\n")
    assert "text-letter" in good.rules()


def test_every_letter_that_is_said_to_be_printed_is(tmp_path: Path) -> None:
    """All 5,600 of them under PDF/UA-1, each in both type families."""
    letters = sorted(SHOWN - {" "})
    chunks = ["a".join(letters[at : at + 50]) for at in range(0, len(letters), 50)]
    _, problems = bare([{"t": "p", "c": [chunk]} for chunk in chunks], tmp_path)
    assert problems == []
    assert strange("æøå ÆØÅ »«–…€½ \n") == ""
    assert strange("a😀b") == "😀"


def picture(form: str, mode: str = "RGB") -> bytes:
    made = io.BytesIO()
    Image.new(mode, (40, 30)).save(made, form)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("doer.png", picture("PNG")),
        ("doer.jpg", picture("JPEG")),
        ("doer.webp", picture("WEBP")),
        ("graa.png", picture("PNG", "I;16")),
        ("tryk.jpg", picture("JPEG", "CMYK")),
        ("omdoebt.png", picture("JPEG")),
    ],
)
def test_a_picture_that_a_browser_shows_is_printed(good: Publication, name: str, content: bytes) -> None:
    (good.root / "stories" / name).write_bytes(content)
    good.change(DOEREN, "image: doer.png", f"image: {name}")
    report = good.build()
    assert report.built, report.problems
    assert paper.is_accessible(paper.read(good.site / "print/kort/doeren-kort.pdf"), "da-DK")


@pytest.mark.parametrize(
    "content", [picture("GIF"), picture("TIFF"), b"", b"ikke et billede", picture("PNG")[:60], b"<svg/>"], ids=range(6)
)
def test_a_picture_that_paper_cannot_hold_is_a_problem_with_its_line(good: Publication, content: bytes) -> None:
    (good.root / "stories/doer.png").write_bytes(content)
    found = [problem for problem in good.problems() if problem.rule == "image-format"]
    assert {problem.source.path for problem in found} == {DOEREN}
    assert (good.root / DOEREN).read_text("utf-8").split("\n")[found[0].source.line - 1].startswith("image:")
    assert not good.build().built


def test_a_picture_cut_short_is_told_before_anything_is_written(good: Publication) -> None:
    """Its first bytes are right, so only the paper finds it."""
    whole = io.BytesIO()
    Image.effect_noise((300, 300), 90).convert("RGB").save(whole, "JPEG")
    (good.root / "stories/hel.jpg").write_bytes(whole.getvalue())
    good.change(DOEREN, "image: doer.png", "image: hel.jpg")
    assert good.build().built
    (good.root / "stories/hel.jpg").write_bytes(whole.getvalue()[:400])
    report = good.build()
    assert not report.built
    assert {problem.rule for problem in report.errors} <= {"paper-text", "image-format"}
    assert {problem.source.path for problem in report.errors} == {DOEREN}


def test_a_broken_template_names_the_template_and_not_the_story(good: Publication) -> None:
    site = site_of(good)
    renderer, guide = PaperRenderer(PaperParts(site, DANISH)), site.guides[0]
    whole = renderer.paper(guide, renderer.data(guide))
    (house, text), *others = whole.template.files
    broken = replace(whole, template=Template(((house, text), ("guide.typ", "\n\n#ukendt()\n" + others[-1][1]))))
    made, problems = pdfs([broken], good.root, cache_folder())
    assert made == []
    assert [(problem.rule, problem.source.path, problem.source.line) for problem in problems] == [
        ("paper-template", "guide.typ", 3)
    ]


def test_an_element_without_a_form_on_paper_is_told_with_the_storys_line(good: Publication) -> None:
    with pytest.raises(UnknownElementError):
        TEXT.tree(Body((Element("video"),)))
    handbook, _ = read_publication(good.root)
    strange_body = Body((Element("video"),), line=24)
    stories = tuple(story.model_copy(update={"body": strange_body}) for story in handbook.stories)
    site = assemble_site(replace(handbook, stories=stories), TODAY)
    parts = PaperParts(site, DANISH)
    for guide in site.guides:
        PaperRenderer(parts).data(guide)
    assert {(problem.rule, problem.source.line) for problem in parts.problems} == {("paper-element", 24)}


def test_every_tag_that_a_text_can_hold_has_a_form_on_paper() -> None:
    for tag in sorted(markdown.TAGS - {"tbody", "thead", "td", "th", "tr", "li", "dt", "dd"}):
        list(TEXT.tree(Body((Element(tag, (), ("x",)),))))


def test_what_a_text_says_is_never_code(tmp_path: Path) -> None:
    evil = 'Se #let x = 1 #panic("x") $ x^2 $ @ref `#raw` \\ _a_ *b* // c /* d */ ~ --- "'
    found = set_markdown(evil.replace("_a_ *b*", "a b").replace("`#raw`", "raw"), tmp_path)
    assert "Se #let x = 1 #panic" in found.replace("\n", " ")


def test_a_broken_file_in_the_cache_is_made_again(good: Publication, tmp_path: Path) -> None:
    """In a cache of its own: what is broken in the shared one, the tests beside this meet."""
    cache = tmp_path / "cache"
    site = site_of(good)
    renderer, guide = PaperRenderer(PaperParts(site, DANISH)), site.guides[0]
    (made,), _ = pdfs([renderer.paper(guide, renderer.data(guide))], good.root, cache)
    assert isinstance(made.content, Path)
    made.content.write_bytes(b"")
    (again,), problems = pdfs([renderer.paper(guide, renderer.data(guide))], good.root, cache)
    assert problems == []
    assert isinstance(again.content, Path)
    assert again.content.read_bytes()[:4] == b"%PDF"


def test_a_cache_that_cannot_be_written_stops_nothing(good: Publication, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("en fil", encoding="utf-8")
    site = site_of(good)
    renderer, guide = PaperRenderer(PaperParts(site, DANISH)), site.guides[0]
    with pytest.raises(OSError, match="cache"):
        (tmp_path / "cache" / "x").mkdir(parents=True)
    (made,), problems = pdfs([renderer.paper(guide, renderer.data(guide))], good.root, tmp_path / "cache")
    assert problems == []
    assert isinstance(made.content, bytes)


def test_a_changed_picture_is_printed_anew(good: Publication) -> None:
    before = data_of(site_of(good), "guides/kort/doeren")
    (good.root / "stories/doer.png").write_bytes(picture("PNG"))
    assert data_of(site_of(good), "guides/kort/doeren") != before


HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
WORD = some.text(some.sampled_from("abcdefghijklmnoprstuvyæøå"), min_size=2, max_size=12)
LINE = some.lists(WORD, min_size=1, max_size=12).map(" ".join)
MARKED = some.tuples(some.sampled_from(["*{}*", "**{}**", "`{}`", "[{}](https://example.org)", "{}"]), LINE).map(
    lambda pair: pair[0].format(pair[1])
)
PARAGRAPH = some.lists(MARKED, min_size=1, max_size=4).map(" ".join)


def _items(marker: str) -> Any:
    return some.lists(some.tuples(some.integers(0, 3), MARKED), min_size=1, max_size=6).map(
        lambda items: "\n".join("    " * min(depth, at) + f"{marker} {text}" for at, (depth, text) in enumerate(items))
    )


BLOCK = some.one_of(
    PARAGRAPH,
    some.tuples(some.integers(1, 6), LINE).map(lambda pair: f"{'#' * pair[0]} {pair[1]}"),
    _items("-"),
    _items("1."),
    PARAGRAPH.map(lambda text: f"> {text}"),
    some.lists(some.tuples(WORD, WORD), min_size=1, max_size=4).map(
        lambda rows: "\n".join(["| aa | bb |", "|:--|--:|", *(f"| {one} | {other} |" for one, other in rows)])
    ),
    some.tuples(LINE, PARAGRAPH).map(lambda pair: f"{pair[0]}\n:   {pair[1]}"),
    some.tuples(LINE, PARAGRAPH).map(lambda pair: f'!!! note "{pair[0]}"\n    {pair[1]}'),
    LINE.map(lambda text: f"```\n{text}\n```"),
    some.just("---"),
    some.text(max_size=60).filter(lambda text: not strange(text) and "<" not in text and "&" not in text),
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(some.lists(BLOCK, min_size=1, max_size=8))
def test_no_word_of_any_markdown_is_lost_on_paper(tmp_path: Path, blocks: list[str]) -> None:
    body, problems = markdown.Converter().convert("\n\n".join(blocks), "stories/x.md", 1)
    empty = [one for one in body.elements() if one.tag in HEADINGS and not Body((one,)).text.strip("\u00a0\u200b ")]
    if problems or empty:  # refused as it is, with a line of its own
        return
    assert not strange(body.text)
    found, refused = bare(TEXT.tree(body), tmp_path)
    assert refused == []
    assert _latin(body.text) in _latin("\n".join(found))


_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzæøABCDEFGHIJKLMNOPQRSTUVWXYZÆØ")


def _latin(text: str) -> str:
    """Latin letters alone: numbers of lists come between, and other scripts are turned around when they are read."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if letter in _LATIN)


def test_the_cache_is_not_asked_twice_for_one_fault(good: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    """A story is on many papers, and its fault is told once."""
    monkeypatch.setattr("hverdag.check.rules.text_letter.strange", lambda _: "")
    good.write(VINDUET, (good.root / VINDUET).read_text("utf-8") + "\nHun smilede 😀.\n")
    report = rendered(good.root, TODAY)
    found = [problem for problem in report.problems if problem.rule == "paper-text"]
    assert len(found) == 1
    assert found[0].source.path == VINDUET
