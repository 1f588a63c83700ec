"""What MkDocs' own commands publish: the same gates stand there, and a build that fails leaves the old site whole."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from hverdag.publish.release import MARKER
from tests.conftest import Publication, copied
from tests.consent import LAASEN, STORY

SITE = ".hverdag/mkdocs"
CPR = "150368-5010"  # nobody's: see cpr_corpus.py


def mkdocs(publication: Publication, *words: str, code: int) -> str:
    """Run a command of MkDocs, and return what it said."""
    command = [sys.executable, "-W", "ignore", "-m", "mkdocs", *words]
    done = subprocess.run(command, cwd=publication.root, check=False, capture_output=True, text=True)
    assert "Traceback" not in done.stderr
    assert done.returncode == code, done.stderr
    return done.stderr


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def remains(publication: Publication) -> list[str]:
    """What lies beside the site and is no release."""
    home = publication.root / ".hverdag/.mkdocs"
    return [path.name for path in home.iterdir() if path.name not in (MARKER, "lock") and "release-" not in path.name]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A publication that MkDocs has built, with a page that is about to be spoilt."""
    good = copied("good", tmp_path_factory.mktemp("plain"))
    good.write("docs/side.md", "# En side\n\nHer står ingenting.\n")
    good.change("mkdocs.yml", "  /hjaelp.md\n", "  /hjaelp.md\n  /side.md\n")
    mkdocs(good, "build", "-q", code=0)
    return good


@pytest.fixture
def plain(built: Publication, tmp_path: Path) -> Publication:
    """A copy of it."""
    shutil.copytree(built.root, tmp_path / "good", symlinks=True)
    return Publication(tmp_path / "good")


def test_a_plain_build_is_a_release_with_its_manifest(plain: Publication) -> None:
    site = plain.root / SITE
    assert site.is_symlink()
    assert (site / "index.html").is_file()
    assert (site / "edition.json").is_file()
    assert (plain.root / ".hverdag/mkdocs.edition.json").is_file()
    assert remains(plain) == []


SPOILT = {
    "a personal number": f"Se {CPR}.\n",
    "a request": "![x](https://evil.example/x.png)\n",
    "a script": "<script>alert(1)</script>\n",
    "a handler": '<img src="x.png" alt="x" onerror="alert(1)">\n',
    "one that leads on": '<meta http-equiv="refresh" content="0; url=https://evil.example/">\n',
    "another base": '<base href="https://evil.example/">\n',
    "a style": "<style>@import 'https://evil.example/x.css';</style>\n",
    "a script that is no canonical": '<script rel="canonical" src="https://evil.example/"></script>\n',
}


@pytest.mark.parametrize("spoilt", [SPOILT, {"a dead link": "Se [her](ingen.md).\n"}], ids=["text", "site"])
def test_what_is_wrong_in_it_leaves_the_old_site_whole(plain: Publication, spoilt: Mapping[str, str]) -> None:
    """A page with a personal number was published with exit code 0."""
    before = files(plain.root / SITE)
    pages = [f"side-{number}" for number in range(len(spoilt))]
    for page, text in zip(pages, spoilt.values(), strict=True):
        plain.write(f"docs/{page}.md", f"# En side\n\n{text}")
    told = mkdocs(plain, "build", "-q", code=1)
    for page, name in zip(pages, spoilt, strict=True):
        assert f"docs/{page}.md:3:" in told, name
    assert files(plain.root / SITE) == before
    assert remains(plain) == []


def with_snippets(publication: Publication) -> None:
    text = (publication.root / "mkdocs.yml").read_text("utf-8")
    publication.write("mkdocs.yml", f"{text}markdown_extensions:\n  - pymdownx.snippets:\n      base_path: [.]\n")


def test_a_file_that_a_snippet_fetches_is_looked_over_too(plain: Publication) -> None:
    """No rule for texts reads it: only the finished page holds the number."""
    with_snippets(plain)
    plain.write("andet/liste.txt", f"Borgeren {CPR} ringede.\n")
    plain.write("docs/side.md", '# En side\n\n--8<-- "andet/liste.txt"\n')
    told = mkdocs(plain, "build", "-q", code=1)
    assert "docs/side.md" in told
    assert CPR not in told


def test_a_draft_that_a_snippet_fetches_stops_it(plain: Publication) -> None:
    with_snippets(plain)
    plain.write("docs/side.md", '# En side\n\nEn linje.\n\n--8<-- "stories/kladden.md"\n')
    assert "docs/side.md:5:1" in mkdocs(plain, "build", "-q", code=1)


def test_what_another_plugin_writes_last_is_looked_over(plain: Publication) -> None:
    plain.write(
        "hook.py",
        "import mkdocs.plugins\n\n@mkdocs.plugins.event_priority(-100)\n"
        f"def on_post_build(config):\n    open(config.site_dir + '/sent.txt', 'w').write('Borgeren {CPR}')\n",
    )
    text = (plain.root / "mkdocs.yml").read_text("utf-8")
    plain.write("mkdocs.yml", f"{text}hooks: [hook.py]\n")
    assert "sent.txt" in mkdocs(plain, "build", "-q", code=1)
    assert not (plain.root / SITE / "sent.txt").exists()


@pytest.mark.parametrize("event", ["on_config", "on_pre_build", "on_files", "on_post_build"])
def test_a_plugin_that_fails_ends_in_words(plain: Publication, event: str) -> None:
    before = files(plain.root / SITE)
    plain.write("hook.py", f"def {event}(*args, **named):\n    raise ValueError('det gik galt')\n")
    text = (plain.root / "mkdocs.yml").read_text("utf-8")
    plain.write("mkdocs.yml", f"{text}hooks: [hook.py]\n")
    assert "det gik galt" in mkdocs(plain, "build", "-q", code=1)
    assert files(plain.root / SITE) == before
    assert remains(plain) == []


def test_a_plugin_that_moves_the_site_does_not_empty_the_one_that_readers_see(plain: Publication) -> None:
    plain.write("hook.py", f"def on_config(config):\n    config.site_dir = '{plain.root / SITE}'\n    return config\n")
    text = (plain.root / "mkdocs.yml").read_text("utf-8")
    plain.write("mkdocs.yml", f"{text}hooks: [hook.py]\n")
    before = files(plain.root / SITE)
    plain.write("docs/side.md", f"# En side\n\nSe {CPR}.\n")
    mkdocs(plain, "build", "-q", code=1)
    assert files(plain.root / SITE) == before


def test_a_warning_stops_a_strict_build_before_the_swap(plain: Publication) -> None:
    before = files(plain.root / SITE)
    plain.write(
        "hook.py", "import logging\n\ndef on_nav(nav, **_):\n    logging.getLogger('mkdocs').warning('Pas på.')\n"
    )
    text = (plain.root / "mkdocs.yml").read_text("utf-8")
    plain.write("mkdocs.yml", f"{text}hooks: [hook.py]\n")
    mkdocs(plain, "build", "-q", "--strict", code=1)
    assert files(plain.root / SITE) == before


def test_a_fault_of_our_own_ends_in_words_too(plain: Publication) -> None:
    plain.write(
        "hook.py",
        "import hverdag.host.plain_build as ours\n\n"
        f"def fails(*_):\n    raise RuntimeError('{CPR}')\n\nours.read_languages = fails\n",
    )
    text = (plain.root / "mkdocs.yml").read_text("utf-8")
    plain.write("mkdocs.yml", f"{text}hooks: [hook.py]\n")
    assert CPR not in mkdocs(plain, "build", "-q", code=1)


def test_other_addresses_are_refused(good: Publication) -> None:
    """It gave 952 dead links, and an exit code of 0."""
    text = (good.root / "mkdocs.yml").read_text("utf-8")
    good.write("mkdocs.yml", f"{text}use_directory_urls: false\n")
    told = mkdocs(good, "build", "-q", code=1)
    assert "mkdocs.yml:17:1" in told
    assert "use_directory_urls" in told
    assert "1 fejl" in told
    assert not (good.root / SITE).exists()


@pytest.mark.parametrize("event", ["on_config", "on_nav", "on_page_markdown", "on_build_error"])
def test_a_plugin_that_fails_is_named(plain: Publication, event: str) -> None:
    before = files(plain.root / SITE)
    text = "def on_nav(*args, **named):\n    raise ValueError('nav')\n" if event == "on_build_error" else ""
    plain.write("hook.py", f"{text}def {event}(*args, **named):\n    raise ValueError('det gik galt')\n")
    text = (plain.root / "mkdocs.yml").read_text("utf-8")
    plain.write("mkdocs.yml", f"{text}hooks: [hook.py]\n")
    told = mkdocs(plain, "build", "-q", code=1)
    assert "Hooken »hook.py« gik i stå i " in told
    assert files(plain.root / SITE) == before


def test_only_what_has_changed_is_a_whole_site_all_the_same(plain: Publication) -> None:
    before = set(files(plain.root / SITE))
    mkdocs(plain, "build", "-q", "--dirty", code=0)
    assert set(files(plain.root / SITE)) == before


def test_a_folder_of_its_own(good: Publication) -> None:
    mkdocs(good, "build", "-q", "-d", "ude", code=0)
    assert (good.root / "ude/index.html").is_file()
    assert not (good.root / SITE).exists()


def test_a_folder_that_is_not_ours_stays_as_it_is(good: Publication) -> None:
    good.write("ude/index.html", "<p>En anden")
    assert "ude" in mkdocs(good, "build", "-q", "-d", "ude", code=1)
    assert files(good.root / "ude") == {"index.html": b"<p>En anden"}


def test_the_site_of_hverdag_build_is_replaced_in_one_step(good: Publication) -> None:
    assert good.build().built
    old = good.site.resolve()
    mkdocs(good, "build", "-q", "-d", "site", code=0)
    assert good.site.is_symlink()
    assert good.site.resolve() != old
    assert old.is_dir(), "readers with a page open may still ask for its files"


def test_a_story_that_was_taken_back_is_told_to_be_up_still(good: Publication) -> None:
    good.write(LAASEN, STORY.replace("image: billede.png\nimage_alt: En guldsnor\n", ""))
    mkdocs(good, "build", "-q", code=0)
    good.change(LAASEN, "  until: 2027-03-01\n", "  until: 2027-03-01\n  withdrawn: 2026-11-01\n")
    good.change("stories/doeren.md", "kind: opgave", "kind: opgaver")
    told = mkdocs(good, "build", "-q", code=1)
    assert "consent-still-up" in told
    assert "»opgaver« er ikke en type" in told


@pytest.fixture
def remote(good: Publication) -> Path:
    """Keep the publication in git, with a remote that Pages would be served from."""
    bare = good.root.parent / "remote.git"
    for words in (
        ("init", "-q", "--bare", str(bare)),
        ("init", "-q"),
        ("config", "user.name", "En"),
        ("config", "user.email", "en@example.org"),
        ("remote", "add", "origin", str(bare)),
        ("add", "."),
        ("commit", "-q", "-m", "1"),
    ):
        subprocess.run(["git", *words], cwd=good.root, check=True)
    return bare


def pushed(remote: Path) -> dict[str, str]:
    """Every file on the branch of Pages, with its text."""
    listed = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", "gh-pages"], cwd=remote, check=False, capture_output=True, text=True
    )
    return {
        name: subprocess.run(
            ["git", "show", f"gh-pages:{name}"], cwd=remote, check=True, capture_output=True
        ).stdout.decode("utf-8", "replace")
        for name in listed.stdout.splitlines()
    }


def test_gh_deploy_is_for_handbooks_that_everyone_may_read(good: Publication, remote: Path) -> None:
    """It pushed a story whose consent ends at the intranet."""
    told = mkdocs(good, "gh-deploy", "-q", code=1)
    assert "values/handbook.yml" in told
    assert "reach: outside" in told
    assert pushed(remote) == {}


def test_and_pushes_only_what_may_be_read_outside(good: Publication, remote: Path) -> None:
    text = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", f"{text}reach: outside\n")
    inside = STORY.replace("image: billede.png\nimage_alt: En guldsnor\n", "").replace("print, outside", "print")
    good.write(LAASEN, inside)
    mkdocs(good, "gh-deploy", "-q", code=0)
    on_pages = pushed(remote)
    assert "fortaellinger/doeren/index.html" in on_pages
    assert not [name for name, text in on_pages.items() if "tørvestak" in text]


def test_and_nothing_of_a_build_that_fails(good: Publication, remote: Path) -> None:
    text = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", f"{text}reach: outside\n")
    good.write("docs/hjaelp.md", f"# Hjælp\n\nSe {CPR}.\n")
    mkdocs(good, "gh-deploy", "-q", code=1)
    assert pushed(remote) == {}
