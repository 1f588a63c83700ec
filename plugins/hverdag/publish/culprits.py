"""Which blocks of its texts a paper is refused for, found by setting it again with fewer of them."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ..model.artifact import Paper, texts_in
from ..model.problem import Problem, Source
from .typst_compiler import REFUSED

Block = tuple[int, int]
"""A block by the numbers of its text and of its place in the text."""

Refusal = Callable[[Paper], str]
"""Sets a paper, and returns why it is refused; an empty text if it is not."""


def refused_blocks(refused: Iterable[tuple[Paper, str]], refusal: Refusal) -> Iterator[Problem]:
    """Yield a problem for each block that papers are refused for, where it is written; where none is found, the
    problem of the paper. `refused` are papers, each with the reason.

    The smallest come first: a text that a guide was refused for is left out of the book.
    """
    known: set[Source] = set()
    done: set[tuple[str, frozenset[Source | None]]] = set()
    for paper, detail in sorted(refused, key=lambda one: len(one[0].data)):
        texts = frozenset(source for text in paper.blocks for source in text)
        if texts and (detail, texts) in done:
            continue
        done.add((detail, texts))
        search = _Search(paper, detail, refusal)
        found = list(dict.fromkeys(search.culprits(known)))
        yield from (REFUSED.at(source, detail=detail) for source in found)
        if not found and not (known & texts and not search.is_refused_without(known)):
            yield REFUSED.at(paper.source, detail=detail)
        known.update(found)


class _Search:
    """Sets one paper with some of the blocks of its texts."""

    def __init__(self, paper: Paper, detail: str, refusal: Refusal) -> None:
        self._paper, self._detail, self._refusal = paper, detail, refusal
        self._blocks = {
            (text, number): source
            for text, sources in enumerate(paper.blocks)
            for number, source in enumerate(sources)
            if source
        }

    def culprits(self, known: set[Source]) -> Iterator[Source]:
        """Yield the source of each block, besides those known, that the paper is refused for."""
        left = [block for block, source in self._blocks.items() if source not in known]
        yield from (self._blocks[block] for block in self._among(left))

    def is_refused_without(self, known: set[Source]) -> bool:
        """Return True if the paper is refused without the blocks that are known."""
        return self._is_refused({block for block, source in self._blocks.items() if source not in known})

    def _among(self, blocks: list[Block]) -> Iterator[Block]:
        if not blocks or not self._is_refused(set(blocks)):
            return
        if len(blocks) == 1:
            # The rest of the paper may be what is refused.
            yield from blocks if not self._is_refused(set()) else ()
            return
        half = len(blocks) // 2
        yield from self._among(blocks[:half])
        yield from self._among(blocks[half:])

    def _is_refused(self, kept: set[Block]) -> bool:
        data = json.loads(self._paper.data)
        for text, blocks in enumerate(texts_in(data)):
            sources = self._paper.blocks[text]
            blocks[:] = [block for number, block in enumerate(blocks) if not sources[number] or (text, number) in kept]
        return self._refusal(replace(self._paper, data=json.dumps(data))) == self._detail
