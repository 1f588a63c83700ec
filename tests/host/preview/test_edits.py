"""A preview that has been open while much was edited shows what one shows that was just begun."""

import random
import shutil
from dataclasses import replace
from pathlib import Path

from hverdag.host.mkdocs import configured
from hverdag.host.preview.site import Preview
from hverdag.model.artifact import Output, WordFile
from hverdag.model.problem import Problem
from tests.conftest import GOLDEN, TODAY, Publication, examples

EDITS = 40

FIELDS = (
    ("title", "Et andet navn"),
    ("title", "Endnu et"),
    ("name", "Tiltro"),
    ("state", "draft"),
    ("state", "published"),
    ("state", "retired"),
    ("values", "[mod]"),
    ("values", "[tillid, mod]"),
    ("themes", "[nøgler, vinduer]"),
    ("order", "3"),
    ("minutes", "25"),
    ("applies_to", "[story, value, handbook]"),
    ("applies_to", "[value]"),
    ("follows", "[kort]"),
    ("code", "F07"),
    ("code", "M02"),
    ("workplace", "Skolen ved åen"),
    ("consent", "{reference: SAM-1, channels: [intranet, print], until: 2026-01-01}"),
    ("consent", "{reference: SAM-1, channels: [print], until: 2027-01-01}"),
)

SETTINGS = (
    ("title", "Håndbogen"),
    ("edition", "2. udgave"),
    ("folders", "{stories: historier, guides: vejledninger}"),
    ("folders", "{}"),
    ("printed", "[pamphlet, cards]"),
    ("printed", "[]"),
    ("demands", "{nods: true}"),
    ("retired", "[F03]"),
    ("retired", "[]"),
    ("edit_url", "https://git.lilleby.example/ret/{path}"),
    ("language", "en"),
    ("language", "da"),
    ("reach", "outside"),
    ("themes", "[{id: vinduer, name: Vinduer, about: Glas., words: [vindue]}]"),
)


class Editor:
    """Edits a publication at random, the same way every time."""

    def __init__(self, publication: Publication) -> None:
        self.chance = random.Random(20)  # noqa: S311 not a secret
        self.root = publication.root

    def edit(self, number: int) -> None:
        """Edit something; at each sixth edit, put all of it back, so that not too much is faulty for long."""
        edits = (
            self.add_words,
            self.lose_a_line,
            self.set_a_field,
            self.set_a_field,
            self.set_a_setting,
            self.rename,
            self.copy,
            self.remove,
        )
        (self.chance.choice(edits) if number % 6 else self.put_back)()

    def add_words(self) -> None:
        path = self._any()
        path.write_text(f"{path.read_text('utf-8').rstrip()}\n\nOrd nummer {self.chance.randrange(1000)}.\n", "utf-8")

    def lose_a_line(self) -> None:
        path = self._any()
        lines = path.read_text("utf-8").splitlines(keepends=True)
        lines.pop(self.chance.randrange(len(lines)))
        path.write_text("".join(lines) or "\n", "utf-8")

    def set_a_field(self) -> None:
        path, (field, text) = self._any(), self.chance.choice(FIELDS)
        fields, fence, body = path.read_text("utf-8").removeprefix("---\n").partition("\n---\n")
        if fence:
            path.write_text(f"---\n{_with(field, text, fields)}\n---\n{body}", "utf-8")

    def set_a_setting(self) -> None:
        path = self.root / "values/handbook.yml"
        path.write_text(_with(*self.chance.choice(SETTINGS), path.read_text("utf-8")), "utf-8")

    def rename(self) -> None:
        path = self._any()
        path.rename(self._beside(path))

    def copy(self) -> None:
        path, number = self._any(), self.chance.randrange(10, 99)
        text = path.read_text("utf-8")
        for letter in "FVM":
            text = text.replace(f"code: {letter}0", f"code: {letter}{number}")
        self._beside(path).write_text(text, "utf-8")

    def remove(self) -> None:
        self._any().unlink()

    def put_back(self) -> None:
        shutil.rmtree(self.root)
        shutil.copytree(GOLDEN / "good", self.root)

    def _any(self) -> Path:
        return self.chance.choice(sorted(self.root.rglob("*.md")))

    def _beside(self, path: Path) -> Path:
        return path.with_stem(self.chance.choice(("a", "b", "c", "vinduet", "tillid", "kort")))


def _with(field: str, text: str, fields: str) -> str:
    """Return the text of some fields with one set to something else."""
    lines, kept, is_left_out = fields.split("\n"), [], False
    for line in lines:
        is_left_out = line.startswith(f"{field}:") or (is_left_out and line.startswith((" ", "-")))
        kept += [] if is_left_out else [line]
    return "\n".join((*kept, f"{field}: {text}"))


def test_a_preview_after_many_edits_is_one_that_has_just_begun(good: Publication, tmp_path: Path) -> None:
    editor = Editor(good)
    preview = _opened(good, tmp_path / "preview")
    for number in range(1, examples(EDITS) + 1):
        editor.edit(number)
        preview.refresh()
        shown = _shown(preview)  # before another begins: MkDocs has one plugin for both
        fresh = _opened(good, tmp_path / f"fresh-{number}")
        assert shown == _shown(fresh)
        fresh.close()
    preview.close()


def _opened(publication: Publication, folder: Path) -> Preview:
    folder.mkdir()
    preview = Preview(publication.root, folder, configured, lambda: None, TODAY)
    preview.refresh()
    return preview


def _shown(preview: Preview) -> tuple[dict[str, bytes], list[Output], tuple[Problem, ...]]:
    """Return every page of a preview, what its papers and other files are made of, and its problems."""
    site, frames = preview._site, preview._frames
    assert site is not None
    for path in frames._pages:
        preview.write(path)
    pages = {path: (preview.folder / path).read_bytes() for path in frames._pages}
    # Its key says all that a Word file is made of.
    outputs = [replace(one, make=bytes) if isinstance(one, WordFile) else one for one in site._everything()]
    return pages, outputs, site.problems
