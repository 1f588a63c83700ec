"""Beginning another language beside a publication's own."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from ..check.rules.starter_text import RULE as STARTER_TEXT
from ..locale import Catalogue, catalogue
from ..model.language import Language, with_mark
from ..model.new_publication import Beginning, in_as_many, refusals
from ..model.settings import PATH as SETTINGS
from ..pipeline.languages.reading import read_languages
from ..pipeline.languages.rules import NAMES as LANGUAGE_NAMES
from ..pipeline.read import ReadPublication, read_and_check
from ..pipeline.today import today_of
from ..privacy import holds_number
from ..starter import starter_words
from ..workflows.publications.languages import HasLanguageError, plan_language, write_language
from ..workflows.publications.upgrade import unusable
from .answers_to_begin import Answers
from .command_line import command_line
from .options import LanguageName, called_with, one_line, publication_options, require_publication, stop, tell
from .remaining_lines import translations, unwritten


@click.command("language")
@click.argument("new", metavar="LANGUAGE", type=LanguageName())
@click.option("--values", metavar="A, B, ...", help="What the values are called in it, in their order.")
@click.option("--served", metavar="A, B, C, D", help="What those you serve are called in it, in four forms.")
@publication_options
def new_language(  # noqa: PLR0917 click hands them over by name
    folder: Path, language: str | None, today: date | None, new: str, values: str | None, served: str | None
) -> None:
    """Begin another language: its files lie beside the first ones, as key.en.md beside key.md. What is not
    given is asked for."""
    require_publication(folder, language)
    root = folder.resolve()
    day = today or today_of(folder)
    publication = read_and_check(root, day, language)
    words = catalogue(publication.language)
    beginning = _beginning(publication, new, values, served, words)
    try:
        texts = plan_language(root, publication.handbook, beginning)
        write_language(root, texts)
    except HasLanguageError as error:
        told = words.say(
            "The handbook is already in that language: {path} exists. Nothing was written. Go on with the files "
            "that are there, or delete them all.",
            path=error.path,
        )
        stop(one_line(told))
    tell(words.say("Begun: {count} files, each with .{mark} in its name.", count=len(texts), mark=new))
    tell(words.say("Its settings are in {path}.", path=with_mark(SETTINGS, Language(new))))
    tell("\n".join(("", words.say("What remains for you to do:"), *_remaining(root, day, texts, words), "")))
    where = called_with(folder, None)
    tell(words.say("See what remains of the whole handbook: {command}", command=command_line("remaining", *where)))
    command = command_line("check", *where)
    tell(words.say("See what is still missing: {command}", command=command))


def _remaining(root: Path, today: date, texts: Mapping[str, str], words: Catalogue) -> Iterator[str]:
    """Yield the numbered lines of what is to be written in the new files, and then of the stories to translate."""
    publication = read_languages(root, today)
    todo = (one for one in publication.problems if one.rule == STARTER_TEXT.id and one.source.path in texts)
    lines = [*unwritten(publication, todo), *translations(publication.problems, words)]
    yield from (f"{number}. {line}" for number, line in enumerate(lines, 1))


def _beginning(
    publication: ReadPublication, new: str, values: str | None, served: str | None, words: Catalogue
) -> Beginning:
    """Return the answers that the language begins with; exit with what is wrong with them, and nothing written."""
    handbook = publication.handbook
    faults = [words.tell(fault) for fault in unusable(handbook.settings)]
    if faults:
        stop("\n".join((*map(one_line, faults), words.say("Nothing was written."))))
    answers = Answers(words, asks=values is None)
    names = [value.name for value in handbook.values]
    if values is None:
        language = words.tell(LANGUAGE_NAMES[Language(new)])
        tell(
            words.say(
                "From here on, answer in {language}: your answers appear on its pages as you write them.",
                language=language,
            )
        )
    forms = answers.served(served, starter_words(new).served)
    beginning = Beginning(new, handbook.settings.organisation, forms, answers.names_of(values, names, new))
    told = [words.tell(fault) for fault in (*in_as_many(beginning.values, names), *refusals(beginning))]
    if any(map(holds_number, (*beginning.values, *forms))):
        told = [words.say("An answer holds what may be a personal number. Write it without.")]
    if told:
        stop("\n".join((*map(one_line, told), words.say("Nothing was written."))))
    return beginning
