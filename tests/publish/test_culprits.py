"""A paper that is refused is told at the block that is to blame, also where the paper is the book."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from hverdag.model.artifact import Paper, Template, texts_in
from hverdag.model.problem import Source
from hverdag.pipeline.outputs import render_views
from hverdag.publish.culprits import refused_blocks
from tests.conftest import GOLDEN, planned, read

BOOK = Source("values/handbook.yml")
DETAIL = "PDF/UA-1 error: a reason"


def paper(*texts: list[str], path: str = "print/bog.pdf", extra: str = "") -> Paper:
    """A paper of texts, each a list of blocks; its data holds one text a level deeper than the one before."""
    data: dict[str, object] = {"title": extra, "tree": []}
    for text in reversed(texts):
        data = {"tree": text, "z": [data]}
    blocks = tuple(
        tuple(Source(f"stories/s{number}.md", line) for line in range(10, 10 + len(text)))
        for number, text in enumerate(texts)
    )
    return Paper(path, Template("x.typ", ()), json.dumps(data), BOOK, blocks=(*blocks, ()))


def refusal(one: Paper) -> str:
    return DETAIL if "bad" in one.data else ""


def told(*papers: Paper) -> list[tuple[str, int]]:
    problems = refused_blocks([(one, DETAIL) for one in papers], refusal)
    return [(problem.source.path, problem.source.line) for problem in problems]


def test_each_block_that_is_to_blame_is_told_where_it_is_written() -> None:
    assert told(paper(["good", "bad", "good"], ["good"], ["bad", "bad"])) == [
        ("stories/s0.md", 11),
        ("stories/s2.md", 10),
        ("stories/s2.md", 11),
    ]


def test_what_is_to_blame_on_many_papers_is_told_once_and_so_is_what_only_the_book_holds() -> None:
    guide, other = paper(["good", "bad"], path="guide.pdf"), paper(["good", "bad"], path="other.pdf")
    assert told(paper(["good", "bad"], ["good", "bad"]), guide, other) == [("stories/s0.md", 11), ("stories/s1.md", 11)]


def test_what_is_in_no_block_is_told_of_the_paper() -> None:
    assert told(paper(["good"], extra="bad")) == [(BOOK.path, 1)]
    assert told(replace(paper(["good"]), data=json.dumps({"tree": ["good"], "z": [{"title": "bad", "tree": []}]}))) == [
        (BOOK.path, 1)
    ]


@given(some.lists(some.lists(some.sampled_from(["good", "good", "good", "bad"]), max_size=6), min_size=1, max_size=6))
def test_no_block_is_passed_over_and_none_is_blamed_for_another(texts: list[list[str]]) -> None:
    wrong = [
        (f"stories/s{number}.md", 10 + at)
        for number, text in enumerate(texts)
        for at, block in enumerate(text)
        if block == "bad"
    ]
    if wrong:
        assert sorted(told(paper(*texts))) == sorted(wrong)


def test_every_paper_knows_where_each_block_of_its_texts_is_written() -> None:
    handbook = read(GOLDEN / "good")
    lines = {document.path: document.body.source.split("\n") for document in handbook.documents}
    first = {document.path: document.body.line for document in handbook.documents}
    papers = render_views(planned(handbook), {}, "da").papers
    texts = 0
    for one in papers:
        data = list(texts_in(json.loads(one.data)))
        assert [len(text) for text in data] == [len(sources) for sources in one.blocks]
        for text, sources in zip(data, one.blocks, strict=True):
            texts += bool(text)
            for block, source in zip(text, sources, strict=True):
                if source and block["t"] == "heading":
                    assert block["c"][0] in lines[source.path][source.line - first[source.path]]
    assert texts > 10
