"""What is taken out of a copy of a live site leaves nothing behind, not even in a browser that has kept it."""

from pathlib import Path

from hverdag.model.digest_name import with_digest
from hverdag.publish.taken_away import replacements, take_away

DATA = with_digest("assets/hverdag/cards/mod.js", "the story")
EMPTY = with_digest("assets/hverdag/cards/mod.js", "")


def test_an_emptied_script_has_another_name_everywhere(tmp_path: Path) -> None:
    """Browsers keep a file with a digest in its name for a year: under its old name they would show the story."""
    for path, text in {DATA: "the story", "kort/index.html": f'{{"script": "../{DATA}"}}', "x.js": "x"}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    take_away(tmp_path, replacements([DATA, "x.js"], lambda _: "gone"), lambda _: "mangler.html")
    assert not (tmp_path / DATA).exists()
    assert (tmp_path / EMPTY).read_text("utf-8") == ""
    assert (tmp_path / "kort/index.html").read_text("utf-8") == f'{{"script": "../{EMPTY}"}}'
    assert (tmp_path / "x.js").read_text("utf-8") == ""
