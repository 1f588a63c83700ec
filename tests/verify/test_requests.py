"""No page of a finished site asks another computer for anything, whatever way a text or a setting takes."""

import re
from pathlib import Path

import pytest

from hverdag.model.outside import is_outside, outside_in_css
from hverdag.verify import links, verify
from tests.conftest import Publication
from tests.parse.pages.reading import reader

OUTSIDE = [
    "url(https://e.dk/x)",
    "URL( '//e.dk/x' )",
    "url('/\t/e.dk/x')",
    "url(/\n/e.dk/x)",
    "url(\\68ttps://e.dk/x)",
    "u\\72l(https://e.dk/x)",
    "url('\\2f\\2f e.dk/x')",
    "url('\\5c\\5c e.dk/x')",
    "url(\\1 https://e.dk/x)",
    "url(https:e.dk/x)",
    "@import 'https://e.dk/x'",
    "@import/**/'//e.dk/x'",
    "image-set('a.png' 1x, 'https://e.dk/x' 2x)",
]
INSIDE = [
    "url(a.png)",
    "url(../a/b.png) /* https://e.dk */",
    "url(#gradient)",
    "url(data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E)",
    "Se https://e.dk (eller //e.dk)",
    "@media (min-width: 1px) { a::after { content: '//' } }",
]
SVG = ("fill", "stroke", "filter", "clip-path", "mask", "marker-start", "marker-mid", "marker-end", "cursor")
WRITTEN = ["url(&#104;ttps://e.dk/x#a)", "url(\\68ttps://e.dk/x#a)", "url(&#47;&#47;e.dk/x)", "&#117;rl(/&#9;/e.dk/x)"]


@pytest.mark.parametrize("css", OUTSIDE)
def test_css_that_asks_another_computer(css: str) -> None:
    assert outside_in_css(css)


@pytest.mark.parametrize("css", INSIDE)
def test_css_that_asks_nobody(css: str) -> None:
    assert not outside_in_css(css)


@pytest.mark.parametrize(
    "address", ["//e.dk", "/\t/e.dk", "\\\\e.dk", "/\\e.dk", "h\nttps://e.dk", " https:e.dk", "///e.dk", "wss://e.dk"]
)
def test_an_address_is_read_as_browsers_read_it(address: str) -> None:
    assert is_outside(address)


@pytest.mark.parametrize("address", ["a.png", "../a", "/a//b", "mailto:a@e.dk", "#//", "a:b", "?x=https://e.dk"])
def test_an_address_of_our_own(address: str) -> None:
    assert not is_outside(address)


@pytest.mark.parametrize("name", SVG)
@pytest.mark.parametrize("text", WRITTEN)
def test_no_attribute_of_a_page_is_css_that_asks(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text("markdown_extensions: [attr_list, md_in_html]")
    page = f'# Side\n\n<svg width="9" height="9"><rect width="9" height="9" {name}="{text}"/></svg>\n'
    assert reader(tmp_path).problems(page, "docs/side.md")
    (tmp_path / "index.html").write_text(page)
    assert [finding.rule.id for finding in links(tmp_path, {})] == ["site-request"]


def test_a_style_of_a_page_is_read_as_browsers_read_it(tmp_path: Path) -> None:
    for text in ("url('/&#9;/e.dk/x.png')", "url('/&#10;/e.dk/x.png')", "url('&#1;//e.dk/x.png')"):
        assert reader(tmp_path).problems(f'# Side\n\n<p style="background:{text}">x</p>', "docs/side.md"), text


@pytest.mark.parametrize(
    "tag",
    [
        '<img src="/\t/e.dk/x">',
        '<img src="\\\\e.dk\\x">',
        '<base href="https://e.dk/">',
        '<video><track src="//e.dk/x"></video>',
        '<input type="image" src="//e.dk/x">',
        '<svg><feImage href="//e.dk/x"/></svg>',
        '<link rel="alternate" href="https://e.dk/" hreflang="da">',
        '<p style="background:url(&#104;ttps://e.dk/x)">',
    ],
)
def test_a_finished_page_that_asks_is_found(tmp_path: Path, tag: str) -> None:
    (tmp_path / "index.html").write_text(tag, encoding="utf-8")
    assert [finding.rule.id for finding in links(tmp_path, {})] == ["site-request"]


def test_css_that_is_shown_as_an_example_asks_nobody(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<code>background: url(https://e.dk/x)</code>", encoding="utf-8")
    assert list(links(tmp_path, {})) == []


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<script>new Image().src='//e.dk/'</script>", ["site-script"]),
        ("<SCRIPT type=module>import('//e.dk/')</SCRIPT>", ["site-script"]),
        ('<script id="__config" type="application/json">{"base": "https://e.dk/"}</script>', ["site-script"]),
        ('<script id="__config" type="application/json">{"base": "\\/\\/e.dk"}</script>', ["site-script"]),
        ('<script type="application/json">{"base": ".."}</script>', []),
        ('<script>__md_scope=new URL("..",location)</script>', ["site-script"]),
    ],
)
def test_a_script_that_nobody_answers_for_is_found(tmp_path: Path, page: str, found: list[str]) -> None:
    assert rules_of(tmp_path, page) == found
    assert rules_of(tmp_path, page, is_allowed=True) == []


@pytest.mark.parametrize(
    ("page", "given"),
    [
        ('<p class="x" style="color: red">', 'style="color: red"'),
        ("<p STYLE=color:red>", "STYLE=color:red"),
        ("<p title='>' style='--lines: 3'>", "style='--lines: 3'"),
        ("<style media=print>p { color: red }</style>", "<style>"),
        ('<a href="#" onclick="go()">', 'onclick="go()"'),
        ("<img/onerror=go()>", "onerror=go()"),
        ('<svg><path style="fill: red"/></svg>', 'style="fill: red"'),
    ],
)
def test_what_a_server_would_have_browsers_leave_out_is_found(tmp_path: Path, page: str, given: str) -> None:
    assert rules_of(tmp_path, page) == ["page-inline"]
    (problem,) = verify(tmp_path, {"index.html": "docs/index.md"})
    assert (problem.source.path, problem.parameters["given"]) == ("docs/index.md", given)
    # Someone answers for it, and is told that it does not run with the rules of a server.
    assert rules_of(tmp_path, page, is_allowed=True) == []
    assert rules_of(tmp_path, page, is_allowed=True, has_server=True) == ["page-blocked"]


@pytest.mark.parametrize(
    "page",
    [
        "<p>style=color: red; onclick=go()</p>",
        '<p title="style=x onclick=y">',
        '<p data-style="x" data-onclick="y">',
        "<code>&lt;p style=&quot;x&quot;&gt;</code>",
        '<script type="application/json">{"a": "<p style=x>"}</script>',
        '<script src="a.js"></script><link rel="stylesheet" href="a.css">',
    ],
)
def test_what_a_server_lets_through_is_not_told(tmp_path: Path, page: str) -> None:
    assert rules_of(tmp_path, page) == []
    assert rules_of(tmp_path, page, is_allowed=True, has_server=True) == []


def rules_of(folder: Path, page: str, *, is_allowed: bool = False, has_server: bool = False) -> list[str]:
    """The rules that a page breaks."""
    (folder / "index.html").write_text(page, encoding="utf-8")
    allowed = {"docs/index.md"} if is_allowed else set()
    return [one.rule for one in verify(folder, {"index.html": "docs/index.md"}, allowed=allowed, has_server=has_server)]


def test_a_style_on_a_page_is_told_at_its_line(good: Publication) -> None:
    good.write("docs/pynt.md", "# Pynt\n\n<p class='x' style='color: red'>Rød</p>\n")
    report = good.build()
    assert not report.built
    (problem,) = report.errors
    assert (problem.rule, problem.source.path, problem.source.line) == ("page-inline", "docs/pynt.md", 3)


def test_no_table_says_in_its_own_html_where_its_words_stand(good: Publication) -> None:
    good.write("docs/tal.md", "# Tal\n\n| Tid | Sted |\n|---:|:---:|\n| 16 | Her |\n")
    assert good.build().built
    page = good.page("tal/index.html")
    assert re.search(r'<th(?=[^>]* class="hv-right")[^>]*>Tid</th>', page)
    assert '<td class="hv-center">Her</td>' in page


EVIL = "x\"><script>new Image().src='//e.dk/'</script><meta name=\"y"


@pytest.mark.parametrize("name", ["site_author", "site_description", "copyright"])
def test_what_mkdocs_yml_says_is_text_on_every_page(good: Publication, name: str) -> None:
    good.change("mkdocs.yml", "site_name: Mini", f"site_name: Mini\n{name}: '{EVIL.replace(chr(39), chr(39) * 2)}'")
    assert good.build().built
    assert not any("<script>new" in page.read_text("utf-8") for page in good.site.rglob("*.html"))


@pytest.mark.parametrize(
    "extra",
    [
        "consent: {title: x, description: '<script>new Image().src=1</script>'}",
        "alternate: [{name: x, link: 'https://e.dk/', lang: en}]",
    ],
)
def test_what_extra_says_is_on_no_page(good: Publication, extra: str) -> None:
    good.change("mkdocs.yml", "site_name: Mini", f"site_name: Mini\nextra:\n  {extra}")
    assert good.build().built
    pages = [page.read_text("utf-8") for page in good.site.rglob("*.html")]
    assert not any("<script>" in page or "e.dk" in page for page in pages)


def test_a_hook_that_brings_a_script_or_a_style_is_found(good: Publication) -> None:
    good.change("mkdocs.yml", "site_name: Mini", "site_name: Mini\nhooks: [hook.py]")
    written = "<script>new Image().src='//e.dk/'</script><b style='color: red'></b></body>"
    good.write("hook.py", f"def on_post_page(output, **_):\n    return output.replace('</body>', {written!r})\n")
    report = good.build()
    assert not report.built
    assert sorted(problem.rule for problem in report.errors) == ["page-inline", "site-script"]


LOADING = re.compile(r"[\"'`](?:(?:https?|wss?|ftp):)?//(?P<host>[\w.-]+)")
KNOWN = {
    "www.w3.org": "names of kinds of XML, which nobody asks for",
    "example.org": "a link in a story of the sample, which a reader chooses to follow",
}


def test_the_scripts_of_a_site_know_no_other_computer(built_good: Publication) -> None:
    files = list(built_good.site.rglob("*.js"))
    met = {found["host"] for file in files for found in LOADING.finditer(file.read_text("utf-8"))}
    assert met <= KNOWN.keys()
    assert len(files) > 15


def test_the_style_sheets_of_a_site_ask_nobody(built_good: Publication) -> None:
    for file in built_good.site.rglob("*.css"):
        assert not outside_in_css(file.read_text("utf-8")), file
