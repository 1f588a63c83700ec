"""The first day: a publication with values and no story yet says what to do, and no page of it stands empty."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests import pdf
from tests.chromium import Window, faults_of, served, too_wide, visiting
from tests.conftest import Publication, rendered
from tests.features.telling.empty import empty_on
from tests.features.telling.first_day import first_day

DRAFT = "stories/tavlen.md"
TELL = "Fortæl en historie"


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    publication = first_day(tmp_path_factory.mktemp("empty"))
    report = publication.build()
    assert report.built, report.problems
    return publication


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A preview with nothing but a draft that lacks most of its fields."""
    publication = first_day(tmp_path_factory.mktemp("drafts"))
    publication.write(DRAFT, "---\ntitle: Tavlen\nstate: draft\norigin: collected\ncode: F11\n---\n\nEn tavle.\n")
    report = publication.build(preview=True)
    assert report.built, report.problems
    return publication


def words_of(page: str) -> str:
    """Return the words of a page's own part."""
    main = page.partition('<article class="md-content__inner')[2].partition("<footer")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))


def pages_of(site: Path) -> list[str]:
    """Return the address of every page in the frame; short addresses are pages of their own kind."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(path.removesuffix("index.html") for path in found if not path.startswith("f/"))


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("index.html", "Her er ingen fortællinger endnu. Den første kan være din."),
        ("fortaellinger/index.html", "Her er ingen fortællinger endnu. Den første kan være din."),
        ("samtale/index.html", "Tal om en værdi så længe"),
        (
            "guider/sammensaet/index.html",
            "En guide består af en fortælling og en metode, og her er ingen fortælling endnu.",
        ),
        ("vaerdier/mod/index.html", "Ingen fortælling viser denne værdi endnu."),
        ("maal/synlige/index.html", "Ingen fortælling peger på målet endnu."),
        ("bidrag/index.html", "Der er ikke kommet fortællinger ind endnu."),
        ("metoder/dilemma/index.html", "Her er ingen fortælling at bruge metoden på endnu."),
    ],
)
def test_a_page_without_a_story_says_so_and_what_to_do(empty: Publication, path: str, words: str) -> None:
    page = empty.page(path)
    said = words_of(page)
    assert words in said
    assert TELL in said
    assert "hverdag new story" not in said
    assert not re.search(r"\b0 (fortælling|guide|minut)", said)


def test_a_leader_gets_a_question_for_each_value(empty: Publication) -> None:
    page = empty.page("samtale/index.html")
    for path in (empty.root / "values").glob("*.md"):
        text = path.read_text("utf-8")
        question = re.search(r"^questions:\n  - (.*)$", text, re.M)
        assert f'href="../vaerdier/{path.stem}/"' in page
        assert question and question[1].strip('"') in words_of(page)


def test_nothing_leads_to_a_guide_that_is_not_there(empty: Publication) -> None:
    composer = 'href="[^"]*guider/sammensaet/'
    for address in pages_of(empty.site):
        path = empty.site / address
        page = (path / "index.html" if path.is_dir() else path).read_text("utf-8")
        assert "<select" not in page.partition("<article")[2], address
        assert not re.search(composer, page), address


def test_pamphlet_and_book_have_no_part_without_content(empty: Publication) -> None:
    for name in ("pjece", "haandbog"):
        text = " ".join(pdf.pages(pdf.read(empty.site / f"print/{name}.pdf")))
        assert "Fortællinger" not in re.findall(r"^[A-ZÆØÅ]\w+", text, re.M), name
        assert "0 fortællinger" not in text


def test_a_preview_tells_the_editor_how_to_begin(drafts: Publication) -> None:
    """The draft is in the list, and readers still have none."""
    front = words_of(drafts.page("index.html"))
    assert "Det her står kun i forhåndsvisningen: En fortælling er begyndt. Skriv den færdig." in front
    assert "Tavlen" in words_of(drafts.page("fortaellinger/index.html"))


def test_without_a_page_to_tell_on_the_foot_of_the_page_is_named(good: Publication) -> None:
    for story in (good.root / "stories").glob("*.md"):
        story.unlink()
    good.change("values/tillid.md", "[Døren](../stories/doeren.md#efter)", "Døren")
    good.change("docs/index.md", '{{ story("doeren") }}\n', "")
    good.change("docs/hjaelp.md", "[Vinduet](fortaellinger/vinduet.md)", "Vinduet")
    report = good.build()
    assert report.built, report.problems
    assert "Ring eller skriv til os. Telefonnummer og mailadresse står nederst på siden." in words_of(
        good.page("fortaellinger/index.html")
    )


def test_a_value_that_lacks_its_texts_has_no_headings_above_nothing(good: Publication) -> None:
    """An editor sees it in the live preview, while the value is being written."""
    text = (good.root / "values/mod.md").read_text("utf-8")
    good.write(
        "values/mod.md", re.sub(r"^(promise:.*\n|(signs|questions):\n(?:  .*\n)+)", "", text, flags=re.MULTILINE)
    )
    (page,) = [page for page in rendered(good.root, preview=True).pages if page.address == "vaerdier/mod/"]
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", page.content)[-1:] == ["Fortællinger, der viser den"]
    assert "Sådan mærker vi den" not in page.content
    assert not re.search(r"<(ul|ol|p)[^>]*>\s*</\1>", page.content)


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    "html",
    [
        "<h1>A</h1><h2>B</h2><h2>C</h2><p>Text</p>",
        "<h1>A</h1><p>Text</p><h2>B</h2>",
        "<h1>A</h1><ul></ul><p>Text</p>",
        "<h1>A</h1><p>Text</p><select></select>",
        "<h1>A</h1><p>Text</p><p> </p>",
        "<h1>A</h1><p>Text</p><dl><div></div></dl>",
    ],
)
def test_what_stands_empty_is_found(blank: Page, html: str) -> None:
    blank.set_content(f"<main>{html}</main>")
    assert len(empty_on(blank)) == 1


@pytest.mark.browser
def test_what_is_full_is_not_called_empty(blank: Page) -> None:
    blank.set_content("<main><h1>A</h1><h2>B</h2><h3>C</h3><p>Text</p><ul><li>One</li></ul><ul hidden></ul></main>")
    assert empty_on(blank) == []


@pytest.mark.browser
def test_no_page_of_the_first_day_stands_empty(empty: Publication, window: Window) -> None:
    addresses = pages_of(empty.site)
    assert {"", "samtale/", "kort/", "fortaellinger/", "guider/sammensaet/", "vaerdier/mod/"} <= set(addresses)
    with served(empty.site) as address, visiting(window, address) as visit:
        visit.page.set_viewport_size({"width": 360, "height": 800})
        for one in addresses:
            page = visit.open(one)
            found = (one, empty_on(page), faults_of(page), too_wide(page))
            assert found == (one, [], [], 0)


@pytest.mark.browser
def test_no_page_of_a_preview_with_drafts_stands_empty(drafts: Publication, window: Window) -> None:
    with served(drafts.site) as address, visiting(window, address) as visit:
        for one in ("", "fortaellinger/", "fortaellinger/tavlen/", "guider/sammensaet/", "vaerdier/mod/"):
            page = visit.open(one)
            assert (one, empty_on(page), faults_of(page)) == (one, [], [])
