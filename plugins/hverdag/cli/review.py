"""The review of a change."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import click

from ..locale import catalogue
from ..model.editorial.review import Review
from ..model.problem import Rule
from ..pipeline.rule_registry import rules
from ..privacy import masked
from ..reports.review_json import as_json
from ..reports.review_markdown import as_markdown
from ..vcs.git import GitError
from ..workflows.review.since import review_since
from .options import git_words, proposal_option, publication_options, require_publication, stop, tell

FORMS: Mapping[str, Callable[[Review, Mapping[str, Rule], str], str]] = {
    "markdown": as_markdown,
    "json": as_json,
}


@click.command()
@click.option("--base", required=True, metavar="REF", help="What to compare with, as origin/main.")
@click.option("--format", "form", type=click.Choice(tuple(FORMS)), default="markdown", help="How the review is told.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it to a file.")
@proposal_option
@publication_options
def review(  # noqa: PLR0917 click hands them over by name
    folder: Path,
    language: str | None,
    today: date | None,
    base: str,
    form: str,
    output: Path | None,
    is_proposal: bool,
) -> None:
    """Tell what has changed since a branch or commit, who has nodded, and what is missing."""
    require_publication(folder)
    try:
        now, change = review_since(folder.resolve(), base, today or date.today(), language, is_proposal)
    except GitError as error:
        stop(git_words(error, catalogue(language or "da")))
    report = FORMS[form](change, rules(), now.language)
    if output is None:
        tell(report, nl=False)
        return
    try:
        output.write_text(masked(report), encoding="utf-8")
    except OSError:
        stop(catalogue(now.language).say("{path} cannot be written.", path=output))
