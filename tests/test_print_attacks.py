"""What an attacker has found in what is printed besides guides, each with the smallest input that did it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from hverdag.assemble.printed import MOST_PAGES
from hverdag.assemble.site import assemble_site
from hverdag.model.chapters import Site
from hverdag.model.handbook import Handbook
from hverdag.model.printable import Product
from hverdag.model.texts.body import Body, Element
from hverdag.parse.publication import read_publication

from . import paper
from .conftest import ROOT, TODAY, Publication

HANDBOOK = "values/handbook.yml"


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return read_publication(ROOT)[0]


@pytest.mark.parametrize("folder", ["values", "stories", "methods", "guides"])
def test_no_folder_takes_the_place_of_the_page_where_cards_are_drawn(good: Publication, folder: str) -> None:
    text = (good.root / HANDBOOK).read_text("utf-8")
    good.write(HANDBOOK, f"{text}folders:\n  {folder}: kort\n" if "folders:" not in text else text)
    assert "settings-folder" in good.rules()


@pytest.mark.parametrize("title", ["Kommunikationshåndbog", "Virksomhedsværdihåndbogen", "W" * 24])
def test_a_long_word_in_a_title_is_set_so_that_it_has_room_on_the_covers(handbook: Handbook, title: str) -> None:
    """It was cut off at the edge of the paper."""
    site = assemble_site(replace(handbook, settings=handbook.settings.model_copy(update={"title": title})), TODAY)
    found = paper.printed(ROOT, site, "pjece", "haandbog")
    for name in ("pjece.pdf", "haandbog.pdf"):
        (size,) = {size for size, text in paper.sizes(paper.read(found[name]).pages[0]) if text.strip() == title}
        # A W is almost as wide as it is tall; other letters are half of that.
        width = size * paper.POINT * sum(0.95 if letter == "W" else 0.52 for letter in title)
        assert width < 124, (name, size)


def test_a_long_word_on_a_card_has_room_between_the_cuts(handbook: Handbook) -> None:
    word = "Arbejdsmiljøorganisationsmedlemmerne"
    value = handbook.values[0].model_copy(update={"questions": (word,), "promise": word})
    site = assemble_site(replace(handbook, values=(value,), stories=()), TODAY)
    found = paper.printed(ROOT, site, "kort-spoergsmaal", "kort-vaerdier")
    pages = [page for path in found.values() if path.suffix == ".pdf" for page in paper.read(path).pages]
    seen = [size for page in pages for size, text in paper.sizes(page) if text.strip() == word]
    assert len(seen) >= 4
    assert max(seen) * paper.POINT * 0.52 * len(word) < 90


def test_a_long_address_and_edition_do_not_lie_over_one_another(handbook: Handbook) -> None:
    changed = {"site_url": "https://intranet.fjordby-kommune.example/personale/hverdag/"}
    site = assemble_site(replace(handbook, settings=handbook.settings.model_copy(update=changed)), TODAY)
    page = paper.read(paper.printed(ROOT, site, "kort-dilemmaer")["kort-dilemmaer.pdf"]).pages[0]
    foot = [(x, round(y)) for x, y, text in paper.placed(page) if x < 105 and 50 < y < 74]
    assert len({y for x, y in foot if x > 60}) <= 2


def test_what_is_too_long_on_the_back_of_a_card_is_told_where_it_is_written(handbook: Handbook) -> None:
    value = handbook.values[0].model_copy(update={"signs": ("Kort.",) * 100})
    site = assemble_site(replace(handbook, values=(value,), stories=()), TODAY)
    (problem,) = paper.refused(ROOT, site, "kort-vaerdier")
    assert (problem.rule, problem.source) == ("paper-room", value.at("signs"))


def test_retired_codes_are_paired_with_methods_alone(good: Publication) -> None:
    codes = ", ".join(f"F{number}" for number in range(200, 260))
    text = (good.root / HANDBOOK).read_text("utf-8")
    good.write(HANDBOOK, f"{text}retired: [{codes}]\n")
    site = assemble_site(read_publication(good.root)[0], TODAY)
    gone = [shortcut.code for shortcut in site.shortcuts if shortcut.subject is None]
    assert len(gone) == 60 * 3
    assert "F200-F201" not in gone
    assert "F200-M01" in gone


def test_a_picture_in_a_method_is_in_the_book(good: Publication) -> None:
    Image.new("RGB", (300, 200), "white").save(good.root / "docs/metoder/tegning.png")
    text = (good.root / "docs/metoder/vejen.md").read_text("utf-8")
    good.write("docs/metoder/vejen.md", f"{text}\n![En tegning](tegning.png)\n")
    handbook, problems = read_publication(good.root)
    assert problems == []
    site = assemble_site(handbook, TODAY)
    reader = paper.read(paper.printed(good.root, site, "haandbog")["haandbog.pdf"])
    assert "En tegning" not in "".join(paper.pages(reader))
    (good.root / "docs/metoder/tegning.png").write_bytes(b"nej")
    assert "image-format" in good.rules()


def test_a_book_of_many_short_lines_is_parted_too(handbook: Handbook) -> None:
    lines = Body(tuple(Element("p", (), ("a",)) for _ in range(2_500)))
    story = handbook.published[0]
    stories = tuple(
        story.model_copy(update={"path": f"stories/nr-{at}.md", "code": f"F{at:03}", "body": lines}) for at in range(60)
    )
    site: Site = assemble_site(replace(handbook, stories=stories), TODAY)
    books = [one for one in site.printed if one.product is Product.BOOK]
    assert len(books) > 60 * 2_500 / 30 / MOST_PAGES / 2
    assert sum(len(book.stories) for book in books) == 60


def test_the_sheets_are_the_same_whenever_they_are_made(site_twice: list[bytes]) -> None:
    assert site_twice[0] == site_twice[1]


@pytest.fixture
def site_twice(handbook: Handbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    found = []
    for name in ("first", "second"):
        monkeypatch.setenv("HVERDAG_CACHE", str(tmp_path / name))
        found.append(paper.printed(ROOT, assemble_site(handbook, TODAY), "pjece")["pjece-ark.pdf"].read_bytes())
    return found
