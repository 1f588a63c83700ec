"""Posters: every variant of each, what they say and in what order, and any number of values and stops."""

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PIL import Image

from hverdag.features.posters.plan import PosterView, Whole
from hverdag.features.posters.printed import VARIANTS
from hverdag.features.posters.rules import poster_length
from hverdag.model.addresses import printed_address
from hverdag.model.handbook import Handbook
from hverdag.model.language import Language
from hverdag.model.printable import Ink, Variant
from hverdag.model.texts.method import Method
from hverdag.model.texts.value import Value
from hverdag.publish.cache.store import cache_folder
from hverdag.publish.pdf import pdfs
from tests import pdf
from tests.conftest import ROOT

from .posters import PUBLIC, SAMPLE, STOP, changed, papers, posters, printed, with_stops, with_values


@pytest.fixture(scope="module")
def sample_posters() -> dict[str, tuple[PosterView, Variant, pypdf.PdfReader]]:
    """Every variant of each poster of the sample."""
    made, problems = printed(SAMPLE)
    assert problems == []
    paths = {
        printed_address(view.printable, variant, SAMPLE.settings): (view, variant)
        for view in posters(SAMPLE)
        if view.printable
        for variant in view.printable.variants
    }
    assert set(made) == set(paths)
    return {path: (*paths[path], made[path]) for path in sorted(paths)}


def test_every_poster_of_the_sample_comes_in_five_variants(sample_posters: dict[str, Any]) -> None:
    assert len(sample_posters) == len(VARIANTS) * (len(SAMPLE.values) + 3)
    assert "print/plakat-v01-tillid-a3-trykkeri.pdf" in sample_posters


def test_each_is_one_page_of_its_size_with_room_to_cut(sample_posters: dict[str, Any]) -> None:
    for path, (view, variant, made) in sample_posters.items():
        (page,) = made.pages
        sides = variant.size.millimetres[::-1] if isinstance(view.of, Method) else variant.size.millimetres
        bleed = 3 if variant.ink is Ink.SHOP else 0
        assert box(page.trimbox) == pytest.approx([bleed, bleed, sides[0] + bleed, sides[1] + bleed], abs=0.05), path
        whole = [0, 0, sides[0] + 2 * bleed, sides[1] + 2 * bleed]
        assert box(page.mediabox) == pytest.approx(whole, abs=0.05), path


def box(found: Sequence[Any]) -> list[float]:
    return [float(side) / 72 * 25.4 for side in found]


def test_each_is_accessible_and_holds_its_fonts(sample_posters: dict[str, Any]) -> None:
    for path, (_, _, made) in sample_posters.items():
        assert pdf.is_accessible(made, "da-DK"), path
        held = pdf.fonts(made)
        assert held, path
        assert all(held.values()), path
        headings = [tag for tag in tags(made.trailer["/Root"]["/StructTreeRoot"]) if tag.startswith("/H")]
        assert headings[0] == "/H1", path
        assert set(headings[1:]) <= {"/H2"}, path


def tags(node: Any) -> list[str]:
    """The names of all structure elements, in reading order."""
    held = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(held, list):
        return [tag for one in held for tag in tags(one)]
    if not isinstance(held, dict):
        return []
    own = [str(held["/S"])] if "/S" in held else []
    return own + tags(held.get("/K", []))


def said(view: PosterView, handbook: Handbook = SAMPLE) -> list[str]:
    """What a poster says, in the order that it is read."""
    own = handbook.settings
    if view.of is Whole.VALUES:
        values = [text for value in handbook.values for text in (value.name, value.promise)]
        return [own.organisation, own.title, "Vores værdier", *values]
    if isinstance(view.of, Value):
        (value,) = [value for value in handbook.values if value == view.of]
        return [own.organisation, value.name, value.promise, "Sådan mærker vi den", *value.signs]
    if isinstance(view.of, Method):
        stops = [
            text
            for number, (_, step) in enumerate(view.of.stops, 1)
            for text in (str(number), step.name, *step.questions)
        ]
        return ["Værdivejen", "Arbejdsplads", "Dato", *stops]
    rooms = ("Det gør vi", "Det holder vi op med", "Sådan mærker borgerne det", "Sådan mærker kollegerne det")
    last = ("Den, der minder os om det", "Vi ser på aftalen igen den", "Vores navne")
    names = [value.name for value in handbook.values]
    return ["Vores værdiaftale", "Arbejdsplads", "Dato", "Vi vælger", "Sæt kryds", *names, *rooms, *last]


def test_each_says_all_of_it_in_order_and_where_it_comes_from(sample_posters: dict[str, Any]) -> None:
    for path, (view, _, made) in sample_posters.items():
        found = pdf.squeezed("".join(pdf.pages(made)))
        own = SAMPLE.settings
        code = [] if isinstance(view.of, Whole) else [f"Kode {view.code}"]
        at = 0
        for words in (*said(view), own.title, own.edition, own.organisation, *code):
            wanted = pdf.squeezed(words)
            assert wanted in found[at:], (path, words)
            at = found.index(wanted, at) + len(wanted)


def test_the_address_and_its_code_stand_on_each_where_there_is_one() -> None:
    made, problems = printed(changed(site_url=PUBLIC))
    assert problems == []
    for path, found in made.items():
        text = "".join(pdf.pages(found)).replace("\n", "").replace("\u200b", "")
        assert "hverdag.fjordby.example/f/" in text, path
        assert "/Figure" in tags(found.trailer["/Root"]["/StructTreeRoot"]), path


def test_line_art_is_lines_and_nothing_else() -> None:
    """An office printer has no colour, and no ink for filled areas."""
    wanted = [one for one in papers(SAMPLE) if '"ink":"shop"' not in one.data]
    pictures, problems = pdfs([replace(one, path=one.path + ".png") for one in wanted], ROOT, cache_folder())
    assert problems == []
    for made, one in zip(pictures, wanted, strict=True):
        assert isinstance(made.content, Path)
        picture = Image.open(io.BytesIO(made.content.read_bytes())).convert("RGB").reduce(4)
        brightness = picture.convert("L").histogram()
        assert sum(brightness[:200]) < 0.16 * sum(brightness), one.path
        if '"ink":"line"' in one.data:
            assert picture.convert("HSV").getchannel("S").getextrema() == (0, 0), one.path


@pytest.mark.parametrize("count", [1, 2, 5, 8, 9, 11, 12])
@pytest.mark.parametrize("promise", [SAMPLE.values[0].promise, "Vi siger det, som det er, og vi bliver. " * 9])
def test_any_number_of_values_is_laid_out(count: int, promise: str) -> None:
    promise = promise[: poster_length.longest_promise(count)]
    handbook = with_values(count, promise=promise)
    made, problems = printed(handbook)
    assert problems == []
    assert len(made) == len(VARIANTS) * (count + 2)
    assert {len(found.pages) for found in made.values()} == {1}
    for path in ("print/plakat-vaerdier-a4.pdf", "print/plakat-vaerdier-a3-trykkeri.pdf"):
        found = pdf.squeezed("".join(pdf.pages(made[path])))
        assert found.count(pdf.squeezed(promise)) == count


@pytest.mark.parametrize("count", range(1, 7))
@pytest.mark.parametrize("address", ["", PUBLIC])
def test_any_number_of_stops_is_laid_out(count: int, address: str) -> None:
    handbook = with_stops(count, changed(site_url=address))
    made, problems = printed(handbook, ["road-poster"])
    assert problems == []
    assert len(made) == len(VARIANTS)
    for found in made.values():
        (text,) = pdf.pages(found)
        assert pdf.squeezed(text).count(pdf.squeezed(STOP.name)) == count


def test_a_stop_without_questions_has_its_name_alone() -> None:
    made, problems = printed(with_stops(2, questions=()), ["road-poster"])
    assert (len(made), problems) == (len(VARIANTS), [])


def test_an_english_publication_has_english_posters() -> None:
    handbook = changed(language=Language.ENGLISH)
    made, problems = printed(handbook)
    assert problems == []
    assert "print/poster-agreement-a3-print-shop.pdf" in made
    text = pdf.squeezed("".join(pdf.pages(made["print/poster-agreement-a4.pdf"])))
    for words in ("Our agreement", "This is what we stop doing", "We look at it again on", "Our names"):
        assert pdf.squeezed(words) in text
    assert all(pdf.is_accessible(found, "en-GB") for found in made.values())
