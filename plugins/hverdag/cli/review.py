"""The review of a change."""

import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import click

from ..locale import catalogue
from ..model.editorial.approval import ForgeRecord
from ..model.editorial.review import Review
from ..model.problem import Rule, Source
from ..nods.rules import REVIEWS
from ..parse.forge_event import EventError, read_reviews
from ..pipeline.rule_registry import rules
from ..pipeline.today import today_of
from ..privacy import masked
from ..reports.review_json import as_json
from ..reports.review_markdown import as_markdown
from ..vcs.git import GitError
from ..workflows.forge_approval import known_accounts
from ..workflows.review.since import review_since
from ..workflows.story_file import RefusedError
from .options import git_words, proposal_option, publication_options, refusal, require_publication, stop, tell
from .spoken import words_for

FORMS: Mapping[str, Callable[[Review, Mapping[str, Rule], str], str]] = {
    "markdown": as_markdown,
    "json": as_json,
}


@click.command()
@click.option("--base", required=True, metavar="REF", help="What to compare with, such as origin/main.")
@click.option("--format", "form", type=click.Choice(tuple(FORMS)), default="markdown", help="The form of the review.")
@click.option(
    "--approvals",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The reviews of the change, as GitHub lists them: nods from GitHub are checked against them.",
)
@click.option(
    "--accounts",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="With --approvals: the file that says which account is which role.",
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it to a file.")
@proposal_option
@publication_options
def review(  # noqa: PLR0917 click hands them over by name
    folder: Path,
    language: str | None,
    today: date | None,
    base: str,
    form: str,
    approvals: Path | None,
    accounts: Path | None,
    output: Path | None,
    is_proposal: bool,
) -> None:
    """Say what has changed since a branch or commit, who has nodded, and what is missing; exit 1 if a nod says that it
    comes from GitHub, and GitHub does not confirm it."""
    require_publication(folder, language)
    try:
        known = known_accounts(accounts) if accounts else None
        forge = ForgeRecord(read_reviews(approvals), known) if approvals else None
        now, change = review_since(
            folder.resolve(), base, today or today_of(folder), language, forge=forge, is_proposal=is_proposal
        )
    except RefusedError as refused:
        stop(refusal(refused.problem, words_for(folder, language)))
    except EventError as error:
        problem = REVIEWS.at(Source(approvals.name if approvals else ""), given=str(error))
        stop(refusal(problem, words_for(folder, language)))
    except GitError as error:
        stop(git_words(error, words_for(folder, language)))
    report = FORMS[form](change, rules(), now.language)
    if output is None:
        tell(report, nl=False)
    else:
        try:
            output.write_text(masked(report), encoding="utf-8")
        except OSError:
            stop(catalogue(now.language).say("{path} cannot be written.", path=output))
    sys.exit(1 if change.unconfirmed else 0)
