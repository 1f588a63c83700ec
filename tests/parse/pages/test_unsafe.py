"""Hand-written pages are refused what stories are refused, at its own line and column."""

from pathlib import Path

import pytest

from hverdag.parse.pages.allowed import loads
from tests.parse.pages.reading import MATERIAL, PATH, reader, told

HOSTILE = [
    ("<script>alert(1)</script>", 1, 1, "<script"),
    ("<SCRIPT SRC=https://e.dk/x.js></SCRIPT>", 1, 1, "<script"),
    ('tekst <script\nsrc="x">\n</script>', 1, 7, "<script"),
    ("<img src=x onerror=alert(1)>", 1, 12, "onerror="),
    ('<IMG SRC="x.png" ONERROR="y">', 1, 18, "onerror="),
    ("<img/onerror=alert(1)/src=x>", 1, 6, "onerror="),
    ('<div onclick="x">y</div>', 1, 6, "onclick="),
    ('para\n{: onclick="x" }', 2, 4, "onclick="),
    ("*a*{: onmouseover=x }", 1, 7, "onmouseover="),
    ('<iframe src="https://e.dk"></iframe>', 1, 1, "<iframe"),
    ('<iframe srcdoc="<script>x</script>"></iframe>', 1, 1, "<iframe"),
    ('<object data="x"></object>', 1, 1, "<object"),
    ('<embed src="x">', 1, 1, "<embed"),
    ('<form action="https://e.dk"><input name=a></form>', 1, 1, "<form"),
    ('<button formaction="javascript:x">y</button>', 1, 1, "<button"),
    ('<meta http-equiv="refresh" content="0;url=https://e.dk">', 1, 1, "<meta"),
    ('<base href="https://e.dk/">', 1, 1, "<base"),
    ('<link rel="stylesheet" href="https://e.dk/x.css">', 1, 1, "<link"),
    ('<link rel="canonical" href="https://e.dk">', 1, 1, "<link"),
    ('<script rel="canonical" src="https://e.dk/x.js"></script>', 1, 1, "<script"),
    ('<style>@import "https://e.dk/x.css";</style>', 1, 8, "<style>: @import"),
    ("<style>p{background:url(https://e.dk/x.png)}</style>", 1, 21, "<style>: url(https:"),
    ("<style>p{background:url(//e.dk/x)}</style>", 1, 25, "<style>: //"),
    ("<style>p{background:u\\72l(x)}</style>", 1, 22, "<style>: \\"),
    ('<p style="background:url(https://e.dk/x.png)">x</p>', 1, 4, 'style="background:url(https://e.dk/x.png)"'),
    ('x\n{: style="background:url(//e.dk)" }', 2, 4, 'style="background:url(//e.dk)"'),
    ("[x](javascript:alert(1))", 1, 5, "javascript:"),
    ("[x](JaVaScRiPt:alert(1))", 1, 5, "javascript:"),
    ("[x](java&#115;cript:alert(1))", 1, 5, "javascript:"),
    ("[x][y]\n\n[y]: javascript:alert(1)", 3, 6, "javascript:"),
    ('<a href="java\nscript:alert(1)">x</a>', 1, 10, "javascript:"),
    ('<a href=" &#1; javascript:alert(1)">x</a>', 1, 16, "javascript:"),
    ("[x](data:text/html,<script>x</script>)", 1, 5, "data:"),
    ("[x](vbscript:x)", 1, 5, "vbscript:"),
    ("![x](https://e.dk/x.png)", 1, 6, "https://e.dk/x.png"),
    ("![x](//e.dk/x.png)", 1, 6, "//e.dk/x.png"),
    ("![x][y]\n\n[y]: http://e.dk/x.png", 3, 6, "http://e.dk/x.png"),
    ('<img src="https:e.dk/x.png">', 1, 11, "https:e.dk/x.png"),
    ('<img src="\\\\e.dk\\x.png">', 1, 11, "\\\\e.dk\\x.png"),
    ('<img srcset="x.png 1x, https://e.dk/y.png 2x">', 1, 24, "https://e.dk/y.png 2x"),
    ('<video poster="https://e.dk/x.png" src="x.mp4"></video>', 1, 16, "https://e.dk/x.png"),
    ('<audio src="https://e.dk/x.mp3"></audio>', 1, 13, "https://e.dk/x.mp3"),
    ('<video><source src="//e.dk/x.mp4"></video>', 1, 21, "//e.dk/x.mp4"),
    ('<picture><source srcset="https://e.dk/a.png"><img src="b.png" alt=""></picture>', 1, 26, "https://e.dk/a.png"),
    ("<scr<!-- -->ipt>alert(1)</script>", 1, 2, "<scr<!--"),
    ("<!--><script>alert(1)</script>-->", 1, 1, "<!--"),
    ("<!-- --!><img src=x onerror=alert(1)> -->", 1, 21, "onerror="),
    ("<svg><script>alert(1)</script></svg>", 1, 6, "<script"),
    ("<svg onload=alert(1)></svg>", 1, 6, "onload="),
    ('<svg><image href="https://e.dk/x.png"/></svg>', 1, 6, "<image"),
    ("<svg><style><img src=x onerror=alert(1)></style></svg>", 1, 6, "<style>: <"),
    ('<svg><a xlink:href="javascript:x"><circle r=1 /></a></svg>', 1, 9, "xlink:href="),
    ("<math><mtext><img src=x onerror=y></mtext></math>", 1, 1, "<math"),
    ("<div markdown>\n<script>x</script>\n</div>", 2, 1, "<script"),
    ("<div markdown>\n[x](javascript:y)\n</div>", 2, 5, "javascript:"),
    ("</div <script>alert(1)</script>", 1, 7, "<script"),
    ('<a href="x" ping="https://e.dk">x</a>', 1, 13, "ping="),
    ('<div id="__config">{"base":"x"}</div>', 1, 6, 'id="__config"'),
    ('<div data-hverdag="0"></div>', 1, 6, "data-hverdag="),
    ('<input type="image" src="https://e.dk/x.png">', 1, 8, 'type="image"'),
    ("<textarea></textarea>", 1, 1, "<textarea"),
    ('<noscript><img src="x" title="</noscript><img src=x onerror=alert(1)>"></noscript>', 1, 1, "<noscript"),
    ("<template><script>x</script></template>", 1, 1, "<template"),
    ("<xmp><script>x</script></xmp>", 1, 1, "<xmp"),
    ("<plaintext>", 1, 1, "<plaintext"),
    ("<details ontoggle=x open>y</details>", 1, 10, "ontoggle="),
    ("<body onload=x>", 1, 1, "<body"),
    ("<html manifest=x>", 1, 1, "<html"),
    ('<table background="https://e.dk/x.png"><tr><td>x</td></tr></table>', 1, 8, "background="),
    ("<marquee onstart=x>y</marquee>", 1, 1, "<marquee"),
    ("<custom-tag>x</custom-tag>", 1, 1, "<custom-tag"),
    ("!!! note\n    <script>x</script>", 2, 5, "<script"),
    ("- a\n    <script>x</script>", 2, 5, "<script"),
    ("> <script>x</script>", 1, 3, "<script"),
    ("| a |\n|---|\n| <img src=x onerror=y> |", 3, 14, "onerror="),
    ("Ord\n:   <script>x</script>", 2, 5, "<script"),
    ("a[^1]\n\n[^1]: <script>x</script>", 3, 7, "<script"),
    ("# <script>x</script>", 1, 3, "<script"),
    ("`a` <script>x</script> `b`", 1, 5, "<script"),
    ('<p title="<script>">x</p><script>y</script>', 1, 11, "<script"),
    ('<a href="&#x6A;&#x61;vascript:x">y</a>', 1, 10, "javascript:"),
    ("<style>\n@import url(x.css);\n</style>", 2, 1, "<style>: @import"),
    ('<a target=_blank href="ftp://e.dk">x</a>', 1, 24, "ftp:"),
    ('<div id="draw" data-given=\'{"folder":"//e.dk/"}\'>', 1, 16, "data-given="),
    ('<div id="compose" data-folder="https://e.dk/">', 1, 19, "data-folder="),
    ('<img name="getElementById" src="a.png">', 1, 6, 'name="getElementById"'),
    ('<p style="background: URL( //e.dk/x )">x</p>', 1, 4, 'style="background: URL( //e.dk/x )"'),
    ('<style>p{content:"/*"; background:url(//e.dk); "*/"}</style>', 1, 39, "<style>: //"),
    ("tekst\n\nmere <b>fed</b>\n\n<script>\n\nx\n\n</script>", 5, 1, "<script"),
    ("```\n<script>\n```\n\n<script>x</script>", 5, 1, "<script"),
    ("`<script>` er ord, men <script>x</script>", 1, 24, "<script"),
    ('<a href="x" attributionsrc="https://e.dk">x</a>', 1, 13, "attributionsrc="),
    ('<circle fill="url(https://e.dk/a.svg#b)"/>', 1, 1, "<circle"),
    ('<p\nonclick\n=\n"x">y</p>', 2, 1, "onclick="),
    ('<!DOCTYPE html [<!ENTITY x "y">]>', 1, 1, "<!DOCTYPE"),
    ('<?xml-stylesheet href="https://e.dk/x.css"?>', 1, 1, "<?xml-stylesheet"),
]

HARMLESS = [
    "`<script>`",
    "```\n<script>alert(1)</script>\n```",
    "    <script>x</script>",
    "``<img onerror=x>``",
    "&lt;script&gt;",
    "[x](https://at.dk) <https://at.dk> <a@b.dk> [y](tel:12345678) [z](mailto:a@b.dk)",
    '<div class="x" id="y" markdown>\n\n- a\n\n</div>',
    "![x](a.png){ width=300 loading=lazy }",
    '<figure markdown="span">\n  ![x](a.png){ width="300" }\n  <figcaption>Tekst</figcaption>\n</figure>',
    "<details><summary>x</summary>y</details>",
    '<span style="color:red">x</span>',
    '<p align="center"><img src="a.png" alt="" width="20"></p>',
    "<!-- note -->\ntekst",
    "a < b og c > d & e",
    "<kbd>Ctrl</kbd>+<kbd>C</kbd>",
    "<table border=1><tr><td colspan=2>x</td></tr></table>",
    "<br/>x<br />y<hr>",
    '<audio controls src="lyd.mp3"></audio>',
    '<video controls><source src="x.mp4" type="video/mp4"></video>',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>',
    "<style>.x { color: red; background: url(a.png) }</style>",
    "## A {#id .c}\n\n[x](#id){ .md-button }",
    "<p>a<p>b",
    "<ul><li>a<li>b</ul>",
    "<div><b>x</div></b>",
    '<a id="x"></a>',
    "x[^1]\n\n[^1]: y",
    "- [ ] a",
    '<abbr title="x">y</abbr> &nbsp; &copy;',
    "<u>a</u><sub>b</sub><mark>c</mark>",
    "Skriv `onclick=` og `javascript:` her",
    "onclick=3 og javascript: i en sætning",
    "{{ x }} {% y %}",
    "<http://x.dk/?a=1&b=2>",
    '<div class="grid cards" markdown>\n\n-   :material-x:{ .lg } __a__\n\n    ---\n\n    b\n\n</div>',
    "| a | b |\n|:--|--:|\n| 1 | 2 |",
    "<iframe i tekst",
    "5 <6 og a<b",
    "<div>\n<p>uafsluttet",
    "</div>",
    '``` python {lint="skip" title="a.py"}\nx = 1\n```',
    "```bash\nclone <navn>/haandbog\n```",
]


@pytest.mark.parametrize(
    ("text", "line", "column", "given"), HOSTILE, ids=lambda given: given[:40] if isinstance(given, str) else ""
)
def test_what_may_run_or_load_is_refused_at_its_place(
    tmp_path: Path, text: str, line: int, column: int, given: str
) -> None:
    problems = [one for one in reader(tmp_path).problems(f"# En side\n\n{text}", PATH) if one.is_error]
    first = min(problems, key=lambda problem: problem.order)
    assert (first.source.line - 2, first.source.column, first.parameters["given"]) == (line, column, given)
    assert first.rule == ("page-request" if given.lstrip("/\\").startswith(("http", "e.dk")) else "page-unsafe")
    assert "pages_allowed" in told(first) or "docs/" in told(first)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_shows_something_is_allowed(tmp_path: Path, text: str) -> None:
    for extensions in ("[attr_list, md_in_html, footnotes]", MATERIAL):
        assert [told(one) for one in reader(tmp_path, extensions).problems(text, PATH) if one.is_error] == []


def test_each_place_is_told(tmp_path: Path) -> None:
    text = "<script>x</script>\n\n- a <b onclick=x>b</b>\n\n<script>y</script>\n\n[z](javascript:z)\n"
    found = [(one.source.line, one.source.column) for one in reader(tmp_path).problems(text, PATH)]
    assert sorted(found) == [(1, 1), (3, 8), (5, 1), (7, 5)]


def test_a_page_on_the_list_may_hold_code_but_asks_no_other_computer(tmp_path: Path) -> None:
    allowed = '[macros, {hverdag: {pages_allowed: [{page: side.md, by: "IT-afdelingen, webteamet"}]}}]'
    pages = reader(tmp_path, plugins=allowed)
    assert pages.site.problems == ()
    text = "<script>x</script>\n\n![x](https://example.org/x.png)\n"
    assert [one.rule for one in pages.problems(text, PATH)] == ["page-request"]
    assert {one.rule for one in pages.problems(text, "docs/anden.md")} == {"page-unsafe", "page-request"}
    assert pages.refused_in("<script>x</script>", PATH) == []


@pytest.mark.parametrize(
    ("listed", "given"),
    [
        ("[{page: side.md}]", "side.md"),
        ("[{page: side.md, by: ''}]", "side.md"),
        ("[{page: borte.md, by: IT}]", "borte.md"),
        ("[{page: ../stories/x.md, by: IT}]", "../stories/x.md"),
        ("[side.md]", "side.md"),
        ("side.md", "side.md"),
        ("[{page: side.md, by: IT, more: x}]", "side.md"),
        ("{page: side.md, by: 3}", "side.md"),
        ("[3]", "pages_allowed"),
    ],
)
def test_a_page_on_the_list_has_someone_who_answers_for_it(tmp_path: Path, listed: str, given: str) -> None:
    pages = reader(tmp_path, plugins=f"[{{hverdag: {{pages_allowed: {listed}}}}}]")
    (problem,) = pages.site.problems
    assert (problem.rule, problem.source.path, problem.source.line) == ("page-allowed", "mkdocs.yml", 2)
    assert problem.parameters["given"] == given
    assert [one.rule for one in pages.problems("<script>x</script>", PATH)] == ["page-unsafe"]


def test_a_service_that_counts_readers_is_refused(tmp_path: Path) -> None:
    pages = reader(tmp_path, plugins="[hverdag]\nextra:\n  analytics:\n    provider: google")
    assert [(one.rule, one.source.line) for one in pages.site.problems] == [("page-counting", 4)]


def test_macros_are_not_read_and_what_stands_around_them_is(tmp_path: Path) -> None:
    text = "---\nrender_macros: true\n---\n\n{{ story('<script>') }}\n\n{% raw %}<script>x</script>{% endraw %}\n"
    assert [(one.rule, one.source.line) for one in reader(tmp_path).problems(text, PATH)] == [("page-unsafe", 7)]
    without = text.replace("render_macros: true", "title: Side")
    assert [one.source.line for one in reader(tmp_path).problems(without, PATH)] == [5]
    assert reader(tmp_path).refused_in("<p>a</p><script>x</script>", PATH)[0].rule == "page-unsafe"


@pytest.mark.parametrize("fields", ["title: x\n...\n<script>x</script>", "title: x\n---\n<script>x</script>\n\n---"])
def test_the_text_begins_where_mkdocs_says(tmp_path: Path, fields: str) -> None:
    assert "page-unsafe" in [one.rule for one in reader(tmp_path).problems(f"---\n{fields}\n---\n", PATH)]


@pytest.mark.parametrize("css", ["@import 'a.css'", "url(//e.dk)", "u\\72l(x)", "x:expression(y)", "url( data:x )"])
def test_style_that_loads(css: str) -> None:
    assert loads(css)


@pytest.mark.parametrize("css", ["color: red", "background: url(a.png)", "width: calc(100% - 2em)", "--x: 1"])
def test_style_that_only_looks(css: str) -> None:
    assert not loads(css)
