"""Whatever else lies where our own closed private/ should: it is told, the remedy works, and nothing is written."""

import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hverdag.cli import cli
from hverdag.locale import catalogue
from hverdag.model.artifact import PrivateFile
from hverdag.pipeline.generated_in_git import generated_in_git
from hverdag.pipeline.rule_registry import rules
from hverdag.publish import own_folder
from hverdag.publish.own_folder import ForeignPrivateError
from hverdag.publish.private_files import private_folder, write_private
from tests.conftest import TODAY, Publication, copied
from tests.features.evaluation.answered import ROUND, give_courses, take_in

Way = Callable[[Path], Path]


def link(path: str, to: str) -> Way:
    def make(root: Path) -> Path:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).symlink_to(root / to)
        return root / path

    return make


def file(path: str) -> Way:
    def make(root: Path) -> Path:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("mit", "utf-8")
        return root / path

    return make


def folder(path: str) -> Way:
    def make(root: Path) -> Path:
        (root / path).mkdir(parents=True)
        return root / path

    return make


WAYS: dict[str, tuple[Way, str]] = {
    "a link to the site": (link("private", "site"), "private-link"),
    "a link to a folder inside": (link("private", "docs"), "private-link"),
    "a link that leads nowhere": (link("private", "site/nowhere"), "private-link"),
    "a link to itself": (link("private", "private"), "private-link"),
    "a file": (file("private"), "private-file"),
    "a folder of others": (folder("private"), "private-others"),
    "a link below": (link("private/receipts", "site"), "private-link"),
    "a link below that leads nowhere": (link("private/receipts", "site/x"), "private-link"),
    "a file below": (file("private/receipts"), "private-file"),
    "a folder of others below": (folder("private/receipts"), "private-others"),
    "a link that another command would follow": (link("private/export", "site"), "private-link"),
    "a link in the place of a file": (link("private/receipts/2026-11.yml", "site/x.yml"), "private-link"),
    "a link in the place of the list for git": (link("private/.gitignore", "site/x"), "private-link"),
    "a link in the place of the releases": (link("private/.built", "site"), "private-link"),
    "a link that a build has not made": (link("private/built", "site"), "private-link"),
    "a link to another's release": (link("private/built", ".site/release-abcdefgh"), "private-link"),
    "a link far below": (link("private/receipts/a/b/c", "site"), "private-link"),
}  # fmt: skip


@pytest.fixture(params=WAYS, ids=lambda name: str(name).replace(" ", "-"))
def way(request: pytest.FixtureRequest) -> tuple[Way, str]:
    return WAYS[request.param]


def given_to_others(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    status = path.lstat()
    monkeypatch.setattr(own_folder, "is_own", lambda one: (one.st_dev, one.st_ino) != (status.st_dev, status.st_ino))


def everything(root: Path) -> dict[str, tuple[int, bytes | str]]:
    found: dict[str, tuple[int, bytes | str]] = {}
    for path in root.rglob("*"):
        status = path.lstat()
        content: bytes | str = str(path.readlink()) if path.is_symlink() else b""
        found[str(path)] = (status.st_mode, path.read_bytes() if stat.S_ISREG(status.st_mode) else content)
    return found


def followed(path: Path, rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do what the remedy says."""
    if rule == "private-others":
        monkeypatch.undo()
    elif rule == "private-file":
        path.rename(path.parent / "flyttet")
    else:
        path.unlink()


def test_nothing_is_written_there_and_the_remedy_works(
    tmp_path: Path, way: tuple[Way, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "haandbog"
    for name in ("site", "docs"):
        (root / name).mkdir(parents=True, mode=0o755)
    path, rule = way[0](root), way[1]
    if rule == "private-others":
        given_to_others(path, monkeypatch)
    before = everything(root)
    writes: list[Callable[[], object]] = [lambda: private_folder(root, "receipts")]
    if path != root / "private/receipts" or rule != "private-file":  # a build has nothing to do there
        writes.append(lambda: write_private(root, [PrivateFile("one.txt", "en", ())]))
    for write in writes:
        with pytest.raises(ForeignPrivateError) as met:
            write()
        assert met.value.problem.rule == rule
        assert met.value.problem.parameters["given"] == path.relative_to(root).as_posix()
        assert everything(root) == before
    followed(path, rule, monkeypatch)
    made = private_folder(root, "receipts")
    write_private(root, [PrivateFile("one.txt", "en", ())])
    write_private(root, [PrivateFile("one.txt", "to", ())])
    assert made == root / "private/receipts"
    assert stat.S_IMODE(made.lstat().st_mode) == 0o700
    assert (root / "private/built/one.txt").read_text("utf-8") == "to"


def test_what_we_and_an_editor_leave_is_ours(tmp_path: Path) -> None:
    write_private(tmp_path, [PrivateFile("one.txt", "en", ())])
    (tmp_path / "private/.built/next").symlink_to(".built/release-abcdefgh")  # a build was killed here
    (private_folder(tmp_path, "receipts") / ".#2026-11.yml").symlink_to("anna@maskine.1")
    write_private(tmp_path, [PrivateFile("one.txt", "to", ())])
    assert private_folder(tmp_path, "receipts").is_dir()


@pytest.mark.parametrize("held", ["", "!receipts\n*\n", "built/\n"])
def test_git_passes_over_it_whatever_the_list_said(tmp_path: Path, held: str) -> None:
    (tmp_path / "private").mkdir()
    (tmp_path / "private/.gitignore").write_text(held, "utf-8")
    (private_folder(tmp_path, "receipts") / "2026-11.yml").touch()
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    asked = ["git", "-C", str(tmp_path), "status", "--short", "-uall"]
    assert subprocess.run(asked, check=True, capture_output=True, text=True).stdout == ""


@pytest.fixture
def place(tmp_path: Path) -> Publication:
    return give_courses(copied("good", tmp_path))


def receipts(place: Publication) -> Result:
    path = place.root.parent / "svar-kvit.csv"
    path.write_text("Dato;Arbejdsplads;Redskab;Hvad skete der?\n3.11.2026;Rylen;F01;Vi talte\n", "utf-8")
    return run(place, "receipts", str(path), "--yes")


def run(place: Publication, *words: str) -> Result:
    command = [words[0], "-C", str(place.root), "--today", str(TODAY), *words[1:]]
    return CliRunner().invoke(cli, command, catch_exceptions=False)


COMMANDS: dict[str, tuple[str, Callable[[Publication], Result]]] = {
    "receipts": ("receipts", receipts),
    "fold": ("receipts", lambda place: run(place, "receipts", "--fold", "--yes")),
    "answers": ("answers", lambda place: take_in(place, ROUND)),
    "journal": ("journal", lambda place: run(place, "journal")),
    "journal elsewhere": ("x", lambda place: run(place, "journal", "--output", str(place.root / "private/x"))),
    "plans": ("receipts", lambda place: run(place, "plans")),
}


@pytest.mark.parametrize("below", [False, True], ids=["itself", "below"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_tells_it_in_a_sentence_and_writes_nothing(place: Publication, name: str, below: bool) -> None:
    own, command = COMMANDS[name]
    path = link(f"private/{own}" if below else "private", "site")(place.root)
    (place.root / "site").mkdir()
    before = everything(place.root)
    done = command(place)
    assert done.exit_code == 1
    told, given = rules()["private-link"], path.relative_to(place.root).as_posix()
    assert catalogue("da").say(told.message, given=given) in done.output
    assert catalogue("da").say(told.remedy) in done.output
    assert everything(place.root) == before
    path.unlink()
    assert command(place).exit_code == 0
    assert not any((place.root / "site").iterdir())


@pytest.mark.parametrize("path", ["private", "private/receipts", "site", ".hverdag"])
@pytest.mark.parametrize("kind", ["link", "file", "repository"])
def test_nothing_of_it_lies_in_git_of_any_kind(tmp_path: Path, path: str, kind: str) -> None:
    place = tmp_path / path
    place.parent.mkdir(exist_ok=True)
    if kind == "link":
        place.symlink_to("docs")
    elif kind == "file":
        place.write_text("x", "utf-8")
    person = ("-c", "user.name=Anna", "-c", "user.email=anna@example.org", "-c", "commit.gpgsign=false")

    def git(*words: str) -> None:
        subprocess.run(["git", *person, *words], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q")
    if kind == "repository":
        git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},{path}")
    else:
        git("add", "-f", path)
    git("commit", "-qm", "x")
    [problem] = generated_in_git(tmp_path)
    assert problem.rule == "site-in-git"
    remedy = catalogue("en").say(rules()["site-in-git"].remedy, given=problem.parameters["given"])
    git(*remedy.partition("git ")[2].split())
    git("commit", "-qm", "y")
    assert list(generated_in_git(tmp_path)) == []
