"""Tables of hand-written pages say what they are."""

from hverdag.host.tables import named_tables
from tests.conftest import Publication

BEGIN = '<div class="table-frame" tabindex="0" role="group" aria-label="Tabel">'


def test_a_table_is_named_after_the_heading_before_it() -> None:
    table = "<table><thead><tr><th>Hvem</th></tr></thead></table>"
    html = named_tables(f"{table}<h2 id='x'>Os &amp; <em>jer</em></h2>{table}{table}", "Tabel")
    for name in ("Tabel", "Os &amp; jer", "Os &amp; jer (2)"):
        assert f'{BEGIN}<table><caption class="hv-aside">{name}</caption><thead>' in html
    assert html.count('<th scope="col">') == 3


def test_what_an_author_wrote_is_kept() -> None:
    rows = '<caption>Vores</caption><tbody><tr><th{}>A</th><th scope="col" class="b">B</th></tr></tbody>'
    html = named_tables(f'<table class="a">{rows.format("")}</table>', "Tabel")
    row = ' scope="row"'
    assert html == f'{BEGIN}<table class="a">{rows.format(row)}</table></div>'


def test_a_table_that_does_not_end_is_left_as_it_is() -> None:
    assert named_tables("<table><tr><th>A", "Tabel") == "<table><tr><th>A"


def test_tables_of_texts_and_of_pages_have_captions(good: Publication) -> None:
    text = (good.root / "docs/hjaelp.md").read_text("utf-8")
    good.write("docs/hjaelp.md", f"{text}\n\n## Hvem ringer\n\n| Hvem | Hvad |\n|------|------|\n| Lis  | ringer |\n")
    assert good.build().built
    page = good.page("hjaelp/index.html")
    assert '<table><caption class="hv-aside">Hvem ringer</caption>' in page.replace("\n", "")
    assert page.count('<th scope="col">') == 2
    story = good.page("fortaellinger/doeren/index.html")
    assert '<table><caption class="hv-aside">Efter</caption>' in story
    assert '<th style="text-align: right" scope="col">' in story or '<th scope="col"' in story
