"""A withdrawal takes effect whatever else is wrong: with git, without it, and where nothing can be written."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from filelock import FileLock

from hverdag.model.manifest import NAME
from hverdag.model.texts.consent import Channel
from hverdag.model.texts.story import Story
from hverdag.parse.manifest import read_manifest
from hverdag.pipeline import build, cutting, taking_out
from hverdag.pipeline.read import read_and_check
from hverdag.pipeline.withdrawals import Withdrawals
from hverdag.publish import release
from tests.conftest import TODAY, Publication, copied, published, read
from tests.consent import LAASEN, STORY, UNTIL, leaks, offline, run, with_fonts

TOLD = STORY.replace("image: billede.png\nimage_alt: En guldsnor\n", "")
WITHDRAWN = f"  until: {UNTIL}\n  withdrawn: 2026-11-01\n"
DOEREN = "stories/doeren.md"
OWN = "fortaellinger/laasen/index.html"
OTHER = "fortaellinger/doeren/index.html"


def git(root: Path, *words: str) -> str:
    person = ("-c", "user.name=Anna", "-c", "user.email=anna@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *person, *words], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(publication: Publication, subject: str = "x") -> str:
    git(publication.root, "add", ".")
    git(publication.root, "commit", "-qm", subject)
    return git(publication.root, "rev-parse", "HEAD")


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache of the module's own."""
    own = with_fonts(tmp_path_factory.mktemp("cache"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HVERDAG_CACHE", str(own))
        yield own


@pytest.fixture(scope="module")
def built(cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A live site that tells of a story, and the texts that it was made of, committed."""
    made = copied("good", tmp_path_factory.mktemp("live"))
    made.write(LAASEN, TOLD)
    settings = (made.root / "values/handbook.yml").read_text("utf-8")
    made.write("values/handbook.yml", f"{settings}pamphlet:\n  stories: [laasen]\n")
    made.write(".gitignore", "/site\n/.site/\n/site.edition.json\n/private\n/.private/\n")
    git(made.root, "init", "-q", "-b", "main")
    commit(made)
    # First as it will be when the story is taken back: the cache has that too, then.
    withdraw(made)
    assert made.build().built
    git(made.root, "checkout", "-q", ".")
    assert made.build().built
    return made


@pytest.fixture
def live(built: Publication, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Publication:
    """A copy of it, and of its cache: what one test withdraws, another has just found."""
    shutil.copytree(built.root, tmp_path / "good", symlinks=True)
    shutil.copytree(cache, tmp_path / "cache")
    monkeypatch.setenv("HVERDAG_CACHE", str(tmp_path / "cache"))
    return Publication(tmp_path / "good")


@pytest.fixture
def bare(live: Publication) -> Publication:
    """The same without git."""
    shutil.rmtree(live.root / ".git")
    return live


def withdraw(publication: Publication) -> None:
    publication.change(LAASEN, f"  until: {UNTIL}\n", WITHDRAWN)


def quote(publication: Publication) -> None:
    """Copy the story's words into a hand-written page."""
    page = (publication.root / "docs/hjaelp.md").read_text("utf-8")
    publication.write("docs/hjaelp.md", f"{page}\nJeg så en tørvestak. Den stod der også om mandagen.\n")


def mistype(publication: Publication) -> None:
    publication.change(DOEREN, "kind: ", "kynd: ")


def is_out(publication: Publication) -> bool:
    """Whether no file of the site or beside it has a word of the story, and the site is still one."""
    edition = read_manifest(publication.site / NAME)
    beside = read_manifest(publication.root / "site.edition.json")
    assert edition
    assert edition == beside
    assert "F77" not in edition.codes
    assert "ikke længere" in publication.page(OWN)
    assert published(publication.site, "assets/hverdag/hverdag.css").is_file()
    return not leaks(publication.site) and not leaks(publication.root / ".site")


def dead_links(site: Path) -> set[tuple[str, str]]:
    dead = set()
    for page in site.rglob("*.html"):
        path = page.relative_to(site).as_posix()
        for link in re.findall(r'\s(?:href|src)="([^"#?]+)', page.read_text("utf-8")):
            target = normpath(join(dirname(path), link)).lstrip("/")
            if ":" not in link and not ((site / target).is_file() or (site / target / "index.html").is_file()):
                dead.add((path, link))
    return dead


def broken_yaml(publication: Publication) -> None:
    publication.change(DOEREN, "title: ", "title: Tillid: ")


def broken_settings(publication: Publication) -> None:
    publication.change("values/handbook.yml", "title: ", "title: [")


def broken_config(publication: Publication) -> None:
    publication.write("mkdocs.yml", "site_name: [x\n")


def config_deleted(publication: Publication) -> None:
    (publication.root / "mkdocs.yml").unlink()


def broken_page(publication: Publication) -> None:
    publication.write("docs/hjaelp.md", "---\nrender_macros: true\n---\n\n# Hjælp\n\n{{ intet() }}\n")


def own_file_broken(publication: Publication) -> None:
    mistype(publication)
    publication.change(LAASEN, "title: En mosekonge", "title: En: mosekonge: to")


def own_file_unreadable(publication: Publication) -> None:
    path = publication.root / LAASEN
    path.write_bytes(path.read_bytes() + b"\xff\xfe\xfa")


def a_number(publication: Publication) -> None:
    publication.write("docs/hjaelp.md", "# Hjælp\n\nRing til 070761-4285.\n")


IN_GIT = [
    broken_yaml,
    broken_settings,
    broken_config,
    config_deleted,
    broken_page,
    own_file_broken,
    own_file_unreadable,
    a_number,
]
BARE = [broken_settings, broken_page, own_file_unreadable]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("fault", "is_in_git"), [*((fault, True) for fault in IN_GIT), *((fault, False) for fault in BARE)]
)
def test_a_fault_elsewhere_keeps_nothing_up(
    live: Publication, fault: Callable[[Publication], None], is_in_git: bool
) -> None:
    if not is_in_git:
        shutil.rmtree(live.root / ".git")
    by_hand = fault in (own_file_unreadable, config_deleted)  # the command says so, or that there is no handbook
    if by_hand:
        withdraw(live)
    fault(live)
    if not by_hand:
        done = run(live, "withdraw", "laasen", "--yes")
        assert done.exit_code == 0, done.output
    done = run(live, "build")
    assert done.exit_code == 1
    assert "F77" in done.output
    assert is_out(live)
    assert dead_links(live.site) == set()
    assert ("Døren" in live.page(OTHER)) is is_in_git
    # Once it is out, nothing is left to do.
    before = live.site.readlink()
    done = run(live, "build")
    assert (done.exit_code, live.site.readlink()) == (1, before)
    assert "Håndbogen er, som den var" in done.output


def deleted(publication: Publication) -> None:
    (publication.root / LAASEN).unlink()
    publication.change("values/handbook.yml", "pamphlet:\n  stories: [laasen]\n", "retired: [F77]\n")


def deleted_without_a_word(publication: Publication) -> None:
    (publication.root / LAASEN).unlink()


def code_changed(publication: Publication) -> None:
    publication.change(LAASEN, "code: F77", "code: F80")


def narrowed(publication: Publication) -> None:
    publication.change(LAASEN, "[intranet, print, outside]", "[print, outside]")


def back_in_review(publication: Publication) -> None:
    publication.change(LAASEN, "state: published", "state: in-review")


def consent_deleted(publication: Publication) -> None:
    """A story that was told needs one."""
    publication.change(LAASEN, "origin: illustrative", "origin: collected")
    text = (publication.root / LAASEN).read_text("utf-8")
    begins, ends = text.index("consent:"), text.index("mentioned:")
    publication.write(LAASEN, text[:begins] + text[ends:])


def withdrawn_misspelt(publication: Publication) -> None:
    publication.change(LAASEN, f"  until: {UNTIL}\n", f"  until: {UNTIL}\n  withdrwan: 2026-11-01\n")


def two_versions(publication: Publication) -> None:
    """Git could not merge the withdrawal."""
    clash = f"  until: {UNTIL}\n<<<<<<< HEAD\n=======\n  withdrawn: 2026-11-01\n>>>>>>> anna\n"
    publication.change(LAASEN, f"  until: {UNTIL}\n", clash)


WAYS = [
    deleted,
    deleted_without_a_word,
    code_changed,
    narrowed,
    back_in_review,
    consent_deleted,
    withdrawn_misspelt,
    two_versions,
]


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_taking_a_story_out_holds(live: Publication, way: Callable[[Publication], None]) -> None:
    way(live)
    mistype(live)
    report = live.build()
    assert report.errors
    assert report.taken_out
    assert report.taken_out.codes == ("F77",)
    assert report.taken_out.commit == git(live.root, "rev-parse", "HEAD")
    assert is_out(live)
    assert live.page(OTHER)


@pytest.mark.slow
@pytest.mark.parametrize("is_in_git", [True, False])
def test_paper_goes_where_only_paper_was_taken_back(live: Publication, is_in_git: bool) -> None:
    if not is_in_git:
        shutil.rmtree(live.root / ".git")
    live.change(LAASEN, "[intranet, print, outside]", "[intranet, outside]")
    mistype(live)
    assert live.build().taken_out
    assert not [path for path in leaks(live.site) if path.startswith("print/")]
    assert ("tørvestak" in live.page(OWN)) is is_in_git


@pytest.mark.slow
@pytest.mark.parametrize("is_in_git", [True, False])
def test_a_day_that_has_come_is_enough(live: Publication, is_in_git: bool) -> None:
    if not is_in_git:
        shutil.rmtree(live.root / ".git")
    mistype(live)
    assert live.build(UNTIL).taken_out is None
    assert leaks(live.site)
    assert live.build(UNTIL + timedelta(1)).taken_out
    assert is_out(live)


@pytest.mark.slow
@pytest.mark.parametrize("is_in_git", [True, False])
def test_a_clock_set_back_a_year_brings_nothing_back(live: Publication, is_in_git: bool) -> None:
    if not is_in_git:
        shutil.rmtree(live.root / ".git")
    live.change(LAASEN, f"  until: {UNTIL}\n", f"  until: {UNTIL}\n  withdrawn: 2026-11-29\n")
    mistype(live)
    assert live.build(date(2025, 11, 29)).taken_out
    assert is_out(live)


def test_a_story_that_is_to_stay_stays(live: Publication) -> None:
    """A typo is no withdrawal: not in a story, not in its code, not in handbook.yml."""
    before = live.site.readlink()
    own_file_broken(live)
    broken_settings(live)
    live.change("stories/vinduet.md", "code: F02", "code: F O2")
    live.change("stories/vinduet.md", "state: published", "state: publised")
    report = live.build()
    assert report.errors
    assert report.taken_out is None
    assert live.site.readlink() == before


class TestLaidOver:
    """Earlier texts with today's withdrawals in them. `built` is what the texts were; `now` what they are."""

    @pytest.fixture
    def now(self, built: Publication, tmp_path: Path) -> Publication:
        for folder in ("stories", "values", "docs"):
            shutil.copytree(built.root / folder, tmp_path / "now" / folder)
        shutil.copy(built.root / "mkdocs.yml", tmp_path / "now")
        return Publication(tmp_path / "now")

    def laid(self, built: Publication, now: Publication, id: str = "laasen") -> Story:
        withdrawals = Withdrawals(read_and_check(now.root, TODAY), TODAY)
        return withdrawals.lay_over(read(built.root)).story_by_id[id]

    def test_nothing_is_taken_where_nothing_has_changed(self, built: Publication, now: Publication) -> None:
        laid = self.laid(built, now)
        assert laid == read(built.root).story_by_id["laasen"]

    def test_of_two_consents_the_narrower_holds(self, built: Publication, now: Publication) -> None:
        now.change(LAASEN, "[intranet, print, outside]", "[intranet, print]")
        now.change(LAASEN, f"until: {UNTIL}", "until: 2026-12-31")
        consent = self.laid(built, now).consent
        assert consent
        assert consent.channels == (Channel.INTRANET, Channel.PRINT)
        assert consent.until == date(2026, 12, 31)
        consent = self.laid(now, built).consent
        assert consent
        assert consent.channels == (Channel.INTRANET, Channel.PRINT)
        assert consent.until == date(2026, 12, 31)

    def test_a_withdrawal_of_the_time_is_not_taken_back(self, built: Publication, now: Publication) -> None:
        withdraw(now)
        assert self.laid(now, built).has_ended(TODAY)

    @pytest.mark.parametrize("listed", ["retired: [V09, F77]\n", "retired:\n  - V09\n  - F77\n", "retired: [f77\n"])
    def test_a_code_is_retired_in_a_file_that_cannot_be_read(
        self, built: Publication, now: Publication, listed: str
    ) -> None:
        now.change("values/handbook.yml", "title: Mini", "title: [Mini")
        now.write("values/handbook.yml", (now.root / "values/handbook.yml").read_text("utf-8") + listed)
        assert self.laid(built, now).has_ended(TODAY)
        assert not self.laid(built, now, "doeren").has_ended(TODAY)

    @pytest.mark.parametrize(
        ("old", "new", "is_out"),
        [
            ("", "", False),
            (f"until: {UNTIL}", "until: 2026-10-01", True),
            ("channels: [intranet, print, outside]", "channels: [print]", True),
            ("reference: SAM-2026-077", "reference: SAM-2026-078", True),
            ("asked: skolelederen", "withdrawn: 2026-11-01", True),
        ],
    )
    def test_a_file_that_cannot_be_read_is_looked_through(
        self, built: Publication, now: Publication, old: str, new: str, is_out: bool
    ) -> None:
        now.change(LAASEN, old, new)
        path = now.root / LAASEN
        path.write_bytes(path.read_bytes() + b"\xff\xfe\xfa")
        assert self.laid(built, now).has_ended(TODAY) is is_out

    def test_a_story_under_another_file_name_is_the_same(self, built: Publication, now: Publication) -> None:
        (now.root / LAASEN).rename(now.root / "stories/bommen.md")
        assert not self.laid(built, now).has_ended(TODAY)
        now.change("stories/bommen.md", f"  until: {UNTIL}\n", WITHDRAWN)
        assert self.laid(built, now).has_ended(TODAY)


class TestCommits:
    """Which texts the site is made of again."""

    def test_the_site_says_what_it_was_made_of(self, built: Publication) -> None:
        edition = json.loads(built.page(NAME))
        assert edition["commit"] == git(built.root, "rev-parse", "HEAD")

    @pytest.mark.slow
    @pytest.mark.parametrize("path", ["stories/doeren.md", "docs/hjaelp.md", "mkdocs.yml", "main.py", "docs/nyt.md"])
    def test_or_that_it_was_made_of_no_commit(self, live: Publication, path: str) -> None:
        texts = {"main.py": "def define_env(env):\n    pass\n", "docs/nyt.md": "# Nyt\n"}
        live.write(path, (texts[path] if path in texts else (live.root / path).read_text("utf-8")) + "\n")
        report = live.build()
        assert report.built, report.problems
        assert json.loads(live.page(NAME))["commit"] == ""

    @pytest.mark.slow
    def test_the_commit_of_the_live_site_comes_first(self, live: Publication) -> None:
        first = git(live.root, "rev-parse", "HEAD")
        live.change("docs/hjaelp.md", "# ", "# Ny ")
        commit(live)
        withdraw(live)
        mistype(live)
        commit(live)
        report = live.build()
        assert report.taken_out
        assert report.taken_out.commit == first
        assert is_out(live)

    @pytest.mark.slow
    def test_faulty_ones_are_passed_over(self, live: Publication) -> None:
        """The live site is of a commit that is gone, and two that came since cannot be built."""
        edition = read_manifest(live.site / NAME)
        assert edition
        text = live.page(NAME).replace(edition.commit, "0" * 40)
        live.write(f"site/{NAME}", text)
        withdraw(live)
        last = commit(live, "trukket tilbage")
        mistype(live)
        commit(live)
        live.write("docs/ny.md", "# Ny\n")
        commit(live)
        done = run(live, "build")
        assert done.exit_code == 1
        assert last[:10] in done.output
        assert is_out(live)

    @pytest.mark.slow
    def test_where_none_can_be_built_the_live_site_is_cut(self, live: Publication) -> None:
        shutil.rmtree(live.root / ".git")
        git(live.root, "init", "-q", "-b", "main")
        withdraw(live)
        mistype(live)
        commit(live)
        report = live.build()
        assert report.taken_out
        assert report.taken_out.commit == ""
        assert OTHER in report.taken_out.missing
        assert OWN not in report.taken_out.missing
        assert is_out(live)

    @pytest.mark.slow
    def test_a_clone_that_is_not_whole_is_told(self, live: Publication) -> None:
        withdraw(live)
        mistype(live)
        commit(live)
        git(live.root.parent, "clone", "-q", "--depth=1", f"file://{live.root}", "shallow")
        shutil.rmtree(live.root / ".git")
        (live.root.parent / "shallow/.git").rename(live.root / ".git")
        done = run(live, "build")
        assert done.exit_code == 1
        assert "git fetch --unshallow" in done.output
        assert is_out(live)

    @pytest.mark.slow
    def test_a_subfolder_of_a_repository(self, live: Publication, tmp_path: Path) -> None:
        shutil.rmtree(live.root / ".git")
        git(tmp_path, "init", "-q", "-b", "main")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-qm", "x")
        withdraw(live)
        mistype(live)
        report = live.build()
        assert report.taken_out
        assert report.taken_out.commit == git(tmp_path, "rev-parse", "HEAD")
        assert is_out(live)

    @pytest.mark.slow
    def test_what_git_is_set_to_do_with_files_is_not_done(self, live: Publication, tmp_path: Path) -> None:
        live.write(".gitattributes", "*.md filter=evil\n")
        commit(live)
        git(live.root, "config", "filter.evil.clean", f"touch {tmp_path}/ran; cat")
        git(live.root, "config", "filter.evil.smudge", f"touch {tmp_path}/ran; cat")
        (live.root / DOEREN).touch()
        withdraw(live)
        mistype(live)
        assert live.build().taken_out
        assert not (tmp_path / "ran").exists()


class TestWithoutASite:
    """A machine that builds from a fresh clone, as a forge does."""

    @pytest.fixture
    def clone(self, live: Publication) -> Publication:
        live.site.unlink()
        shutil.rmtree(live.root / ".site")
        (live.root / "site.edition.json").unlink()
        return live

    @pytest.mark.slow
    def test_there_is_one_where_a_story_is_to_go(self, clone: Publication) -> None:
        withdraw(clone)
        mistype(clone)
        commit(clone)
        done = run(clone, "build")
        assert done.exit_code == 1
        assert "F77" in done.output
        assert is_out(clone)
        assert "tre" in clone.page(OTHER)

    @pytest.mark.slow
    def test_a_page_that_quotes_it_gives_way_to_a_notice(self, clone: Publication) -> None:
        quote(clone)
        commit(clone)
        withdraw(clone)
        commit(clone)
        done = run(clone, "build")
        assert done.exit_code == 1
        assert "consent-passage" in done.output
        assert is_out(clone)
        assert "mangler lige nu" in clone.page("hjaelp/index.html")
        assert "tre" in clone.page(OTHER)

    @pytest.mark.slow
    @pytest.mark.parametrize("is_live", [True, False])
    def test_texts_of_another_organisation_are_never_those(self, clone: Publication, is_live: bool) -> None:
        """A new handbook begins with the texts of another."""
        clone.change("values/handbook.yml", "organisation: Lilleby Kommune", "organisation: Solbakken")
        if is_live:
            assert clone.build().built
        withdraw(clone)
        mistype(clone)
        report = clone.build()
        assert "Lilleby" not in (clone.page("index.html") if is_live else "")
        assert bool(report.taken_out) == is_live
        assert clone.site.exists() == is_live
        assert not is_live or is_out(clone)

    @pytest.mark.slow
    def test_and_none_where_nothing_is(self, clone: Publication) -> None:
        mistype(clone)
        commit(clone)
        assert run(clone, "build").exit_code == 1
        assert not clone.site.exists()


@pytest.mark.slow
@pytest.mark.parametrize("lost", [(f"site/{NAME}",), (f"site/{NAME}", f"site/{release.MARKER}", "site.edition.json")])
def test_a_manifest_that_is_lost_is_no_hindrance(bare: Publication, lost: tuple[str, ...]) -> None:
    for path in lost:
        (bare.root / path).unlink()
    withdraw(bare)
    mistype(bare)
    assert bare.build().taken_out
    assert leaks(bare.site) == {}
    assert "ikke længere" in bare.page(OWN)
    assert dead_links(bare.site) == set()


@pytest.mark.slow
def test_a_page_that_holds_its_words_by_another_road_goes_too(bare: Publication) -> None:
    """Copied by hand into a page, before the story was withdrawn."""
    page = "<main><p>Jeg så en <em>tørve\u00adstak</em>.\nDen stod der også om mandagen.</p></main>"
    bare.write("site/hjaelp/index.html", page)
    withdraw(bare)
    mistype(bare)
    report = bare.build()
    assert report.taken_out
    assert "hjaelp/index.html" in report.taken_out.missing
    assert leaks(bare.site) == {}


@pytest.mark.slow
def test_what_concerns_one_workplace_waits_for_todays_texts(live: Publication) -> None:
    live.write("private/seddel.txt", "uændret")
    withdraw(live)
    mistype(live)
    assert live.build().taken_out
    assert (live.root / "private/seddel.txt").read_text("utf-8") == "uændret"


@pytest.mark.slow
def test_where_links_cannot_be_made_the_folders_are_exchanged(
    bare: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no links here")

    target = bare.site.resolve()
    bare.site.unlink()
    target.rename(bare.site)
    monkeypatch.setattr(Path, "symlink_to", refuse)
    monkeypatch.setattr(os, "link", refuse)
    withdraw(bare)
    mistype(bare)
    assert bare.build().taken_out
    assert not bare.site.is_symlink()
    assert is_out(bare)


@pytest.mark.slow
def test_what_cannot_be_taken_out_is_told(live: Publication) -> None:
    withdraw(live)
    mistype(live)
    with FileLock(live.root / ".site/lock"):
        told = {(problem.rule, problem.source.path) for problem in live.build().errors}
    assert ("consent-still-up", LAASEN) in told
    assert leaks(live.site)


@pytest.mark.slow
@pytest.mark.parametrize("is_in_git", [True, False])
def test_a_fault_in_the_program_keeps_nothing_up(
    live: Publication, is_in_git: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not is_in_git:
        shutil.rmtree(live.root / ".git")
    whole = build.render_languages

    def fails(publication: object, *words: object, **named: object) -> object:
        raise ZeroDivisionError

    withdraw(live)
    monkeypatch.setattr(build, "render_languages", fails)
    with pytest.raises(ZeroDivisionError):
        live.build()
    monkeypatch.setattr(build, "render_languages", whole)
    assert is_out(live)


@pytest.mark.slow
@pytest.mark.parametrize("is_in_git", [True, False])
@pytest.mark.parametrize("name", ["take_away", "swap", "write_out", "read_languages"])
def test_a_build_that_is_killed_leaves_one_whole_site_and_the_next_ends_the_job(
    live: Publication, is_in_git: bool, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not is_in_git:
        shutil.rmtree(live.root / ".git")
    place = {"swap": release, "take_away": cutting}.get(name, taking_out)
    before = live.page(OTHER)

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    withdraw(live)
    mistype(live)
    with monkeypatch.context() as patch:
        patch.setattr(place, name, killed)
        try:
            live.build()
        except KeyboardInterrupt:
            assert live.page(OTHER) == before
    live.build()
    assert is_out(live)
    assert len(list((live.root / ".site").glob("*-*"))) <= 2


@pytest.mark.slow
def test_an_old_offline_edition_is_told(live: Publication) -> None:
    made = offline(live, "usb.zip")
    withdraw(live)
    mistype(live)
    done = run(live, "offline", "--output", str(made))
    assert done.exit_code == 1
    assert "consent-still-packed" in done.output
    assert "usb.zip" in done.output
    made.unlink()
    assert "consent-still-packed" not in run(live, "offline", "--output", str(made)).output


@pytest.mark.slow
def test_a_preview_with_drafts(live: Publication) -> None:
    draft = TOLD.replace("F77", "F81").replace("SAM-2026-077", "SAM-2026-081")
    live.write("stories/kladde.md", draft.replace("state: published", "state: draft"))
    commit(live)
    assert live.build(preview=True).built
    withdraw(live)
    mistype(live)
    report = live.build(preview=True)
    assert report.taken_out
    assert report.taken_out.codes == ("F77",)
    edition = read_manifest(live.site / NAME)
    assert edition
    assert "F81" in edition.codes
    assert "F77" not in edition.codes
