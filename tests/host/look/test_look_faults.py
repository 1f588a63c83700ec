"""Faults in theme/ are told there, with their lines, all in one run; the site stays as it was."""

import re
from pathlib import Path

import pytest

from tests.conftest import Golden, Publication
from tests.host.look.own_looks import told, with_look

FAULTS = {
    "a.js": "x",
    "base.docx": "no Word file",
    "card.html": "<p>x</p>\n",
    "chip.html": '{% include "nowhere.html" %}\n',
    "fjordby.css": "@import url(https://fonts.example/a.css);\n.x { background: url(logoo.svg) }\n",
    "huge.svg": "x" * 200_001,
    "letters/letter.html": "<p>x</p>\n",
    "main.html": "<!doctype html>\n<title>x</title>\n",
    "page.typ": '#import "/hverdag/page.typ": *\n#let head = image("/theme/logo.svg")\n#let x = nothing-there\n',
    "partials/footer.html": "<p>x</p>\n<p>{{ settings.organisatoin }}</p>\n",
    "partials/header.html": '{% extends "hverdag/partials/header.html" %}\n{% block logoo %}x{% endblock %}\n',
    "partials/row.html": '<script>alert(1)</script>\n<img src="https://a.example/x.png">\n<p style="x">x</p>\n',
    "search.svg": "<svg/>",
    "sheets.typ": '#import "/hverdag/sheets.typ": *\n#import "/nowhere.typ": *\n',
    "storis/story.html": "<p>x</p>\n",
    "stories/story.html": "<p>x</p>\n{{ setings.organisation }}\n",
    "themes/theme.html": "<p>010190-1231</p>\n{% include 'hverdag/themes/theme.html' %}\n",
    "values/value.html": "<p>x</p>\n{% blok %}\n",
    "words.typ": '#import "/hverdag/words.typ": *\n#import "@preview/cetz:0.1": *\n',
}


@pytest.fixture
def fjordby(tmp_path: Path) -> Publication:
    return with_look(tmp_path)


def test_all_of_them_are_told_in_one_run_where_they_are(fjordby: Publication, golden: Golden) -> None:
    assert fjordby.build().built
    before = fjordby.page("index.html")
    for name, text in FAULTS.items():
        fjordby.write(f"theme/{name}", text)
    (fjordby.root / "theme/link.html").symlink_to("/etc/hostname")
    fjordby.change("mkdocs.yml", "  name: material", "  name: material\n  custom_dir: theme")
    report = fjordby.build()
    assert not report.built
    assert fjordby.page("index.html") == before
    for language in ("da", "en"):
        golden(f"look.{language}.txt", "\n".join((*told(report, language), "")))
    blamed = {problem.source.path for problem in report.errors}
    assert blamed == {"mkdocs.yml", "theme/link.html", *(f"theme/{name}" for name in FAULTS)}


def test_a_link_of_the_frame_that_leads_nowhere_is_told_once(fjordby: Publication) -> None:
    fjordby.change("theme/partials/footer.html", "Havnegade 1", '<a href="{{ "havnen/" | url }}">Havnen</a>')
    (problem,) = fjordby.build().errors
    assert (problem.rule, problem.source.path, problem.source.line) == ("site-link", "theme/partials/footer.html", 3)


def test_what_a_template_puts_together_is_told_there_too(fjordby: Publication) -> None:
    fjordby.change("theme/partials/header.html", "alt=", "srcset=\"{{ 'https://a' ~ '.example/x.png' }}\" alt=")
    problems = fjordby.build().errors
    assert {problem.rule for problem in problems} == {"site-request"}
    assert {problem.source.path.partition("/")[0] for problem in problems} == {"theme"}


PAPER = [
    ("  body\n})", '  image("/theme/logo.svg", height: 6mm)\n  body\n})', 11),
    ('image("/theme/logo.svg", height: 6mm, alt: "Fjordby")', "[Fjordby \U0001fadf]", 6),
    ("set page(header: letterhead)", "set pages(header: letterhead)", 10),
    ("  body\n})", '  panic("no room: book=9")\n})', 11),
]


@pytest.mark.parametrize(("old", "new", "line"), PAPER)
def test_what_typst_refuses_of_a_template_is_not_the_texts_fault(
    fjordby: Publication, old: str, new: str, line: int
) -> None:
    fjordby.change("theme/page.typ", old, new)
    found = {(problem.rule, problem.source.path, problem.source.line) for problem in fjordby.build().errors}
    assert found == {("paper-template", "theme/page.typ", line)}


def test_a_text_that_paper_cannot_hold_is_still_the_texts_fault(fjordby: Publication) -> None:
    story = "stories/doeren.md"
    fjordby.write(story, re.sub(r"(?m)^# .*$", "", (fjordby.root / story).read_text("utf-8")) + "\n\U0001fadf\n")
    blamed = {problem.source.path for problem in fjordby.build().problems if problem.rule.startswith(("paper", "text"))}
    assert blamed <= {story}


def test_a_base_docx_without_a_style_says_which(fjordby: Publication) -> None:
    import docx  # noqa: PLC0415 few tests need it

    path = fjordby.root / "theme/base.docx"
    document = docx.Document(str(path))
    document.styles.element.remove(next(one.element for one in document.styles if one.style_id == "CardName"))
    document.save(str(path))
    (line,) = told(fjordby.build(), "en")
    assert line.startswith(
        "theme/base.docx:1:1 look-word: Word files cannot begin from it: it lacks these styles: CardName."
    )
