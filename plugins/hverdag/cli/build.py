"""Building the handbook."""

import sys
from datetime import date
from pathlib import Path

import click

from ..locale import Catalogue, catalogue
from ..model.texts.story import State
from ..pipeline import build as pipeline
from ..pipeline.languages.rules import NAMES as LANGUAGE_NAMES
from ..pipeline.manifest import live
from ..pipeline.proposal import InProposal
from ..pipeline.result import Built
from ..pipeline.show import show
from ..pipeline.today import today_of
from ..reports.print_list import print_list
from ..reports.taken_out import taken_out_text
from .options import proposal_option, publication_options, require_publication, tell
from .progress import progress_bar
from .site_renderer import render_site

ON_THE_WAY = (State.DRAFT, State.IN_REVIEW)
"""The states of stories that are not in the site yet."""


@click.command()
@click.option("--site-dir", type=click.Path(path_type=Path), help="Where the site is to be (default: site).")
@click.option("--preview", is_flag=True, help="Include drafts, with a visible banner.")
@proposal_option
@publication_options
def build(  # noqa: PLR0917 click hands them over by name
    folder: Path, language: str | None, today: date | None, site_dir: Path | None, preview: bool, is_proposal: bool
) -> None:
    """Check, then build the whole handbook. If anything fails, the old site stays whole; only stories that nobody may
    see any more are taken out of it."""
    root = folder.resolve()
    wanted = Path.cwd() / site_dir if site_dir else root / ("site-preview" if preview else "site")
    if wanted.parent != root or live(wanted) is None:  # a withdrawal takes effect also where mkdocs.yml was deleted
        require_publication(folder, language)
    with progress_bar(root, language) as progress:
        report = pipeline.build(
            root,
            today or today_of(root),
            wanted,
            InProposal(render_site) if is_proposal else render_site,
            language=language,
            preview=preview,
            progress=progress,
        )
    words = catalogue(report.publication.language)
    if report.built and report.built.site.printed:
        tell("\n".join((words.say("To print:"), *print_list(report.built.site.printed, words))))
    if report.problems:
        tell(show(report.publication, report.problems, "text"), nl=False)
    if report.built is None:
        told = taken_out_text(report.taken_out, words, preview=preview) if report.taken_out else None
        nothing = words.say("Nothing was built, and the site is as it was.")
        if preview:
            nothing = words.say("The preview could not be built. If there was one before, it is as it was.")
        tell(told or nothing, err=True)
        sys.exit(1)
    tell(_summary(report.built, words))


def _summary(built: Built, words: Catalogue) -> str:
    plan = built.site.plan
    guides = sum(planned.view.kind == "guide" for planned in plan.views)
    lines = [
        words.say(
            "Built: {values}, {stories}, {guides}, {pages}; {size} MB in {seconds} seconds.",
            values=words.count("{number} value", "{number} values", len(plan.shown.values)),
            stories=words.count("{number} story", "{number} stories", len(plan.shown.stories)),
            guides=words.count("{number} guide", "{number} guides", guides),
            pages=words.count("{number} page", "{number} pages", built.pages),
            size=words.number(built.size / 1e6),
            seconds=words.number(built.seconds),
        ),
        words.say("Open it: {path}", path=built.path / "index.html"),
    ]
    for one in built.site.languages.others:
        told = words.count("{number} story", "{number} stories", len(one.site.plan.shown.stories))
        name = words.tell(LANGUAGE_NAMES[one.other.language])
        lines.insert(
            1, words.say("In {language} too: {stories}, in {path}", language=name, stories=told, path=one.folder)
        )
    stories = built.site.publication.handbook.stories
    waiting = [
        story.heading for story in stories if story.state in ON_THE_WAY and not story.has_ended(plan.shown.today)
    ]
    if waiting and not built.site.preview:
        count = words.count("{number} story is not in it yet", "{number} stories are not in it yet", len(waiting))
        lines.insert(1, f"{count}: {', '.join(waiting[:5])}{', ...' if len(waiting) > 5 else ''}")
    return "\n".join(lines)
