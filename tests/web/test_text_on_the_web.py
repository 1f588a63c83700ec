"""What texts hold besides words, on the web: every tag of the tree as HTML, and how it looks in a browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from hverdag.features.values.colour import contrast
from hverdag.locale import catalogue
from hverdag.web.assets import SiteAssets, own_assets, style_sheets
from hverdag.web.html_text import WebText
from tests.bare_paper import body_of
from tests.conftest import PACKAGE
from tests.web.test_look import scheme

MATERIAL = Path(__import__("material").__file__).parent / "templates/assets/stylesheets"
TEXT = """<mark>Markeret</mark> <kbd>Ctrl</kbd> <small>småt</small> ~~slettet~~ <u>streg</u>

- [x] Ring
- [ ] Skriv, og skriv så langt, at linjen knækker på enhver skærm, som nogen af os har set nogen læse en tekst på.

1. et
   1. to
   2. tre
2. fire

> [!WARNING]
> Pas på.

<details>
<summary>Mere</summary>

Det var skjult.

</details>
"""


def html(text: str, language: str = "da") -> str:
    return str(WebText(lambda link: link, "Tilbage", "Tabel", tell=catalogue(language).tell).html(body_of(text)))


@pytest.mark.parametrize("tag", ["kbd", "mark", "s", "small", "sub", "sup", "u"])
def test_marks_in_a_line_are_themselves(tag: str) -> None:
    assert html(f"Hun <{tag}>smilede</{tag}>.") == f"<p>Hun <{tag}>smilede</{tag}>.</p>"


@pytest.mark.parametrize(("language", "done", "not_done"), [("da", "gjort", "ikke gjort"), ("en", "done", "not done")])
def test_a_task_says_whether_it_is_done(language: str, done: str, not_done: str) -> None:
    found = html("- [x] Ring\n- [ ] Skriv\n- andet\n", language)
    assert f'<li class="hv-task"><span class="hv-box" role="img" aria-label="{done}">☑</span> Ring</li>' in found
    assert f'<li class="hv-task"><span class="hv-box" role="img" aria-label="{not_done}">☐</span> Skriv</li>' in found
    assert "<li>andet</li>" in found
    assert "<input" not in found


def test_a_task_of_several_paragraphs_is_one_too() -> None:
    assert html("- [x] Ring\n\n  Til Hanne.\n").count('class="hv-task"') == 1


@pytest.mark.parametrize(
    ("kind", "danish", "english"),
    [
        ("note", "Bemærk", "Note"),
        ("tip", "Tip", "Tip"),
        ("important", "Vigtigt", "Important"),
        ("warning", "Advarsel", "Warning"),
        ("caution", "Pas på", "Caution"),
    ],
)
def test_an_alert_begins_with_its_title_in_the_readers_language(kind: str, danish: str, english: str) -> None:
    for language, title in (("da", danish), ("en", english)):
        found = html(f"> [!{kind.upper()}]\n> Ring først.\n", language)
        head = f'<div class="admonition {kind}" role="note"><p class="admonition-title">{title}</p>'
        assert found.startswith(head)
        assert "<p>Ring først.</p>" in found


def test_what_is_folded_away_stays_so_and_may_be_open() -> None:
    assert "<details><summary>Mere</summary>" in html("<details><summary>Mere</summary>\n\nTekst.\n\n</details>\n")
    assert '<details open=""><summary>Mere' in html("<details open><summary>Mere</summary>\n\nTekst.\n\n</details>\n")


def test_emoji_are_as_typed() -> None:
    assert html("Hun 👍🏽 1️⃣ 👩‍👩‍👧‍👦 🫩.") == "<p>Hun 👍🏽 1️⃣ 👩‍👩‍👧‍👦 🫩.</p>"


@pytest.mark.parametrize("name", ["day", "night"])
def test_what_is_marked_can_be_read(name: str) -> None:
    colours = scheme(name)
    assert contrast(colours["ink"], colours["marked"]) >= 7
    assert contrast(colours["strong-line"], colours["paper"]) >= 3


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with every kind of mark, dressed as the site is."""
    folder = tmp_path_factory.mktemp("tekst")
    own = SiteAssets(own_assets())
    for artifact in own.artifacts():
        path = folder / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(str(artifact.content), "utf-8")
    sheets = [path.as_uri() for path in sorted(MATERIAL.glob("*.css"))]
    sheets += [own.asset(name) for name in style_sheets(()) if name in own.contents]
    links = "".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in sheets)
    (folder / "x.html").write_text(
        f'<!doctype html><html lang="da" dir="ltr"><meta charset="utf-8"><title>x</title>{links}'
        '<meta name="viewport" content="width=device-width"><body data-md-color-scheme="default">'
        f'<article class="md-content__inner md-typeset"><div class="hv-text">{html(TEXT)}</div></article>',
        "utf-8",
    )
    return folder / "x.html"


@pytest.mark.browser
@pytest.mark.parametrize("colours", ["none", "active"])
def test_marks_can_be_seen_in_every_window(page: Path, browser: Browser, colours: str) -> None:
    for width in (320, 360, 1280):
        context = browser.new_context(viewport={"width": width, "height": 900}, forced_colors=colours)  # type: ignore[arg-type]
        window = context.new_page()
        window.goto(page.as_uri())

        def style(selector: str, name: str) -> str:
            found = window.eval_on_selector(selector, f"found => getComputedStyle(found)['{name}']")  # noqa: B023
            return str(found)

        assert window.evaluate("document.documentElement.scrollWidth") <= width
        assert style("mark", "borderBottomStyle") == style("kbd", "borderBottomStyle") == "solid"
        assert style("small", "opacity") == "1"
        assert style("li.hv-task", "listStyleType") == "none"
        assert style("ol ol", "listStyleType") == "decimal"
        assert style(".admonition", "borderLeftWidth") == "4px"
        context.close()


@pytest.mark.browser
def test_what_is_folded_away_is_opened_by_keys_and_is_on_paper(page: Path, browser: Browser) -> None:
    window = browser.new_page()
    window.goto(page.as_uri())
    hidden = window.get_by_text("Det var skjult.")
    assert not hidden.is_visible()
    window.emulate_media(media="print")
    assert hidden.is_visible()
    window.emulate_media(media="screen")
    window.keyboard.press("Tab")
    assert window.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
    window.keyboard.press("Enter")
    assert hidden.is_visible()
    window.close()


def test_the_sheet_for_texts_is_on_every_page() -> None:
    assert "text.css" in style_sheets(())
    assert (PACKAGE / "web/static/text.css").is_file()
