"""The commands `nod` and `reply`: write a nod into a story's file, and print management's answer as a letter."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from ..locale import Catalogue, catalogue
from ..model.editorial.answers import named
from ..model.editorial.change import Change
from ..model.editorial.change import Fate as WordFate
from ..model.message import message
from ..model.texts.nods import AnswerField
from ..nods.shown import Line
from ..pipeline.languages.reading import read_with
from ..pipeline.read import ReadPublication
from ..pipeline.today import today_of
from ..reports.letter import letter
from ..reports.line_labels import labelled
from ..reports.review_labels import ReviewWords
from ..vcs.git import GitError
from ..workflows.answer import PlannedAnswer, plan_answer
from ..workflows.nod import Planned, plan_nod
from ..workflows.story_file import RefusedError, find_story
from .approvals import write_approval
from .options import (
    ask,
    confirmed,
    git_words,
    is_at_terminal,
    publication_options,
    refusal,
    require_publication,
    stop,
    tell,
)


@click.command()
@click.argument("story", required=False)
@click.option("--as", "role", help="The contributor's role, as the story says it.")
@click.option("--yes", is_flag=True, help="Do not ask: the contributor has said yes.")
@click.option("--record", default="", help="Where a nod from a meeting or on paper is kept, such as a case number.")
@click.option("--correction", is_flag=True, help="Only the language was corrected: the teller's nod renews the others.")
@click.option(
    "--decision", "answer", flag_value=AnswerField.DECISION.value, help="The group's decision is to this text."
)
@click.option(
    "--response", "answer", flag_value=AnswerField.RESPONSE.value, help="Management's response is to this text."
)
@click.option(
    "--second",
    "answer",
    flag_value=AnswerField.MENTIONED.value,
    help="The answer about those mentioned is to this text.",
)
@click.option("--from-event", "event", type=click.Path(path_type=Path), help="An approval, as GitHub describes it.")
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
    answer: str | None,
    event: Path | None,
    accounts: Path | None,
) -> None:
    """Show a story's text, ask, and write into its file that a contributor nods to it, or that an answer is to it."""
    require_publication(folder, language)
    day = today or today_of(folder)
    publication = read_with(folder.resolve(), day, language, story or "")
    words = catalogue(publication.language)
    try:
        if event:
            files = (event, accounts or Path("accounts.yml"))
            sys.exit(write_approval(folder.resolve(), day, files, words))
        if not story:
            stop(words.say("Which story? Write its file name, as in: hverdag nod the-key"))
        if answer:
            field = AnswerField(answer)
            _ask_and_tie(plan_answer(publication, story, field, day), yes, words)
            return
        wanted = role or _chosen(publication, story, correction, words)
        planned = plan_nod(publication, story, wanted, day, kept=record, correction=correction)
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
    require_publication(folder, language)
    publication = read_with(folder.resolve(), today or today_of(folder), language, story)
    words = catalogue(publication.language)
    try:
        subject = find_story(publication, story)
    except RefusedError as refused:
        stop(refusal(refused.problem, words))
    if subject.response is None or not subject.response.reason:
        stop(
            words.say(
                "Management has not responded to the story yet. Write response: in {path} first.", path=subject.path
            )
        )
    if any(
        problem.rule == "response-private" and problem.source.path == subject.path for problem in publication.problems
    ):
        warning = words.say(
            "Mind this: the reason can be read by everyone, and it gives away where the story came from."
        )
        tell(warning, err=True)
    tell(letter(subject, publication.settings, publication.language), nl=False)


def _chosen(publication: ReadPublication, story: str, correction: bool, words: Catalogue) -> str:
    """Return the role of the contributor who nods: the teller for a correction, otherwise as answered in the
    terminal."""
    subject = find_story(publication, story)
    roles = [contributor.role for contributor in subject.contributors]
    if not roles:
        stop(words.say("Nobody is named who took part. Write contributors: in the story's file first."))
    if correction:
        return roles[0]
    tell(words.say("Who took part:"))
    for number, nod in enumerate(publication.handbook.nods(subject).nods, 1):
        tell(f"  {number}. {nod.contributor.role}: {ReviewWords(words).nod(nod)}")
    if not is_at_terminal():
        stop(words.say("Whose nod is it? Write --as and one of these: {roles}", roles="; ".join(roles)))
    while True:
        answer = ask(words.say("Whose nod is it? Write the number"), default="", show_default=False).strip()
        if answer.isdecimal() and 0 < int(answer) <= len(roles):
            return roles[int(answer) - 1]


def _ask_and_write(planned: Planned, yes: bool, words: Catalogue) -> None:
    """Show the text, ask for the nod unless `yes`, and write it."""
    role = planned.standing.contributor.role
    if planned.given_already:
        tell(words.say("{role} has already nodded to this text. Nothing was changed.", role=role))
        return
    if not yes:
        tell(_shown(planned, words))
        question = words.say("Does {role} nod yes to exactly this text?", role=role)
        if not confirmed(question, words):
            stop(words.say("No nod was written."))
    try:
        is_kept = planned.write()
    except RefusedError as refused:
        stop(refusal(refused.problem, words))
    tell(words.say("Written in {path}: {role} has nodded.", path=planned.story.path, role=role))
    _warn_of_loss(is_kept, words)
    if planned.renews:
        sentence = words.say(
            "Only the language was corrected, so these nods count again: {roles}", roles="; ".join(planned.renews)
        )
        tell(sentence)


def _ask_and_tie(planned: PlannedAnswer, yes: bool, words: Catalogue) -> None:
    """Show the text, ask whether an answer is to it unless `yes`, and write that it is."""
    what = named(planned.standing)
    if planned.given_already:
        tell(words.whole(message("{what} is about this text already. Nothing was changed.", what=what)))
        return
    if not yes:
        tell(f"{_text(planned.lines, words)}\n")
        if not confirmed(words.tell(message("Is {what} about exactly this text?", what=what)), words):
            stop(words.say("Nothing was written."))
    try:
        is_kept = planned.write()
    except RefusedError as refused:
        stop(refusal(refused.problem, words))
    tell(words.say("Written in {path}.", path=planned.story.path))
    _warn_of_loss(is_kept, words)


def _warn_of_loss(is_kept: bool, words: Catalogue) -> None:
    """Say so if nobody could find the text again after a change to the story."""
    if not is_kept:
        tell(
            words.say(
                "The text could not be kept in the folder .hverdag. Send the story in before you change anything in "
                "it: otherwise nobody can see afterwards what was changed."
            )
        )


def _shown(planned: Planned, words: Catalogue) -> str:
    """Return the text, and the changes since the contributor's last nod, if there was one."""
    text = _text(planned.lines, words)
    if not planned.changes:
        return f"{text}\n"
    title = words.say("Changed since the last nod. What is gone is in [-…-], and what is new in {+…+}.")
    return "\n\n".join((text, title, *(_change(change, words) for change in planned.changes), ""))


def _text(lines: Sequence[Line], words: Catalogue) -> str:
    """Return the text to nod to, wrapped; a line that does not say itself what it is has a label."""
    told = labelled(((line.field, line.text) for line in lines), words)
    return "\n\n".join("\n".join(click.wrap_text(part, 90) for part in text.split("\n")) for text in told)


def _change(change: Change, words: Catalogue) -> str:
    forms = {WordFate.KEPT: "{}", WordFate.GONE: "[-{}-]", WordFate.NEW: "{{+{}+}}"}
    parts = [forms[part.fate].format(part.text) for part in change.stretches]
    return click.wrap_text(" ".join((*parts, *([f"({words.tell(change.note)})"] if change.note else ()))), 90)
