"""What a receipt says stays in private/, closed, covered where it is about somebody, and no longer than 24 months."""

import os
import stat
from datetime import date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st

from hverdag.cli import cli
from hverdag.pipeline.read import read_texts
from hverdag.workflows import source_files
from hverdag.workflows.receipts.naming import Naming
from hverdag.workflows.source_files import Replacement, replace_files
from hverdag.workflows.tables import workplace_names
from tests.conftest import TODAY, Publication, copied
from tests.uptake import give_workplaces
from tests.workflows.test_receipts import HEAD, files, fold, take_in

MEND = "private/receipts/ret-svar.csv"
SECRETS = {
    "a personal number": ("010190-1234", "1234"),
    "one in two": ("010190/1234", "1234"),
    "an email address": ("anna.friis@example.org", "anna"),
    "one in two pieces": ("anna+friis@example.org", "friis@"),
    "a telephone number": ("ring 70 00 00 09", "70 00"),
}
COLUMNS = ("Dato", "Arbejdsplads", "Redskab", "Deltagere", "Hvad skete der?", "Næste gang")


@pytest.fixture
def place(tmp_path: Path) -> Publication:
    return give_workplaces(copied("good", tmp_path))


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Naming:
    publication = give_workplaces(copied("good", tmp_path_factory.mktemp("known")))
    return Naming(read_texts(publication.root)[0])


def told(place: Publication) -> bytes:
    return b"".join(content for path, content in files(place).items() if path.startswith("private/"))


@pytest.mark.parametrize("at", range(6), ids=COLUMNS)
@pytest.mark.parametrize(("text", "secret"), SECRETS.values(), ids=SECRETS)
def test_no_cell_is_quoted_with_personal_data(place: Publication, at: int, text: str, secret: str) -> None:
    sound = ["03.11.2026", "Rylen", "F01", "8", "Vi talte", "10.12.2026"]
    rows = [";".join(sound)] * 2
    faulty = [*sound[:at], text, *sound[at + 1 :]]
    done = take_in(place, *rows, ";".join(faulty), given="ja\n")
    assert done.exit_code == 1
    assert "Række 4: " in done.output
    assert MEND in files(place)
    assert secret not in done.output
    assert secret.encode() not in told(place)


def test_nor_in_a_heading(place: Publication) -> None:
    head = HEAD.replace("Dato", "Dato (skriv til anna@example.org)") + ";Spørg bo@example.org"
    done = take_in(place, "32.11.2026;Rylen;F01;8;Vi talte;;x", given="ja\n", head=head)
    assert done.exit_code == 1
    kept = told(place)
    assert b"32.11.2026" in kept
    assert not [word for word in ("anna@", "bo@") if word in done.output or word.encode() in kept]


OLD = "20.11.2024;Rylen;F01;8;Vi lo af en gammel vittighed;"


@pytest.mark.parametrize("row", [OLD, OLD.replace("Rylen", "Ryllen"), OLD.replace("F01", "F99").replace("8", "otte")])
def test_nothing_is_kept_of_a_row_that_is_too_old(place: Publication, row: str) -> None:
    before = files(place)
    done = take_in(place, row, given="ja\n")
    assert done.exit_code == 0
    assert "Række 2: Ældre end 24 måneder" in done.output
    assert "vittighed" not in done.output
    assert files(place) == before
    take_in(place, row, "03.11.2026;Ryllen;F01;8;Vi talte;")
    assert "Vi talte" in files(place)[MEND].decode()
    assert b"vittighed" not in told(place)


def test_old_rows_to_mend_are_folded_away_and_the_others_stay(place: Publication) -> None:
    take_in(
        place, "03.11.2026;Ryllen;F01;8;Vi talte;", "03.12.2026;Rylen;F01;8;Vi lo, længe;", "x;Rylen;F01;8;Uden dag;"
    )
    whole = files(place)[MEND]
    os.utime(place.root / MEND, (1_800_000_000, 1_800_000_000))
    assert "Ingen kvittering" in fold(place).output
    assert files(place)[MEND] == whole
    done = fold(place, date(2028, 11, 10))
    assert "1" in done.output.partition("private/receipts/")[2].partition("\n")[0]
    assert files(place)[MEND] == b"".join(line for line in whole.splitlines(True) if b"Vi talte" not in line)
    assert (place.root / MEND).stat().st_mtime == 1_800_000_000  # the row without a day is no younger
    assert stat.S_IMODE((place.root / MEND).stat().st_mode) == 0o600
    fold(place, date(2029, 2, 10))
    assert MEND not in files(place)


@pytest.mark.parametrize("name", ["ret-svar.csv", "mend-answers.csv"])
def test_a_file_to_mend_without_rows_that_are_kept_goes(place: Publication, name: str) -> None:
    path = f"private/receipts/{name}"
    place.write(path, f"{HEAD};Fejl\r\n{OLD};Ryllen\r\n")
    assert fold(place).exit_code == 0
    assert path not in files(place)


def test_a_file_to_mend_that_nobody_has_touched_for_so_long_goes(place: Publication) -> None:
    place.write(MEND, f"{HEAD};Fejl\r\nigår;Rylen;F01;8;Uden dag;;x\r\n")
    long_ago = datetime(2024, 11, 19, 12).timestamp()
    os.utime(place.root / MEND, (long_ago, long_ago))
    assert fold(place).exit_code == 0
    assert MEND not in files(place)


def test_one_that_cannot_be_read_is_told_and_the_remedy_works(place: Publication) -> None:
    place.write(MEND, f'{HEAD};Fejl\r\n"{OLD};Ryllen\r\n')
    before = files(place)
    done = fold(place)
    assert done.exit_code == 1
    assert f"Kør hverdag receipts {MEND}" in done.output
    assert files(place) == before
    words = ["receipts", str(place.root / MEND), "-C", str(place.root), "--today", str(TODAY), "--yes"]
    assert "anførselstegn" in CliRunner().invoke(cli, words, catch_exceptions=False).output
    (place.root / MEND).unlink()
    assert "Ingen kvittering" in fold(place).output


@pytest.mark.parametrize(
    "row",
    [
        "03.11.2026;Rylen;F01;8;Vi lo ad vittigheden;",
        "03.11.2026;Rylen;F01;8;Vi lo ad vittigheden 70 00 00 09;",
        "03.11.2026;Rylen;Vi lo ad vittigheden;8;;",
        "03.11.2026;Vi lo ad vittigheden;F01;8;;",
        "Vi lo ad vittigheden;Rylen;F01;8;;",
        "03.11.2026;Rylen;F01;Vi lo ad vittigheden;;",
        "03.11.2026;Rylen;F01;8;;Vi lo ad vittigheden",
        "03.11.2024;Rylen;F01;8;Vi lo ad vittigheden;",
    ],
)
def test_where_nobody_is_asked_nothing_of_private_is_said(place: Publication, row: str) -> None:
    done = take_in(place, row)
    assert "vittigheden" not in done.output
    assert ("1 sætning kommer i private/receipts/" in done.output) == (b"sentence" in told(place))
    again = take_in(place, row, name="igen.csv")
    assert "vittigheden" not in again.output


@pytest.mark.parametrize("sign", [",", ", ", ";", "/", "+", "&", "|", " og ", " , og , "])
@pytest.mark.parametrize("word", ["", "Rylen", "Ryllen", "x"])
def test_a_cell_takes_no_more_work_than_its_length(
    known: Naming, sign: str, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many names a cell may be divided into, each way to begin and to end one is looked at once."""
    assert known.workplaces.by_name
    calls: list[str] = []
    real = workplace_names.key
    monkeypatch.setattr(workplace_names, "key", lambda text: calls.append(text) or real(text))
    for text in (f"Arbejdsplads{f'{sign}{word}' * 23}", f"{f'{word}{sign}' * 23}x", f"Rylen{sign * 23}x"):
        assert known.workplace_ids(text)[0] == []
    assert len(calls) < 3 * 24 * 24


PIECES = st.sampled_from(["Rylen", "Viben", "Ryllen", "", ",", "og", "&", "/", " ", "Køkken"])


def test_a_cell_names_workplaces_only_if_every_piece_does(known: Naming) -> None:
    @given(st.lists(PIECES, max_size=14))
    @example([",", "Rylen", ",", "Viben"])
    def holds(pieces: list[str]) -> None:
        text = " ".join(" ".join(pieces).split())
        ids, unknown = known.workplace_ids(text)
        assert bool(ids) != bool(unknown) or not text
        names = {name for name in ("rylen", "viben") if name.capitalize() in pieces}
        assert not ids or set(ids) == names

    holds()


@pytest.mark.parametrize("before", [0o644, 0o666, None])
@pytest.mark.parametrize("umask", [0o000, 0o022])
def test_a_private_file_is_closed_and_stays_so(tmp_path: Path, before: int | None, umask: int) -> None:
    path, held = tmp_path / "a.yml", b"" if before is None else b"en"
    old = os.umask(umask)
    try:
        if before is not None:
            path.write_bytes(held)
            path.chmod(before)
        replace_files([Replacement(path, held, b"to", 0o600)])
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("rights", [0o600, 0o640, 0o664])
@pytest.mark.parametrize("after", [b"", b"to"], ids=["deleted", "changed"])
def test_what_is_put_back_has_the_rights_it_had(
    tmp_path: Path, rights: int, after: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "a.yml", tmp_path / "b.yml"
    for path in (first, second):
        path.write_bytes(b"en")
        path.chmod(rights)
    real = source_files._put

    def put(path: Path, content: bytes, mode: int | None = None) -> None:
        if path == second:
            raise PermissionError(13, "no", str(path))
        real(path, content, mode)

    monkeypatch.setattr(source_files, "_put", put)
    with pytest.raises(PermissionError):
        replace_files([Replacement(first, b"en", after), Replacement(second, b"en", b"to")])
    assert (first.read_bytes(), stat.S_IMODE(first.stat().st_mode)) == (b"en", rights)
