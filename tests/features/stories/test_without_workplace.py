"""A draft that does not say where it happened yet leaves nothing of the sign that would stand beside the workplace."""

import re

from tests.conftest import Publication

_TAG = re.compile(r"<[^>]+>")
_LONELY = re.compile(r"(?:^|\n)\s*·|·\s*(?:$|\n|·)")


def test_no_sign_stands_alone(good: Publication) -> None:
    good.change("values/tillid.md", "Det sker i [Døren](../stories/doeren.md#efter).", "")
    for path in ("doeren", "vinduet", "kladden"):
        text = (good.root / f"stories/{path}.md").read_text("utf-8").replace("state: published", "state: draft")
        good.write(f"stories/{path}.md", re.sub(r"workplace: .*\n", "", text))
    good.write("docs/hjaelp.md", "---\nrender_macros: true\n---\n\n# Hjælp\n\n{{ talk() }}\n\n{{ story_now() }}\n")
    assert good.build(preview=True).built
    for page in sorted(good.site.rglob("*.html")):
        text = page.read_text("utf-8")
        pieces = re.findall(r"<(?:option|p|span|li)\b[^>]*>(.*?)</(?:option|p|span|li)>", text, re.DOTALL)
        for piece in pieces:
            shown = _TAG.sub("", piece).replace("&nbsp;", " ").replace("&ensp;", " ").strip()
            assert not _LONELY.search(shown), (page.name, shown)
