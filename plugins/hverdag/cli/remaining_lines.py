"""What remains to be done before a handbook can be published, from the first word to the finished site."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ..check.rules.starter_text import RULE as STARTER_TEXT
from ..locale import Catalogue
from ..model.message import Message, message
from ..model.problem import Problem
from ..model.settings import PATH as SETTINGS
from ..pipeline.languages.rules import ONLY_HERE
from ..pipeline.read import ReadPublication
from .command_line import command_line
from .story_steps import story_steps

PROTECTION = "protection-answers"
"""The rule that names what is still to be answered on data protection."""

_OF_FORGE: Mapping[str, Message] = {
    "CODEOWNERS": message(
        "On GitHub and GitLab, {path} says who is asked before a text is changed. Write your teams in it after @, as "
        "@your-organisation/editors. Whoever set up your project there knows what they are called. If you use neither, "
        "delete the file."
    ),
    "config.yml": message(
        "On GitHub, {path} leads people who find a mistake to the handbook. Write its address there once it has one. "
        "If you do not use GitHub, delete the folder .github."
    ),
    "requirements.txt": message(
        "{path} says which program builds the handbook. Copy the line about hverdag into it from the requirements.txt "
        "that came with the program. Whoever installed the program has that file."
    ),
}
"""What to do in the files that no reader sees, by their names; people who write texts need not know what they are."""


def remaining(
    publication: ReadPublication, problems: Iterable[Problem], where: Sequence[str], words: Catalogue
) -> list[str]:
    """Return the numbered lines of what remains: what is to be filled in, the stories on their way to readers, the
    answers on data protection, what is wrong, what those do who look after the program, and the build. `where` are the
    options that name the folder."""
    every = list(problems)
    todo = [one for one in every if one.rule == STARTER_TEXT.id and not one.source.path.startswith("stories/")]
    own = [
        *unwritten(publication, filter(_is_read, todo)),
        *story_steps(publication, where, words),
        *_of_protection(every, words),
        *translations(every, words),
        *_of_errors(every, where, words),
    ]
    forge = list(_of_program((one for one in todo if not _is_read(one)), words))
    publish = words.say("Publish it: {command}", command=command_line("build", *where))
    numbered = [f"{number}. {line}" for number, line in enumerate((*own, *forge, publish), 1)]
    heading = words.say(
        "For whoever looks after GitHub or GitLab, and the program. Readers see none of it, and it need not be done "
        "first:"
    )
    of_program = ["", heading, *numbered[len(own) : -1]] if forge else []
    done = words.say("When it is done:") if own else words.say("Nothing remains but this:")
    return [*numbered[: len(own)], *of_program, *([""] if own or forge else []), done, numbered[-1]]


def unwritten(publication: ReadPublication, todo: Iterable[Problem]) -> list[str]:
    """Return a line for each place that is to be filled in, in the order that it is done: the first language before the
    others, and in each the values in their order, the settings, and the pages."""
    ranks = _ranks(publication)
    last = (len(publication.others) + 1, 0, 0)
    ordered = sorted(todo, key=lambda one: (ranks.get(one.source.path, last), one.source.path, one.source.line))
    return [f"{one.parameters['given']} ({one.source.path}:{one.source.line})" for one in ordered]


def translations(problems: Iterable[Problem], words: Catalogue) -> Iterator[str]:
    """Yield a line for each language that lacks stories of another."""
    for one in problems:
        if one.rule == ONLY_HERE.id:
            told = message("Translate these into {language}, and let everyone nod to the new text: {given}")
            yield words.tell(message(told.text, language=one.parameters["language"], given=one.parameters["given"]))


def _ranks(publication: ReadPublication) -> Mapping[str, tuple[int, int, int]]:
    """Return the sort keys of files with texts, by path."""
    ranks: dict[str, tuple[int, int, int]] = {}
    for number, one in enumerate(publication.in_every_language):
        ranks |= {one.path(page): (number, 2, 0) for page in one.handbook.page_paths}
        ranks |= {one.path(value.path): (number, 0, value.order) for value in one.handbook.values}
        ranks[one.path(SETTINGS)] = (number, 1, 0)
    return ranks


def _of_protection(problems: Iterable[Problem], words: Catalogue) -> Iterator[str]:
    for problem in problems:
        if problem.rule == PROTECTION:
            place = f"{problem.source.path}:{problem.source.line}"
            yield words.say("Answer for data protection under protection ({path})", path=place)


def _of_errors(problems: Collection[Problem], where: Sequence[str], words: Catalogue) -> Iterator[str]:
    """Yield a line if anything else is wrong that stops a build."""
    number = sum(one.is_error and one.rule != STARTER_TEXT.id for one in problems)
    if number:
        errors = words.count("{number} error", "{number} errors", number)
        yield words.say(
            "Correct {errors}, which this shows: {command}", errors=errors, command=command_line("check", *where)
        )


def _of_program(todo: Iterable[Problem], words: Catalogue) -> Iterator[str]:
    """Yield a line for each file of the forge or of the program that is not filled in, in plain words."""
    for path in dict.fromkeys(one.source.path for one in todo):
        known = _OF_FORGE.get(path.rpartition("/")[2], message("Fill in {path}."))
        yield words.tell(message(known.text, path=path))


def _is_read(problem: Problem) -> bool:
    """Return True if readers would see the text; False for a file of the forge or of the program."""
    return problem.source.path.startswith(("values/", "docs/"))
