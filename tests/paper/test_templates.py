"""Templates are files that import one another, and never a package from elsewhere."""

from pathlib import Path

import pytest

from hverdag.paper.data import ImportedPackageError, template


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "part.typ").write_text('#import "/house.typ": *\n#let part = 1\n', "utf-8")
    return tmp_path


def test_a_template_comes_with_everything_that_it_imports(folder: Path) -> None:
    (folder / "whole.typ").write_text('#import "/toy/part.typ": *\n#let x = { import "/printed.typ": leaf }\n', "utf-8")
    whole = template("toy/whole.typ", (("toy", folder),))
    assert whole.main == "toy/whole.typ"
    assert [name for name, _ in whole.files] == [
        "house.typ",
        "printed.typ",
        "toy/part.typ",
        "toy/whole.typ",
        "words.typ",
    ]


@pytest.mark.parametrize(
    "line",
    [
        '#import "@preview/cetz:0.3.0": canvas',
        '  #import "@preview/cetz:0.3.0"',
        '#let x = { import "@preview/cetz:0.3.0": canvas }',
        '#include "@preview/cetz:0.3.0"',
        '#import "@local/own:1.0.0": *',
        '#import "part.typ": *',
        '#import "/../../secret.typ": *',
        '#import "/etc/passwd"',
    ],
)
def test_nothing_but_our_own_files_can_be_imported(folder: Path, line: str) -> None:
    (folder / "whole.typ").write_text(f"{line}\n", "utf-8")
    with pytest.raises(ImportedPackageError, match=r"toy/whole\.typ"):
        template("toy/whole.typ", (("toy", folder),))
