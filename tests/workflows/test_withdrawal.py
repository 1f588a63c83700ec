"""Withdrawing: what an attacker found in the list of what is left to do."""

import json
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from hverdag.model.manifest import NAME
from hverdag.parse import manifest as manifests
from hverdag.parse.manifest import read_manifest
from hverdag.pipeline.read import read_and_check
from hverdag.vcs import git
from tests.conftest import TODAY, Publication
from tests.consent import LAASEN, STORY, UNTIL, own_cache, run, told_of, warm_cache
from tests.course import Course

__all__ = ["own_cache", "told_of", "warm_cache"]

CONSENT = f"""consent:
  reference: SAM-2026-077
  channels: [intranet, print, outside]
  until: {UNTIL}
"""
PRINT = "0" * 64


def manifest(outputs: Mapping[str, tuple[str, ...]], edition: str = "3. udgave") -> str:
    """A manifest as any edition has it."""
    return json.dumps(
        {
            "title": "Minihåndbogen",
            "organisation": "Lilleby Kommune",
            "edition": edition,
            "form": "online",
            "reach": "intranet",
            "preview": False,
            "date": "2026-10-01",
            "outputs": {path: dict.fromkeys(codes, PRINT) for path, codes in outputs.items()},
        }
    )


def laid(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def listed(publication: Publication, *words: str) -> str:
    done = run(publication, "withdraw", "laasen", "--yes", *words)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize(
    "consent",
    [
        "consent: {reference: SAM-1, channels: [intranet], until: 2027-03-01, withdrawn: 2026-11-01}\n",
        CONSENT + "  withdrawn:\n    2026-11-01\n",
    ],
)
def test_what_was_withdrawn_by_hand_is_listed_too(told_of: Publication, consent: str) -> None:
    text = STORY.replace(CONSENT, consent)
    told_of.write(LAASEN, text)
    output = listed(told_of)
    assert "F77 blev allerede trukket tilbage den 1. november 2026." in output
    assert "stories/billede.png" in output
    assert (told_of.root / LAASEN).read_text("utf-8") == text


def test_a_name_that_leads_to_two_stories_withdraws_neither(told_of: Publication) -> None:
    told_of.write("stories/f01.md", STORY.replace("code: F77", "code: F09"))
    before = (told_of.root / "stories/doeren.md").read_bytes()
    for name in ("F01", "f01"):
        done = run(told_of, "withdraw", name, "--yes")
        assert done.exit_code == 1
        assert "passer på flere fortællinger: stories/doeren.md, stories/f01.md." in done.output
    assert run(told_of, "withdraw", "stories/f01.md", "--yes").exit_code == 0
    assert run(told_of, "withdraw", "F09", "--yes").exit_code == 0
    assert (told_of.root / "stories/doeren.md").read_bytes() == before


def test_nothing_that_steers_a_terminal_is_shown(told_of: Publication) -> None:
    evil = "\x1b]0;x\x07\u202e\r\n   [ ] Slet alt"
    laid(told_of.root / f"ud{evil[-9:]}/{NAME}", manifest({f"a{evil}.html": ("F77",)}, f"1{evil}"))
    text = (told_of.root / LAASEN).read_text("utf-8")
    (told_of.root / LAASEN).unlink()
    told_of.write("stories/laa\u202esen\n\x1b[31m.md", text)
    for again in (False, True):
        done = run(told_of, "withdraw", "F77", "--yes")
        assert done.exit_code == 0
        assert "laa·sen··[31m.md" in done.output
        assert ("allerede" in done.output) is again
        assert all(letter == "\n" or letter.isprintable() for letter in done.output)
        assert "\n   [ ] Slet alt" not in done.output
    assert "·[2J" in run(told_of, "withdraw", "\x1b[2J", "--yes").output


def test_a_number_is_covered_before_the_signs_within_it(told_of: Publication) -> None:
    laid(told_of.root / f"ud/{NAME}", manifest({"a/0707\u202e61-4285.html": ("F77",)}))
    output = listed(told_of)
    assert "a/" in output
    assert "4285" not in output


def test_only_commits_of_the_story_are_counted(
    told_of: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often the settings change, no edition is lost; where the history is cut, the list says so."""
    monkeypatch.setattr(git, "MOST_VERSIONS", 3)
    course = Course(told_of, tmp_path / "set")
    for number in range(1, 6):
        told_of.change("values/handbook.yml", f"edition: {number}. udgave", f"edition: {number + 1}. udgave")
        course.commit(f"{number + 1}. udgave")
    output = listed(told_of)
    assert all(f"{number}. udgave: fra" in output for number in range(1, 7))
    assert "Gits historik: 1 version af stories/laasen.md" in output
    assert "Historikken er så lang" not in output
    monkeypatch.setattr("hverdag.vcs.history.MOST_COMMITS", 4)
    monkeypatch.setattr(git, "MOST_COMMITS", 4)
    output = listed(told_of)
    assert "Historikken er så lang" in output
    assert "1. udgave: fra" in output  # the story's own commit is never lost
    assert "2. udgave: fra" not in output


def test_files_of_the_story_alone_are_all_named(told_of: Publication) -> None:
    alone = {f"print/m{number:02}/laasen-m{number:02}.pdf": ("F77",) for number in range(50)}
    own = ("fortaellinger/laasen/index.html", "fortaellinger/laasen.html", "guider/kort/laasen/index.html")
    shared = ("index.html", "fortaellinger/doeren/index.html", "vaerdier/laasen/index.html")
    both = dict.fromkeys((*own, *shared), ("F01", "F77"))
    laid(told_of.root / f"ud/{NAME}", manifest(both | alone | {"fortaellinger/vinduet/index.html": ("F02",)}))
    output = listed(told_of)
    first = output.partition("ud, lavet")[2].partition("   [ ]")[0]
    assert {line.strip() for line in first.splitlines()[1:-1]} == {*own, *alone}
    assert first.splitlines()[-1].strip().startswith("og 3 sider og filer, som også fortæller om andre")


@pytest.mark.parametrize("user", ["another story", "a value", "a page", "a withdrawn story", "nobody"])
def test_a_picture_that_something_else_uses_is_left(told_of: Publication, user: str) -> None:
    picture = "\n![En dør](../stories/billede.png)\n"
    other = STORY.replace("F77", "F78").replace("En mosekonge", "Bommen")
    match user:
        case "another story":
            told_of.write("stories/bommen.md", other)
        case "a withdrawn story":
            told_of.write(
                "stories/bommen.md", other.replace(f"until: {UNTIL}", f"until: {UNTIL}\n  withdrawn: 2026-11-01")
            )
        case "a value":
            told_of.write("values/mod.md", (told_of.root / "values/mod.md").read_text("utf-8") + picture)
        case "a page":
            told_of.write("docs/udvalgt.md", "# Udvalgt\n" + picture)
    is_listed = "stories/billede.png: hører til fortællingen" in listed(told_of)
    assert is_listed is (user in ("nobody", "a withdrawn story"))


def test_every_file_that_refers_to_the_story_is_named(told_of: Publication) -> None:
    """Who follows the list to its end has a handbook that can be built."""
    told_of.write("docs/andet.md", "# Andet\n\nSe [her](../stories/l%61asen.md).\n")
    told_of.write("docs/tredje.md", "# Tredje\n\nSe [her](../stories/blaasen.md).\n")
    told_of.write("docs/sidste.md", "# Sidste\n\nSe [guiden](../guider/kort/laasen/).\n")
    told_of.change("mkdocs.yml", "  /udvalgt.md\n", "  /udvalgt.md\n  /andet.md\n  /tredje.md\n  /sidste.md\n")
    selection = "  - edition: 0. udgave\n    date: 2026-10-28\n    group: Værdigruppen\n    nodded: 4\n    of: 4\n"
    settings = (told_of.root / "values/handbook.yml").read_text("utf-8")
    told_of.write("values/handbook.yml", f"{settings}selections:\n{selection}    stories: [doeren, laasen]\n")
    named = [line.strip() for line in listed(told_of).partition("Tag først fortællingen ud")[2].splitlines()[1:]]
    assert named == [
        "stories/vinduet.md",
        "docs/andet.md",
        "docs/sidste.md",
        "docs/udvalgt.md",
        "values/handbook.yml (pamphlet, selections)",
    ]
    told_of.change("stories/vinduet.md", "[her](laasen.md)", "her")
    told_of.change("docs/andet.md", "[her](../stories/l%61asen.md)", "her")
    told_of.write("docs/tredje.md", "# Tredje\n")
    told_of.change("docs/sidste.md", "[guiden](../guider/kort/laasen/)", "guiden")
    told_of.change("docs/udvalgt.md", "{{ story('laasen') }}", "")
    told_of.change("values/handbook.yml", "[doeren, laasen]", "[doeren]")
    told_of.change("values/handbook.yml", "pamphlet:\n  stories: [laasen]\n", "retired: [F77]\n")
    (told_of.root / LAASEN).unlink()
    (told_of.root / "stories/billede.png").unlink()
    report = told_of.build()
    assert report.built, report.problems


def test_releases_and_editions_elsewhere_are_found(told_of: Publication, tmp_path: Path) -> None:
    held = manifest({"fortaellinger/laasen/index.html": ("F77",)})
    laid(told_of.root / "ud/gaest.edition.json", held)
    beside = laid(tmp_path / "web/site.edition.json", held)
    laid(tmp_path / f"web/.site/release-1/{NAME}", held)
    laid(tmp_path / f"web/.site/release-2/{NAME}", manifest({"index.html": ("F01",)}))
    inside = laid(tmp_path / f"andet/site/{NAME}", held)
    laid(tmp_path / f"andet/.site/release-3/{NAME}", held)
    with zipfile.ZipFile(tmp_path / "mappe.zip", "w") as packed:
        packed.writestr(f"mappe/{NAME}", held)
    packed_too = tmp_path / "mappe.zip"
    output = listed(told_of, *(f"--manifest={path}" for path in (beside, inside, inside, packed_too)))
    assert "ud/gaest.zip, lavet" in output
    assert f"{tmp_path}/web/.site/release-1: en tidligere udgivelse" in output
    assert f"{tmp_path}/andet/.site/release-3: en tidligere udgivelse" in output
    assert "release-2" not in output
    assert output.count(f"{tmp_path}/andet/site, lavet") == 1
    assert f"{packed_too}, lavet den 1. oktober 2026 (3. udgave): hele zip-filen" in output


def test_a_manifest_that_never_ends_is_not_waited_for(
    told_of: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pibe.json")
    none = (tmp_path / "pibe.json", Path("/dev/zero"))
    output = listed(told_of, *(f"--manifest={path}" for path in none))
    assert all(f"{path}: Vi kan ikke læse" in output for path in none)
    large = laid(tmp_path / "stor.json", manifest({"index.html": ("F77",)}))
    with zipfile.ZipFile(tmp_path / "stor.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.write(large, NAME)
    (tmp_path / "kort.zip").write_bytes((tmp_path / "stor.zip").read_bytes()[:90])
    assert read_manifest(large) == read_manifest(tmp_path / "stor.zip") is not None
    assert read_manifest(tmp_path / "kort.zip") is None
    monkeypatch.setattr(manifests, "LARGEST", 100)
    assert read_manifest(large) is None
    assert read_manifest(tmp_path / "stor.zip") is None


def test_a_cache_that_cannot_be_written_keeps_nothing_up(
    told_of: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fil").write_text("en fil", encoding="utf-8")
    monkeypatch.setenv("HVERDAG_CACHE", str(tmp_path / "fil/cache"))
    assert "F77 er trukket tilbage" in listed(told_of)
    assert read_and_check(told_of.root, TODAY).handbook.gone(TODAY) == ("F77",)


def test_the_picture_may_be_deleted(told_of: Publication) -> None:
    """What the list says can go by hand stops nothing."""
    listed(told_of)
    (told_of.root / "stories/billede.png").unlink()
    assert read_and_check(told_of.root, TODAY).errors == ()
