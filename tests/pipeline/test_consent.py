"""Consent: what a story may be used for, until when, and that it is gone from everything when it no longer may."""

import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from hverdag.host.mkdocs import render_site
from hverdag.model.artifact import Progress
from hverdag.model.manifest import NAME
from hverdag.model.texts.consent import Consent
from hverdag.model.texts.story import Story
from hverdag.parse.manifest import read_manifest
from hverdag.pipeline import build
from hverdag.pipeline.consent_gate import allowed
from hverdag.pipeline.read import read_and_check
from hverdag.pipeline.render import RenderedSite
from hverdag.pipeline.result import HostResult
from hverdag.publish.cache.story_index import StoryIndex
from tests.conftest import ROOT, TODAY, Publication, planned
from tests.consent import LAASEN, STORY, UNTIL, WORDS, leaks, offline, own_cache, run, told_of, unpacked, warm_cache
from tests.course import Course

__all__ = ["own_cache", "told_of", "warm_cache"]


@pytest.mark.slow
def test_a_withdrawn_story_is_gone_from_everything(told_of: Publication, own_cache: Path) -> None:
    report = told_of.build()
    assert report.built, report.problems
    before = leaks(told_of.site)
    assert {Path(path).suffix for path in before} == {".html", ".js", ".json", ".pdf", ".docx"}
    assert set().union(*before.values()) == set(WORDS) - {"sam-2026-077"}  # the register is nobody's business
    assert leaks(own_cache)
    pictures = {path for path in (own_cache / "pictures").rglob("*") if path.is_file()}
    kept = offline(told_of, "foer.zip")
    assert leaks(unpacked(kept))

    done = run(told_of, "withdraw", "F77", typed="ja\n")
    assert done.exit_code == 0
    assert "Skal F77 (stories/laasen.md) trækkes tilbage?" in done.output
    for told_in_list in (
        "site, lavet",
        "assets/hverdag/guide/story-laasen.",
        "laasen-kort.pdf",
        "stories/billede.png",
    ):
        assert told_in_list in done.output

    report = told_of.build()
    assert report.built, report.problems
    assert {problem.rule for problem in report.problems} >= {"consent-withdrawn", "link-withdrawn"}
    assert leaks(told_of.site) == {}
    assert leaks(unpacked(offline(told_of, "efter.zip"))) == {}
    # Neither the release before it nor the cache has it any more.
    assert leaks(told_of.root / ".site") == {}
    assert leaks(own_cache) == {}
    # The picture that was the story's own is not kept any more either.
    assert [path.exists() for path in pictures].count(False) == 1
    manifest = read_manifest(told_of.site / NAME)
    assert manifest is not None
    assert "F77" not in manifest.codes
    # What is left is a notice, wherever a link or a code on paper leads.
    notice = told_of.page("fortaellinger/laasen/index.html")
    assert "Fortællingen er ikke længere i håndbogen" in notice
    assert "stories/laasen.md" not in notice
    assert "<h1>Det er ikke længere i håndbogen</h1>" in told_of.page("f/f77/index.html")
    assert 'href="../laasen/"' in told_of.page("fortaellinger/vinduet/index.html")
    assert not (told_of.site / "fortaellinger/billede.png").exists()
    assert "laasen" not in told_of.page("search/data.js")


@pytest.mark.slow
def test_the_day_after_its_last_a_story_is_gone(told_of: Publication) -> None:
    """The clock alone takes it out: nobody writes anything."""

    def rules(day: date) -> set[str]:
        return {rule for rule in told_of.rules(day) if rule.startswith("consent")}

    assert rules(UNTIL - timedelta(61)) == set()
    assert rules(UNTIL - timedelta(60)) == {"consent-expires"}
    assert told_of.build(UNTIL).built
    assert rules(UNTIL) == {"consent-expires"}
    assert leaks(told_of.site)
    assert told_of.build(UNTIL + timedelta(1)).built
    assert rules(UNTIL + timedelta(1)) == {"consent-ended"}
    assert leaks(told_of.site) == {}
    assert leaks(told_of.root / ".site") == {}


@pytest.mark.slow
def test_a_story_that_is_taken_out_is_not_kept_either(told_of: Publication, own_cache: Path) -> None:
    """Whoever has only a browser writes state: retired; nothing of it lies on the server's disk afterwards."""
    assert told_of.build().built
    told_of.change(LAASEN, "state: published", "state: retired")
    told_of.change("stories/vinduet.md", "Se [her](laasen.md).", "")
    told_of.write("docs/udvalgt.md", "# Udvalgt\n")
    report = told_of.build()
    assert report.built, report.problems
    assert leaks(told_of.root / ".site") == {}
    assert leaks(own_cache) == {}


@pytest.mark.slow
def test_without_print_a_story_is_on_no_paper(told_of: Publication) -> None:
    told_of.change(LAASEN, "channels: [intranet, print, outside]", "channels: [intranet]")
    assert told_of.build().built
    assert leaks(told_of.site / "print") == {}
    held = leaks(told_of.site)
    assert "fortaellinger/laasen/index.html" in held
    assert not any(path.startswith(("guider/", "assets/", "print/", "kort/")) for path in held)
    page = told_of.page("fortaellinger/laasen/index.html")
    assert 'class="hv-screen-only"' in page
    assert 'class="hv-screen-only"' not in told_of.page("fortaellinger/doeren/index.html")
    # A guide for it may be out on paper already: its code leads to a notice.
    assert (told_of.site / "f/f77-m01/index.html").is_file()


@pytest.mark.slow
def test_an_edition_for_others_holds_only_what_may_go_outside(told_of: Publication) -> None:
    told_of.change(LAASEN, "channels: [intranet, print, outside]", "channels: [intranet, print]")
    inside = unpacked(offline(told_of, "inde.zip"))
    outside = unpacked(offline(told_of, "ude.zip", outside=True))
    assert leaks(inside)
    assert leaks(outside) == {}
    assert "ikke med i denne udgave" in (outside / "fortaellinger/laasen.html").read_text("utf-8")
    assert "Giv den ikke videre" in (inside / "LÆS-MIG.txt").read_text("utf-8-sig")
    assert "Den må gives videre til alle" in (outside / "LÆS-MIG.txt").read_text("utf-8-sig")
    # A handbook that anyone can open needs the same.
    settings = (told_of.root / "values/handbook.yml").read_text("utf-8")
    told_of.write("values/handbook.yml", f"{settings}reach: outside\n")
    assert "consent-channels" in told_of.rules()
    assert shown(told_of) == {"doeren", "vinduet"}


def shown(publication: Publication, today: date = TODAY) -> set[str]:
    """The stories that a site is laid out with."""
    handbook = read_and_check(publication.root, today).handbook
    plan = planned(allowed(handbook, today, handbook.settings.reach), today)
    return {shown.story.id for shown in plan.shown.stories}


def test_without_the_intranet_a_story_is_nowhere(told_of: Publication) -> None:
    assert shown(told_of) == {"doeren", "vinduet", "laasen"}
    told_of.change(LAASEN, "channels: [intranet, print, outside]", "channels: [print]")
    assert "consent-channels" in told_of.rules()
    assert shown(told_of) == {"doeren", "vinduet"}


@pytest.mark.slow
def test_the_manifest_names_every_file_that_tells_of_a_story(told_of: Publication) -> None:
    assert told_of.build().built
    manifest = read_manifest(told_of.site / NAME)
    assert manifest is not None
    named = set(manifest.files_with("F77"))
    pictures = {path for path in named if path.endswith(".png")}
    # The manifest itself names the page of a theme that only this story is about; it is written anew by every build.
    assert set(leaks(told_of.site)) - {NAME} <= named
    assert all((told_of.site / path).is_file() for path in named)
    assert pictures >= {"fortaellinger/billede.png"}
    assert not {"index.html", "vaerdier/tillid/index.html"} <= set(leaks(told_of.site)) - named
    assert len({prints["F77"] for prints in manifest.outputs.values() if "F77" in prints}) == 1
    beside = told_of.site.with_name("site.edition.json")
    assert beside.read_bytes() == (told_of.site / NAME).read_bytes()
    # The same for an offline edition; and no title, no name, no path in it is anything but a file of the edition.
    made = offline(told_of, "ude.zip")
    folder = unpacked(made)
    held = read_manifest(folder / NAME)
    assert held is not None
    assert set(leaks(folder)) - {NAME} <= set(held.files_with("F77"))
    assert made.with_name("ude.edition.json").read_bytes() == (folder / NAME).read_bytes()


@pytest.mark.slow
def test_the_manifest_of_the_sample_is_whole(sample: Path) -> None:
    """A title that is a word of its own, wherever it stands on paper."""
    manifest = read_manifest(sample / NAME)
    assert manifest is not None
    (code,) = re.findall(r"^code: (.+)$", (ROOT / "stories/skloe.md").read_text("utf-8"), re.M)
    named = {path.removeprefix("print/") for path in manifest.files_with(code) if path.startswith("print/")}
    found = set(leaks(sample / "print", ("skloe",)))
    assert {Path(path).suffix for path in found} == {".pdf", ".docx"}
    assert found <= named


WAYS = {
    "as it is": STORY,
    "without consent": re.sub(r"consent:\n(?:  .*\n)+", "", STORY),
    "with comments": STORY.replace("consent:\n", "consent:  # se registret\n    # nederst\n"),
    "four spaces": STORY.replace("  reference", "    reference")
    .replace("  channels", "    channels")
    .replace(f"  until: {UNTIL}", f"    until: {UNTIL}"),
    "a slip of the pen": STORY.replace(f"  until: {UNTIL}\n", f"  until: {UNTIL}\n  withdrawn: i går\n"),
    "other faults": STORY.replace("kind: opgave", "kind: ukendt").replace("values: [mod]", "values: [modd]"),
    "left empty": STORY.replace(f"  until: {UNTIL}\n", f"  until: {UNTIL}\n  withdrawn:\n"),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_only_the_withdrawal_is_written(told_of: Publication, way: str, ending: str) -> None:
    path = told_of.root / LAASEN
    path.write_bytes(WAYS[way].replace("\n", ending).encode())
    before = path.read_bytes().splitlines(keepends=True)
    assert run(told_of, "withdraw", "laasen", "--yes").exit_code == 0
    after = path.read_bytes().splitlines(keepends=True)
    added = [line for line in after if line not in before]
    assert [line.strip() for line in added][-1] == f"withdrawn: {TODAY}".encode()
    assert all(line.endswith(ending.encode()) for line in added)
    kept = [line for line in before if not line.strip().startswith(b"withdrawn:")]
    assert [line for line in after if line in before and not line.strip().startswith(b"withdrawn:")] == kept
    read = read_and_check(told_of.root, TODAY)
    assert read.errors == ()
    assert read.handbook.gone(TODAY) == ("F77",)


@pytest.mark.parametrize(
    "text",
    [
        STORY.replace("consent:\n  reference: SAM-2026-077\n", "consent: {reference: SAM-2026-077}\n", 1).replace(
            f"  channels: [intranet, print, outside]\n  until: {UNTIL}\n", ""
        ),
        "Ingen felter.",
        "---\ntitle: Åben\n",
    ],
)
def test_what_cannot_be_added_to_is_left_alone(told_of: Publication, text: str) -> None:
    told_of.write(LAASEN, text)
    done = run(told_of, "withdraw", "laasen", "--yes")
    assert done.exit_code == 1
    assert "Skriv selv" in done.output or "skriv selv" in done.output
    assert (told_of.root / LAASEN).read_text("utf-8") == text


def test_withdrawing_asks_and_may_be_repeated(told_of: Publication) -> None:
    before = (told_of.root / LAASEN).read_bytes()
    no = run(told_of, "withdraw", "stories/laasen.md", typed="\n")
    assert no.exit_code == 1
    assert "Intet er ændret." in no.output
    assert (told_of.root / LAASEN).read_bytes() == before
    assert run(told_of, "withdraw", "laasen", "--yes").exit_code == 0
    after = (told_of.root / LAASEN).read_bytes()
    again = run(told_of, "withdraw", "laasen", today=TODAY + timedelta(3))
    assert again.exit_code == 0
    assert "blev allerede trukket tilbage den 21. november 2026" in again.output
    assert (told_of.root / LAASEN).read_bytes() == after
    unknown = run(told_of, "withdraw", "laasn", "--yes")
    assert unknown.exit_code == 1
    assert "laasen" in unknown.output


def test_a_fault_in_a_withdrawn_story_does_not_keep_it_up(told_of: Publication) -> None:
    """What is wrong with a text that nobody sees stops nothing; where a notice stands must still be right."""
    told_of.change(LAASEN, "kind: opgave", "kind: ukendt")
    told_of.change(LAASEN, f"  until: {UNTIL}", f"  until: {UNTIL}\n  withdrawn: 2026-13-45")
    report = told_of.build()
    assert report.built, report.problems
    mine = {problem.rule: problem.level for problem in report.problems if problem.source.path == LAASEN}
    assert mine == {"consent-ended": "warning", "field-date": "warning"}
    assert leaks(told_of.site) == {}
    told_of.change(LAASEN, "code: F77", "code: F/77")
    assert [problem.rule for problem in told_of.problems() if problem.is_error] == ["code-form"]


def test_a_last_day_that_is_no_date_stops_the_build(told_of: Publication) -> None:
    told_of.change(LAASEN, f"until: {UNTIL}", "until: til sommer")
    errors = [problem for problem in told_of.problems() if problem.is_error]
    assert [(problem.rule, problem.source.line) for problem in errors] == [("field-date", 24)]


def test_a_story_withdrawn_and_renamed_is_still_gone(told_of: Publication) -> None:
    assert run(told_of, "withdraw", "laasen", "--yes").exit_code == 0
    (told_of.root / LAASEN).rename(told_of.root / "stories/slaaen.md")
    told_of.change("stories/vinduet.md", "laasen.md", "slaaen.md")
    told_of.change("values/handbook.yml", "[laasen]", "[slaaen]")
    told_of.change("docs/udvalgt.md", "laasen", "slaaen")
    report = told_of.build()
    assert report.built, report.problems
    assert leaks(told_of.site) == {}
    assert "Fortællingen er ikke længere i håndbogen" in told_of.page("fortaellinger/slaaen/index.html")
    assert "laasen" not in "".join(path.as_posix() for path in told_of.site.rglob("*"))


def test_a_preview_does_not_show_it_either(told_of: Publication) -> None:
    told_of.change(LAASEN, "state: published", "state: in-review")
    told_of.change(LAASEN, f"  until: {UNTIL}", f"  until: {UNTIL}\n  withdrawn: 2026-11-01")
    told_of.change("stories/vinduet.md", "Se [her](laasen.md).", "")
    told_of.write("docs/udvalgt.md", "# Udvalgt\n")
    report = told_of.build(preview=True)
    assert report.built, report.problems
    assert leaks(told_of.site) == {}
    assert not (told_of.site / "fortaellinger/laasen/index.html").exists()


@pytest.mark.parametrize(
    ("withdrawn", "until", "gone"),
    [
        (None, date(2026, 11, 21), False),
        (None, date(2026, 11, 20), True),
        (None, None, False),
        (date(2026, 11, 21), date(2028, 1, 1), True),
        (date(2062, 1, 1), date(2028, 1, 1), True),  # a slip of the pen must not keep it up
    ],
)
def test_when_consent_has_ended(withdrawn: date | None, until: date | None, gone: bool) -> None:
    story = Story(path="stories/x.md", consent=Consent(reference="1", until=until, withdrawn=withdrawn))
    assert story.has_ended(date(2026, 11, 21)) is gone


def test_an_emptied_story_holds_nothing(told_of: Publication) -> None:
    story = read_and_check(told_of.root, UNTIL + timedelta(1)).handbook.story_by_id["laasen"]
    handbook = read_and_check(told_of.root, TODAY).handbook
    emptied = allowed(handbook, UNTIL + timedelta(1), handbook.settings.reach).story_by_id["laasen"]
    assert story.title == "En mosekonge"
    assert not any(word in repr(emptied).casefold() for word in WORDS)


@pytest.mark.slow
def test_a_build_that_loses_what_it_had_found_begins_anew(told_of: Publication, own_cache: Path) -> None:
    """Another build, of a branch where the story is withdrawn, deletes what this one is about to copy."""
    lost = []

    def robbed(prepared: RenderedSite, folder: Path, progress: Progress) -> HostResult:
        if len(lost) < 2:
            lost.append(StoryIndex(own_cache, prepared.settings.organisation).forget(["F77"]))
        return render_site(prepared, folder, progress)

    report = build.build(told_of.root, TODAY, told_of.site, robbed)
    assert all(lost)
    assert report.built, report.problems
    lost.clear()
    lost.append(-1)

    def always(prepared: RenderedSite, folder: Path, progress: Progress) -> HostResult:
        StoryIndex(own_cache, prepared.settings.organisation).forget(["F77"])
        return render_site(prepared, folder, progress)

    assert [problem.rule for problem in build.build(told_of.root, TODAY, told_of.site, always).errors] == ["cache-lost"]
    assert (told_of.site / "index.html").is_file()


class TestMemory:
    """What is kept of a story is deleted, and nothing else is."""

    @pytest.fixture
    def shelf(self, tmp_path: Path) -> Iterator[Path]:
        kept = tmp_path / "paper" / "ab" / f"{'ab' * 32}.3.pdf"
        kept.parent.mkdir(parents=True)
        kept.write_bytes(b"abc")
        yield kept

    def test_only_the_organisations_own(self, tmp_path: Path, shelf: Path) -> None:
        assert StoryIndex(tmp_path, "Fjordby").kept(shelf, b"abc", ["F01", "F02"]) == shelf
        assert StoryIndex(tmp_path, "Lilleby").forget(["F01", "F02"]) == 0
        assert StoryIndex(tmp_path, "Fjordby").forget(["F03"]) == 0
        assert shelf.exists()
        assert StoryIndex(tmp_path, "Fjordby").forget(["F02"]) == 1
        assert not shelf.exists()
        assert StoryIndex(tmp_path, "Fjordby").forget(["F01", "F02"]) == 0

    def test_a_list_that_was_tampered_with_deletes_nothing_else(self, tmp_path: Path, shelf: Path) -> None:
        memory = StoryIndex(tmp_path / "cache", "Fjordby")
        inside = tmp_path / "cache/paper/ab" / shelf.name
        inside.parent.mkdir(parents=True)
        shutil.copy(shelf, inside)
        memory.kept(inside, b"", ["F01"])
        (listed,) = [path for path in (tmp_path / "cache/stories").rglob("*") if path.is_file()]
        outside = f"../paper/ab/{shelf.name}"
        listed.write_bytes(listed.read_bytes() + f"{outside}\n/etc/hostname\n\xff\n{shelf}\n".encode("latin-1"))
        assert memory.forget(["F01"]) == 1
        assert shelf.exists()

    def test_what_cannot_be_written_down_is_not_kept(self, tmp_path: Path, shelf: Path) -> None:
        (tmp_path / "stories").write_text("en fil", encoding="utf-8")
        assert StoryIndex(tmp_path, "Fjordby").kept(shelf, b"abc", ["F01"]) == b"abc"
        assert not shelf.exists()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"outputs": {"a": []}}', '{"title": 1}', "\x00", "null"])
def test_a_manifest_that_is_none_is_nothing(told_of: Publication, text: str) -> None:
    path = told_of.root / "gammel.edition.json"
    path.write_text(text, encoding="utf-8")
    assert read_manifest(path) is None
    assert run(told_of, "withdraw", "laasen", "--yes", "--manifest", str(path)).exit_code == 0


def test_git_tells_which_editions_had_it(told_of: Publication, tmp_path: Path) -> None:
    """A story that was renamed on its way, in two editions."""
    course = Course(told_of, tmp_path / "set")
    course.git("mv", LAASEN, "stories/slaaen.md")
    for path in ("stories/vinduet.md", "docs/udvalgt.md", "values/handbook.yml"):
        told_of.change(path, "laasen", "slaaen")
    course.commit("Et andet navn")
    told_of.change("values/handbook.yml", "edition: 1. udgave", "edition: 2. udgave")
    course.commit("2. udgave")
    listed = run(told_of, "withdraw", "slaaen", "--yes").output
    assert "1. udgave: fra" in listed
    assert "2. udgave: fra" in listed
    assert "stories/slaaen.md, stories/laasen.md" in listed
    assert "Gits historik: 2 versioner af" in listed


def test_a_review_of_a_withdrawal_asks_nobody(told_of: Publication, tmp_path: Path) -> None:
    course = Course(told_of, tmp_path / "set")
    course.git("checkout", "-q", "-b", "tilbage")
    assert run(told_of, "withdraw", "laasen", "--yes").exit_code == 0
    course.commit("Træk den tilbage")
    report = run(told_of, "review", "--base", "main").output
    assert "Der mangler ikke noget, men læg mærke til" in report
    assert "Fortællingen bliver taget ud af det hele, næste gang håndbogen bliver bygget." in report
    assert "blikspand" not in report


def test_a_review_says_who_can_give_consent(told_of: Publication, tmp_path: Path) -> None:
    course = Course(told_of, tmp_path / "set")
    course.git("checkout", "-q", "-b", "ny")
    text = re.sub(r"(?:consent|mentioned):\n(?:  .*\n)+", "", STORY).replace(
        "image: billede.png\nimage_alt: En guldsnor\n", ""
    )
    text = (
        text.replace("F77", "F78").replace("state: published", "state: in-review").replace("illustrative", "collected")
    )
    told_of.write("stories/bommen.md", text.replace("code: F78\n", "code: F78\ncontributors:\n  - role: pedel\n"))
    course.commit("En ny")
    report = run(told_of, "review", "--base", "main").output
    assert "- **pedel**: Samtykke til at vise fortællingen." in report
    assert "- **en anden end den, der fortalte**: Et svar: Hvem optræder ellers" in report
