"""Nods and answers: what is written into a story's file when someone has said yes, and the letter when it was a no."""

import sys
from datetime import date
from pathlib import Path

import click

from ..locale import Catalogue, catalogue
from ..model.editorial.change import Change
from ..model.editorial.change import Fate as WordFate
from ..pipeline.read import ReadPublication, read_and_check
from ..reports.letter import letter
from ..vcs.git import GitError
from ..workflows.forge_approval import Fate, Outcome, approve
from ..workflows.nod import Planned, RefusedError, find_story, plan_nod
from .options import ask, confirmed, git_words, publication_options, refusal, require_publication, stop, tell


@click.command()
@click.argument("story", required=False)
@click.option("--as", "role", help="The contributor's role, as the story says it.")
@click.option("--yes", is_flag=True, help="Do not ask: the contributor has said yes.")
@click.option("--record", default="", help="Where a nod from a meeting or on paper is kept, as a journal number.")
@click.option("--correction", is_flag=True, help="Only the language was corrected: the teller's nod renews the others.")
@click.option("--from-event", "event", type=click.Path(path_type=Path), help="An approval, as the forge tells of it.")
@click.option("--accounts", type=click.Path(path_type=Path), help="The file that says which account is which role.")
@publication_options
def nod(  # noqa: PLR0917 click hands them over by name
    folder: Path,
    language: str | None,
    today: date | None,
    story: str | None,
    role: str | None,
    yes: bool,
    record: str,
    correction: bool,
    event: Path | None,
    accounts: Path | None,
) -> None:
    """Show a story's text to a contributor, ask, and write the nod into the story's file."""
    require_publication(folder)
    publication = read_and_check(folder.resolve(), today or date.today(), language)
    words = catalogue(publication.language)
    try:
        if event:
            sys.exit(
                _from_event(folder.resolve(), today or date.today(), (event, accounts or Path("accounts.yml")), words)
            )
        if not story:
            stop(words.say("Which story? Write its file name, as in: hverdag nod noeglen"))
        wanted = role or _chosen(publication, story, correction, words)
        planned = plan_nod(publication, story, wanted, today or date.today(), kept=record, correction=correction)
    except RefusedError as refused:
        stop(refusal(refused.problem, words))
    except GitError as error:
        stop(git_words(error, words))
    except click.Abort:
        stop(words.say("No nod was written."))
    _ask_and_write(planned, yes, words)


@click.command()
@click.argument("story")
@publication_options
def reply(folder: Path, language: str | None, today: date | None, story: str) -> None:
    """Write management's answer as a letter to those who took part; it is sent, never published."""
    require_publication(folder)
    publication = read_and_check(folder.resolve(), today or date.today(), language)
    words = catalogue(publication.language)
    try:
        found = find_story(publication, story)
    except RefusedError as refused:
        stop(refusal(refused.problem, words))
    if found.response is None or not found.response.reason:
        stop(
            words.say(
                "Management has not responded to the story yet. Write response: in {path} first.", path=found.path
            )
        )
    if any(one.rule == "response-private" and one.source.path == found.path for one in publication.problems):
        told = words.say("Mind this: the reason can be read by everyone, and it gives away where the story came from.")
        tell(told, err=True)
    tell(letter(found, publication.settings, publication.language), nl=False)


def _chosen(publication: ReadPublication, story: str, correction: bool, words: Catalogue) -> str:
    """Ask whose nod it is, where there is someone to ask. Only the teller nods to a correction."""
    roles = [contributor.role for contributor in find_story(publication, story).contributors]
    if not roles:
        stop(words.say("Nobody is named who took part. Write contributors: in the story's file first."))
    if correction:
        return roles[0]
    if not sys.stdin.isatty():
        stop(words.say("Whose nod is it? Write --as and one of these: {roles}", roles="; ".join(roles)))
    tell(words.say("Who took part:"))
    for number, role in enumerate(roles, 1):
        tell(f"  {number}. {role}")
    while True:
        given = ask(words.say("Whose nod is it? Write the number"), default="", show_default=False).strip()
        if given.isdecimal() and 0 < int(given) <= len(roles):
            return roles[int(given) - 1]


def _ask_and_write(planned: Planned, yes: bool, words: Catalogue) -> None:
    """Show what is nodded to, ask, and write."""
    role = planned.standing.contributor.role
    if planned.given_already:
        tell(words.say("{role} has already nodded to this text. Nothing was changed.", role=role))
        return
    if not yes:
        tell(_shown(planned, words))
        asked = words.say("Does {role} nod yes to exactly this text?", role=role)
        if not confirmed(asked, words):
            stop(words.say("No nod was written."))
    try:
        planned.write()
    except RefusedError as refused:
        stop(refusal(refused.problem, words))
    tell(words.say("Written in {path}: {role} has nodded.", path=planned.story.path, role=role))
    if planned.renews:
        told = words.say(
            "Only the language was corrected, so these nods count again: {roles}", roles="; ".join(planned.renews)
        )
        tell(told)


def _shown(planned: Planned, words: Catalogue) -> str:
    """The text, or, where the contributor has nodded before, what has changed since."""
    labels = {"values": words.say("Values"), "image": words.say("Image")}
    told = (f"{labels[field]}: {text}" if field in labels else text for field, text in planned.passages)
    text = "\n\n".join(click.wrap_text(passage, 90) for passage in told)
    if not planned.changes:
        return f"{text}\n"
    title = words.say("Changed since the last nod. What is gone stands in [-…-], and what is new in {+…+}.")
    return "\n\n".join((text, title, *map(_change, planned.changes), ""))


def _change(change: Change) -> str:
    forms = {WordFate.KEPT: "{}", WordFate.GONE: "[-{}-]", WordFate.NEW: "{{+{}+}}"}
    return click.wrap_text(" ".join(forms[part.fate].format(part.text) for part in change.stretches), 90)


def _from_event(root: Path, today: date, files: tuple[Path, Path], words: Catalogue) -> int:
    """Write the nods that an approval stands for, and say what became of it."""
    refused = False
    for outcome in approve(root, today, *files):
        tell(_told(outcome, words))
        refused = refused or outcome.fate is Fate.REFUSED
    return 1 if refused else 0


def _told(outcome: Outcome, words: Catalogue) -> str:
    if outcome.planned:
        role = outcome.planned.standing.contributor.role
        if outcome.fate is Fate.GIVEN_ALREADY:
            return words.say("{role} has already nodded to this text. Nothing was changed.", role=role)
        return words.say("Written in {path}: {role} has nodded.", path=outcome.planned.story.path, role=role)
    if outcome.problem:
        return refusal(outcome.problem, words)
    return _in_vain(outcome.fate, outcome.login, words)


def _in_vain(fate: Fate, login: str, words: Catalogue) -> str:
    """Say why an approval is no nod."""
    say = words.say
    return {
        Fate.NO_APPROVAL: say("{login} has not approved anything, so there is no nod.", login=login),
        Fate.OLDER: say(
            "{login} has approved an earlier commit. That is no nod to the text as it is now.", login=login
        ),
        Fate.NO_CONTRIBUTOR: say(
            "{login} speaks for no contributor. The approval counts as it always does, but is no nod.", login=login
        ),
        Fate.NOT_IN_CHANGE: say(
            "{login} took part in none of the stories of this change. The approval is no nod.", login=login
        ),
        Fate.CHANGED: say("The text is not the one that {login} approved. Ask for a new approval.", login=login),
    }[fate]
