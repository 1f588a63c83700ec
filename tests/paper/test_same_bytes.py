"""A paper is the same bytes whatever was set before it, and however many are set at a time: Typst remembers much of
what it has laid out, for all papers of a process."""

import os
from pathlib import Path

import pytest

from hverdag.model.artifact import content_bytes
from hverdag.publish.cache.store import cache_folder
from hverdag.publish.pdf import pdfs
from hverdag.publish.typst_compiler import TypstCompiler
from tests.conftest import ROOT
from tests.guide_papers import guide_papers, plan_of


@pytest.mark.parametrize("cores", [1, 2])
def test_guides_are_the_same_bytes_in_any_order_and_on_any_number_of_cores(
    cores: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Two methods, each for several stories: the pages of a method are remembered, and so is the text of a story.
    papers = [
        paper
        for paper in guide_papers(plan_of(ROOT))
        if "/kort-samtale/" in paper.path or "/vaerdivejen/" in paper.path
    ]
    with TypstCompiler(ROOT, cache_folder()) as compiler:
        one_by_one = {paper.path: compiler.compile(paper) for paper in reversed(papers)}
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    made, problems = pdfs(papers, ROOT, tmp_path)
    assert problems == []
    assert {artifact.path: content_bytes(artifact.content) for artifact in made} == one_by_one
