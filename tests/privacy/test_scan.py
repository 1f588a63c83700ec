"""The privacy check: what was written, and what was made of it, and what of that a report may show."""

import hashlib
import sys
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import pytest

from hverdag.features.registry import registry
from hverdag.model.artifact import Artifact
from hverdag.model.files import Entry, EntryKind
from hverdag.model.handbook import Handbook
from hverdag.model.language import Language
from hverdag.model.message import message
from hverdag.model.problem import Level, Problem, Source
from hverdag.model.settings import PATH, Contact, Settings, Waiver
from hverdag.model.texts.consent import Consent
from hverdag.model.texts.story import Story
from hverdag.model.texts.value import Value
from hverdag.privacy import CPR, CPR_LIKE, MAIL, NAME, PHONE, Finding
from hverdag.privacy.rules import WAIVABLE
from hverdag.privacy.scan.detector_version import ROOMS, edition
from hverdag.privacy.scan.redact import harmless, harmless_lines
from hverdag.privacy.scan.scan_site import Origins, ReportedFindings, SiteScan
from hverdag.privacy.scan.scan_sources import MKDOCS, TEXTS, Guard, Sources
from hverdag.privacy.waivers import Allowance, LocatedFinding, allowances, digest
from hverdag.verify.extract import FileText

TODAY = date(2026, 11, 21)
NUMBER, KEY = "150368-5010", "1503685010"
BARE = "1503685010"
OTHER = "150368-5029"
OFFICE = "docProps/core.xml"
NO_DIGEST = Waiver.model_construct(rule="privacy-unread", file="a.pdf", count=1, seen="")
STORY = Guard(documents=frozenset({"stories/a.md"}))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "root").mkdir()
    return tmp_path / "root"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    return tmp_path / "site"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def write(folder: Path, path: str, content: str | bytes) -> Path:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder / path


def declared(**fields: object) -> Settings:
    return Settings.model_construct(**{"title": "Håndbogen", "organisation": "Lilleby Kommune", **fields})


def waiver(rule: str, file: str, *keys: str, count: int = 1) -> Waiver:
    return Waiver.model_construct(rule=rule, file=file, count=count, seen=seen(*keys))


def seen(*keys: str) -> str:
    problem = WAIVABLE[CPR].at(Source("a"))
    return digest([LocatedFinding(problem, Finding(CPR, 0, 0, key)) for key in keys])


def allowed(count: int, *keys: str) -> Allowance:
    return Allowance(count, frozenset({seen(*keys)}))


def handbook(root: Path, files: Mapping[str, str], settings: Settings | None = None, **rooms: object) -> Handbook:
    """A handbook of some files, with a name for each of them and for their folders."""
    folders = {parent.as_posix(): None for path in files for parent in Path(path).parents if parent != Path()}
    for path, text in files.items():
        write(root, path, text)
    names = sorted(
        [*(Entry(path, EntryKind.FILE) for path in files), *(Entry(one, EntryKind.FOLDER) for one in folders)],
        key=lambda one: one.path,
    )
    return Handbook(settings or declared(), entries=tuple(names), kinds=registry().kinds, **rooms)  # type: ignore[arg-type]


def guard_of(
    root: Path, kept: Path, files: Mapping[str, str], settings: Settings | None = None, **rooms: object
) -> Guard:
    return Sources(root, handbook(root, files, settings, **rooms), TODAY, kept).guard()


def places(problems: Iterable[Problem]) -> list[tuple[str, str]]:
    return [(problem.rule, problem.source.path) for problem in problems]


def counted(monkeypatch: pytest.MonkeyPatch, room: object) -> list[str]:
    """The texts that are looked into from now on, by a part of the check."""
    looked_into: list[str] = []
    module = sys.modules[room.__module__]
    whole = module.find

    def find(text: str, **options: object) -> list[Finding]:
        looked_into.append(text)
        return whole(text, **options)  # type: ignore[no-any-return]

    monkeypatch.setattr(module, "find", find)
    return looked_into


class TestSources:
    """Everything that was written is looked through: texts, settings, and the names of files."""

    def test_a_clean_publication_has_nothing_to_tell(self, root: Path, kept: Path) -> None:
        guard = guard_of(root, kept, {"stories/vinduet.md": "Vinduet stod åbent.", PATH: "title: A"})
        assert guard == Guard(
            words=frozenset({"Håndbogen", "Lilleby", "Kommune"}),
            documents=frozenset({"stories/vinduet.md"}),
            settings=guard.settings,
        )
        assert (guard.problems, guard.left, guard.keys, guard.own_contact, guard.files) == (
            (),
            {},
            {},
            frozenset(),
            frozenset(),
        )

    @pytest.mark.parametrize(
        ("text", "line", "column"),
        [
            (f"{NUMBER}\n", 1, 1),
            (f"Se {NUMBER}", 1, 4),
            (f"\n{NUMBER}", 2, 1),
            (f"a\n\nbc {NUMBER}\n", 3, 4),
            (f"a\r\nb\r\n{NUMBER}", 3, 1),
        ],
    )
    def test_a_number_is_told_where_it_stands(self, root: Path, kept: Path, text: str, line: int, column: int) -> None:
        (problem,) = guard_of(root, kept, {"stories/vinduet.md": text}).problems
        assert (problem.rule, problem.level) == (CPR, Level.ERROR)
        assert problem.source == Source("stories/vinduet.md", line, column)
        assert problem.parameters == {}

    def test_every_ending_of_a_text_is_looked_through_and_no_other(self, root: Path, kept: Path) -> None:
        endings = (".md", ".yml", ".yaml", ".txt", ".html", ".htm", ".json", ".csv", ".tsv", ".xml", ".svg", "", ".MD")
        assert {*endings} - {".MD"} == TEXTS
        files = {f"docs/fil{ending}": NUMBER for ending in (*endings, ".pdf", ".css", ".docx", ".jpg", ".py")}
        told = places(guard_of(root, kept, files).problems)
        assert sorted(told) == sorted((CPR, f"docs/fil{ending}") for ending in endings)

    def test_what_is_no_file_is_not_opened(self, root: Path, kept: Path) -> None:
        write(root, "docs/a.md", NUMBER)
        entries = tuple(Entry("docs/a.md", kind) for kind in EntryKind if kind is not EntryKind.FILE)
        assert Sources(root, Handbook(declared(), entries=entries), TODAY, kept).guard().problems == ()
        entries = (Entry("docs/a.md", EntryKind.FILE),)
        assert len(Sources(root, Handbook(declared(), entries=entries), TODAY, kept).guard().problems) == 1

    def test_the_settings_of_the_site_are_looked_through(self, root: Path, kept: Path) -> None:
        write(root, "mkdocs.yml", f"site_name: A\nextra: {NUMBER}\n")
        (problem,) = guard_of(root, kept, {}).problems
        assert MKDOCS == "mkdocs.yml"
        assert problem.source == Source("mkdocs.yml", 2, 8)

    def test_names_are_told_of_where_the_number_ends(self, root: Path, kept: Path) -> None:
        files = {f"stories/{NUMBER}/a.md": "a", f"stories/{NUMBER}/{OTHER}.md": "a", "docs/150368/5010.md": "a"}
        guard = guard_of(root, kept, files)
        assert places(guard.problems) == [
            (CPR, "docs/150368/5010.md"),
            (CPR, f"stories/{NUMBER}"),
            (CPR, f"stories/{NUMBER}/{OTHER}.md"),
        ]
        assert {problem.source for problem in guard.problems} == {Source(path) for _, path in places(guard.problems)}
        assert guard.files == {path for _, path in places(guard.problems)}

    @pytest.mark.parametrize("folder", ["docs", "docs/bilag", "docs/sager", "docs/ordre"])
    def test_a_folder_excuses_no_name_in_it(self, root: Path, kept: Path, folder: str) -> None:
        for name, rule in (("1503685007", CPR), (BARE, CPR_LIKE), ("150368-1234", CPR)):
            path = f"{folder}/{name}.pdf"
            assert places(guard_of(root, kept, {path: "a"}).problems) == [(rule, path)]

    def test_people_are_told_of_in_the_names_of_texts_and_pictures(self, root: Path, kept: Path) -> None:
        path = "stories/hos-inger-hansen-20304050.md"
        assert sorted(places(guard_of(root, kept, {path: "a"}).problems)) == [(NAME, path), (PHONE, path)]
        picture = "docs/billeder/inger_hansen.jpg"
        assert places(guard_of(root, kept, {picture: "a"}).problems) == [(NAME, picture)]
        for nobody in ("stories/inger-venter.md", "docs/inger-hansen.md", "stories/trappen-20260312.md"):
            assert guard_of(root, kept, {nobody: "a"}).problems == ()

    def test_of_people_only_stories_values_and_methods_are_asked(self, root: Path, kept: Path) -> None:
        paths = (
            "stories/a.md",
            "values/a.md",
            "docs/metoder/a.md",
            "docs/a.md",
            "values/a.yml",
            "docs/metoder/index.md",
        )
        guard = guard_of(root, kept, dict.fromkeys(paths, "Ring til Inger Madsen på tlf. 70 00 00 01"))
        assert sorted(places(guard.problems)) == sorted((rule, path) for path in paths[:3] for rule in (NAME, PHONE))
        assert guard.files == frozenset()
        assert guard_of(root, kept, {"stories/Inger Madsen.md": "a"}).problems == ()

    def test_how_the_handbook_itself_is_reached_may_be_told(self, root: Path, kept: Path) -> None:
        contact = Contact.model_construct(name="Inger Madsen", phone="70 00 00 01", mail="haandbog@lilleby.example")
        text = "Inger Madsen, 70000001, haandbog@lilleby.example og per@lilleby.example, Inger Holst"
        guard = guard_of(root, kept, {"stories/a.md": text}, declared(contact=contact))
        assert places(guard.problems) == [(MAIL, "stories/a.md"), (NAME, "stories/a.md")]
        assert [problem.source.column for problem in guard.problems] == [
            text.index("per@") + 1,
            text.index("Inger H") + 1,
        ]
        assert guard.own_contact == {
            (NAME, "inger madsen"),
            (PHONE, "70000001"),
            (MAIL, "haandbog@lilleby.example"),
        }

    def test_no_contact_may_have_a_personal_number(self, root: Path, kept: Path) -> None:
        contact = Contact.model_construct(name="A", phone=NUMBER, mail="")
        guard = guard_of(root, kept, {"stories/a.md": NUMBER}, declared(contact=contact))
        assert guard.own_contact == frozenset()
        assert places(guard.problems) == [(CPR, "stories/a.md")]

    def test_words_of_the_house_are_no_surnames(self, root: Path, kept: Path) -> None:
        names = {"mod": "Mod og Omhu", "tillid": "Tillid"}
        values = tuple(Value.model_construct(path=f"values/{id}.md", name=name) for id, name in names.items())
        text = "Inger Lilleby, Inger Håndbogen, Inger Omhu, Inger Tillid, Inger Holst"
        guard = guard_of(root, kept, {"stories/a.md": text}, documents=values)
        assert [(problem.rule, problem.source.column) for problem in guard.problems] == [
            (NAME, text.index("Inger Ho") + 1)
        ]
        assert guard.words == {"Håndbogen", "Lilleby", "Kommune", "Mod", "og", "Omhu", "Tillid"}

    def test_what_was_found_is_known_with_the_files_it_was_found_in(self, root: Path, kept: Path) -> None:
        files = {"stories/a.md": f"{NUMBER} {NUMBER} tlf. 70 00 00 01", "stories/b.md": NUMBER, f"docs/{OTHER}.md": "a"}
        guard = guard_of(root, kept, files)
        assert guard.keys == {
            (CPR, KEY): {"stories/a.md", "stories/b.md"},
            (PHONE, "70000001"): {"stories/a.md"},
            (CPR, "1503685029"): {f"docs/{OTHER}.md"},
        }
        assert guard.files == {"stories/a.md", "stories/b.md", f"docs/{OTHER}.md"}
        assert KEY not in repr(guard)
        assert "70000001" not in repr(Guard(own_contact=frozenset({(PHONE, "70000001")})))

    @pytest.mark.parametrize("why", ["the day has gone by", "it cannot be read"])
    def test_what_only_a_story_that_is_out_holds_is_told_and_not_known(self, root: Path, kept: Path, why: str) -> None:
        until, faulty = (TODAY - timedelta(1), ()) if why == "the day has gone by" else (TODAY, (("consent",),))
        consents = {"ude": (until, faulty), "inde": (TODAY, ())}
        stories = tuple(
            Story.model_construct(
                path=f"stories/{name}.md", consent=Consent.model_construct(until=last), faulty=frozenset(wrong)
            )
            for name, (last, wrong) in consents.items()
        )
        files = {"stories/ude.md": f"{NUMBER} {OTHER}", "stories/inde.md": OTHER}
        guard = guard_of(root, kept, files, documents=stories)
        assert places(guard.problems) == [(CPR, "stories/inde.md"), (CPR, "stories/ude.md"), (CPR, "stories/ude.md")]
        assert guard.keys == {(CPR, "1503685029"): {"stories/inde.md"}}
        assert guard.files == {"stories/inde.md", "stories/ude.md"}

    def test_waivers_are_laid_beside_it(self, root: Path, kept: Path) -> None:
        settings = declared(
            waivers=(
                waiver(CPR, "stories/a.md", KEY, "1503685029", count=3),
                waiver(PHONE, "docs/a.md"),
                waiver(CPR, "docs/a.pdf"),
                waiver("x", "y"),
            )
        )
        files = {"stories/a.md": f"{NUMBER}, {OTHER}, {BARE}", "docs/a.md": NUMBER, "docs/a.pdf": ""}
        guard = guard_of(root, kept, files, settings)
        assert places(guard.problems) == [
            (CPR, "docs/a.md"),
            (CPR_LIKE, "stories/a.md"),
            ("waiver-unused", PATH),
            ("waiver-rule", PATH),
        ]
        assert {kind: one.count for kind, one in guard.left.items()} == {
            (CPR, "stories/a.md"): 1,
            (PHONE, "docs/a.md"): 1,
            (CPR, "docs/a.pdf"): 1,
            ("x", "y"): 1,
        }

    def test_nothing_is_left_of_a_waiver_that_more_was_found_of(self, root: Path, kept: Path) -> None:
        settings = declared(waivers=(waiver(CPR, "stories/a.md", KEY),))
        guard = guard_of(root, kept, {"stories/a.md": f"{NUMBER} {OTHER}"}, settings)
        assert places(guard.problems) == [(CPR, "stories/a.md")] * 2 + [("waiver-count", PATH)]
        assert guard.left == {(CPR, "stories/a.md"): allowed(0, KEY)}

    def test_the_settings_of_the_site_are_a_file_that_can_be_waived(self, root: Path, kept: Path) -> None:
        write(root, "mkdocs.yml", NUMBER)
        assert guard_of(root, kept, {}, declared(waivers=(waiver(CPR, "mkdocs.yml", KEY),))).problems == ()
        write(root, "mkdocs.yml", "")
        settings = declared(waivers=(waiver(CPR, "mkdocs.yml"),))
        assert places(guard_of(root, kept, {}, settings).problems) == [("waiver-unused", PATH)]


class TestFields:
    """A number in front matter or in handbook.yml is told at its field."""

    PLACES: Mapping[tuple[str | int, ...], tuple[int, int]] = {
        ("title",): (2, 8),
        ("contributors",): (3, 1),
        ("contributors", 0, "role"): (4, 11),
        ("code",): (5, 7),
    }

    @pytest.mark.parametrize(
        ("line", "column", "field"),
        [
            (1, 1, ""),
            (2, 7, ""),
            (2, 8, "title"),
            (2, 20, "title"),
            (3, 1, "contributors"),
            (4, 1, "contributors"),
            (4, 12, "contributors"),
            (5, 7, "code"),
            (5, 30, "code"),
            (6, 1, ""),
            (9, 9, ""),
        ],
    )
    def test_in_a_story(self, root: Path, kept: Path, line: int, column: int, field: str) -> None:
        text = "\n" * (line - 1) + "." * (column - 1) + " "[: column - 1] + NUMBER
        text = text.replace(". ", " ")
        story = Story.model_construct(path="stories/a.md", places=self.PLACES)
        (problem,) = guard_of(root, kept, {"stories/a.md": text}, documents=(story,)).problems
        assert problem.source == Source("stories/a.md", line, column, field)

    @pytest.mark.parametrize(
        ("line", "field"), [(1, ""), (2, ""), (3, "contributors"), (4, "contributors"), (9, "code")]
    )
    def test_in_the_settings_the_last_field_goes_on_to_the_end(
        self, root: Path, kept: Path, line: int, field: str
    ) -> None:
        settings = declared(places=self.PLACES)
        (problem,) = guard_of(root, kept, {PATH: "\n" * (line - 1) + NUMBER}, settings).problems
        assert problem.source == Source(PATH, line, 1, field)

    def test_in_a_file_without_fields(self, root: Path, kept: Path) -> None:
        story = Story.model_construct(path="stories/a.md")
        (problem,) = guard_of(root, kept, {"stories/a.md": NUMBER}, documents=(story,)).problems
        assert problem.source.field == ""


class TestSeenBefore:
    """A text that nothing was found in is not looked into again."""

    def test_a_clean_text_is_looked_into_once(self, root: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        files = {"stories/a.md": "Vinduet stod åbent.", "stories/b.md": NUMBER}
        before = guard_of(root, kept, files)
        looked_into = counted(monkeypatch, Sources)
        assert guard_of(root, kept, files) == before
        assert "Vinduet stod åbent." not in looked_into
        assert NUMBER in looked_into
        assert (kept / "looked-over").is_dir()

    @pytest.mark.parametrize("other", ["another text", "another place", "other words"])
    def test_where_something_else_is_asked_it_is_looked_into_again(
        self, root: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, other: str
    ) -> None:
        guard_of(root, kept, {"stories/a.md": "Vi mødte Inger Lilleby.", "stories/b.md": "b"})
        looked_into = counted(monkeypatch, Sources)
        path = "docs/a.md" if other == "another place" else "stories/a.md"
        text = "Vi mødte Inger Lilleby!" if other == "another text" else "Vi mødte Inger Lilleby."
        organisation = "Fjordby Kommune" if other == "other words" else "Lilleby Kommune"
        found = guard_of(root, kept, {path: text}, declared(organisation=organisation)).problems
        assert text in looked_into
        assert [problem.rule for problem in found] == ([NAME] if other == "other words" else [])

    def test_the_same_text_in_another_place_is_not_looked_into_again(
        self, tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A forge has the publication in a new place each time."""
        guard_of(tmp_path / "a", kept, {"stories/a.md": "Vinduet stod åbent."})
        looked_into = counted(monkeypatch, Sources)
        guard_of(tmp_path / "b", kept, {"stories/a.md": "Vinduet stod åbent."})
        assert "Vinduet stod åbent." not in looked_into


@pytest.mark.parametrize(
    ("path", "tells"),
    [
        ("stories/a.md", True),
        ("stories/dyb/a.md", True),
        ("values/a.md", True),
        ("docs/metoder/a.md", True),
        ("docs/metoder/index.md", False),
        ("docs/metoder/dyb/a.md", False),
        ("docs/a.md", False),
        ("stories/a.yml", False),
        ("values/handbook.yml", False),
        ("mkdocs.yml", False),
        ("andet/stories/a.md", False),
    ],
)
def test_stories_values_and_methods_say_nothing_of_how_people_are_reached(
    root: Path, kept: Path, path: str, tells: bool
) -> None:
    assert (path in guard_of(root, kept, {path: "Vinduet stod åbent."}).documents) is tells


class TestHarmless:
    """What a report may show."""

    PROBLEM = Problem(
        "some-rule",
        Level.ERROR,
        Source(f"stories/{NUMBER}.md", 3, 4, f"felt {NUMBER} 1234"),
        {"given": f"{NUMBER} 1234", "count": 1503685010},
    )

    def test_a_number_is_covered_wherever_it_is_told(self) -> None:
        shown = harmless(self.PROBLEM, Guard())
        assert shown == Problem(
            "some-rule",
            Level.ERROR,
            Source("stories/••••••-••••.md", 3, 4, "felt ••••••-•••• 1234"),
            {"given": "••••••-•••• 1234", "count": 1503685010},
        )

    def test_of_a_file_with_a_number_no_piece_is_told(self) -> None:
        shown = harmless(self.PROBLEM, Guard(files=frozenset({f"stories/{NUMBER}.md"})))
        assert shown.source == Source("stories/••••••-••••.md", 3, 4, "felt ••••••-•••• ••••")
        assert shown.parameters == {"given": "••••••-•••• ••••", "count": 1503685010}

    def test_of_a_change_neither_side_is_told_where_one_holds_a_number(self) -> None:
        problem = replace(self.PROBLEM, parameters={"change": "»1503685010« → »150368«"})
        assert harmless(problem, Guard()).parameters == {"change": "»••••••••••« → »••••••«"}
        plain = replace(self.PROBLEM, parameters={"change": "»2025« → »2026«"})
        assert harmless(plain, Guard()).parameters == plain.parameters

    def test_of_a_contributed_text_no_person_is_told(self) -> None:
        held = "Hos Inger Hansen, Lindevej 12, tlf. 20304050, inger@gmail.example"
        problem = Problem(
            "some-rule", Level.ERROR, Source("stories/a.md"), {"given": held, "in": message("{a}", a=held)}
        )
        shown = harmless(problem, STORY)
        assert shown.parameters["given"] == "Hos ••••• ••••••, •••••••• ••, tlf. ••••••••, •••••@•••••.•••••••"
        assert "Inger" not in repr(shown)
        assert harmless(problem, Guard()) == problem

    def test_the_handbooks_own_contact_is_told(self) -> None:
        own = frozenset({(PHONE, "20304050")})
        problem = Problem("some-rule", Level.ERROR, Source("stories/a.md"), {"given": "tlf. 20304050"})
        assert harmless(problem, replace(STORY, own_contact=own)) == problem

    def test_what_holds_none_stands(self) -> None:
        problem = Problem("some-rule", Level.HINT, Source("stories/a.md", 1, 1, "title"), {"given": "1234"})
        assert harmless(problem, Guard(files=frozenset({"stories/b.md"}))) == problem

    def test_lines_are_quoted_with_everything_covered(self, root: Path) -> None:
        text = f"Inger Madsen har {NUMBER}\nog tlf. 70 00 00 01.\nVej 5"
        write(root, "stories/a.md", text)
        write(root, "docs/a.md", text)
        people = ["Inger Madsen har ••••••-••••", "og tlf. 70 00 00 01.", "Vej 5"]
        nobody = ["••••• •••••• har ••••••-••••", "og tlf. •• •• •• ••.", "Vej 5"]
        assert harmless_lines(root, "stories/a.md", STORY) == nobody
        assert harmless_lines(root, "docs/a.md", STORY) == people

    def test_findings_that_lie_over_one_another_are_covered_once(self, root: Path) -> None:
        text = "Skriv til Inger Madsen@lilleby.example, Inger Holst Madsen@lilleby.example nu"
        write(root, "stories/a.md", text)
        (line,) = harmless_lines(root, "stories/a.md", STORY)
        assert len(line) == len(text)
        assert (line[:10], line[-3:]) == ("Skriv til ", " nu")
        assert not any(sign.isalpha() for sign in line[10:-3].replace("@lilleby.example", ""))

    def test_of_a_file_that_is_not_there_nothing_is_quoted(self, root: Path) -> None:
        assert harmless_lines(root, "stories/a.md", STORY) == [""]


def test_the_edition_is_told_by_everything_that_decides_what_is_found() -> None:
    assert {"hverdag.privacy", "hverdag.verify", Sources.__module__.rpartition(".")[0]} <= {*ROOMS}
    programs = [
        sys.version,
        *(f"{name} {version(name)}" for name in ("pillow", "pypdfium2", "python-stdnum", "tinytag")),
    ]
    digest = hashlib.sha256("\n".join(programs).encode())
    for room in ROOMS:
        spec = find_spec(room)
        assert spec is not None
        (folder,) = spec.submodule_search_locations or ()
        parts = sorted(path for path in Path(folder).iterdir() if path.is_file())
        assert len(parts) > 3
        for part in parts:
            digest.update(part.read_bytes())
    assert edition() == digest.hexdigest()


def look(
    site: Path,
    root: Path,
    kept: Path,
    guard: Guard | None = None,
    *,
    sources: Mapping[str, str] | None = None,
    artifacts: Iterable[Artifact] = (),
) -> list[tuple[str, str, str]]:
    found = list(SiteScan(site, root, guard or Guard(), sources or {}, artifacts, kept).problems())
    assert all((problem.source.line, problem.source.column) == (1, 1) for problem in found)
    return [(problem.rule, problem.source.path, problem.source.field) for problem in found]


def document(folder: Path, path: str, **parts: str) -> Path:
    """An office document: its text, and what it says of itself."""
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / path, "w") as packed:
        for name, text in parts.items():
            packed.writestr({"text": "word/document.xml", "told": OFFICE}[name], f"<a>{text}</a>")
    return folder / path


class TestSite:
    """A finished site is looked over before readers see it."""

    def test_a_clean_site_has_nothing_to_tell(self, site: Path, root: Path, kept: Path) -> None:
        write(site, "index.html", "<p>Vinduet stod åbent.</p>")
        document(site, "a.docx", text="Vinduet stod åbent.", told="Lilleby")
        assert look(site, root, kept) == []

    def test_a_number_is_told_wherever_it_is(self, site: Path, root: Path, kept: Path) -> None:
        write(site, "index.html", f"<p>{NUMBER}</p>")
        write(site, "data.json", f'["{OTHER}"]')
        write(site, "150368-5037.txt", "a")
        document(site, "a.docx", text="Nr. 150368-5045")
        document(site, "b.docx", told="cpr 1503685053")
        assert look(site, root, kept) == [
            (CPR, "150368-5037.txt", ""),
            (CPR, "index.html", ""),
            (CPR, "data.json", ""),
            (CPR, "a.docx", ""),
            (CPR, "b.docx", "Office"),
        ]

    def test_how_people_are_reached_is_asked_only_of_what_files_say_of_themselves(
        self, site: Path, root: Path, kept: Path
    ) -> None:
        text = "Inger Madsen, i@lilleby.example, tlf. 70 00 00 01, Rosenvej 4"
        write(site, "index.html", f"<p>{text}</p>")
        document(site, "a.docx", text=text, told=text)
        assert look(site, root, kept) == [(NAME, "a.docx", "Office"), (MAIL, "a.docx", "Office")]
        assert look(site, root, kept, Guard(words=frozenset({"Madsen"}))) == [(MAIL, "a.docx", "Office")]

    def test_the_same_is_told_once(self, site: Path, root: Path, kept: Path) -> None:
        for name in ("a.html", "b.html"):
            write(site, name, f"<p>{name} {NUMBER}</p>")
        document(site, "c.docx", text=NUMBER)
        assert look(site, root, kept) == [(CPR, "a.html", "")]

    def test_what_a_text_has_told_of_is_not_told_again(self, site: Path, root: Path, kept: Path) -> None:
        write(site, "a.html", f"<p>{NUMBER} {OTHER}</p>")
        guard = Guard(keys={(CPR, KEY): frozenset({"stories/a.md"})})
        assert look(site, root, kept, guard) == [(CPR, "a.html", "")]
        assert (
            look(site, root, kept, Guard(keys={(CPR, KEY): frozenset({"a"}), (CPR, "1503685029"): frozenset({"b"})}))
            == []
        )

    def test_it_is_told_at_the_file_that_it_was_made_from(self, site: Path, root: Path, kept: Path) -> None:
        write(site, "a/index.html", f"<p>{NUMBER}</p>")
        write(site, "b.html", f"<p>{OTHER}</p>")
        write(root, "docs/b.html", "")
        document(site, "c.docx", text="150368-5037")
        sources, artifacts = {"a/index.html": "stories/a.md"}, [Artifact("c.docx", root / "stories/c.docx")]
        assert look(site, root, kept, sources=sources, artifacts=artifacts) == [
            (CPR, "stories/a.md", ""),
            (CPR, "docs/b.html", ""),
            (CPR, "stories/c.docx", ""),
        ]

    def test_a_waiver_speaks_for_as_much_as_it_has_left(self, site: Path, root: Path, kept: Path) -> None:
        document(site, "a.docx", text=f"{NUMBER} {OTHER}")
        found = KEY, "1503685029"
        assert look(site, root, kept, Guard(left={(CPR, "a.docx"): allowed(2, *found)})) == []
        assert look(site, root, kept, Guard(left={(CPR, "a.docx"): allowed(1, *found)})) == [(CPR, "a.docx", "")] * 2
        assert look(site, root, kept, Guard(left={(CPR, "a.docx"): allowed(2, KEY)})) == [(CPR, "a.docx", "")] * 2

    def test_a_waiver_that_does_not_fit_is_told(self, site: Path, root: Path, kept: Path) -> None:
        write(site, "a.pdf", b"\x00 nothing")
        for one, told in ((waiver("privacy-unread", "a.pdf"), "waiver-changed"), (NO_DIGEST, "waiver-seen")):
            settings = declared(waivers=(one,))
            guard = Guard(left=allowances(settings), settings=settings)
            (_, problem) = SiteScan(site, root, guard, {}, (), kept).problems()
            assert (problem.rule, problem.source.path) == (told, PATH)
        sha = hashlib.sha256(b"\x00 nothing").hexdigest()
        assert problem.parameters == {"line": 1, "sample": f"    seen: {seen(sha)}"}

    @pytest.mark.parametrize("name", ["a.pdf", "a.docx"])
    def test_a_file_that_cannot_be_opened_is_told_each_time(
        self, site: Path, root: Path, kept: Path, name: str
    ) -> None:
        write(site, name, b"\x00 nothing")
        write(root, f"docs/{name}", b"")
        for _ in range(2):
            found = list(SiteScan(site, root, Guard(), {}, (), kept).problems())
            assert [(one.rule, one.level, one.source) for one in found] == [
                ("privacy-unread", Level.ERROR, Source(f"docs/{name}"))
            ]

    def test_a_file_that_someone_has_looked_at_is_not_told(self, site: Path, root: Path, kept: Path) -> None:
        for name in ("a.pdf", "b.docx"):
            write(site, name, b"\x00 nothing")
        sha = hashlib.sha256(b"\x00 nothing").hexdigest()
        assert look(site, root, kept, Guard(left={("privacy-unread", "a.pdf"): allowed(1, sha)})) == [
            ("privacy-unread", "b.docx", "")
        ]

    def test_each_file_that_cannot_be_opened_is_told(self, site: Path, root: Path, kept: Path) -> None:
        for name in ("a.pdf", "b.docx"):
            write(site, name, b"\x00 nothing")
        assert look(site, root, kept) == [("privacy-unread", "a.pdf", ""), ("privacy-unread", "b.docx", "")]

    def test_of_a_file_that_someone_put_there_the_same_is_told_once(self, site: Path, root: Path, kept: Path) -> None:
        for name in ("a.docx", "b.docx"):
            document(site, name, text=f"{NUMBER}, {NUMBER}")
            write(root, f"docs/{name}", b"")
        assert look(site, root, kept) == [(CPR, "docs/a.docx", ""), (CPR, "docs/b.docx", "")]


class TestSiteSeenBefore:
    """What nothing was found in is not looked into again."""

    def test_clean_files_and_pages_are_looked_into_once(
        self, site: Path, root: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(site, "a.html", "<p>15 og 03 og 68 og 50 og 20</p>")
        document(site, "a.docx", text="Vinduet")
        looked_into = counted(monkeypatch, ReportedFindings)
        assert look(site, root, kept) == []
        texts = ["a.docx", "a.html", "<p>15 og 03 og 68 og 50 og 20</p>", "\nword/document.xml\n\n", "Vinduet"]
        assert sorted(looked_into) == sorted(texts)
        looked_into.clear()
        assert look(site, root, kept) == []
        assert sorted(looked_into) == ["a.docx", "a.html"]
        write(site, "a.html", "<p>15 og 03 og 68 og 50 og 21</p>")
        assert look(site, root, kept) == []
        assert "<p>15 og 03 og 68 og 50 og 21</p>" in looked_into
        assert "Vinduet" not in looked_into

    def test_where_something_was_found_on_one_page_all_are_looked_into_again(
        self, site: Path, root: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(site, "a.html", f"<p>{NUMBER}</p>")
        write(site, "b.html", "<p>15 og 03 og 68 og 50 og 20</p>")
        document(site, "a.docx", text="Vinduet")
        document(site, "b.docx", text=OTHER)
        told = [(CPR, "a.html", ""), (CPR, "b.docx", "")]
        assert look(site, root, kept) == told
        looked_into = counted(monkeypatch, ReportedFindings)
        assert look(site, root, kept) == told
        assert "<p>15 og 03 og 68 og 50 og 20</p>" in looked_into
        assert "Vinduet" not in looked_into

    def test_what_was_told_elsewhere_is_found_all_the_same(self, site: Path, root: Path, kept: Path) -> None:
        document(site, "a.docx", text=NUMBER)
        assert look(site, root, kept, Guard(keys={(CPR, KEY): frozenset({"stories/a.md"})})) == []
        assert look(site, root, kept) == [(CPR, "a.docx", "")]

    def test_the_same_publication_in_another_place_is_not_looked_into_again(
        self, site: Path, tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A forge has it in a new place each time."""
        document(site, "a.docx", text="Vinduet")
        look(site, tmp_path / "a", kept)
        looked_into = counted(monkeypatch, ReportedFindings)
        look(site, tmp_path / "b", kept)
        assert "Vinduet" not in looked_into

    def test_the_same_content_under_another_ending_is_read_in_another_way(
        self, site: Path, root: Path, kept: Path
    ) -> None:
        """A script's comments are not read; a text's lines are."""
        write(site, "a.js", f"// {NUMBER}\n")
        assert look(site, root, kept) == []
        (site / "a.js").rename(site / "a.txt")
        assert [rule for rule, _, _ in look(site, root, kept)] == [CPR]

    def test_a_number_over_two_lines_is_found_where_each_stands_on_an_earlier_page(
        self, site: Path, root: Path, kept: Path
    ) -> None:
        first, last = NUMBER.split("-")
        for name, text in {"a": f"x\n{first}\ny", "b": f"x\n-{last}\ny", "c": f"z\n{first}\n-{last}\nz"}.items():
            write(site, f"{name}.html", f"<p>\n{text}\n</p>")
        assert [(rule, path) for rule, path, _ in look(site, root, kept)] == [(CPR, "c.html")]

    @pytest.mark.parametrize("other", [Guard(words=frozenset({"Ringer"})), Guard(language=Language.ENGLISH)])
    def test_where_something_else_is_a_finding_there_are_other_notes(
        self, site: Path, root: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, other: Guard
    ) -> None:
        document(site, "a.docx", text="Vinduet")
        look(site, root, kept)
        looked_into = counted(monkeypatch, ReportedFindings)
        look(site, root, kept, other)
        assert "Vinduet" in looked_into
        assert len(list((kept / "looked-over").iterdir())) == 2


class TestTold:
    """What was told of already is not told again, unless it says more."""

    PAGES = ("a.html",)

    def ask(
        self, guard: Guard, rule: str, text: str = BARE, path: str = "a.html", origin: str = "stories/a.md"
    ) -> bool:
        told = ReportedFindings(guard, self.PAGES)
        answer = told.has(Finding(rule, 3, 3 + len(text), KEY), FileText(path, "text", f"Se {text} her"), origin)
        assert told.met == 1
        return answer

    def knowing(self, *rules: str, path: str = "stories/a.md") -> Guard:
        return Guard(keys={(rule, KEY): frozenset({path}) for rule in rules})

    def test_nothing_is_known_at_first(self) -> None:
        assert self.ask(Guard(), CPR) is False
        assert ReportedFindings(Guard(), ()).met == 0

    def test_everyone_may_know_the_handbooks_own(self) -> None:
        assert self.ask(Guard(own_contact=frozenset({(PHONE, KEY)})), PHONE) is True
        assert self.ask(Guard(own_contact=frozenset({(PHONE, KEY)})), CPR) is False
        assert self.ask(Guard(own_contact=frozenset({(PHONE, "1")})), PHONE) is False

    @pytest.mark.parametrize(
        ("known", "rule", "text", "is_told"),
        [
            (CPR, CPR, BARE, True),
            (CPR, CPR, NUMBER, True),
            (CPR_LIKE, CPR_LIKE, BARE, True),
            (CPR_LIKE, CPR, BARE, True),
            (CPR_LIKE, CPR, NUMBER, False),
            (CPR, CPR_LIKE, NUMBER, True),
            (CPR, CPR_LIKE, BARE, True),
            (CPR, PHONE, BARE, False),
            (PHONE, CPR, BARE, False),
            (PHONE, PHONE, BARE, True),
            (PHONE, MAIL, BARE, False),
        ],
    )
    def test_a_page_that_leaves_out_a_word_says_nothing_new_and_one_that_sets_a_dash_does(
        self, known: str, rule: str, text: str, is_told: bool
    ) -> None:
        assert self.ask(self.knowing(known), rule, text) is is_told

    @pytest.mark.parametrize(
        ("path", "origin", "known_in", "is_told"),
        [
            ("a.pdf", "docs/a.pdf", "stories/a.md", False),
            ("a.pdf", "docs/a.pdf", "docs/a.pdf", True),
            ("a.html", "docs/a.md", "stories/a.md", True),
            ("a.pdf", "stories/a.pdf", "stories/b.md", True),
            ("b.html", "b.html", "stories/a.md", True),
        ],
    )
    def test_a_file_that_someone_put_there_is_told_of_whatever_is_known_elsewhere(
        self, path: str, origin: str, known_in: str, is_told: bool
    ) -> None:
        assert self.ask(self.knowing(CPR, path=known_in), CPR, path=path, origin=origin) is is_told

    def test_what_is_told_now_is_known_from_now_on(self) -> None:
        guard = self.knowing(CPR_LIKE)
        told, finding = ReportedFindings(guard, self.PAGES), Finding(CPR, 0, 11, KEY)
        held = FileText("a.pdf", "text", NUMBER)
        assert told.has(finding, held, "docs/a.pdf") is False
        told.add(finding, "docs/a.pdf")
        assert told.has(finding, held, "docs/a.pdf") is True
        assert told.has(finding, held, "docs/b.pdf") is False
        assert told.has(Finding(CPR, 0, 11, "1503685029"), held, "docs/a.pdf") is False
        assert told.met == 4
        assert guard == self.knowing(CPR_LIKE)


class TestOrigins:
    """Which file of the publication each file of the site was made from."""

    def test_it_is_told_by_who_made_it_or_else_by_where_it_lies(self, site: Path, root: Path, tmp_path: Path) -> None:
        write(root, "docs/billeder/a.png", "")
        artifacts = (
            Artifact("foto.jpg", root / "stories/foto.jpg"),
            Artifact("andet.jpg", tmp_path / "cache/andet.jpg"),
            Artifact("tekst.txt", "stories/tekst.txt"),
            Artifact("begge.jpg", root / "stories/begge.jpg"),
        )
        origins = Origins(site, root, {"a/index.html": "stories/a.md", "begge.jpg": "stories/b.md"}, artifacts)
        paths = (
            "a/index.html",
            "foto.jpg",
            "andet.jpg",
            "tekst.txt",
            "begge.jpg",
            "billeder/a.png",
            "billeder",
            "b.html",
        )
        assert {path: origins.of(path) for path in paths} == {
            "a/index.html": "stories/a.md",
            "foto.jpg": "stories/foto.jpg",
            "andet.jpg": "andet.jpg",
            "tekst.txt": "tekst.txt",
            "begge.jpg": "stories/b.md",
            "billeder/a.png": "docs/billeder/a.png",
            "billeder": "billeder",
            "b.html": "b.html",
        }

    def test_every_file_is_known_by_what_it_holds_and_none_by_its_name(
        self, site: Path, root: Path, tmp_path: Path
    ) -> None:
        paths = ("kept.pdf", "short.pdf", "own.pdf", "page.html")
        for path in paths:
            write(site, path, path)
        artifacts = (
            Artifact("kept.pdf", tmp_path / "cache/abc.3.pdf"),
            Artifact("short.pdf", tmp_path / "cache/abc.pdf"),
            Artifact("own.pdf", root / "stories/a.b.pdf"),
            Artifact("page.html", "<p>"),
        )
        origins = Origins(site, root, {}, artifacts)
        assert [origins.key(path) for path in paths] == [hashlib.sha256(path.encode()).hexdigest() for path in paths]
