"""Faults of an organisation's own Typst templates: what Typst refuses with them, and sets without them.

The same paper is set once more with our own templates. Where that goes well, no text is to blame, whatever Typst says
of the data: a picture without words, a letter that no font has, or a letterhead that leaves too little room.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import typst

from ..model.artifact import Paper, Template
from ..model.own_look import own_path
from ..model.problem import Problem, Source
from .template_place import place_in_template
from .typst_compiler import TEMPLATE, CompileError, RemarkError, TypstCompiler

Failed = tuple[Paper, CompileError]
"""A paper, and why it was refused."""


def parted_by_blame(failed: Iterable[Failed], root: Path, cache: Path) -> tuple[list[Problem], list[Failed]]:
    """Return the problems of an organisation's own templates, and the papers that were refused for something else, each
    with the reason that it is refused for with ours."""
    problems: dict[tuple[str, int, str], Problem] = {}
    others: list[Failed] = []
    doubtful = [(paper, error) for paper, error in failed if paper.template.own]
    others += [(paper, error) for paper, error in failed if not paper.template.own]
    if doubtful:
        with TypstCompiler(root, cache) as compiler:
            for paper, error in doubtful:
                source, detail = _source(error, paper.template), error.message.splitlines()[0]
                key = (source.path, source.line, detail)
                reason = None if key in problems else _refused_without(paper, compiler)
                if reason:
                    others.append(reason)
                else:
                    problems[key] = TEMPLATE.at(source, detail=detail)
    return list(problems.values()), others


def _refused_without(paper: Paper, compiler: TypstCompiler) -> Failed | None:
    """Return why a paper is refused with our own templates too; None if it is not."""
    ours = replace(paper, template=paper.template.ours or paper.template)
    try:
        compiler.compile(ours)
    except (typst.TypstError, RemarkError) as error:
        return ours, error
    return None


def _source(error: CompileError, template: Template) -> Source:
    """Return the line in theme/ that Typst names, or else the first of the files there that the paper is set with."""
    name, line = place_in_template(error.diagnostic, template, template.own)
    return Source(own_path(name if name in template.own else template.own[0]), line)
