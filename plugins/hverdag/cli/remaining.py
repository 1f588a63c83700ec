"""What remains to be done in a new publication, from the first word to the finished site."""

from collections.abc import Iterator, Sequence

from ..check.rules.starter_text import RULE as STARTER_TEXT
from ..locale import Catalogue
from ..model.handbook import Handbook
from ..model.problem import Problem
from ..model.settings import PATH as SETTINGS
from ..model.texts.story import Story
from ..pipeline.result import Report
from .command_line import command_line

PROTECTION = "protection-answers"
"""The rule that names what is still to be answered on data protection."""


def remaining(report: Report, where: Sequence[str], words: Catalogue) -> list[str]:
    """Return the numbered lines of what remains: what is to be filled in, the first story on its way to readers, the
    answers on data protection, what those do who look after the program, and the build. `where` are the options that
    name the folder."""
    handbook = report.publication.handbook
    todo = sorted((one for one in report.problems if one.rule == STARTER_TEXT.id), key=lambda one: _rank(one, handbook))
    lines = [f"{one.parameters['given']} ({one.source.path}:{one.source.line})" for one in todo]
    own = sum(_is_read(one) for one in todo)
    stories = [line for story in handbook.stories for line in _of_story(story, handbook, where, words)]
    every = (*lines[:own], *stories, *_of_protection(report, words), *lines[own:])
    numbered = [f"{number}. {line}" for number, line in enumerate(every, 1)]
    at = len(every) - len(lines[own:])
    publish = words.say("Publish it: {command}", command=command_line("build", *where))
    of_program = ["", words.say("For whoever looks after the program:"), *numbered[at:]] if lines[own:] else []
    return [*numbered[:at], *of_program, "", words.say("When it is done:"), f"{len(every) + 1}. {publish}"]


def _of_story(story: Story, handbook: Handbook, where: Sequence[str], words: Catalogue) -> Iterator[str]:
    """Yield what lies between a draft and its readers, as far as the handbook demands it, in the order it is done."""
    demands, path = handbook.requirements(story), story.path
    yield words.say("Write the first story ({path})", path=path)
    if demands.consent or demands.mentioned:
        yield words.say(
            "Write what the teller consents to, and who else is in it: consent and mentioned ({path})", path=path
        )
    if demands.nods:
        command = command_line("nod", *where, story.id)
        yield words.say(
            "Write state: in-review in it, and let everyone who was there nod yes: {command}", command=command
        )
    if demands.decision:
        yield words.say("Ask the group whether it meets the criteria, and write decision ({path})", path=path)
    if demands.response:
        yield words.say("Ask management for its answer, and write response ({path})", path=path)
    if demands.selection:
        yield words.say("Ask the whole group for its yes to the edition, and write selections ({path})", path=SETTINGS)
    yield words.say("Write state: published in it ({path})", path=path)


def _of_protection(report: Report, words: Catalogue) -> Iterator[str]:
    for problem in report.problems:
        if problem.rule == PROTECTION:
            place = f"{problem.source.path}:{problem.source.line}"
            yield words.say("Answer for data protection under protection ({path})", path=place)


def _is_read(problem: Problem) -> bool:
    """Return True if readers would see the text; False for a file of the forge or of the program."""
    return problem.source.path.startswith(("values/", "docs/", "stories/"))


def _rank(problem: Problem, handbook: Handbook) -> tuple[int, int, str, int]:
    """Return the sort key of what is to be filled in: the values in their order, the settings, the pages, the rest."""
    path, orders = problem.source.path, {value.path: value.order for value in handbook.values}
    group = 0 if path in orders else 1 if path == SETTINGS else 2 if path.startswith("docs/") else 3
    return group, orders.get(path, 0), path, problem.source.line
