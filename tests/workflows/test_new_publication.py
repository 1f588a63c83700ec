"""A handbook of one's own in one command: what it writes, what it says, and what leads to one without an error."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hverdag import __version__
from hverdag.cli import cli
from hverdag.cli.answers_to_begin import in_answer
from hverdag.model.new_publication import Beginning, refusals
from hverdag.pipeline.read import read_and_check
from hverdag.starter import starter_words
from hverdag.workflows.publications.begin import _UNDER_WAY, begin_publication
from hverdag.workflows.publications.files import starter_files
from tests.conftest import TODAY

VALUES = {"da": "Tillid, Mod, Nærvær, Ordentlighed, Godt naboskab", "en": "Trust, Courage, Warmth"}
ORGANISATION = {"da": "Boligforeningen Åparken", "en": "Harbour Light"}
UNWRITTEN = re.compile(r"\[\[[^\W\d][^\[\]]*\]\]")
"""In scripts of the forge, other things begin with two brackets."""


def run(folder: Path, *options: str, answers: str = "", language: str = "da") -> Result:
    given = ("--language", language, "--organisation", ORGANISATION[language], "--values", VALUES[language])
    words = ["new", "publication", str(folder), "--today", str(TODAY), *(options or given)]
    return CliRunner().invoke(cli, words, input=answers)


def beginning(language: str = "da", **changes: object) -> Beginning:
    words = starter_words(language)
    usual: dict[str, object] = {"organisation": "Huset", "served": words.served, "values": ("Tillid", "Mod")}
    return Beginning(language=language, **{**usual, **changes})  # type: ignore[arg-type]


def errors_of(folder: Path) -> set[str]:
    return {problem.rule for problem in read_and_check(folder, TODAY).errors}


@pytest.fixture(scope="module", params=["da", "en"])
def begun(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result, str]:
    folder = tmp_path_factory.mktemp("new") / "haandbog"
    return folder, run(folder, language=request.param), request.param


def test_it_is_shown_at_once_with_what_remains_in_order(begun: tuple[Path, Result, str]) -> None:
    folder, result, language = begun
    assert result.exit_code == 0, result.output
    assert (folder / "site-preview/index.html").is_file()
    first = VALUES[language].partition(",")[0]
    promise = {"da": f"1. Skriv løftet for {first} (", "en": f"1. Write the promise of {first} ("}
    lines = result.output.splitlines()
    remaining = [line for line in lines if re.match(r"\d+\. ", line)]
    assert remaining[0].startswith(promise[language])
    assert [line.split(".")[0] for line in remaining] == [str(number) for number in range(1, len(remaining) + 1)]
    assert lines[-2].endswith(f"hverdag serve -C {folder} --open")


def test_nothing_but_what_is_to_be_written_stands_in_the_way(begun: tuple[Path, Result, str]) -> None:
    assert errors_of(begun[0]) == {"starter-text"}


def test_the_list_followed_to_its_end_leads_to_a_handbook_without_an_error(
    begun: tuple[Path, Result, str], tmp_path: Path
) -> None:
    folder = tmp_path / "written"
    begin_publication(folder, beginning(begun[2], values=tuple(VALUES[begun[2]].split(", "))), TODAY)
    number = iter(range(1000))
    for path in (*folder.rglob("*.md"), *folder.rglob("*.yml")):
        text = path.read_text("utf-8")
        path.write_text(UNWRITTEN.sub(lambda _: f"Noget, som vi selv har skrevet {next(number)}", text), "utf-8")
    built = CliRunner().invoke(cli, ["build", "-C", str(folder), "--today", str(TODAY)])
    assert built.exit_code == 0, built.output
    checked = CliRunner().invoke(cli, ["check", "-C", str(folder), "--today", str(TODAY)])
    assert checked.exit_code == 0, checked.output


def test_what_is_still_to_be_written_is_an_error_where_it_is_published_and_a_note_in_a_preview(
    begun: tuple[Path, Result, str],
) -> None:
    folder, result, _ = begun
    assert "starter-text" not in result.output
    checked = CliRunner().invoke(cli, ["check", "-C", str(folder), "--today", str(TODAY)])
    assert checked.exit_code == 1
    unwritten = sum(len(UNWRITTEN.findall(path.read_text("utf-8"))) for path in (folder / "values").glob("*.md"))
    assert checked.output.count("starter-text") >= unwritten > 0
    assert not (folder / "site").exists()


ODD = {
    "nobody's": ({"organisation": ""}, "Hvis håndbog"),
    "200 letters": ({"organisation": "Foreningen " * 18}, "198 tegn"),
    "a template": ({"organisation": "{{ 7 * 7 }}"}, "uden tegnet {"),
    "a tag": ({"organisation": "<b>Huset</b>"}, "uden tegnet <"),
    "what is to be written": ({"organisation": "[[title]]"}, "uden tegnet ["),
    "two lines": ({"organisation": "Hus\net"}, "usynligt tegn"),
    "no value": ({"values": ()}, "Hvilke værdier"),
    "13 values": ({"values": tuple(f"Værdi {number}" for number in range(13))}, "13 værdier"),
    "one name twice": ({"values": ("Tillid", "Mod", "tillid")}, "hedder det samme"),
    "an emoji alone": ({"values": ("🙂",)}, "navnet på en fil"),
    "a device": ({"values": ("Con",)}, "navnet på en fil"),
    "31 letters": ({"values": ("o" * 31,)}, "længere end 30"),
    "signs in a form": ({"served": ("a", "b", "c: d", "e")}, "Skriv »c: d« kun med bogstaver"),
    "three forms": ({"served": ("a", "b", "c")}, "fire former"),
    "one form": ({"served": ("a",)}, '--served "borger, borgere, borgeren, borgerne"'),
}


@pytest.mark.parametrize(
    "contact", ["Amara, 555", "555", "Amara; 12 34", "Amara, tlf. 555", "Amara, amara@", "Amara, -"]
)
def test_a_contact_with_a_part_that_is_nothing_is_refused_with_an_example(contact: str, tmp_path: Path) -> None:
    given = ("--language", "da", "--organisation", "Huset", "--values", "Mod", "--contact", contact)
    result = CliRunner().invoke(cli, ["new", "publication", str(tmp_path / "h"), *given])
    assert result.exit_code == 1
    assert '--contact "Amina Holm, 12 34 56 78, amina@example.org"' in result.output
    assert not (tmp_path / "h").exists()


@pytest.mark.parametrize(
    "contact", ["", "Amara", "Amara Holm, 12 34 56 78", "a@b.example", "+45 12345678, Amara, a@b.example", "Team 5"]
)
def test_each_part_of_a_contact_may_be_missing(contact: str) -> None:
    assert not list(in_answer(contact))


@pytest.mark.parametrize("name", ODD)
def test_an_answer_that_cannot_be_used_is_refused_with_what_to_do(name: str, tmp_path: Path) -> None:
    from hverdag.locale import catalogue  # noqa: PLC0415

    changes, expected = ODD[name]
    told = [catalogue("da").tell(refusal) for refusal in refusals(beginning(**changes))]
    assert any(expected in one for one in told), told


@pytest.mark.parametrize(
    "values", [("Tillid",), tuple(f"Værdi {number}" for number in range(12)), ("",) * 3, ("Mod/Tillid", "Ro 🙂")]
)
def test_one_value_and_twelve_and_some_without_a_name_are_begun(values: tuple[str, ...], tmp_path: Path) -> None:
    assert not list(refusals(beginning(values=values)))
    begin_publication(tmp_path / "h", beginning(values=values), TODAY)
    assert errors_of(tmp_path / "h") == {"starter-text"}
    assert len(list((tmp_path / "h/values").glob("*.md"))) == len(values)


def test_what_is_typed_is_what_stands_there(tmp_path: Path) -> None:
    name = 'Ærø "Bo" & Co: #1 *Huset* 100 % – `Vi_to` | nej'.replace(" |", "")
    begin_publication(tmp_path / "h", beginning(organisation=name), TODAY)
    publication = read_and_check(tmp_path / "h", TODAY)
    assert {problem.rule for problem in publication.errors} == {"starter-text"}
    assert publication.settings.organisation == name
    assert publication.settings.title == f"Hverdag hos {name}"
    about = next(body for path, body in publication.handbook.page_bodies.items() if path == "docs/om.md")
    assert "\\*Huset\\*" in about.source


@pytest.mark.parametrize("held", ["noget.txt", "README.md", "stories"])
def test_a_folder_with_something_in_it_is_left_as_it_is(held: str, tmp_path: Path) -> None:
    (tmp_path / held).mkdir() if held == "stories" else (tmp_path / held).write_text("mit")
    result = run(tmp_path)
    assert result.exit_code == 1
    assert f"er ikke tom: {held} ligger der" in " ".join(result.output.split())
    assert [path.name for path in tmp_path.iterdir()] == [held]


def test_git_and_the_program_itself_may_lie_there(tmp_path: Path) -> None:
    for name in (".git", ".venv"):
        (tmp_path / name).mkdir()
    begin_publication(tmp_path, beginning(), TODAY)
    assert (tmp_path / "mkdocs.yml").is_file()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "h").write_text("mit")
    assert run(tmp_path / "h").exit_code == 1
    assert (tmp_path / "h").read_text() == "mit"


@pytest.mark.parametrize("broken", ["_write", "_move"])
def test_a_disk_that_fails_leaves_nothing(broken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = iter(range(100))
    right = Path.replace if broken == "_move" else Path.write_text

    def fail(self: Path, *args: object, **extra: object) -> object:
        if next(calls) == 3:
            raise OSError(28, "No space left on device", str(self))
        return right(self, *args, **extra)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, right.__name__, fail)
    with pytest.raises(OSError, match="No space"):
        begin_publication(tmp_path / "a/b", beginning(), TODAY)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_has_left_goes_with_the_next(tmp_path: Path) -> None:
    (tmp_path / f"{_UNDER_WAY}x/docs").mkdir(parents=True)
    begin_publication(tmp_path, beginning(), TODAY)
    assert not list(tmp_path.glob(f"{_UNDER_WAY}*"))


def test_what_is_not_given_is_asked_for(tmp_path: Path) -> None:
    answers = (
        "da\nFonden Fyr\nbeboer, beboere, beboeren, beboerne\nTillid, Mod\nKontoret, 12 34 56 78, os@fyr.example\n"
    )
    result = CliRunner().invoke(cli, ["new", "publication", str(tmp_path / "h")], input=answers)
    assert result.exit_code == 0, result.output
    settings = read_and_check(tmp_path / "h", TODAY).settings
    assert (settings.organisation, settings.contact.mail) == ("Fonden Fyr", "os@fyr.example")
    assert settings.those_served.the_many == "beboerne"
    assert "beboerne" in (tmp_path / "h/docs/metoder/faciliteringsguide.md").read_text("utf-8")


def test_without_an_answer_it_says_what_is_missing_and_writes_nothing(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["new", "publication", str(tmp_path / "h"), "--language", "en"], input="")
    assert result.exit_code == 1
    assert "--organisation NAME" in result.output
    assert "--values" in result.output
    assert not (tmp_path / "h").exists()


def test_a_personal_number_is_never_written(tmp_path: Path) -> None:
    result = run(tmp_path / "h", "--language", "da", "--organisation", "Hus 010203-1232", "--values", "2")
    assert result.exit_code == 1
    assert "010203" not in result.output
    assert not (tmp_path / "h").exists()


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_word_that_the_program_fills_in_is_left(language: str) -> None:
    sentences = starter_words(language).todo.values()
    for path, text in starter_files(beginning(language)):
        for left in UNWRITTEN.findall(text):
            plain = " ".join(left[2:-2].split())
            assert any(re.fullmatch(re.sub(r"\\\{\w+\\\}", ".+", re.escape(one)), plain) for one in sentences), path


def test_both_languages_say_the_same_things_are_to_be_written() -> None:
    danish, english = starter_words("da"), starter_words("en")
    assert danish.todo.keys() == english.todo.keys()
    for name, sentence in danish.todo.items():
        assert re.findall(r"\{\w+\}", sentence) == re.findall(r"\{\w+\}", english.todo[name])


@pytest.mark.parametrize(
    ("given", "is_refused"),
    [("99", True), (f"{__version__}.1", True), (__version__, False), ("0.1", False), (f"{__version__}.0", False)],
)
def test_an_older_program_refuses_a_newer_handbook_in_one_sentence(
    given: str, is_refused: bool, tmp_path: Path
) -> None:
    begin_publication(tmp_path / "h", beginning(), TODAY)
    settings = tmp_path / "h/values/handbook.yml"
    text = re.sub("written_for: .*", f'written_for: "{given}"\nfrom_the_future: true', settings.read_text("utf-8"))
    settings.write_text(text, "utf-8")
    problems = read_and_check(tmp_path / "h", TODAY).problems
    assert ([problem.rule for problem in problems] == ["publication-newer"]) == is_refused
