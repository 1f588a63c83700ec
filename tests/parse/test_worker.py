"""A second process says the same as the first, and can be done without."""

import subprocess

import pytest

from hverdag.parse import other_process
from hverdag.parse.markdown import Converter
from hverdag.parse.other_process import WORTH_IT, OtherProcess
from hverdag.pipeline.read import read_texts
from tests.conftest import ROOT, Publication
from tests.hostile_texts import HOSTILE

TEXTS = [
    *(path.read_text("utf-8").split("\n---\n", 1)[1] for path in sorted((ROOT / "stories").glob("*.md"))),
    *HOSTILE.values(),
    "<script>x</script>",
    "<div>\n\n" * 50 + "x",
    "Hej &#x202e; du",
    "",
]


def test_the_worker_converts_as_the_converter_does() -> None:
    converter = Converter()
    texts = [(text, 5) for text in TEXTS * 10]
    results = OtherProcess("hverdag.parse.worker", texts).results()
    for (text, line), clean in zip(texts, results, strict=True):
        body, problems = converter.convert(text, "stories/x.md", line)
        if clean is not None:
            assert problems == []
            other, _ = converter.convert(text, "stories/x.md", line, clean)
            assert other == body
            assert [element.line for element in other.elements()] == [element.line for element in body.elements()]
    assert sum(clean is not None for clean in results) >= 90


def test_html_that_is_nested_too_deeply_is_a_problem_with_or_without_the_worker() -> None:
    text = "<details>\n\n" * 70 + "Dybt.\n\n" + "</details>\n\n" * 70
    converter = Converter()
    for plain in (None, converter.plain_html(text, 5)):
        body, problems = converter.convert(text, "stories/x.md", 5, plain)
        assert [(problem.rule, problem.source.line) for problem in problems] == [("text-nesting", 5)]
        assert body.children == ()


def many(good: Publication) -> None:
    text = (good.root / "stories/vinduet.md").read_text("utf-8")
    for number in range(WORTH_IT * 2 + 10):
        body = "<script>x</script>" if number == WORTH_IT * 2 else "Jeg *lukkede* [det](vinduet.md)."
        good.write(f"stories/s{number:04d}.md", text.replace("F02", f"A{number:04d}").replace("Jeg lukkede det.", body))


def test_a_large_publication_is_read_the_same_with_and_without(
    good: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(good)
    with_worker = read_texts(good.root)
    assert [problem.rule for problem in with_worker[1]] == ["text-unsafe"]

    def refuse(*_: object, **__: object) -> None:
        raise OSError("no processes here")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert read_texts(good.root) == with_worker


def test_a_text_that_is_too_deep_is_a_problem_for_either(good: Publication) -> None:
    many(good)
    path = f"stories/s{WORTH_IT * 2 - 1:04d}.md"
    deep = "\n\n" + "> " * 40 + "x"
    good.change(path, "Jeg *lukkede* [det](vinduet.md).", deep)
    _, problems = read_texts(good.root)
    assert sorted(problem.rule for problem in problems) == ["text-nesting", "text-unsafe"]


def test_a_worker_that_fails_is_done_without(good: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    many(good)
    monkeypatch.setattr(other_process.sys, "executable", "/bin/false")
    handbook, problems = read_texts(good.root)
    assert len(handbook.stories) > WORTH_IT * 2
    assert [problem.rule for problem in problems] == ["text-unsafe"]
