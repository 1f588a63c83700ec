"""What an attacker found: ways in which a story stayed up, or was kept, after it was taken back."""

from datetime import timedelta
from pathlib import Path

import pytest

from hverdag.host.mkdocs import render_site
from hverdag.pipeline.check_site import check_site
from hverdag.pipeline.consent_gate import allowed
from hverdag.pipeline.read import read_and_check
from hverdag.publish.cache.story_index import StoryIndex
from tests.conftest import TODAY, Publication
from tests.consent import LAASEN, UNTIL, WORDS, leaks, offline, own_cache, told_of, warm_cache
from tests.files_that_tell import pdf, waiver

__all__ = ["own_cache", "told_of", "warm_cache"]

AFTER = UNTIL + timedelta(1)
LINKS = """# Genveje

- [guiden](guider/vejen/laasen.md)
- [stedet](fortaellinger/laasen.md#et-sted)
- ![billedet](fortaellinger/billede.png)
- [papiret](print/vejen/laasen-vejen.pdf)
"""


@pytest.fixture
def linked(told_of: Publication) -> Publication:
    """A hand-written page, a story and the navigation lead to everything there is of a story."""
    told_of.write("docs/genveje.md", LINKS)
    told_of.change("mkdocs.yml", "  /hjaelp.md\n", "  /hjaelp.md\n  /genveje.md\n")
    told_of.change(LAASEN, "Jeg så en tørvestak.", "## Et sted\n\nJeg så en tørvestak.")
    told_of.change("stories/vinduet.md", "[her](laasen.md)", "[her](laasen.md#et-sted)")
    return told_of


def test_no_link_keeps_a_story_up(linked: Publication) -> None:
    """Expiry alone made dead links of sound ones, and the build failed: the story stayed."""
    report = linked.build(UNTIL)
    assert report.built, report.problems
    report = linked.build(AFTER)
    assert report.built, report.problems
    assert leaks(linked.site) == {}
    told = {(problem.rule, problem.source.path) for problem in report.problems}
    assert {("site-gone", "docs/genveje.md"), ("link-withdrawn", "stories/vinduet.md")} <= told
    assert "Fortællingen er ikke længere i håndbogen" in linked.page("guider/vejen/laasen/index.html")


def test_nor_in_an_edition_for_others(linked: Publication) -> None:
    linked.change(LAASEN, "channels: [intranet, print, outside]", "channels: [intranet, print]")
    made = offline(linked, "ude.zip", outside=True)
    assert made.is_file()


def test_a_link_that_was_never_right_still_stops_the_build(linked: Publication) -> None:
    linked.write("docs/genveje.md", "# Genveje\n\n[x](guider/vejen/laasn.md) [y](fortaellinger/doeren.md#ingen)\n")
    assert {problem.rule for problem in linked.build(AFTER).errors} == {"site-link"}


WITHDRAWN = f"  until: {UNTIL}\n  withdrawn: 2026-11-01\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("code: F77\n", "code:\n"),
        ("code: F77\n", ""),
        ("state: published", "state: retired"),
        ("title: En mosekonge", "title:"),
        ("summary: Den handler om et blikspand.", "summary: [1, 2]"),
        ("values: [mod]", "values: modet"),
        ("told: 2026-02-01", "told: i går"),
    ],
)
def test_whatever_else_is_wrong_it_goes_out(told_of: Publication, old: str, new: str) -> None:
    """Without a code it crashed; with `state: retired`, which is a natural thing to write too, links kept it up."""
    told_of.change(LAASEN, f"  until: {UNTIL}\n", WITHDRAWN)
    told_of.change(LAASEN, old, new)
    read = read_and_check(told_of.root, TODAY)
    assert read.errors == ()
    handbook = allowed(read.handbook, TODAY, read.settings.reach)
    assert "mosekonge" not in repr(handbook.stories).casefold()
    report = check_site(told_of.root, TODAY, render_site)
    assert report.errors == ()


@pytest.mark.parametrize("text", ["consent: trukket tilbage\n", "consent: []\n", "consent: nej\n"])
def test_consent_that_cannot_be_read_is_none(told_of: Publication, text: str) -> None:
    told = (told_of.root / LAASEN).read_text("utf-8")
    begins, ends = told.index("consent:"), told.index("mentioned:")
    told_of.write(LAASEN, told[:begins] + text + told[ends:])
    read = read_and_check(told_of.root, TODAY)
    assert read.errors == ()
    told = [problem.rule for problem in read.problems if problem.source.field == "consent"]
    assert told
    assert "consent-ended" not in told, "nobody is to withdraw what a slip has hidden"


def test_its_code_may_be_retired_while_its_file_is_there(told_of: Publication) -> None:
    told_of.change(LAASEN, f"  until: {UNTIL}\n", WITHDRAWN)
    settings = (told_of.root / "values/handbook.yml").read_text("utf-8")
    told_of.write("values/handbook.yml", f"{settings}retired: [F77]\n")
    assert read_and_check(told_of.root, TODAY).errors == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("code: F77\n", "code: F78\n"),
        ("channels: [intranet, print, outside]", "channels: [intranet]"),
        ("channels: [intranet, print, outside]", "channels: [print]"),
    ],
)
@pytest.mark.slow
def test_what_is_no_longer_told_is_not_kept(told_of: Publication, own_cache: Path, old: str, new: str) -> None:
    """A code changed with the withdrawal, or a channel taken back, left the release before it, and the cached PDFs."""
    assert told_of.build().built
    told_of.change(LAASEN, old, new)
    if "code" in old:
        told_of.change(LAASEN, f"  until: {UNTIL}\n", WITHDRAWN)
    assert told_of.build().built
    assert [
        path for path in leaks(told_of.root / ".site") if "print/" in path or path.endswith((".pdf", ".docx"))
    ] == []
    assert len(list((told_of.root / ".site").glob("release-*"))) == 1
    assert [path for path in leaks(own_cache) if path.endswith((".pdf", ".docx"))] == []


@pytest.mark.slow
def test_a_rare_word_is_not_kept_either(told_of: Publication, own_cache: Path) -> None:
    assert told_of.build().built
    assert leaks(own_cache / "memo")
    told_of.change(LAASEN, f"  until: {UNTIL}\n", WITHDRAWN)
    assert told_of.build().built
    assert leaks(own_cache) == {}


@pytest.mark.slow
def test_a_build_that_fails_keeps_nothing_up(told_of: Publication) -> None:
    """It said so, and left the story there."""
    assert told_of.build().built
    told_of.change(LAASEN, f"  until: {UNTIL}\n", WITHDRAWN)
    told_of.change("stories/doeren.md", "kind: opgave", "kind: ukendt")
    report = told_of.build()
    assert {problem.rule for problem in report.errors} == {"story-kind"}
    assert report.taken_out
    assert leaks(told_of.site) == {}
    assert leaks(told_of.root / ".site") == {}
    assert told_of.build().taken_out is None


NUMBER = "150368-5006"  # nobody's: no one born in 1968 has one like it


def test_a_number_in_a_withdrawn_story_does_not_keep_it_up(told_of: Publication) -> None:
    """A breach is found, and the story taken back: the number in it must not stop that, nor be in an address."""
    told_of.change(LAASEN, "Jeg så en tørvestak.", f"Jeg så en tørvestak. {NUMBER}")
    assert "privacy-cpr" in [problem.rule for problem in told_of.problems() if problem.is_error]
    told_of.change(LAASEN, f"  until: {UNTIL}\n", WITHDRAWN)
    (told_of.root / LAASEN).rename(told_of.root / f"stories/laasen-{NUMBER}.md")
    told_of.change("stories/vinduet.md", "Se [her](laasen.md).", "")
    told_of.change("values/handbook.yml", "[laasen]", "[doeren]")
    told_of.write("docs/udvalgt.md", "# Udvalgt\n")
    report = told_of.build()
    assert report.built, report.problems
    assert "privacy-cpr" in [problem.rule for problem in report.problems]
    assert leaks(told_of.site, (*WORDS, NUMBER)) == {}
    assert not [path for path in told_of.site.rglob("*") if NUMBER in path.name]


@pytest.mark.parametrize("path", ["docs/liste.pdf", "docs/assets/liste.pdf"])
def test_nor_does_it_silence_the_same_number_elsewhere(told_of: Publication, path: str) -> None:
    told_of.change(LAASEN, "Jeg så en tørvestak.", f"Jeg så en tørvestak. {NUMBER}")
    told_of.change(LAASEN, f"  until: {UNTIL}\n", WITHDRAWN)
    (told_of.root / path).parent.mkdir(exist_ok=True)
    (told_of.root / path).write_bytes(pdf(NUMBER))
    assert [(problem.rule, problem.source.path) for problem in told_of.build().errors] == [("privacy-cpr", path)]


def test_a_waiver_for_one_file_is_none_for_another(told_of: Publication) -> None:
    told_of.change(LAASEN, "Jeg så en tørvestak.", f"Jeg så en tørvestak. {NUMBER}")
    settings = (told_of.root / "values/handbook.yml").read_text("utf-8")
    told_of.write("values/handbook.yml", settings + waiver("privacy-cpr", LAASEN, NUMBER.replace("-", "")))
    assert told_of.build().errors == ()
    (told_of.root / "docs/liste.pdf").write_bytes(pdf(NUMBER))
    assert [problem.source.path for problem in told_of.build().errors] == ["docs/liste.pdf"]


def test_its_picture_on_another_text_is_told(told_of: Publication) -> None:
    told_of.change("stories/vinduet.md", "Se [her](laasen.md).", "![En snor](billede.png)")
    told_of.change(LAASEN, f"  until: {UNTIL}\n", WITHDRAWN)
    found = [problem for problem in told_of.problems() if problem.rule == "image-withdrawn"]
    assert [problem.source.path for problem in found] == ["stories/vinduet.md"]


class TestLists:
    """The lists of what the cache holds of each story."""

    def kept(self, cache: Path, name: str) -> Path:
        path = cache / "paper" / name[:2] / f"{name * 32}.3.pdf"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"abc")
        return path

    def test_a_file_that_cannot_be_deleted_stays_on_its_list(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        memory, paths = StoryIndex(tmp_path, "Fjordby"), [self.kept(tmp_path, name) for name in ("ab", "cd")]
        for path in paths:
            memory.kept(path, b"", ["F01"])
        whole = Path.unlink

        def stubborn(path: Path, missing_ok: bool = False) -> None:
            if path == paths[0]:
                raise PermissionError(path)
            whole(path, missing_ok)

        monkeypatch.setattr(Path, "unlink", stubborn)
        assert memory.forget(["F01"]) == 1
        monkeypatch.undo()
        assert [path.exists() for path in paths] == [True, False]
        assert memory.forget(["f01"]) == 1

    def test_a_list_does_not_grow_for_ever(self, tmp_path: Path) -> None:
        memory = StoryIndex(tmp_path, "Fjordby")
        for number in range(800):
            path = self.kept(tmp_path, f"{number % 200:02x}"[:2])
            path = path.rename(path.with_name(f"{number:064x}.3.pdf"))
            memory.kept(path, b"", ["F01"])
            path.unlink()
        (listed,) = (path for path in (tmp_path / "stories").rglob("*") if path.is_file())
        assert listed.stat().st_size < 40_000

    def test_a_link_in_the_place_of_a_list_is_not_followed(self, tmp_path: Path) -> None:
        memory, path = StoryIndex(tmp_path, "Fjordby"), self.kept(tmp_path, "ab")
        memory.kept(path, b"", ["F01"])
        (listed,) = (found for found in (tmp_path / "stories").rglob("*") if found.is_file())
        other = tmp_path / "andet.txt"
        other.write_text("urørt", encoding="utf-8")
        listed.unlink()
        listed.symlink_to(other)
        assert memory.kept(path, b"abc", ["F01"]) == b"abc"
        assert other.read_text("utf-8") == "urørt"
