"""A site whose pages we set into their frames ourselves is the site that MkDocs makes."""

from pathlib import Path

import pytest

from hverdag.host.frames import WholeSite
from hverdag.publish.release import MARKER
from tests.conftest import Publication


def files(site: Path) -> dict[str, bytes]:
    """Return the files of a site but for the one that names its release."""
    paths = (path for path in site.rglob("*") if path.is_file() and path.name != MARKER)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}


def test_it_is_byte_for_byte_the_same(good: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []
    set_in = WholeSite._set_in
    monkeypatch.setattr(WholeSite, "_set_in", lambda site, page: drawn.append(set_in(site, page)) or drawn[-1])
    assert good.build().built
    ours = files(good.site)
    assert drawn.count(True) > drawn.count(False) > 0
    drawn.clear()
    monkeypatch.setattr(WholeSite, "is_possible", lambda _: False)
    assert good.build().built
    assert drawn == []
    assert files(good.site) == ours


def test_where_another_plugin_or_a_hook_looks_at_pages_mkdocs_draws_each(
    good: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(WholeSite, "write_all", refuse)
    (good.root / "hook.py").write_text(
        "def on_post_page(output, **_):\n    return output.replace('<title>', '<title>M: ')\n"
    )
    settings = good.root / "mkdocs.yml"
    settings.write_text(f"{settings.read_text('utf-8')}\nhooks: [hook.py]\n", encoding="utf-8")
    assert good.build().built
    assert "<title>M: " in good.page("fortaellinger/index.html")
