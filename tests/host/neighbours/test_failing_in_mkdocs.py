"""A plugin that fails in whatever event is named in MkDocs' own commands too: no trace, and the old site as it was."""

import shutil
from pathlib import Path

import pytest
from mkdocs.plugins import EVENTS

from tests.conftest import Publication, copied
from tests.host.test_plain_build import SITE, files, mkdocs, remains

pytestmark = pytest.mark.slow

KINDS = {"a fault": "ValueError", "what MkDocs asks plugins to raise": "mkdocs.exceptions.PluginError"}
FAULT = "det gik galt"
CALLED = sorted(set(EVENTS) - {"serve", "build_error"})


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    good = copied("good", tmp_path_factory.mktemp("plain"))
    mkdocs(good, "build", "-q", code=0)
    return good


@pytest.fixture
def plain(built: Publication, tmp_path: Path) -> Publication:
    shutil.copytree(built.root, tmp_path / "good", symlinks=True)
    return Publication(tmp_path / "good")


def hooked(publication: Publication, text: str) -> None:
    publication.write("hook.py", text)
    settings = (publication.root / "mkdocs.yml").read_text("utf-8")
    publication.write("mkdocs.yml", f"{settings}hooks: [hook.py]\n")


def raising(event: str, kind: str = "ValueError") -> str:
    return f"import mkdocs.exceptions\n\ndef on_{event}(*given, **named):\n    raise {kind}('{FAULT}')\n"


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("event", CALLED)
def test_it_is_named_with_its_event_and_its_line(plain: Publication, event: str, kind: str) -> None:
    before = files(plain.root / SITE)
    hooked(plain, raising(event, kind))
    told = mkdocs(plain, "build", "-q", code=1)
    assert told.count(f"hook.py:4:1: fejl mkdocs-plugin: Hooken »hook.py« gik i stå i on_{event}: {FAULT}") == 1
    assert files(plain.root / SITE) == before
    assert remains(plain) == []


def test_one_that_fails_at_the_end_keeps_no_other_from_ending(plain: Publication) -> None:
    hooked(plain, raising("shutdown"))
    plain.write("later.py", "def on_shutdown():\n    open('ended', 'w').close()\n")
    plain.change("mkdocs.yml", "hooks: [hook.py]", "hooks: [hook.py, later.py]")
    assert mkdocs(plain, "build", "-q", code=1).count(FAULT) == 1
    assert (plain.root / "ended").is_file()


def test_one_that_ends_the_program_at_the_end_is_named(plain: Publication) -> None:
    before = files(plain.root / SITE)
    hooked(plain, "import sys\n\ndef on_shutdown():\n    sys.exit(0)\n")
    assert "Hooken »hook.py« gik i stå i on_shutdown: 0" in mkdocs(plain, "build", "-q", code=1)
    assert files(plain.root / SITE) == before


def test_what_was_wrong_before_is_told_too(plain: Publication) -> None:
    hooked(plain, raising("shutdown"))
    plain.change("stories/doeren.md", "kind: opgave", "kind: opgaver")
    told = mkdocs(plain, "build", "-q", code=1)
    assert "»opgaver« er ikke en type" in told
    assert "gik i stå i on_shutdown" in told


@pytest.mark.parametrize("event", ["startup", "shutdown"])
def test_nothing_is_deployed_then(plain: Publication, event: str) -> None:
    settings = (plain.root / "values/handbook.yml").read_text("utf-8")
    plain.write("values/handbook.yml", f"{settings}reach: outside\n")
    hooked(plain, raising(event))
    assert f"gik i stå i on_{event}: {FAULT}" in mkdocs(plain, "gh-deploy", "-q", code=1)


MEDDLING = {
    "rewrites": ("output.replace('Hun rakte mig', 'Han tog fra mig')", "mkdocs-plugin-words"),
    "calls": (
        "output.replace('</body>', '<script src=\"https://taeller.example/t.js\"></script></body>')",
        "mkdocs-plugin-request",
    ),
}


@pytest.mark.parametrize("what", MEDDLING)
def test_one_that_meddles_with_pages_is_named_and_the_old_site_stays(plain: Publication, what: str) -> None:
    done, rule = MEDDLING[what]
    before = files(plain.root / SITE)
    plain.change("stories/doeren.md", "\n---\n\n", "\n---\n\nHun rakte mig en nøgle, og så gik vi ind sammen.\n\n")
    hooked(plain, f"def on_post_page(output, **_):\n    return {done}\n")
    told = mkdocs(plain, "build", "-q", code=1)
    assert told.count(f"fejl {rule}: Hooken »hook.py«") == 1
    assert files(plain.root / SITE) == before
    assert remains(plain) == []


def test_a_macro_that_fails_is_told_without_a_trace(plain: Publication) -> None:
    """The macros plugin logs one."""
    plain.write("docs/index.md", "---\nrender_macros: true\n---\n\n# Forside\n\n{{ vaerdier() }}\n")
    told = mkdocs(plain, "build", "-q", code=1)
    assert "docs/index.md:7:1: fejl page-name" in told
