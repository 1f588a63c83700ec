"""What Material's scripts would ask another computer for, they do not: in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.chromium import Visit, served
from tests.conftest import Publication

DRAWN = (
    '<pre class="mermaid"><code>graph TD; A--&gt;B</code></pre>',
    '<div><pre class="x mermaid y">graph TD; A--&gt;B</pre></div>',
)


@pytest.fixture
def drawn(good: Publication) -> Path:
    """A site with a page of what Material would draw."""
    for number, html in enumerate(DRAWN):
        good.write(f"docs/tegnet-{number}.md", f"# Tegnet {number}\n\n{html}\n")
    good.change("mkdocs.yml", "site_name: Mini", "site_name: Mini\nmarkdown_extensions: [attr_list, md_in_html]")
    report = good.build()
    assert report.built, report.problems
    return good.site


def test_a_drawing_is_shown_as_it_is_written(drawn: Path, browser: Browser) -> None:
    with served(drawn) as address:
        for number in range(len(DRAWN)):
            visit = Visit(browser.new_page(), address)
            page = visit.open(f"tegnet-{number}/")
            page.wait_for_load_state("networkidle")
            assert "graph TD; A-->B" in page.locator("pre").inner_text()
            assert (visit.left, visit.errors) == ([], [])
            page.close()
