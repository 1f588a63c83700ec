"""Guides as PDFs: those of the sample, every element, odd texts and pictures, and what cannot be printed."""

import io
import unicodedata
from pathlib import Path

import pytest
from PIL import Image

from hverdag.features.guides.paper import GuideOnPaper
from hverdag.model.texts.body import Body, Element
from hverdag.model.texts.story import Story
from hverdag.paper.text_tree import PaperText, UnknownElementError
from hverdag.publish.cache.store import cache_folder
from hverdag.publish.pdf import pdfs
from tests import pdf
from tests.conftest import GOLDEN, ROOT, TODAY, Publication, planned, rendered
from tests.guide_papers import (
    DOEREN,
    VINDUET,
    guide_data,
    guide_kit,
    guide_papers,
    guide_pdf,
    guide_views,
    picture,
    plan_of,
    text_alone,
)
from tests.handbooks import handbook_of


@pytest.fixture(scope="session")
def sample_pdfs(sample: Path) -> list[Path]:
    return sorted((sample / "print").glob("*/*.pdf"))


def test_every_guide_of_the_sample_is_on_paper(sample_pdfs: list[Path], sample: Path) -> None:
    of_guides = guide_views(plan_of(ROOT))
    assert len(of_guides) > 100
    assert len(sample_pdfs) == len(of_guides)
    assert {path.stem for path in (sample / "print").glob("*/*.docx")} == {path.stem for path in sample_pdfs}


def test_every_pdf_of_the_sample_is_tagged_titled_in_danish_and_holds_its_fonts(sample_pdfs: list[Path]) -> None:
    for path in sample_pdfs:
        reader = pdf.read(path)
        assert pdf.is_accessible(reader, "da-DK"), path.name
        held = pdf.fonts(reader)
        assert held, path.name
        assert all(held.values()), path.name
        for page in reader.pages:
            assert [round(float(side), 1) for side in page.mediabox[2:]] == [595.3, 841.9]


@pytest.mark.slow
def test_every_word_of_each_story_is_on_its_paper_in_order(sample_pdfs: list[Path]) -> None:
    handbook = handbook_of(ROOT)
    for story in handbook.published:
        papers = [path for path in sample_pdfs if path.name.startswith(f"{story.id}-")]
        assert len(papers) >= 5
        for path in papers:
            assert pdf.squeezed(story.body.text) in pdf.squeezed("".join(text_alone(pdf.read(path)))), path.name


def test_every_kind_of_element_is_on_paper_in_order() -> None:
    reader = guide_pdf(GOLDEN / "good", "guides/kort/doeren")
    found = pdf.squeezed("\n".join(pdf.pages(reader)))
    at = 0
    for words in (
        "Første overskrift", "Jeg gik hjem klokken fire", "i tanke om", "{{ 7*7 }} og {% raw %} står", "Efter",
        "Se Vinduet, Tillid og et websted", "en", "to", "tre", "fire", "Et citat", "Tid", "Sted", "16", "Hjem",
        "Ordet1 har en note", "Bemærk", "Lås døren", "Lås", "Sluk", "Det var i går i dag, H2O, m2, Enter, husk og småt",
        "Mere om døren", "Den binder",
        'print("<b>ikke fed</b>")', "Kommunen siger ja. Til sidst kode, en linje til og en blød linje", "Noten selv",
    ):  # fmt: skip
        at = found.index(pdf.squeezed(words), at)


def test_a_guide_says_what_a_leader_needs() -> None:
    text = "\n".join(pdf.pages(guide_pdf(GOLDEN / "good", "guides/kort/vinduet")))
    for words in ("Lederens side", "Planen", "14.30", "Faciliteringsguide", "Aktivitet", "Ansvarlig", "Det aftalte vi"):
        assert words in text
    for words in (
        "Det aftalte vi",
        "Vi ser på aftalen igen den",
        "Hvem",
        "Hvornår",
        "Deltagerark",
        "Hvis det går i stå:",
        "Kode F02-M01",
        "1. udgave",
    ):
        assert words in text


def test_there_is_a_qr_code_only_where_the_handbook_has_an_address() -> None:
    without = guide_data(plan_of(GOLDEN / "good"), "guides/kort/vinduet")
    assert (without["qr"], without["short_address"]) == ("", "")
    known = {"site_url": "https://hverdag.lilleby.example/bog/", "network": "Lillebys netværk"}
    held = guide_data(plan_of(GOLDEN / "good", **known), "guides/kort/vinduet")
    assert held["qr"].startswith("<svg")
    text = "\n".join(pdf.pages(guide_pdf(GOLDEN / "good", "guides/kort/vinduet", **known)))
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
    reader = pdf.read(good.site / "print/kort/vinduet-kort.pdf")
    handbook = handbook_of(good.root)
    wanted = pdf.squeezed(unicodedata.normalize("NFC", handbook.story_by_id["vinduet"].body.text))
    if "right-to-left" not in name:  # read back letter by letter, such words come out turned around
        assert wanted in pdf.squeezed("".join(text_alone(reader)))
    for page in reader.pages:
        page.extract_text(visitor_text=lambda text, cm, tm, _font, _size: _inside(text, cm, tm))


def _inside(text: str, page: list[float], matrix: list[float]) -> None:
    """No text begins outside the pdf."""
    if text.strip():
        assert 20 <= matrix[4] * page[0] + matrix[5] * page[2] + page[4] <= 575, text


def test_a_story_without_questions_gives_a_good_page() -> None:
    handbook = handbook_of(GOLDEN / "good")
    stories = [story.model_copy(update={"questions": (), "dilemma": None}) for story in handbook.stories]
    papers = list(guide_papers(planned(handbook.with_documents(Story, stories))))
    made, problems = pdfs(papers, GOLDEN / "good", cache_folder())
    assert (len(made), problems) == (6, [])


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
    assert pdf.is_accessible(pdf.read(good.site / "print/kort/doeren-kort.pdf"), "da-DK")


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


def test_an_element_without_a_form_on_paper_is_told_with_the_storys_line() -> None:
    with pytest.raises(UnknownElementError):
        PaperText(lambda _: "", {}).tree(Body((Element("video"),)))
    handbook = handbook_of(GOLDEN / "good")
    strange_body = Body((Element("video"),), line=24)
    stories = [story.model_copy(update={"body": strange_body}) for story in handbook.stories]
    plan = planned(handbook.with_documents(Story, stories))
    kit = guide_kit(plan)
    for view in guide_views(plan).values():
        GuideOnPaper(kit.paper).data(view)
    assert {(problem.rule, problem.source.line) for problem in kit.paper.problems} == {("paper-element", 24)}


def test_a_changed_picture_is_printed_anew(good: Publication) -> None:
    before = guide_data(plan_of(good.root), "guides/kort/doeren")
    (good.root / "stories/doer.png").write_bytes(picture("PNG"))
    assert guide_data(plan_of(good.root), "guides/kort/doeren") != before


def test_the_cache_is_not_asked_twice_for_one_fault(good: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    """A story is on many papers, and its fault is told once."""
    monkeypatch.setattr("hverdag.check.rules.text_letter.missing_letters", lambda _: ())
    good.write(VINDUET, (good.root / VINDUET).read_text("utf-8") + "\nHun hedder 李.\n")
    report = rendered(good.root, TODAY)
    found = [problem for problem in report.problems if problem.rule == "paper-text"]
    assert len(found) == 1
    assert found[0].source.path == VINDUET
